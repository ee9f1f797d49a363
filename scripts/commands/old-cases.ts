import { LANGUAGES, type Language } from '../../core/base/language.ts'
import type { Flow, Step } from '../../core/model/flow.ts'
import { OUTCOMES } from '../../core/model/team-events.ts'
import type { OldCase } from '../../core/services/imports/take-old.ts'
import { fold } from '../../core/text/fold.ts'
import type { Sheet } from './csv.ts'

/** A sheet of a lifetime of a small team; more is parted. */
const MOST_ROWS = 5000
/** As in the console (adapters/console/contract/commands.ts). */
const LONGEST = { ref: 100, story: 8000, note: 1800 } as const
/** Between several answers of one cell. */
const BETWEEN = '|'

const NAMED = ['ref', 'opened', 'language', 'story', 'note', 'outcome'] as const

type Asked = Extract<Step, { kind: 'choice' | 'choices' }>
/**
 * Questions about the matter itself. Not what somebody agreed to or wished here, nor how much time
 * was left: that was of then.
 */
const askedIn = ({ steps, story, roles }: Flow): readonly Asked[] => {
  const told = [roles.age?.step, roles.region, ...(story.tells ?? [])]
  const passing = (roles.limits ?? []).map(({ step }) => step)
  return steps.filter(
    (step): step is Asked =>
      (step.kind === 'choice' || step.kind === 'choices') &&
      told.includes(step.id) &&
      !passing.includes(step.id),
  )
}

export type ReadRow = { readonly row: number } & (
  { readonly old: OldCase; readonly ref: string } | { readonly faults: readonly string[] }
)

/** What is wrong with the sheet as a whole; else its rows. The first row is 1, and names the columns. */
export type ReadRows = { readonly wrong: readonly string[] } | { readonly rows: readonly ReadRow[] }

const headsOf = (flow: Flow, sheet: Sheet): { wrong: readonly string[] } | { heads: readonly string[] } => {
  const heads = (sheet[0] ?? []).map((head) => head.trim().toLowerCase())
  const known: readonly string[] = [...NAMED, ...askedIn(flow).map(({ id }) => id)]
  const wrong = heads.flatMap((head, i) => {
    // Never repeated: a sheet without a row of names begins with somebody's words.
    if (!known.includes(head))
      return [`the first row has no known name in column ${i + 1}; columns are ${known.join(', ')}`]
    return heads.indexOf(head) < i
      ? [`column ${i + 1} has the name of column ${heads.indexOf(head) + 1}`]
      : []
  })
  if (wrong.length > 0) return { wrong }
  if (!heads.includes('ref')) return { wrong: ['the first row names no column ref'] }
  return sheet.length - 1 > MOST_ROWS ? { wrong: [`it has more than ${MOST_ROWS} rows; part it`] } : { heads }
}

const optionOf = (step: Asked, said: string): string | undefined => {
  const word = fold(said)
  return step.options.find(({ id, words }) => id === said || words.some((one) => fold(one) === word))?.id
}

const pickedIn = (step: Asked, cell: string): { options: readonly string[] } | { fault: string } => {
  const options = cell.split(BETWEEN).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  if (step.kind === 'choice' && options.length > 1) return { fault: `${step.id} takes one answer` }
  const ids = options.map((said) => optionOf(step, said))
  const known = ids.filter((id) => id !== undefined)
  return known.length === ids.length
    ? { options: [...new Set(known)] }
    : {
        fault: `${step.id} holds what is none of its answers: ${step.options.map(({ id }) => id).join(', ')}`,
      }
}

/** A day of the calendar, as `YYYY-MM-DD`. */
const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const isOf = <T extends string>(all: readonly T[], text: string): text is T => all.some((one) => one === text)

type Place = {
  readonly flow: Flow
  readonly heads: readonly string[]
  /** The day of today. */
  readonly today: string
  /** Where a row says nothing of it. */
  readonly language: Language
}

const readOne = (
  { flow, heads, today, language: usual }: Place,
  cells: readonly string[],
): { readonly old: OldCase; readonly ref: string } | { readonly faults: readonly string[] } => {
  const cellOf = (name: string): string => (cells[heads.indexOf(name)] ?? '').trim()
  const ref = cellOf('ref')
  const opened = cellOf('opened')
  const story = cellOf('story')
  const note = cellOf('note')
  const language = cellOf('language').toLowerCase()
  const outcome = cellOf('outcome').toLowerCase()
  const faults: string[] = []
  const need = (holds: boolean, fault: string): void => void (holds || faults.push(fault))

  need(ref !== '', 'ref is empty: it is what the case is called with you, so that it is taken once')
  for (const name of ['ref', 'story', 'note'] as const)
    need(cellOf(name).length <= LONGEST[name], `${name} is longer than ${LONGEST[name]} characters`)
  need(opened === '' || isDay(opened), 'opened is no day like 2024-05-31')
  need(!isDay(opened) || opened <= today, 'opened is a day that is still to come')
  need(language === '' || isOf(LANGUAGES, language), `language is none of ${LANGUAGES.join(', ')}`)
  need(
    outcome === '' || isOf(OUTCOMES, outcome),
    `outcome is none of ${OUTCOMES.join(', ')}; it stays empty where work goes on`,
  )
  need(
    cells.slice(heads.length).every((cell) => cell.trim() === ''),
    'it has more cells than the first row',
  )

  const picked: Record<string, readonly string[]> = {}
  for (const step of askedIn(flow)) {
    const cell = cellOf(step.id)
    if (cell === '') continue
    const read = pickedIn(step, cell)
    if ('fault' in read) faults.push(read.fault)
    else picked[step.id] = read.options
  }
  if (faults.length === 0)
    need(
      story !== '' || note !== '' || Object.keys(picked).length > 0,
      'it tells nothing: story, note and answers are empty',
    )
  if (faults.length > 0) return { faults }
  return {
    ref,
    old: {
      language: isOf(LANGUAGES, language) ? language : usual,
      story,
      // What it was called and when it began stands where the team reads it.
      note: [note, [ref, opened].filter((part) => part !== '').join(' · ')]
        .filter((part) => part !== '')
        .join('\n\n'),
      picked,
      ...(isOf(OUTCOMES, outcome) ? { outcome } : {}),
      year: Number((opened === '' ? today : opened).slice(0, 4)),
    },
  }
}

/** Reads cases out of a sheet. Every fault names its column and never what stands there. */
export const readOldCases = (sheet: Sheet, place: Omit<Place, 'heads'>): ReadRows => {
  const head = headsOf(place.flow, sheet)
  if ('wrong' in head) return head
  const seen = new Map<string, number>()
  const rows = sheet.slice(1).flatMap((cells, i): readonly ReadRow[] => {
    const row = i + 2
    if (cells.every((cell) => cell.trim() === '')) return []
    const read = readOne({ ...place, heads: head.heads }, cells)
    if ('faults' in read) return [{ row, ...read }]
    const first = seen.get(read.ref)
    if (first !== undefined) return [{ row, faults: [`ref is that of row ${first} as well`] }]
    seen.set(read.ref, row)
    return [{ row, ...read }]
  })
  return rows.length === 0 ? { wrong: ['there is no row under the first'] } : { rows }
}
