import type { Pdq } from './pdq.ts'

/**
 * One item of a list for platforms. `created`: the day it came to us, no finer, since a minute can
 * name a person.
 */
export type ListRow = {
  readonly pdq?: Pdq
  /** Lower-case hexadecimal, like `sha256`. */
  readonly md5?: string
  readonly sha256: string
  readonly mediaType: 'photo' | 'video'
  readonly created: string
}

export const LIST_FORMS = ['csv', 'threatexchange'] as const
export type ListForm = (typeof LIST_FORMS)[number]

/** First line of the CSV; no field ever holds a comma. */
const HEAD = 'pdq_hex,quality,md5,sha256,media_type,created'

const csvLine = ({ pdq, md5, sha256, mediaType, created }: ListRow): string =>
  [pdq?.hash ?? '', pdq === undefined ? '' : String(pdq.quality), md5 ?? '', sha256, mediaType, created].join(
    ',',
  )

/**
 * `<signal type> <value>`, as ThreatExchange's tools read a file of their own
 * (python-threatexchange, local file).
 */
const signalLines = ({ pdq, md5 }: ListRow): readonly string[] => [
  ...(pdq === undefined ? [] : [`pdq ${pdq.hash}`]),
  ...(md5 === undefined ? [] : [`md5 ${md5}`]),
]

/**
 * Sorted and without repeats, so that the order tells nothing of cases. Ends in a line end where
 * there is a line.
 */
export const writeList = (form: ListForm, rows: readonly ListRow[]): string => {
  const lines = [...new Set(form === 'csv' ? rows.map(csvLine) : rows.flatMap(signalLines))].sort()
  const all = form === 'csv' ? [HEAD, ...lines] : lines
  return all.map((line) => `${line}\n`).join('')
}
