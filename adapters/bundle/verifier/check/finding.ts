import type { WordKey } from './words-en.ts'

/** What is looked at, in the order in which it is told. */
export const TOPICS = [
  'archive',
  'bag',
  'signature',
  'checkpoint',
  'chain',
  'inclusion',
  'evidence',
  'opened',
  'receipts',
  'timestamps',
  'limits',
] as const
export type Topic = (typeof TOPICS)[number]

/**
 * `holds`: a topic was checked and stands. `fault`: something is not as it was written. `note`:
 * worth knowing, nothing wrong. `unchecked`: was not, or cannot be, checked here; only where `open`
 * is set could another tool have done what this one could not, and then the whole is not said to
 * hold.
 */
export type Finding = {
  readonly kind: 'holds' | 'fault' | 'note' | 'unchecked'
  readonly topic: Topic
  readonly key: WordKey
  /**
   * A file's name, an entry of the chain, a byte: text out of the bundle, so never to be shown but
   * as text.
   */
  readonly place?: string
  readonly values?: Readonly<Record<string, string>>
  readonly open?: true
}

/** How often one sort of fault is told before only their number is. */
const MOST_OF_A_SORT = 40

export type Tell = {
  readonly fault: (key: WordKey, place?: string, values?: Readonly<Record<string, string>>) => void
  readonly note: (key: WordKey, place?: string, values?: Readonly<Record<string, string>>) => void
  readonly unchecked: (key: WordKey, place?: string, values?: Readonly<Record<string, string>>) => void
  /** Could not be checked here although it can be: the signature in a browser that lacks Ed25519. */
  readonly open: (key: WordKey, place?: string) => void
  /** Says that the topic stands, unless something was found wrong in it. */
  readonly holds: (key: WordKey, values?: Readonly<Record<string, string>>) => void
  readonly clean: () => boolean
  readonly findings: Finding[]
}

/**
 * Gathers what is found about one topic. A flood of the same fault is cut and counted, so that a
 * broken archive still has a short report.
 */
export const makeTell = (topic: Topic): Tell => {
  const findings: Finding[] = []
  const counts = new Map<WordKey, number>()
  let clean = true
  const add = (
    kind: Finding['kind'],
    key: WordKey,
    place?: string,
    values?: Readonly<Record<string, string>>,
  ): void => {
    findings.push({
      kind,
      topic,
      key,
      ...(place === undefined ? {} : { place }),
      ...(values === undefined ? {} : { values }),
    })
  }
  return {
    fault: (key, place, values) => {
      clean = false
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count <= MOST_OF_A_SORT) add('fault', key, place, values)
      else if (count === MOST_OF_A_SORT + 1) add('fault', 'more-of-these')
    },
    note: (key, place, values) => add('note', key, place, values),
    unchecked: (key, place, values) => add('unchecked', key, place, values),
    open: (key, place) => {
      findings.push({ kind: 'unchecked', topic, key, open: true, ...(place === undefined ? {} : { place }) })
    },
    holds: (key, values) => {
      if (clean) add('holds', key, undefined, values)
    },
    clean: () => clean,
    findings,
  }
}

/** `partly`: nothing is wrong, but something that decides was not checked here. */
export type Verdict = 'holds' | 'broken' | 'partly'

export const judge = (findings: readonly Finding[]): Verdict =>
  findings.some(({ kind }) => kind === 'fault')
    ? 'broken'
    : findings.some(({ open }) => open === true)
      ? 'partly'
      : 'holds'
