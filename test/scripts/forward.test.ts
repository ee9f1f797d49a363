import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { makeForwardedBot } from '../fakes/botpress/forwarded.ts'
import { post } from '../fakes/botpress/operations.ts'
import { startFakeBotpress } from '../fakes/botpress/index.ts'
import { EMAIL, PASSWORD, signIn } from '../journey/agent.ts'
import { freePort, makeDataDir, startAmin } from '../journey/amin-process.ts'
import { makeBotKey, settingsOf } from '../journey/botpress-amin.ts'
import { eventually } from '../patience.ts'

const MAIN = new URL('../../scripts/forward/main.ts', import.meta.url).pathname
const TOKEN = 'bp_bak_canaryBOTzzqx'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const startForward = async (
  env: Readonly<Record<string, string>>,
): Promise<ChildProcess & { readonly said: () => string }> => {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  cleanups.push(() => child.kill('SIGKILL'))
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await eventually(async () => expect(said).toContain('Forwards'))
  return Object.assign(child, { said: () => said })
}

const start = async () => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  const fake = await startFakeBotpress()
  cleanups.push(fake.stop)
  const settings: Readonly<Record<string, string>> = {
    ...settingsOf(fake, data.dir, await freePort()),
    AMIN_ADMIN_EMAIL: EMAIL,
    AMIN_ADMIN_PASSWORD: PASSWORD,
  }
  const amin = await startAmin(settings)
  cleanups.push(amin.kill)
  await amin.says(/Console/)
  fake.url = `${amin.url}/botpress/${settings['BOTPRESS_PATH_KEY']}`
  const bot = fake.bot('bot-newspaper', await makeBotKey(settings, 'Newspaper'))
  bot.settings.textsAreOurs = true
  const forwarded = makeForwardedBot(fake, bot, { token: TOKEN, integration: 'messenger' })
  const port = await freePort()
  const pathKey = randomBytes(32).toString('base64url')
  forwarded.settings.url = `http://127.0.0.1:${port}/${pathKey}`
  const env = {
    BOTPRESS_BOT_ID: bot.id,
    BOTPRESS_BOT_TOKEN: TOKEN,
    BOTPRESS_API_ROOT: fake.api.root,
    FORWARD_PATH_KEY: pathKey,
    FORWARD_PORT: String(port),
    FORWARD_CHANNELS: 'messenger,instagram,viber',
  }
  return { amin, fake, forwarded, env, settings, agent: await signIn(amin.url) }
}

test('who writes to a Botpress bot on Messenger talks with Amin itself: greeted by the bot, answered by an agent under their name, in order and once', async () => {
  const { forwarded, env, agent } = await start()
  const forward = await startForward(env)
  forwarded.settings.twice = true
  const sara = forwarded.person('Sara')
  await sara.says('canarywordszzqx he has my photos and will kill me')
  await eventually(async () => expect(sara.screen.length).toBeGreaterThan(0))
  const code = await agent.onlyCase()
  await agent.post(`/cases/${code}/claim`)
  const { version } = await agent.get<{ readonly version: number }>(`/cases/${code}`)
  await agent.post(`/cases/${code}/messages`, { text: 'I am here.', expectedVersion: version })
  await eventually(async () => expect(sara.screen.at(-1)).toMatch(/^(?!Amin).+: I am here\.$/))
  for (const n of [1, 2, 3]) await sara.says(`part ${n}`)
  await sara.sends('location', { latitude: 33.3, longitude: 44.4 })
  await eventually(async () => {
    const { messages } = await agent.get<{ readonly messages: readonly { from: string; text?: string }[] }>(
      `/cases/${code}/messages`,
    )
    const told = messages.filter(({ from }) => from === 'person').map(({ text }) => text)
    expect(told).toEqual([
      'canarywordszzqx he has my photos and will kill me',
      'part 1',
      'part 2',
      'part 3',
      '33.3, 44.4',
    ])
  })
  expect(sara.screen.filter((line) => line.includes('I am here.'))).toHaveLength(1)
  expect(forwarded.refused).toEqual([])
  for (const secret of ['zzqx', env.FORWARD_PATH_KEY]) expect(forward.said()).not.toContain(secret)
})

test('people of a channel that was not named are not passed on', async () => {
  const { forwarded, env, fake, agent } = await start()
  await startForward({ ...env, FORWARD_CHANNELS: 'instagram' })
  const other = forwarded.person('Sara')
  await other.says('hello')
  expect(other.screen).toEqual([])
  expect(fake.world.messages).toEqual([])
  expect((await agent.get<{ readonly rows: readonly unknown[] }>('/cases')).rows).toEqual([])
})

test('where Amin is down the person is told so once, and what they wrote arrives when it is back', async () => {
  const { amin, fake, forwarded, env, settings } = await start()
  await startForward(env)
  await amin.kill()
  const sara = forwarded.person('Sara')
  const said = sara.says('is anybody there?')
  await eventually(async () => expect(sara.screen).toHaveLength(1))
  expect(sara.screen[0]).toContain('has not reached the team yet')
  const again = await startAmin(settings)
  cleanups.push(again.kill)
  await again.says(/Console/)
  expect(new URL(fake.url).origin).toBe(again.url)
  await said
  await eventually(async () => expect(sara.screen.length).toBeGreaterThan(1))
  expect(sara.screen.filter((line) => line.includes('has not reached'))).toHaveLength(1)
  const agent = await signIn(again.url)
  await agent.onlyCase()
})

test('a kind that Amin does not take is said to the person; a wrong path, a body too long and what is no event reach nobody', async () => {
  const { forwarded, env, fake } = await start()
  await startForward(env)
  const sara = forwarded.person('Sara')
  await sara.sends('sticker', { id: 7 })
  expect(sara.screen[0]).toContain('This kind does not reach the team')
  const before = fake.world.messages.length
  const headers = { 'x-bp-operation': 'event_received', 'x-bp-type': 'message_created' }
  const wrong = forwarded.settings.url.replace(env.FORWARD_PATH_KEY, 'x'.repeat(43))
  expect((await post(wrong, headers, '{}')).status).toBe(401)
  expect((await post(forwarded.settings.url, headers, 'x'.repeat(1_100_000))).status).toBe(413)
  expect((await post(forwarded.settings.url, headers, 'no json')).status).toBe(400)
  expect((await post(forwarded.settings.url, { 'x-bp-operation': 'ping' }, '{}')).status).toBe(200)
  expect(fake.world.messages).toHaveLength(before)
})
