import { writeJson } from './index-files.ts'
import type { ReportInput, ReportLine } from './report-input.ts'
import { words } from './set-apart.ts'

/** `data/transcript.json`: every line with its id in the chain, in UTC and in local time. */
export const writeTranscript = ({ messages, zone, header }: ReportInput): string =>
  writeJson({
    v: 1,
    case: header.code,
    zone,
    lines: messages.map(({ at, edits, origin, ...line }) => ({
      ...line,
      ...(origin === undefined ? {} : { origin: { ...origin, at: origin.at?.utc ?? null } }),
      utc: at.utc,
      local: at.local,
      edits: edits.map((edit) => ({ utc: edit.at.utc, local: edit.at.local, text: edit.text })),
    })),
  })

/** Ours, around names and numbers in what we say (core/base/bidi.ts). */
const ISOLATES = /[\u2066-\u2069]/g

/** What a line says: of ours the marks are known, in anybody else's they are shown. */
const saidOf = (who: ReportLine['who'], text: string): string =>
  words(who === 'person' ? text : text.replace(ISOLATES, ''))

const whoOf = ({ who, alias }: ReportLine): string => (who === 'agent' ? `agent ${words(alias ?? '')}` : who)

/** Who wrote it first, as far as the platform says. */
const originWords = (origin: ReportLine['origin']): readonly string[] => {
  if (origin === undefined || origin.kind === 'unknown') return []
  const { name, handle, id, link, at } = origin
  return [
    'from',
    origin.kind,
    ...(name === undefined ? [] : [words(name)]),
    ...(handle === undefined ? [] : [words(`@${handle}`)]),
    ...(id === undefined ? [] : [`id ${words(id)}`]),
    ...(link === undefined ? [] : [words(link)]),
    ...(at === undefined ? [] : [`of ${at.utc}`]),
  ]
}

const markOf = ({ kind, item, refused, deletedAt, forwarded, origin, held, file }: ReportLine): string =>
  [
    ...(kind === 'text' || kind === 'press' ? [] : [kind]),
    ...(item === undefined ? [] : [item]),
    ...(file === undefined ? [] : [`${file.kind} ${file.size} bytes sha256 ${file.sha256}`]),
    ...(refused === undefined ? [] : [`not taken: ${refused}`]),
    ...(deletedAt === undefined ? [] : [`deleted by the person ${deletedAt.utc}`]),
    ...(forwarded ? [['forwarded', ...originWords(origin)].join(' ')] : []),
    ...(held === true ? ['held back'] : []),
  ]
    .map((mark) => ` [${mark}]`)
    .join('')

/** `data/transcript.txt`: the same for reading, a line for each, the words as they were said. */
export const writeTranscriptText = ({ messages, zone, header }: ReportInput): string => {
  const lines = messages.flatMap((line) => [
    `${line.id} | ${line.at.utc} | ${line.at.local} | ${whoOf(line)}${markOf(line)}: ${line.text === undefined ? '' : saidOf(line.who, line.text)}`,
    ...line.edits.map(
      (edit) => `${line.id} | ${edit.at.utc} | ${edit.at.local} | ${whoOf(line)} [edit]: ${words(edit.text)}`,
    ),
  ])
  return [`Amin ${header.code} | line | UTC | ${zone}`, '', ...lines].map((line) => `${line}\n`).join('')
}
