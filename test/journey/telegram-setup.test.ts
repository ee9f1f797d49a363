import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { TelegramState, TelegramTest } from '../../adapters/console/contract/telegram.ts'
import { startFakeTelegram } from '../fakes/telegram/index.ts'
import { eventually } from '../patience.ts'
import { EMAIL, PASSWORD, signIn } from './agent.ts'
import { makeDataDir, startAmin, type AminProcess } from './amin-process.ts'

vi.setConfig({ testTimeout: 180_000 })

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** Everything under a folder, as bytes. */
const everything = (dir: string): string =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')

test('from the first sign-in to an answered test message on Telegram: no file edited, no process restarted, no case; then people are heard, a new token holds at once, one that is taken away silences the bot, and a restart changes nothing', async () => {
  const data = makeDataDir()
  ends.push(data.remove)
  const fake = await startFakeTelegram({ token: '424242:TEST-a-secret-of-the-bot' })
  ends.push(fake.stop)
  const start = async (roles: string, says: RegExp): Promise<AminProcess> => {
    const amin = await startAmin({
      AMIN_DATA: data.dir,
      AMIN_ROLES: roles,
      TELEGRAM_API_ROOT: fake.apiRoot,
      ...(roles === 'console' ? { AMIN_ADMIN_EMAIL: EMAIL, AMIN_ADMIN_PASSWORD: PASSWORD } : {}),
    })
    ends.push(amin.kill)
    await amin.says(says)
    return amin
  }
  const bot = await start('telegram,worker', /Amin runs/)
  const console = await start('console', /Console/)

  const began = performance.now()
  const admin = await signIn(console.url)
  expect(await admin.get<TelegramState>('/telegram')).toEqual({ from: 'nowhere', version: 0 })
  expect((await admin.put('/telegram', { version: 0, token: fake.token })).status).toBe(200)
  const asked = (await (await admin.post('/telegram/test')).json()) as TelegramTest
  const phone = fake.person({ language: 'en' })
  phone.starts(new URL(asked.link!).searchParams.get('start')!)
  await phone.hears('your test message came through')
  await eventually(async () => {
    const { test: last } = await admin.get<TelegramState>('/telegram')
    expect(last).toMatchObject({ cameAt: expect.any(String), answeredAt: expect.any(String) })
  })
  process.stdout.write(
    `sign-in to an answered test message: ${Math.round(performance.now() - began)} ms, 0 files, 0 restarts\n`,
  )
  expect(await admin.get('/cases')).toMatchObject({ rows: [] })

  // The same phone, and the same link once more: still no case, until somebody really writes.
  phone.starts(new URL(asked.link!).searchParams.get('start')!)
  await eventually(() =>
    expect(phone.texts().filter((text) => text.includes('test message'))).toHaveLength(2),
  )
  expect(await admin.get('/cases')).toMatchObject({ rows: [] })
  expect(await admin.get<{ readonly channels: unknown }>('/health')).toMatchObject({
    channels: expect.arrayContaining([{ name: 'telegram', status: 'elsewhere', from: 'here' }]),
  })

  const person = fake.person({ language: 'en' })
  const heard = async (act: () => unknown): Promise<void> => {
    const before = fake.sentTo(person.id).length
    act()
    await fake.until(() => fake.sentTo(person.id).length > before, 'an answer')
  }
  await heard(() => person.starts())

  expect((await admin.put('/telegram', { version: 1, token: null })).status).toBe(200)
  await fake.until(() => !fake.polling(), 'nobody asks any more')
  expect((await admin.put('/telegram', { version: 2, token: fake.token })).status).toBe(200)
  await heard(() => person.says('hello'))

  expect(await bot.stop()).toBe(0)
  const again = await start('telegram,worker', /Amin runs/)
  await heard(() => person.says('hello again'))

  for (const { stdout, stderr } of [bot, again, console])
    expect(stdout() + stderr()).not.toContain('a-secret-of')
  expect(everything(data.dir)).not.toContain('a-secret-of')
  for (const amin of [console, again]) expect(await amin.stop()).toBe(0)
  expect(fake.violations).toEqual([])
})
