import { afterEach, expect, test, vi } from 'vitest'
import { startFakeTelegram } from '../fakes/telegram/index.ts'
import { makeDataDir, startAmin } from './amin-process.ts'

const PIN = '483917'
const OF_THE_CASE = /kolkwitzia|blackmail|report|case|did they|what happened|this is what/i

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

test('on Telegram nothing of a case is left or shown after 0, whoever presses START, until the PIN', async () => {
  const data = makeDataDir()
  ends.push(data.remove)
  const fake = await startFakeTelegram({ token: '424242:TEST' })
  ends.push(fake.stop)
  const amin = await startAmin({
    AMIN_DATA: data.dir,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
  })
  ends.push(amin.kill)
  await amin.says(/Console/)
  const person = fake.person({ language: 'en' })
  /** Until the bot said one more thing, and was then quiet for a moment. */
  const answered = async (act: () => unknown): Promise<void> => {
    const before = fake.sentTo(person.id).length
    act()
    await fake.until(() => fake.sentTo(person.id).length > before, 'an answer')
  }
  await answered(() => person.starts())
  for (const text of ['continue', 'I am 22']) await answered(() => person.says(text))
  person.says('A man who calls himself Kolkwitzia has my photos and wants money')
  await person.hears('Your safety first')
  person.says('return code')
  await person.hears('4 to 12 digits')
  person.says(PIN)
  await person.hears('list of Telegram chats')
  await vi.waitFor(() => expect(person.sees().map(({ text }) => text)).not.toContain(PIN), {
    timeout: 60_000,
    interval: 50,
  })
  for (const text of ['skip', 'skip']) await answered(() => person.says(text))
  await person.hears('brings these questions back')

  person.says('0')
  await vi.waitFor(() => expect(person.sees()).toHaveLength(1), { timeout: 60_000, interval: 50 })
  expect(person.sees()[0]?.text).not.toMatch(OF_THE_CASE)
  person.starts()
  await person.hears('tips for being safe online')
  for (const text of ['/restart', 'summary', 'continue', 'hello']) person.says(text)
  person.starts()
  await vi.waitFor(
    () => expect(person.texts().filter((text) => text.includes('tips for being safe'))).toHaveLength(4),
    {
      timeout: 60_000,
      interval: 50,
    },
  )
  expect(person.texts().join('\n')).not.toMatch(OF_THE_CASE)

  person.says(PIN)
  await person.hears('We go on where we stopped')
  await vi.waitFor(() => expect(person.sees().map(({ text }) => text)).not.toContain(PIN), {
    timeout: 60_000,
    interval: 50,
  })
  expect(fake.violations).toEqual([])
})

test('the menu of commands, which any hand may open, says nothing of hiding', async () => {
  const data = makeDataDir()
  ends.push(data.remove)
  const fake = await startFakeTelegram({ token: '424242:TEST' })
  ends.push(fake.stop)
  const amin = await startAmin({
    AMIN_DATA: data.dir,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
  })
  ends.push(amin.kill)
  await amin.says(/Console/)
  await vi.waitFor(() => expect(fake.world.commands.size).toBeGreaterThanOrEqual(4), {
    timeout: 60_000,
    interval: 50,
  })
  const words = [...fake.world.commands.values()].flat().map(({ description }) => description)
  expect(words.join('\n')).not.toMatch(/hid|إخف|شارد/i)
})
