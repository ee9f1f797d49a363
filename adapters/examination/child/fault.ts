/** WebAssembly that trapped or gave up is in a state nobody knows: the child is replaced after it. */
export const isFault = (error: unknown): boolean => error instanceof Error && error.name === 'RuntimeError'
