import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { CaseId } from '../../core/base/ids.ts'
import type { MediaKind } from '../../core/base/message.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { caseFacts, type CaseFacts } from '../../core/services/linkage/case-facts.ts'
import { joinCases } from '../../core/services/linkage/join.ts'
import { WRONG_USE, type Run } from './command.ts'
import { openPractice, type Practice } from './practice.ts'
import { makeProgress } from './progress.ts'

/**
 * A report of a set: what somebody told, what they copied of the other side's words, and files beside it by
 * name.
 */
const Report = z.object({
  case: z.string().min(1),
  team: z.string().optional(),
  story: z.string(),
  pasted: z.array(z.string()).default([]),
  images: z.array(z.string()).default([]),
  voice: z.array(z.string()).default([]),
})
type Report = z.infer<typeof Report>

const MEDIA = 'media'
/** Agreed to by typing what the button says; then the story is asked for. */
const OPENING = ['continue'] as const
const ADULT = 'I am 22'
const MINOR = 'I am 16'
const MINORS = 'minors'
const SOUNDS: Readonly<Record<string, MediaKind>> = { '.ogg': 'voice', '.opus': 'voice' }

const readReports = async (dir: string): Promise<readonly Report[]> => {
  const reports: Report[] = []
  for await (const line of createInterface({
    input: createReadStream(join(dir, 'cases.jsonl')),
    terminal: false,
  }))
    if (line.trim() !== '') reports.push(Report.parse(JSON.parse(line)))
  return reports
}

/** Goes through the intake as the person would, and gives the case that came of it. */
const tell = async (practice: Practice, dir: string, report: Report): Promise<CaseId> => {
  const chat = report.case
  const says = (text: string): Promise<void> => practice.does(chat, { kind: 'text', text: untrusted(text) })
  await practice.does(chat, { kind: 'start' })
  for (const answer of OPENING) await says(answer)
  await says(report.team === MINORS ? MINOR : ADULT)
  await says(report.story)
  for (const text of report.pasted) await says(text)
  for (const name of report.images)
    await practice.sends(chat, 'photo', await readFile(join(dir, MEDIA, name)))
  for (const name of report.voice)
    await practice.sends(
      chat,
      SOUNDS[extname(name).toLowerCase()] ?? 'audio',
      await readFile(join(dir, MEDIA, name)),
    )
  const caseId = await practice.caseOf(chat)
  if (caseId === undefined) throw new Error(`no case came of the report ${report.case}`)
  return caseId
}

const factsOf = async ({ casebook, hasher }: Practice, caseId: CaseId): Promise<CaseFacts> => {
  const { opened, state } = await casebook.show(caseId)
  return caseFacts(hasher, state, opened.events.flat())
}

/**
 * Plays a set of reports into an instance that is thrown away, and prints what belongs together: a JSON line
 * for each report.
 */
export const link: Run = async ({ log, text, say, print }) => {
  const dir = text('set')
  if (dir === undefined) {
    say('amin link: --set names a folder with cases.jsonl and media/')
    return WRONG_USE
  }
  const reports = await readReports(dir)
  const practice = openPractice(log)
  const progress = makeProgress()
  try {
    const names = new Map<CaseId, string>()
    for (const report of reports) {
      names.set(await tell(practice, dir, report), report.case)
      progress.show(`${names.size} of ${reports.length} reports`)
    }
    progress.end()
    const facts: CaseFacts[] = []
    for (const caseId of names.keys()) facts.push(await factsOf(practice, caseId))
    const { links, network } = joinCases(facts)
    const nameOf = (caseId: CaseId): string => names.get(caseId) ?? ''
    for (const [caseId, name] of names) {
      const mine = links.filter(({ a, b }) => a === caseId || b === caseId)
      const head = network.get(caseId)
      print(
        JSON.stringify({
          case: name,
          links: mine.map(({ a, b, kind }) => ({ other: nameOf(a === caseId ? b : a), kind })),
          ...(head === undefined ? {} : { cluster: nameOf(head) }),
        }),
      )
    }
    return 0
  } finally {
    await practice.close()
  }
}
