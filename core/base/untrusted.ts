/**
 * Text or a file name that a stranger chose. It may be sealed, shown escaped, or matched; it is
 * never logged, never joined into a path or URL, and never used as an id (law 8). The brand makes a
 * signature say which of its strings are of this kind.
 */
export type Untrusted = string & { readonly origin: 'stranger' }

export const untrusted = (value: string): Untrusted => value as Untrusted
