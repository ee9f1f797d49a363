import type { ReportInput, ReportLine } from '../../core/custody/bundle/report-input.ts'
import { MOST_OF_A_TEXT } from './findings.ts'
import { originValues } from './origin.ts'
import type { Part, Value } from './part.ts'
import type { Writer } from './writer.ts'

/** Some 2,000 pages: nobody reads more on paper, and the transcript holds it all. */
const MOST_OF_ALL = 4_000_000

const metaValue = (w: Writer, line: ReportLine): Value => ({
  kind: 'row',
  list: [
    w.typed(`#${line.id}`),
    w.asValue(w.one('who', line.who)),
    ...(line.alias === undefined ? [] : [w.run(line.alias)]),
    w.stampInLine(line.at),
    ...(line.kind === 'text' ? [] : [w.asValue(w.one('line', line.kind))]),
    ...(line.item === undefined ? [] : [w.typed(line.item)]),
    ...(line.forwarded ? [w.asValue(w.single('m-forwarded'))] : []),
    ...(line.onPhone === true ? [w.asValue(w.single('m-phone'))] : []),
    ...(line.elsewhere === true ? [w.asValue(w.single('m-elsewhere'))] : []),
    ...(line.held === true ? [w.asValue(w.single('m-held'))] : []),
  ],
})

const notesOf = (
  w: Writer,
  { edits, refused, deletedAt, origin, platformMessage, file }: ReportLine,
): readonly Value[] => [
  ...(file === undefined ? [] : [w.typed(`SHA-256 ${file.sha256}`)]),
  ...(origin === undefined
    ? []
    : [{ kind: 'row' as const, list: [w.asValue(w.single('m-origin')), ...originValues(w, origin)] }]),
  ...edits.map(({ at, text }): Value => ({
    kind: 'lines',
    list: [
      { kind: 'row', list: [w.asValue(w.single('m-edited')), w.stampInLine(at)] },
      { kind: 'paras', list: w.text.paragraphs(text, MOST_OF_A_TEXT) },
    ],
  })),
  ...(refused === undefined
    ? []
    : [{ kind: 'row' as const, list: [w.asValue(w.single('m-refused')), w.asValue(w.one('l', refused))] }]),
  ...(deletedAt === undefined
    ? []
    : [{ kind: 'row' as const, list: [w.asValue(w.single('m-deleted')), w.stampInLine(deletedAt)] }]),
  ...(platformMessage === undefined
    ? []
    : [{ kind: 'row' as const, list: [w.asValue(w.single('m-platform')), w.typed(platformMessage)] }]),
]

export const writeConversation = (w: Writer, { messages }: ReportInput): readonly Part[] => {
  const parts: Part[] = []
  let left = MOST_OF_ALL
  for (const line of messages) {
    const { text = '', edits } = line
    left -= text.length + edits.reduce((sum, edit) => sum + edit.text.length, 0)
    if (left < 0) break
    const body = w.text.paragraphs(text, MOST_OF_A_TEXT)
    const note: readonly Value[] = text.length > MOST_OF_A_TEXT ? [w.asValue(w.single('text-cut'))] : []
    parts.push({
      kind: 'message',
      who: line.who,
      meta: metaValue(w, line),
      body,
      notes: [...note, ...notesOf(w, line)],
    })
  }
  return [
    { kind: 'section', words: w.single('section-conversation'), fresh: true },
    { kind: 'note', words: w.prose(messages.length === 0 ? 'conversation-none' : 'conversation-note') },
    ...parts,
    ...(left < 0 ? [{ kind: 'note' as const, words: w.prose('conversation-cut') }] : []),
  ]
}
