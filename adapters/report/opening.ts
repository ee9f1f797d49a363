import type { ReportAnswer, ReportCorrection } from '../../core/custody/bundle/report-answer.ts'
import type { ReportIdentifier, ReportInput } from '../../core/custody/bundle/report-input.ts'
import type { Document, Part, Row, Value } from './part.ts'
import type { Single } from './words.ts'
import type { Writer } from './writer.ts'

/** The summary is one page: what is longer stands further on. */
const EXCERPT = 320
const MOST_NAMED = 5
const MOST_REASONS = 4

/** What a summary tells, and the question of the flow that says it. */
const TOLD: ReadonlyArray<readonly [Single, string]> = [
  ['s-alleged', 'material'],
  ['s-age', 'age'],
  ['s-relation', 'relation'],
  ['s-demanded', 'demand'],
  ['s-deadline', 'deadline'],
  ['s-paid', 'paid'],
]

/** With what the team put right, and what is not known of whose it is. */
export const answerValue = (
  w: Writer,
  { answer, unproven, corrected = [] }: ReportAnswer,
  most = Infinity,
): Value => {
  const said = valueOf(w, answer, most)
  const more = [
    ...(unproven === true ? [w.asValue(w.single('answer-unproven'))] : []),
    ...corrected.flatMap((one) => correctionValues(w, one, most)),
  ]
  return more.length === 0 ? said : { kind: 'lines', list: [said, ...more] }
}

const correctionValues = (
  w: Writer,
  { answer, by, at, reason }: ReportCorrection,
  most: number,
): readonly Value[] => [
  { kind: 'row', list: [w.asValue(w.single('answer-corrected')), w.run(by), w.stampInLine(at)] },
  valueOf(w, answer, most),
  ...(reason === undefined
    ? []
    : [{ kind: 'row' as const, list: [w.asValue(w.single('answer-reason')), w.run(reason)] }]),
]

const valueOf = (w: Writer, answer: ReportAnswer['answer'], most: number): Value => {
  switch (answer.kind) {
    case 'label':
      return w.asValue(w.said(answer.label))
    case 'words':
      return { kind: 'paras', list: w.text.paragraphs(answer.text, most) }
    case 'evidence':
      return { kind: 'row', list: answer.items.map((id) => w.typed(id)) }
    case 'skipped':
      return w.asValue(w.one('skipped', answer.how))
  }
}

/** "facebook_id_self" is an account of Facebook, told by its number; whose it is stands beside. */
export const typeValue = (w: Writer, { type }: Pick<ReportIdentifier, 'type'>): Value => {
  const bare = type.replace(/_(?:self|other)$/, '')
  const [, service = bare, form] = /^(.+?)_(id|invite)$/.exec(bare) ?? []
  if (form === undefined || w.has('type', bare)) return w.asValue(w.one('type', bare))
  return { kind: 'lines', list: [w.asValue(w.one('type', service)), w.asValue(w.one('form', form))] }
}

const stateValue = (w: Writer, { state, outcome }: ReportInput['header']): Value => ({
  kind: 'row',
  list: [
    w.asValue(w.one('state', state)),
    ...(outcome === undefined ? [] : [w.asValue(w.one('outcome', outcome))]),
  ],
})

const operatorValue = (w: Writer, operator: string): Value =>
  operator === 'command-line' ? w.asValue(w.single('operator-command-line')) : w.run(operator)

const countsValue = (w: Writer, { evidence, messages, custody }: ReportInput): Value => {
  const counts = { items: evidence.length, messages: messages.length, entries: custody.entries }
  return {
    kind: 'lines',
    list: Object.entries(counts).map(([what, n]) => ({
      kind: 'near',
      list: [w.latin(String(n)), w.asValue(w.one('count', what))],
    })),
  }
}

export const writeCover = (w: Writer, input: ReportInput): Document['cover'] => {
  const { header, organisation, certificate, zone } = input
  return {
    title: w.single('title'),
    confidential: w.prose('confidential'),
    contents: w.single('contents'),
    rows: [
      w.row(
        'f-organisation',
        w.asValue(organisation === undefined ? w.single('organisation-unknown') : w.said(organisation.name)),
      ),
      w.row('f-prepared-by', operatorValue(w, certificate.operator)),
      w.row('f-prepared-at', {
        kind: 'lines',
        list: [w.asValue(w.longDate(header.preparedAt)), w.stampInLine(header.preparedAt)],
      }),
      w.row('f-scope', w.asValue(w.one('scope', header.scope))),
      w.row('f-opened', w.stampInLine(header.openedAt)),
      w.row('f-last', w.stampInLine(header.lastAt)),
      w.row('f-channel', w.asValue(w.one('channel', header.channel))),
      w.row('f-language', w.asValue(w.one('language', header.language))),
      w.row('f-state', stateValue(w, header)),
      w.row('f-team', w.asValue(w.said(header.team))),
      w.row('f-contains', countsValue(w, input)),
      w.row('f-zone', { kind: 'lines', list: [w.latin(zone), w.asValue(w.single('zone-note'))] }),
    ],
  }
}

const whoValue = (w: Writer, identifiers: readonly ReportIdentifier[]): Value => {
  const named = identifiers.filter(({ owner }) => owner === 'perpetrator')
  if (named.length === 0) return w.asValue(w.single('s-nobody'))
  const list: Value[] = named.slice(0, MOST_NAMED).map((one) => ({
    kind: 'row',
    list: [w.asValue(w.one('type', one.type.replace(/_(?:self|other|id|invite)$/, ''))), w.typed(one.value)],
  }))
  return {
    kind: 'lines',
    list: named.length > MOST_NAMED ? [...list, w.latin(`+ ${named.length - MOST_NAMED}`)] : list,
  }
}

const urgencyRows = (w: Writer, { now, reasons, setBy, why }: ReportInput['severity']): readonly Row[] => [
  w.row('s-urgency', {
    kind: 'lines',
    list: [
      w.asValue(w.one('severity', now)),
      w.asValue(w.single(setBy === 'rules' ? 's-set-by-rules' : 's-set-by-agent')),
    ],
  }),
  ...(reasons.length === 0
    ? []
    : [
        w.row('s-reasons', {
          kind: 'lines',
          list: reasons.slice(0, MOST_REASONS).map((one) => w.asValue(w.said(one))),
        }),
      ]),
  ...(why === undefined ? [] : [w.row('s-why', { kind: 'paras', list: w.text.paragraphs(why, EXCERPT) })]),
]

/** Answered, or put right by the team. */
const isSaid = ({ answer, corrected = [] }: ReportAnswer): boolean =>
  answer.kind !== 'skipped' || corrected.length > 0

export const writeSummary = (w: Writer, input: ReportInput): readonly Part[] => {
  const told = TOLD.flatMap(([key, step]) => {
    const answer = input.answers.findLast((one) => one.step === step && isSaid(one))
    return answer === undefined ? [] : [w.row(key, answerValue(w, answer, EXCERPT))]
  })
  const story = input.narrative[0]?.text
  const own =
    story === undefined
      ? []
      : w.text.paragraphs(story.length > EXCERPT ? `${story.slice(0, EXCERPT).toWellFormed()} …` : story)
  return [
    { kind: 'section', words: w.single('section-summary'), fresh: true },
    { kind: 'note', words: w.prose('summary-note') },
    {
      kind: 'fields',
      dense: true,
      rows: [
        ...told,
        ...(own.length === 0 ? [] : [w.row('s-own-words', { kind: 'paras', list: own })]),
        w.row('s-who', whoValue(w, input.identifiers)),
        ...urgencyRows(w, input.severity),
        w.row('s-links', w.latin(String(input.links))),
      ],
    },
    { kind: 'subsection', words: w.single('ask-title') },
    { kind: 'points', items: ['1', '2', '3', '4'].map((n) => w.prose(`ask-${n}`)) },
  ]
}
