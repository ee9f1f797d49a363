import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { contactsOf } from '../../adapters/channels/whatsapp/contacts-table.ts'
import { makePrivates } from '../../adapters/channels/whatsapp/privates.ts'
import { makeSealing } from '../../adapters/channels/whatsapp/sealing.ts'
import { openSessionFile } from '../../adapters/channels/whatsapp/session-file.ts'
import { openAgents, type Agents } from '../../adapters/console/server/identity/agents.ts'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { makeHotlineChecks } from '../../adapters/console/server/administration/hotline-checks.ts'
import { hotlineOf } from '../../bots/confirmations.ts'
import { readOperator, type Operator } from '../../bots/operator.ts'
import { openTeam } from '../../bots/team.ts'
import { sessionFileOf, sessionKeyOf } from '../../bots/channels/whatsapp/session.ts'
import { instant } from '../../core/base/units.ts'
import { mongoAvailable } from '../build/ferretdb.ts'
import { useMongo } from '../build/mongo-server.ts'
import { aDataDir, configOf, on, runAmin, withAmin, type Settings } from './migrate-world.ts'

vi.setConfig({ testTimeout: 60_000 })

const server = useMongo()

const DAY = 24 * 3600 * 1000
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10)
const line = (id: string, lastChecked: string, number = '104') => ({
  id,
  name: { ar: 'شرطة', ckb: 'پۆلیس', en: 'Police' },
  number,
  for: ['emergency'],
  source: 'a letter',
  lastChecked,
})

const stating = (...hotlines: ReturnType<typeof line>[]): Settings & { readonly AMIN_DATA: string } => {
  const data = aDataDir()
  writeFileSync(join(data.AMIN_DATA, 'operator.json'), JSON.stringify({ hotlines }))
  return data
}
/** What doctor says of hotlines, and how it ended. */
const doctor = async (settings: Settings) => {
  const { code, stdout, stderr } = await runAmin(settings, ['doctor'])
  return { code, stderr, said: stdout.split('\n').filter((said) => said.includes('hotline')) }
}

test('doctor names every hotline whose check is older than 90 days or still to come, and ends well', async () => {
  const long = daysAgo(93)
  const data = stating(
    line('fresh', daysAgo(80)),
    line('old', long, '115'),
    line('early', '2999-01-01', '119'),
  )
  expect(await doctor(data)).toEqual({
    code: 0,
    stderr: '',
    said: [
      `warn  hotline old (Police, 115): not shown; last checked ${long}, more than 90 days ago`,
      'warn  hotline early (Police, 119): not shown; last checked 2999-01-01, which is still to come',
      'ok    hotlines: 1 of 3 are shown',
    ],
  })
})

test('doctor says when no hotline is valid, and when none is stated at all', async () => {
  expect(await doctor(stating(line('old', '2020-01-01')))).toMatchObject({
    code: 0,
    said: [
      expect.stringContaining('hotline old '),
      expect.stringMatching(/^warn {2}hotlines: none is valid, so nobody is told a number/),
    ],
  })
  expect(await doctor(aDataDir())).toMatchObject({
    code: 0,
    said: [
      'warn  hotlines: the operator file states none, so nobody is told a number; danger to life hears of the local police and ambulance alone',
    ],
  })
})

test('doctor says when numbers are shown and none of them is for emergencies', async () => {
  const cyber = { ...line('cyber', daysAgo(1)), for: ['cyber'] }
  expect((await doctor(stating(cyber, line('old', '2020-01-01')))).said).toEqual([
    expect.stringContaining('hotline old '),
    'ok    hotlines: 1 of 2 are shown',
    'warn  hotlines: none that is shown is for emergencies, so danger to life hears of the local police and ambulance alone',
  ])
})

test('doctor takes the word of an administrator who confirmed a hotline in the console, for 90 days', async () => {
  const data = stating(line('called', '2020-01-01'), line('long-ago', '2020-01-01', '115'))
  const config = configOf(data)
  const operator = readOperator(config.operatorFile) as Operator
  await withAmin(data, async ({ foundation }) => {
    const team = await openTeam(config, foundation)
    const auth = await openAuth(team.parts)
    const checks = makeHotlineChecks(async () => (await auth.$context).adapter)
    for (const [id, days] of [
      ['called', 1],
      ['long-ago', 100],
    ] as const)
      await checks.keep({
        line: hotlineOf(foundation.ports.hasher, operator, id)?.line ?? '',
        at: instant(Date.now() - days * DAY),
        by: 'noor',
      })
    team.close()
  })
  expect((await doctor(data)).said).toEqual([
    `warn  hotline long-ago (Police, 115): not shown; last checked ${daysAgo(100)}, more than 90 days ago`,
    'ok    hotlines: 1 of 2 are shown',
  ])
})

test('doctor says when nobody can agree with somebody else, from when on they can, and whose cases nobody sees', async () => {
  const data = aDataDir()
  const config = configOf(data)
  const said = async () =>
    (await runAmin(data, ['doctor'])).stdout.split('\n').filter((one) => /two people|teams:/.test(one))
  const onTeam = (act: (agents: Agents) => Promise<void>) =>
    withAmin(data, async ({ foundation }) => {
      const team = await openTeam(config, foundation)
      await act(
        await openAgents({
          ...foundation.ports,
          auth: await openAuth(team.parts),
          publicUrl: config.publicUrl,
        }),
      )
      team.close()
    })
  expect(await said()).toEqual([])
  await onTeam(
    async (agents) =>
      void (await agents.createFirstAdmin({ email: 'a@example.org', password: 'four words are enough' })),
  )
  expect(await said()).toEqual([
    expect.stringMatching(/^warn {2}two people: 1 of .* add a second supervisor/),
  ])
  const join = async (agents: Agents, email: string, by?: string) => {
    const invited = await agents.invite({ email, name: 'S', role: 'supervisor', teams: ['minors'] }, by)
    if (invited.status === 'invited')
      await agents.accept(new URL(invited.link).hash.slice(1), 'four words are enough')
  }
  await onTeam(async (agents) => {
    const [first] = await agents.list()
    await agents.change(first!.id, { teams: ['account'] })
    await join(agents, 's@example.org', first!.id)
  })
  expect(await said()).toEqual([
    expect.stringMatching(/^warn {2}two people: 1 of .* the next can from \d{4}-/),
    'warn  teams: nobody sees the cases of violence, women-family, deepfake, financial; give them to members in the console',
  ])
  // Who has the server waits for nobody.
  await onTeam((agents) => join(agents, 't@example.org'))
  expect((await said())[0]).toBe('ok    two people: 2 members can agree to what another asks for')
})

test.skipIf(!mongoAvailable())('doctor says no more than that over MongoDB', async () => {
  const settings = on(stating(line('old', '2020-01-01')), (await server()).uri())
  expect(await doctor(settings)).toMatchObject({
    code: 0,
    stderr: '',
    said: [expect.stringContaining('hotline old '), expect.stringContaining('none is valid')],
  })
})

test('doctor says that it could not read what was confirmed, and goes by the file', async () => {
  const data = stating(line('fresh', daysAgo(1)))
  writeFileSync(
    join(data.AMIN_DATA, 'agents.db'),
    'no database at all, and long enough to be seen as none '.repeat(20),
  )
  expect(await doctor(data)).toMatchObject({
    code: 0,
    said: [
      'warn  hotlines: what was confirmed in the console cannot be read; here the dates of the operator file alone count',
      'ok    hotlines: 1 of 1 are shown',
    ],
  })
})

test('doctor says how many private chats of a linked number wrote and were left alone, beside whoever runs it, and nothing where WhatsApp is off', async () => {
  const data: Settings & { readonly AMIN_DATA: string } = { ...aDataDir(), WHATSAPP: 'baileys' }
  const said = async (settings: Settings = data): Promise<readonly string[]> =>
    (await runAmin(settings, ['doctor', '--inside'])).stdout
      .split('\n')
      .filter((one) => one.includes('private chats'))
  expect(await said()).toEqual(['ok    private chats: no number was linked yet'])
  const config = configOf(data)
  if (config.whatsapp?.by !== 'baileys') throw new Error('not linked')
  const { account } = config.whatsapp
  await withAmin(data, async ({ foundation }) => {
    const file = openSessionFile(sessionFileOf(config.dataDir, account))
    onTestFinished(file.close)
    let made = 0
    const contacts = contactsOf(file, makeSealing(sessionKeyOf(foundation.secrets)))
    const privates = makePrivates(contacts, () => `name ${(made += 1)}`)
    privates.learn(['1@lid', '2@lid', '3@lid'].map((chat) => ({ chat })))
    for (const chat of ['1@lid', '3@lid', '3@lid']) privates.leave({ chat })
  })
  expect(await said()).toEqual(['ok    private chats: 2 of the linked number wrote and were left alone'])
  expect(await said({ ...data, WHATSAPP: 'off' })).toEqual([])
})
