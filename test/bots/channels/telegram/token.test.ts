import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { openSealer } from '../../../../adapters/crypto/sealer.ts'
import { makeMemoryKeys } from '../../../../adapters/memory/keys.ts'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import { readConfig, type Config } from '../../../../bots/config.ts'
import { openFoundation } from '../../../../bots/foundation.ts'
import { openSettings } from '../../../../bots/settings.ts'
import { openTelegramToken, withToken } from '../../../../bots/channels/telegram/token.ts'
import { instant } from '../../../../core/base/units.ts'
import { runCommand } from '../../../build/command.ts'
import { makeDataDir } from '../../../journey/amin-process.ts'
import { eventually } from '../../../patience.ts'

const at = instant(1_767_225_600_000)
const bot = { id: '424242', name: 'amin_test_bot' }
const set = { token: '424242:a-secret-that-nobody-reads', bot }
const config = { telegramRoot: 'https://api.telegram.org' }
const sealerOf = async () =>
  openSealer({ masterKey: createSecretKey(randomBytes(32)), keys: makeMemoryKeys() })

const openOver = async (
  { settings: store }: ReturnType<typeof makeMemoryStore>,
  sealer: Awaited<ReturnType<typeof sealerOf>>,
  given: Parameters<typeof openTelegramToken>[0]['config'] = config,
) => {
  const log = makeMemoryLog()
  const settings = await openSettings(store, { official: {} }, log)
  return { log, settings, telegram: openTelegramToken({ config: given, settings, sealer, log }) }
}

test('a token that was set holds in a process that had begun before, which is told, and lies in the store sealed', async () => {
  const [store, sealer] = [makeMemoryStore(), await sealerOf()]
  const [here, there] = [await openOver(store, sealer), await openOver(store, sealer)]
  const live = withToken(config, there.telegram)
  let told = 0
  there.settings.heed(() => (told += 1))
  const pulse = there.settings.watch()
  onTestFinished(() => pulse.stop())
  expect('telegram' in live).toBe(false)
  expect(await here.telegram.put({ version: 0, at, by: 'noor', set })).toBe(true)
  const inForce = { token: set.token, apiRoot: config.telegramRoot, from: 'here' }
  await eventually(() => expect(live.telegram).toEqual(inForce))
  expect({ ...live }).toEqual({ ...config, telegram: inForce })
  expect(told).toBe(1)
  expect(JSON.stringify(await store.settings.list())).not.toContain('a-secret')
  await there.settings.look()
  expect(live.telegram).toBe(there.telegram.inForce())
  await here.telegram.put({ version: 1, at, by: 'noor' })
  await eventually(() => expect(live.telegram).toBeUndefined())
})

test('a token of the environment leads over the one that is kept', async () => {
  const [store, sealer] = [makeMemoryStore(), await sealerOf()]
  await (await openOver(store, sealer)).telegram.put({ version: 0, at, by: 'noor', set })
  const telegram = { token: '1:env', apiRoot: config.telegramRoot, from: 'environment' } as const
  const led = await openOver(store, sealer, { ...config, telegram })
  expect(led.telegram.inForce()).toBe(telegram)
  expect(led.telegram.state()).toMatchObject({ from: 'environment', kept: { version: 1 } })
})

test('a token that another master key sealed does not hold, which is said, and a new one is set over it', async () => {
  const store = makeMemoryStore()
  await (await openOver(store, await sealerOf())).telegram.put({ version: 0, at, by: 'noor', set })
  const { telegram, log } = await openOver(store, await sealerOf())
  expect(telegram.state()).toEqual({ from: 'unreadable', bot, kept: { version: 1, at, by: 'noor' } })
  expect(telegram.inForce()).toBeUndefined()
  expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  expect(await telegram.put({ version: 1, at, by: 'noor', set })).toBe(true)
  expect(telegram.state()).toMatchObject({ from: 'here', bot })
})

test('doctor says where the token comes from', async () => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  const read = (env: Readonly<Record<string, string>>) => readConfig({ AMIN_DATA: dir, ...env }) as Config
  const says = async (env: Readonly<Record<string, string>> = {}): Promise<string> => {
    const { printed } = await runCommand(read(env), 'doctor', ['--inside'])
    return printed.find((line) => line.includes(' channels: ')) ?? ''
  }
  expect(await says()).toContain('Telegram off;')
  const foundation = await openFoundation(read({}), makeMemoryLog())
  await foundation.telegram.put({ version: 0, at, by: 'noor', set })
  await foundation.close()
  expect(await says()).toContain('Telegram on, the token was set in the console;')
  expect(await says({ TELEGRAM_BOT_TOKEN: '1:env' })).toContain(
    'Telegram on, the token is of the environment;',
  )
})
