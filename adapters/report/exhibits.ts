import type { ReportInput, ReportItem } from '../../core/custody/bundle/report-input.ts'
import type { Examination } from '../../core/base/examination.ts'
import type { Part, Row, Value } from './part.ts'
import { originValues } from './origin.ts'
import type { Writer } from './writer.ts'

const MOST_FACTS = 24
const MOST_OF_A_FACT = 200

/**
 * Where a picture of an item lies for the template: a file of the compiler's memory, under a name
 * of ours.
 */
export const pictureFile = (id: string): string => `pictures/${id}.webp`

const factsValue = (w: Writer, { facts }: Examination): readonly Value[] => {
  const all = Object.entries(facts)
  const shown = all
    .slice(0, MOST_FACTS)
    .map(([name, value]) =>
      w.run(
        `${name}: ${String(value).length > MOST_OF_A_FACT ? `${String(value).slice(0, MOST_OF_A_FACT)} …` : value}`,
      ),
    )
  return all.length > MOST_FACTS ? [...shown, w.asValue(w.single('e-more'))] : shown
}

const readValue = (w: Writer, result: Examination): Value => ({
  kind: 'lines',
  list: [
    {
      kind: 'row',
      list: [
        w.asValue(w.one('found', result.found)),
        ...(result.why === undefined ? [] : [w.asValue(w.one('why', result.why))]),
        w.run(result.tool),
      ],
    },
    // The digests stand above, whole.
    ...(result.aspect === 'digest' || result.aspect === 'fingerprint' ? [] : factsValue(w, result)),
  ],
})

const typeRows = (w: Writer, { mime, declaredMime }: ReportItem): readonly Row[] => [
  w.row('e-type', mime === undefined ? w.asValue(w.single('e-type-unknown')) : w.run(mime)),
  ...(declaredMime === undefined ? [] : [w.row('e-type-declared', w.run(declaredMime))]),
]

const hashRows = (w: Writer, { sha256, md5, pdq }: ReportItem): readonly Row[] => [
  w.row('e-sha256', w.hash(sha256)),
  ...(md5 === undefined ? [] : [w.row('e-md5', w.hash(md5))]),
  ...(pdq === undefined
    ? []
    : [
        w.row('e-pdq', {
          kind: 'lines',
          list: [
            w.hash(pdq.hash),
            { kind: 'near', list: [w.asValue(w.single('e-quality')), w.latin(String(pdq.quality))] },
          ],
        }),
      ]),
]

const exhibit = (w: Writer, item: ReportItem, alt: string): Part => ({
  kind: 'exhibit',
  id: item.id,
  name: w.asValue(w.one('media', item.kind)),
  picture:
    item.preview === undefined
      ? null
      : { file: pictureFile(item.id), alt: `${alt} ${item.id}`, note: w.single('e-blurred') },
  rows: [
    w.row('e-file', w.typed(item.path)),
    ...(item.originalName === undefined ? [] : [w.row('e-original-name', w.run(item.originalName))]),
    ...typeRows(w, item),
    w.row('e-size', {
      kind: 'near',
      list: [w.latin(item.size.toLocaleString('en-US')), w.asValue(w.single('e-bytes'))],
    }),
    ...hashRows(w, item),
    ...(item.cleaned === undefined ? [] : [w.row('e-cleaned', w.typed(item.cleaned.sha256))]),
    w.row('e-capture', {
      kind: 'lines',
      list: [
        w.asValue(w.one('capture', item.capture)),
        ...(item.forwarded ? [w.asValue(w.single('e-forwarded'))] : []),
      ],
    }),
    ...(item.origin === undefined
      ? []
      : [w.row('e-origin', { kind: 'lines', list: originValues(w, item.origin) })]),
    w.row('e-sent', w.stampInLine(item.sentAt)),
    w.row('e-announced', w.stampInLine(item.announcedAt)),
    w.row('e-received', w.stampInLine(item.receivedAt)),
    ...item.examinations.map((result) => ({
      label: w.one('aspect', result.aspect),
      value: readValue(w, result),
    })),
  ],
})

/** `alt` says what a thumbnail is, for those who do not see it. */
export const writeExhibits = (w: Writer, { evidence }: ReportInput, alt: string): readonly Part[] => [
  { kind: 'section', words: w.single('section-evidence'), fresh: true },
  { kind: 'note', words: w.prose(evidence.length === 0 ? 'evidence-none' : 'evidence-note') },
  ...(evidence.length === 0
    ? []
    : [
        { kind: 'subsection' as const, words: w.single('read-title') },
        {
          kind: 'points' as const,
          items: ['found', 'broken', 'none', 'not-computed'].map((state) => w.prose(`read-${state}`)),
        },
        ...evidence.map((item) => exhibit(w, item, alt)),
      ]),
]

export const writeLeftOut = (w: Writer, { leftOut }: ReportInput): readonly Part[] => [
  { kind: 'section', words: w.single('section-left-out'), fresh: false },
  { kind: 'note', words: w.prose(leftOut.length === 0 ? 'left-out-none' : 'left-out-note') },
  ...(leftOut.length === 0
    ? []
    : [
        {
          kind: 'table' as const,
          columns: [1.1, 1.4, 2.65, 6.85],
          head: [w.single('c-item'), w.single('c-kind'), w.single('c-time'), w.single('c-why')],
          rows: leftOut.map(({ id, kind, why, at, sha256 }): readonly Value[] => [
            w.latin(id ?? '-'),
            kind === undefined ? w.latin('-') : w.asValue(w.one('media', kind)),
            w.stamp(at),
            {
              kind: 'lines',
              list: [w.asValue(w.one('l', why)), ...(sha256 === undefined ? [] : [w.hash(sha256)])],
            },
          ]),
        },
      ]),
]
