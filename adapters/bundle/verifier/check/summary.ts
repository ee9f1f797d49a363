import { TOPICS, type Finding, type Topic } from './finding.ts'
import { piecesOf, type WordsPiece, type Tongue } from './words.ts'

/**
 * How a topic stands. `fits`: nothing contradicts it, but what gives it weight is for another tool.
 * `nothing`: there was nothing of it to check.
 */
export type Standing = 'holds' | 'fits' | 'broken' | 'open' | 'nothing'

export type Section = {
  readonly topic: Topic
  readonly standing: Standing
  readonly findings: readonly Finding[]
}

const standingOf = (findings: readonly Finding[]): Standing => {
  if (findings.some(({ kind }) => kind === 'fault')) return 'broken'
  if (findings.some(({ open }) => open === true)) return 'open'
  if (!findings.some(({ kind }) => kind === 'holds')) return 'nothing'
  return findings.some(({ kind }) => kind === 'unchecked') ? 'fits' : 'holds'
}

/** Findings by topic, but for the limits, which are no result. */
export const sectionsOf = (findings: readonly Finding[]): readonly Section[] =>
  TOPICS.filter((topic) => topic !== 'limits').map((topic) => {
    const own = findings.filter((finding) => finding.topic === topic)
    return { topic, standing: standingOf(own), findings: own }
  })

export const sayFinding = (tongue: Tongue, { key, place, values }: Finding): readonly WordsPiece[] =>
  piecesOf(tongue, key, { ...values, ...(place === undefined ? {} : { place }) })

/** As a line of plain text; between words that run to the left, values are isolated. */
export const lineOf = (tongue: Tongue, pieces: readonly WordsPiece[]): string =>
  pieces.map(({ text, value }) => (value && tongue !== 'en' ? `\u2066${text}\u2069` : text)).join('')
