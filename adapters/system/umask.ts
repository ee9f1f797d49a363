/** Files and folders made from here on are the owner's alone. Process-wide; not allowed in worker threads. */
export const restrictUmask = (): void => void process.umask(0o077)
