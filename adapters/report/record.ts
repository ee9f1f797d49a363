import type { ReportActor, ReportEntry, ReportInput } from '../../core/custody/bundle/report-input.ts'
import type { Part, Value } from './part.ts'
import type { Writer } from './writer.ts'

const SHORT = 16

const actorValue = (w: Writer, actor: ReportActor): Value => {
  const alias = actor.startsWith('agent ') ? actor.slice(6) : undefined
  if (alias === undefined) return w.asValue(w.one('actor', actor))
  return { kind: 'lines', list: [w.asValue(w.one('actor', 'agent')), w.run(alias)] }
}

const stepValue = (w: Writer, { kinds, item, reason }: ReportEntry): Value => {
  const times = new Map<string, number>()
  for (const kind of kinds) times.set(kind, (times.get(kind) ?? 0) + 1)
  const what = [...times].map(([kind, n]): Value => {
    const words = w.asValue(w.one('event', kind))
    return n === 1 ? words : { kind: 'near', list: [words, w.latin(`×${n}`)] }
  })
  return {
    kind: 'lines',
    list: [
      ...what,
      ...(item === undefined ? [] : [w.typed(item)]),
      ...(reason === undefined
        ? []
        : [{ kind: 'row' as const, list: [w.asValue(w.single('k-reason')), w.run(reason)] }]),
    ],
  }
}

export const writeCustody = (w: Writer, { custody }: ReportInput): readonly Part[] => [
  { kind: 'section', words: w.single('section-custody'), fresh: true },
  { kind: 'note', words: w.prose('custody-note') },
  {
    kind: 'fields',
    rows: [w.row('k-total', w.latin(String(custody.entries))), w.row('k-head', w.hash(custody.hash))],
  },
  {
    kind: 'table',
    columns: [1, 2.7, 2.2, 4.3, 2.9],
    head: [w.single('c-seq'), w.single('c-time'), w.single('c-who'), w.single('c-what'), w.single('c-hash')],
    rows: custody.steps.map((step): readonly Value[] => [
      w.latin(String(step.seq)),
      w.stamp(step.at),
      actorValue(w, step.actor),
      stepValue(w, step),
      w.hash(step.hash, SHORT),
    ]),
  },
]

export const writeCheckpoint = (w: Writer, { checkpoint }: ReportInput): readonly Part[] => {
  const { origin, size, root, leafIndex, publicKey, anchors, note } = checkpoint
  return [
    { kind: 'section', words: w.single('section-checkpoint'), fresh: false },
    { kind: 'note', words: w.prose('checkpoint-note') },
    {
      kind: 'fields',
      rows: [
        w.row('p-origin', w.typed(origin)),
        w.row('p-size', w.latin(String(size))),
        w.row('p-leaf', w.latin(String(leafIndex))),
        w.row('p-root', w.typed(root)),
        w.row(
          'p-anchors',
          anchors.length === 0
            ? w.asValue(w.single('p-anchors-none'))
            : { kind: 'lines', list: anchors.map((name) => w.run(name)) },
        ),
      ],
    },
    { kind: 'subsection', words: w.single('p-key') },
    { kind: 'commands', lines: publicKey.trim().split('\n') },
    { kind: 'subsection', words: w.single('p-text') },
    { kind: 'commands', lines: note.trim().split('\n') },
  ]
}

export const writeConsents = (w: Writer, { consents }: ReportInput): readonly Part[] => [
  { kind: 'section', words: w.single('section-consents'), fresh: false },
  { kind: 'note', words: w.prose(consents.length === 0 ? 'consents-none' : 'consents-note') },
  ...(consents.length === 0
    ? []
    : [
        {
          kind: 'table' as const,
          columns: [5, 1.8, 2.6, 1.6],
          head: [w.single('c-consent'), w.single('c-given'), w.single('c-time'), w.single('c-version')],
          rows: consents.map(({ label, given, at, version }): readonly Value[] => [
            w.asValue(w.said(label)),
            w.asValue(w.one('consent', given ? 'yes' : 'no')),
            at === undefined ? w.latin('-') : w.stamp(at),
            w.latin(version ?? '-'),
          ]),
        },
      ]),
]
