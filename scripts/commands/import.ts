import { readFile, stat } from 'node:fs/promises'
import { COMMAND } from '../../adapters/console/server/administration/deeds.ts'
import { openAgents, type Agents } from '../../adapters/console/server/identity/agents.ts'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { teamsSeen } from '../../adapters/console/server/identity/member-teams.ts'
import { isRole, roleMay } from '../../adapters/console/server/identity/roles.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import { openTeam } from '../../bots/team.ts'
import { dayOf } from '../../core/base/calendar.ts'
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../core/base/language.ts'
import type { DeskAgent } from '../../core/base/member.ts'
import { makeOldCases, type OldCase, type OldCases } from '../../core/services/imports/take-old.ts'
import { refuseFaults, WRONG_USE, type Call, type Run } from './command.ts'
import { readSheet, type Sheet } from './csv.ts'
import { readOldCases, type ReadRow } from './old-cases.ts'

const LARGEST = 32 * 1024 * 1024

/** A zip archive: what spreadsheets save unless they are told otherwise. */
const isZip = (file: Buffer): boolean => file.subarray(0, 2).toString('latin1') === 'PK'

/** The sheet, or what is wrong with the file. */
const sheetOf = async (path: string): Promise<Sheet | string> => {
  let file: Buffer
  try {
    if ((await stat(path)).size > LARGEST) return 'the file is larger than 32 MB; part it'
    file = await readFile(path)
  } catch {
    return 'the file cannot be read'
  }
  if (isZip(file))
    return 'this is the file of a spreadsheet program; save its sheet as "CSV UTF-8" there, and give that'
  let text: string
  try {
    // UTF-16 of Latin letters reads as UTF-8 with a zero in every other place.
    if (file.includes(0)) throw new TypeError('no text')
    text = new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return 'the file is not in UTF-8; save it as "CSV UTF-8"'
  }
  return readSheet(text) ?? 'a quotation mark is opened in it that nothing closes'
}

/** The member in whose hands the cases come: one who may work on any, since a case may fall to any team. */
const memberOf = async (agents: Agents, email: string): Promise<DeskAgent | undefined> => {
  const member = (await agents.list()).find(
    (one) => one.email === email.toLowerCase() && one.state === 'active',
  )
  if (member === undefined || !isRole(member.role) || !roleMay(member.role, 'work')) return undefined
  return teamsSeen(member.role, member.teams) === undefined
    ? { id: member.id, alias: member.name, email: member.email }
    : undefined
}

type Judged = { readonly row: number; readonly says: string } & (
  | { readonly verdict: 'refused' | 'here' }
  | { readonly verdict: 'new'; readonly ref: string; readonly old: OldCase }
)

const partsOf = ({ story, picked, outcome, language }: OldCase, agent: DeskAgent): string =>
  [
    outcome === undefined ? `open, in the hands of ${agent.alias}` : `closed (${outcome})`,
    language,
    ...(story === '' ? [] : ['story']),
    ...Object.keys(picked),
  ].join(', ')

const judge = async (cases: OldCases, agent: DeskAgent, read: ReadRow): Promise<Judged> => {
  const { row } = read
  if ('faults' in read) return { row, verdict: 'refused', says: `refused: ${read.faults.join('; ')}` }
  const { old, ref } = read
  const standing = await cases.find(ref)
  switch (standing.status) {
    case 'here':
      return { row, verdict: 'here', says: `here already as ${standing.code}, which stays as it is` }
    case 'erased':
      return { row, verdict: 'refused', says: 'refused: it was erased here, and does not come back' }
    case 'new':
      return { row, verdict: 'new', ref, old, says: `would be taken: ${partsOf(old, agent)}` }
  }
}

const judgeAll = async (
  cases: OldCases,
  agent: DeskAgent,
  rows: readonly ReadRow[],
): Promise<readonly Judged[]> => {
  const judged: Judged[] = []
  for (const row of rows) judged.push(await judge(cases, agent, row))
  return judged
}

const countOf = (judged: readonly Judged[], verdict: Judged['verdict']): number =>
  judged.filter((one) => one.verdict === verdict).length

type Desk = { readonly cases: OldCases; readonly agent: DeskAgent; readonly agents: Agents }

const work = async (
  call: Call,
  { cases, agent, agents }: Desk,
  rows: readonly ReadRow[],
): Promise<number> => {
  const { say, print, flag } = call
  const judged = await judgeAll(cases, agent, rows)
  const refused = countOf(judged, 'refused')
  const takes = flag('take') && refused === 0
  let taken = 0
  for (const one of judged) {
    if (!takes || one.verdict !== 'new') {
      print(`row ${one.row}: ${one.says}`)
      continue
    }
    const { status, code } = await cases.take(one.ref, one.old, agent)
    if (status === 'taken') taken += 1
    print(`row ${one.row}: taken as ${code}: ${partsOf(one.old, agent)}`)
  }
  if (taken > 0)
    await agents.deeds.append({
      by: COMMAND,
      kind: 'cases_imported',
      subject: agent.id,
      detail: { cases: String(taken) },
    })
  const fresh = countOf(judged, 'new')
  const already = countOf(judged, 'here')
  if (takes) say(`amin import: ${taken} taken, ${already} here already`)
  else
    say(
      `amin import: ${fresh} would be taken, ${already} here already, ${refused} refused; nothing was written${
        refused > 0
          ? ', and nothing is while a row is refused'
          : fresh > 0 && !flag('take')
            ? '; --take takes them'
            : ''
      }`,
    )
  return refused === 0 ? 0 : 1
}

const withDesk = async (
  call: Call,
  foundation: Foundation,
  act: (desk: Desk) => Promise<number>,
): Promise<number> => {
  const team = await openTeam(call.config, foundation)
  try {
    const auth = await openAuth(team.parts)
    const agents = await openAgents({ ...foundation.ports, auth, publicUrl: call.config.publicUrl })
    const agent = await memberOf(agents, call.text('by') ?? '')
    if (agent === undefined) {
      call.say(
        'amin import: --by is the e-mail address of an active member who works on cases and sees every team',
      )
      return 1
    }
    return await act({ cases: makeOldCases(foundation.ports, foundation.casebook), agent, agents })
  } finally {
    team.close()
  }
}

/** Brings in old cases out of a sheet; without `--take` it only says what would become of each row. */
export const importCases: Run = async (call) => {
  const { config, log, words, text, say } = call
  const language = LANGUAGES.find((one) => one === (text('lang') ?? DEFAULT_LANGUAGE))
  if (text('by') === undefined || language === undefined) {
    say('amin import: say FILE --by EMAIL, and if wanted --lang ar, ckb or en')
    return WRONG_USE
  }
  const sheet = await sheetOf(words[0] ?? '')
  if (typeof sheet === 'string') {
    say(`amin import: ${sheet}`)
    return WRONG_USE
  }
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, 'import', operator.faults)
  const foundation = await openFoundation(config, log, operator)
  try {
    const { flow, clock } = foundation.ports
    const read = readOldCases(sheet, { flow, today: dayOf(clock.now()), language })
    if ('wrong' in read) {
      for (const wrong of read.wrong) say(`amin import: ${wrong}`)
      return WRONG_USE
    }
    return await withDesk(call, foundation, (desk) => work(call, desk, read.rows))
  } finally {
    await foundation.close()
  }
}
