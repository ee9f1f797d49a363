/** In characters; as the server asks for. */
const SHORTEST = 3

/** Whether these words can be a reason. */
export const isReason = (words: string): boolean => words.trim().length >= SHORTEST
