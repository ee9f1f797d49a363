import type { ExaminerPicture } from '../../ports/examiner.ts'
import { mebibytes } from '../../base/units.ts'
import type { Examination } from '../../base/examination.ts'

/*
 * What comes from a process that hostile bytes were read in is cut to what was promised
 * (core/base/examination.ts), so that no file can make an entry, or the state of a case, grow.
 */

/** Pictures kept of one file: a cover, a strip of frames or pages. */
export const MOST_PICTURES = 24
const LARGEST_PICTURE = mebibytes(4)
const MOST_RESULTS = 32
const MOST_FACTS = 100
const LONGEST_FACT = 500
const LONGEST_TOOL = 100

export const boundPictures = (pictures: readonly ExaminerPicture[]): readonly ExaminerPicture[] =>
  pictures.filter(({ bytes }) => bytes.length > 0 && bytes.length <= LARGEST_PICTURE).slice(0, MOST_PICTURES)

const boundFact = ([name, value]: readonly [string, string | number]):
  readonly [string, string | number] | undefined => {
  if (name.length > LONGEST_TOOL) return undefined
  if (typeof value === 'string') return [name, value.slice(0, LONGEST_FACT).toWellFormed()]
  return Number.isSafeInteger(value) ? [name, value] : undefined
}

export const boundResults = (results: readonly Examination[]): readonly Examination[] =>
  results.slice(0, MOST_RESULTS).map((one) => ({
    ...one,
    tool: one.tool.slice(0, LONGEST_TOOL),
    facts: Object.fromEntries(
      Object.entries(one.facts)
        .map(boundFact)
        .filter((fact) => fact !== undefined)
        .slice(0, MOST_FACTS),
    ),
  }))
