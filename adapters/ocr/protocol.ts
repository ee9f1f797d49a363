/** Larger files are evidence like any other, and not read. */
export const MOST_BYTES = 64 * 1_048_576
