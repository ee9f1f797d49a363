import type { ReportIdentifier, ReportInput, ReportLine } from '../../core/custody/bundle/report-input.ts'
import { answerValue, typeValue } from './opening.ts'
import type { Part, Value } from './part.ts'
import type { Family } from './words.ts'
import type { Writer } from './writer.ts'

/** Longer than anything a person types into a telephone; the whole stands in the transcript. */
export const MOST_OF_A_TEXT = 100_000
const MOST_PLACES = 8
/** Of a conversation, looked through for where a number was named. */
const MOST_LOOKED_THROUGH = 2_000_000

const seenIn = ({ raw }: ReportIdentifier, lines: readonly ReportLine[]): readonly string[] =>
  raw === ''
    ? []
    : lines
        .filter(
          ({ text, edits }) => text?.includes(raw) === true || edits.some((edit) => edit.text.includes(raw)),
        )
        .map(({ id }) => id)

/** As far as the budget goes, so that a flood of words does not hold up a report. */
const lookedThrough = (lines: readonly ReportLine[]): readonly ReportLine[] => {
  let left = MOST_LOOKED_THROUGH
  return lines.filter(({ who, text = '' }) => who === 'person' && (left -= text.length) > 0)
}

const placesValue = (w: Writer, places: readonly string[]): Value => [
  {
    l: [
      ...places.slice(0, MOST_PLACES).map((id) => `#${id}`),
      ...(places.length > MOST_PLACES ? ['…'] : []),
    ].join(' '),
  },
]

export const writeIdentifiers = (w: Writer, { identifiers, messages }: ReportInput): readonly Part[] => {
  const lines = lookedThrough(messages)
  const rows = identifiers.map((one): readonly Value[] => [
    typeValue(w, one),
    {
      kind: 'lines',
      list: [
        w.typed(one.value),
        ...(one.raw === one.value ? [] : [w.run(one.raw)]),
        ...(one.attested === true ? [w.asValue(w.single('identifier-attested'))] : []),
        ...(one.read === undefined
          ? []
          : [w.asValue(w.single(`identifier-read-${one.read.by}`)), w.run(one.read.tool)]),
      ],
    },
    w.asValue(w.one('owner', one.owner)),
    placesValue(w, seenIn(one, lines)),
  ])
  return [
    { kind: 'section', words: w.single('section-identifiers'), fresh: true },
    { kind: 'note', words: w.prose(rows.length === 0 ? 'identifiers-none' : 'identifiers-note') },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columns: [3, 5, 2.4, 2.4],
            head: [w.single('c-type'), w.single('c-value'), w.single('c-owner'), w.single('c-seen')],
            rows,
          },
        ]),
  ]
}

/** Families that the detail of an event is a member of. */
const DETAILS: Readonly<Record<string, Family>> = {
  case_opened: 'channel',
  case_closed: 'outcome',
  severity_judged: 'severity',
  severity_set: 'severity',
  evidence_refused: 'l',
  evidence_waiting: 'l',
  evidence_failed: 'fetch',
  crisis_found: 'danger',
  handoff_requested: 'handoff',
  agent_said: 'media',
}

const detailValue = (w: Writer, what: string, detail: string, consents: ReportInput['consents']): Value => {
  const consent = consents.find(({ scope }) => scope === detail)
  if (what.startsWith('consent_') && consent !== undefined) return w.asValue(w.said(consent.label))
  const family = DETAILS[what]
  if (family === undefined) return w.run(detail)
  return { kind: 'lines', list: detail.split(', ').map((one) => w.asValue(w.one(family, one))) }
}

export const writeTimeline = (w: Writer, { timeline, consents }: ReportInput): readonly Part[] => [
  { kind: 'section', words: w.single('section-timeline'), fresh: false },
  { kind: 'note', words: w.prose(timeline.length === 0 ? 'timeline-none' : 'timeline-note') },
  ...(timeline.length === 0
    ? []
    : [
        {
          kind: 'table' as const,
          columns: [2.6, 4, 4],
          head: [w.single('c-time'), w.single('c-what'), w.single('c-detail')],
          rows: timeline.map(({ at, what, detail, item }): readonly Value[] => [
            w.stamp(at),
            w.asValue(w.one('event', what)),
            {
              kind: 'lines',
              list: [
                ...(item === undefined ? [] : [w.typed(item)]),
                ...(detail === undefined ? [] : [detailValue(w, what, detail, consents)]),
              ],
            },
          ]),
        },
      ]),
]

export const writeOwnWords = (w: Writer, { narrative, answers }: ReportInput): readonly Part[] => [
  { kind: 'section', words: w.single('section-words'), fresh: false },
  { kind: 'note', words: w.prose(narrative.length === 0 ? 'words-none' : 'words-note') },
  ...narrative.flatMap(({ question, text, at }): readonly Part[] => [
    { kind: 'question', words: w.said(question), at: w.stampInLine(at) },
    { kind: 'words', list: w.text.paragraphs(text, MOST_OF_A_TEXT) },
  ]),
  ...(answers.length === 0
    ? []
    : [
        { kind: 'section' as const, words: w.single('section-answers'), fresh: false },
        { kind: 'note' as const, words: w.prose('answers-note') },
        {
          kind: 'fields' as const,
          rows: answers.map((answer) => ({
            label: w.said(answer.question),
            value: answerValue(w, answer, MOST_OF_A_TEXT),
          })),
        },
      ]),
]
