import type { Danger } from '../../adapters/console/contract/findings.ts'
import { dangersOf } from '../../adapters/console/server/cases/present-dangers.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { CRISIS_LABELS, type CrisisLabel } from '../../core/base/danger.ts'
import { LANGUAGES, type Language } from '../../core/base/language.ts'
import type { Desk } from '../../core/services/desk/desk.ts'
import type { Run } from './command.ts'

/**
 * How a danger was read, counted in messages. `sure` and `asked`: read there; `yes` to `open`: what
 * became of those that were asked about; `none`: somebody of the team said that it was none;
 * `missed`: they said that it was one, and nothing had read it.
 */
const COLUMNS = ['sure', 'asked', 'yes', 'no', 'person', 'passed', 'open', 'none', 'missed'] as const
type Column = (typeof COLUMNS)[number]
type Counts = Readonly<Record<Column, number>>

type Group = { readonly label: CrisisLabel; readonly language: Language }

const NOTHING: Counts = {
  sure: 0,
  asked: 0,
  yes: 0,
  no: 0,
  person: 0,
  passed: 0,
  open: 0,
  none: 0,
  missed: 0,
}

const columnsOf = ({ outcome, review }: Danger): readonly Column[] => {
  const judged: readonly Column[] = review?.verdict === 'none' ? ['none'] : []
  switch (outcome) {
    case 'sure':
      return ['sure', ...judged]
    case 'missed':
      return ['missed']
    case 'waiting':
    case 'left':
      return ['asked', 'open', ...judged]
    default:
      return ['asked', outcome, ...judged]
  }
}

const nameOf = ({ label, language }: Group): string => `${label} ${language}`

/** Of a case: every label once a message, as surely as it was read there. */
const messagesIn = (dangers: readonly Danger[]): readonly Danger[] => {
  const found = new Map<string, Danger>()
  for (const danger of dangers) {
    const key = `${danger.label} ${danger.message ?? danger.at}`
    if (found.get(key)?.sure !== true) found.set(key, danger)
  }
  return [...found.values()]
}

/** Counts by label and language, see COLUMNS; under `label language`. */
export const countDanger = async (desk: Desk): Promise<ReadonlyMap<string, Counts>> => {
  const counted = new Map<string, Counts>()
  let cursor: string | undefined
  do {
    const page = await desk.list({}, { limit: 200, ...(cursor === undefined ? {} : { cursor }) })
    for (const { code, language } of page.rows) {
      const book = await desk.open(code)
      if (book === undefined || book === 'erased') continue
      for (const danger of messagesIn(dangersOf(book))) {
        const name = nameOf({ label: danger.label, language })
        const before = counted.get(name) ?? NOTHING
        const adds = columnsOf(danger)
        counted.set(name, {
          ...before,
          ...Object.fromEntries(adds.map((column) => [column, before[column] + 1])),
        })
      }
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return counted
}

const cells = (values: readonly (string | number)[]): string =>
  values.map((value, i) => (i < 2 ? String(value).padEnd(13) : String(value).padStart(7))).join('')

/** How danger was read, by label and language; no word of anybody is in it. */
export const reportDanger: Run = async ({ config, log, flag, print }) => {
  const foundation = await openFoundation(config, log)
  try {
    const counted = await countDanger(foundation.desk)
    const groups = CRISIS_LABELS.flatMap((label) => LANGUAGES.map((language): Group => ({ label, language })))
    const isTable = flag('table')
    if (isTable) print(cells(['label', 'language', ...COLUMNS]))
    for (const group of groups) {
      const counts = counted.get(nameOf(group))
      if (counts === undefined) continue
      const { label, language } = group
      print(
        isTable
          ? cells([label, language, ...COLUMNS.map((column) => counts[column])])
          : JSON.stringify({ label, language, ...counts }),
      )
    }
    return 0
  } finally {
    await foundation.close()
  }
}
