import type { WantedLine } from '../../contract/wanted.ts'

/** One call or request, told from the next of the same kind in the same case. */
export const nameOf = ({ kind, code, at, note = '' }: WantedLine): string => `${kind} ${code} ${at}${note}`

/**
 * What is there now and was not at the last look; nothing at the first, when all of it stands in
 * the list already.
 */
export const freshOf = (
  known: ReadonlySet<string> | undefined,
  wanted: readonly WantedLine[],
): readonly WantedLine[] => (known === undefined ? [] : wanted.filter((one) => !known.has(nameOf(one))))
