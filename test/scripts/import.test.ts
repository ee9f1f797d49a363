import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAgents, type Agents } from '../../adapters/console/server/identity/agents.ts'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { openLog } from '../../adapters/log/index.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { openTeam } from '../../bots/team.ts'
import { makeStatistics } from '../../core/services/statistics/desk.ts'
import type { CaseCode } from '../../core/base/ids.ts'
import { after, hours, instant } from '../../core/base/units.ts'
import { runCommand } from '../build/command.ts'

const log = openLog({ level: 'silent' })
const NOOR = 'noor@amin.example'

let dir: string
let config: Config
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amin-import-'))
  const read = readConfig({ AMIN_DATA: join(dir, 'data') })
  if ('faults' in read) throw new Error(read.faults.join())
  config = read
  await inside(async ({ agents }) => {
    await enrol(agents, NOOR, 'supervisor', null)
  })
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const enrol = async (
  agents: Agents,
  email: string,
  role: 'supervisor' | 'agent' | 'analyst',
  teams: readonly string[] | null,
): Promise<void> => {
  const invited = await agents.invite({ email, name: email.split('@')[0] ?? '', role, teams })
  if (invited.status !== 'invited') throw new Error('the test invites somebody twice')
  await agents.accept(new URL(invited.link).hash.slice(1), 'correct horse battery staple 9')
}

const inside = async <T>(
  act: (parts: Foundation & { readonly agents: Agents }) => Promise<T>,
): Promise<T> => {
  const foundation = await openFoundation(config, log)
  const team = await openTeam(config, foundation)
  try {
    const auth = await openAuth(team.parts)
    const agents = await openAgents({ ...foundation.ports, auth, publicUrl: config.publicUrl })
    return await act({ ...foundation, agents })
  } finally {
    team.close()
    await foundation.close()
  }
}

const run = async (sheet: string | Uint8Array, ...more: readonly string[]) => {
  const file = join(dir, 'old.csv')
  await writeFile(file, sheet)
  return runCommand(config, 'import', [file, '--by', NOOR, ...more], log)
}
const rows = () =>
  inside(async ({ ports }) => (await ports.store.views.list({}, { limit: 100 })).rows.map(({ code }) => code))

const SHEET = [
  'ref,opened,language,story,note,age,material,outcome',
  'K-1,2023-05-01,en,"He wants money, or he publishes my pictures. His number is +964 770 123 4567",called twice,me-18,private,resolved',
  'K-2,2024-02-30,en,Something,,,,',
  ',,,Told nothing else,,,,',
  'K-1,,en,Another,,,,',
  'K-3,,xx,Words of somebody,,"twenty years, from Basra",,won',
  'K-4,2024-06-02,ar,,,,,',
  'K-5,2024-06-02,ar,هددني,,بالغة,private|fake,',
].join('\r\n')

const GOOD = [
  'ref;opened;language;story;note;age;outcome',
  'K-1;2023-05-01;en;"He wants money. His number is +964 770 123 4567";"called; twice";me-18;resolved',
  'K-2;2024-06-02;en;My brother says he will kill me tonight;;me-18;',
  '',
].join('\n')

describe('without --take', () => {
  test('it says row by row in words what would be taken and what is refused and why, repeats nobody’s words, and writes nothing', async () => {
    const ran = await run(SHEET)
    expect(ran).toEqual({
      code: 1,
      printed: [
        'row 2: would be taken: closed (resolved), en, story, age, material',
        'row 3: refused: opened is no day like 2024-05-31',
        'row 4: refused: ref is empty: it is what the case is called with you, so that it is taken once',
        'row 5: refused: ref is that of row 2 as well',
        expect.stringMatching(
          /^row 6: refused: language is none of ar, ckb, en; outcome is none of resolved, .*; it stays empty where work goes on; age holds what is none of its answers: me-18, /,
        ),
        'row 7: refused: it tells nothing: story, note and answers are empty',
        'row 8: would be taken: open, in the hands of noor, ar, story, age, material',
      ],
      said: [
        expect.stringMatching(
          /would be taken, 0 here already, \d refused; nothing was written, and nothing is/,
        ),
      ],
    })
    expect(ran.printed.join()).not.toMatch(/money|Words of|twenty|هدد/)
    expect(await rows()).toEqual([])
  })

  test('a sheet without fault ends well, and says how to take it', async () => {
    const { code, said } = await run(GOOD)
    expect(code).toBe(0)
    expect(said).toEqual([
      'amin import: 2 would be taken, 0 here already, 0 refused; nothing was written; --take takes them',
    ])
    expect(await rows()).toEqual([])
  })
})

describe('with --take', () => {
  test('nothing is taken while a row is refused', async () => {
    expect((await run(SHEET, '--take')).code).toBe(1)
    expect(await rows()).toEqual([])
  })

  test('each row is a case of the member, closed where it was; danger is heard and numbers are found; given again nothing is taken twice', async () => {
    const { code, printed, said } = await run(GOOD, '--take')
    expect({ code, said }).toEqual({ code: 0, said: ['amin import: 2 taken, 0 here already'] })
    const codes = printed.map((line) => /^row \d: taken as ([A-Z0-9]{8}): /.exec(line)?.[1] ?? '')
    const states = await inside(async ({ ports, casebook }) =>
      Promise.all(
        codes.map(async (one) => {
          const row = await ports.store.views.byCode(one as CaseCode)
          if (row === undefined) throw new Error('no such case')
          const notes = (await casebook.read(row.caseId)).events
            .flat()
            .flatMap((event) => (event.type === 'note_added' ? [event.text] : []))
          return { state: await casebook.load(row.caseId), notes, channel: row.channel }
        }),
      ),
    )
    expect(states[0]).toMatchObject({
      notes: ['called; twice\n\nK-1 · 2023-05-01'],
      state: {
        hands: { status: 'closed', outcome: 'resolved' },
        conversation: { answers: { age: { kind: 'choice', option: 'me-18' } } },
        identifiers: [expect.objectContaining({ type: 'phone' })],
      },
    })
    // In a list it is neither said to have come by the web chat, nor on a call.
    expect(states.map(({ channel }) => channel)).toEqual(['import', 'import'])
    expect(states[1]).toMatchObject({
      notes: ['K-2 · 2024-06-02'],
      state: { hands: { status: 'agent', alias: 'noor' }, severity: 'P1' },
    })

    expect(await run(GOOD, '--take')).toEqual({
      code: 0,
      printed: codes.map((one, i) => `row ${i + 2}: here already as ${one}, which stays as it is`),
      said: ['amin import: 0 taken, 2 here already'],
    })
    expect((await rows()).toSorted()).toEqual(codes.toSorted())
  })

  test('nobody is called, nothing is sent, and no statistics count it; that it was done stands in the log of administrators', async () => {
    const before = await inside(({ ports, casebook }) =>
      makeStatistics(ports, casebook, async () => []).states(undefined),
    )
    await run(GOOD, '--take')
    await inside(async ({ ports, casebook, desk, agents }) => {
      const now = after(ports.clock.now(), hours(24 * 400))
      const jobs = await ports.store.jobs.claim({ owner: 'test', now, until: after(now, hours(1)) }, 100)
      expect([...new Set(jobs.map(({ kind }) => kind))].toSorted()).toEqual(['expire', 'link'])
      const noor = (await agents.list()).find(({ email }) => email === NOOR)
      if (noor === undefined) throw new Error('no such member')
      // Nor is it a call that somebody broke off.
      expect(await desk.phone.unfinished({ id: noor.id, alias: 'noor', email: NOOR })).toEqual([])
      expect(await ports.store.outbox.depth()).toMatchObject({ waiting: 0 })
      expect(await makeStatistics(ports, casebook, async () => []).states(undefined)).toEqual(before)
      const deeds = await agents.deeds.read(instant(0), instant(Number.MAX_SAFE_INTEGER))
      expect(deeds.filter(({ kind }) => kind === 'cases_imported')).toMatchObject([
        { detail: { cases: '2' } },
      ])
    })
  })

  test('a case that was erased does not come back', async () => {
    const { printed } = await run(GOOD, '--take')
    const code = /taken as ([A-Z0-9]{8})/.exec(printed[0] ?? '')?.[1] ?? ''
    expect((await runCommand(config, 'erase', [code, '--reason', 'asked'], log)).code).toBe(0)
    const again = await run(GOOD, '--take')
    expect(again.code).toBe(1)
    expect(again.printed[0]).toBe('row 2: refused: it was erased here, and does not come back')
  })
})

test.each([
  ['of a spreadsheet program', Buffer.from('PK\u0003\u0004xl/'), 'save its sheet as "CSV UTF-8"'],
  ['not in UTF-8', Buffer.from('ref,story\nK-1,\u0627', 'utf16le'), 'not in UTF-8'],
  ['with a quotation mark that nothing closes', 'ref,story\nK-1,"open', 'nothing closes'],
  [
    'without a row of names',
    'K-1,somebody told us this\n',
    'no known name in column 1; columns are ref, opened',
  ],
  ['without a column ref', 'story\nhe threatens me\n', 'names no column ref'],
  ['with a name twice', 'ref,ref\nK-1,K-2\n', 'column 2 has the name of column 1'],
  ['without rows', 'ref,story\n', 'no row under the first'],
])('a file %s is refused in words', async (_, sheet, why) => {
  const { code, printed, said } = await run(sheet, '--take')
  expect({ code, printed }).toEqual({ code: 2, printed: [] })
  expect(said.join('\n')).toContain(why)
  expect(said.join('\n')).not.toContain('somebody told us')
  expect(await rows()).toEqual([])
})

test.each([
  ['reads statistics alone', 'analyst', null],
  ['sees one team alone', 'agent', ['minors']],
] as const)('nothing comes into the hands of a member who %s', async (_, role, teams) => {
  await inside(async ({ agents }) => enrol(agents, 'other@amin.example', role, teams))
  const file = join(dir, 'old.csv')
  await writeFile(file, GOOD)
  const { code, said } = await runCommand(
    config,
    'import',
    [file, '--by', 'other@amin.example', '--take'],
    log,
  )
  expect({ code, said: said.join() }).toEqual({ code: 1, said: expect.stringContaining('sees every team') })
  expect(await rows()).toEqual([])
})
