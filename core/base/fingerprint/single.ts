/**
 * Rounds to single precision, in which the reference computes. After each step: rounding once at
 * the end gives other bits.
 */
export const single = Math.fround
