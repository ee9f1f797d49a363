import { afterEach, expect, test } from 'vitest'
import { openTexts } from '../../bots/texts.ts'
import { startFakeTelegram, type FakeTelegram } from '../fakes/telegram/index.ts'
import { EMAIL, PASSWORD, signIn } from './agent.ts'
import { makeDataDir, startAmin, whileTimePasses, type AminProcess } from './amin-process.ts'
import { reachStory } from './first-questions.ts'
import { DECOY, DURESS, PIN, plain, THEIRS, WORDS } from './hidden-words.ts'
import { opening } from './opening.ts'
import { openRecord } from './settled.ts'

const phrases = openTexts()
/** What a bot may do in a chat that was left: write, take back, answer a press, show that it writes. */
const HARMLESS = /^(?:sendMessage|sendChatAction|deleteMessages?|answerCallbackQuery)$/
const EDITS = /^editMessage/
/** Of no chat: how it reads, and what it asks of itself. */
const UNSEEN = /^(?:getUpdates|getMe|getWebhookInfo|getMyCommands|getMyName)$/

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

const openHouse = async (): Promise<{ readonly fake: FakeTelegram; readonly amin: AminProcess }> => {
  const data = makeDataDir()
  ends.push(data.remove)
  const fake = await startFakeTelegram({ token: '424242:TEST' })
  ends.push(fake.stop)
  const amin = await startAmin({
    AMIN_ADMIN_EMAIL: EMAIL,
    AMIN_ADMIN_PASSWORD: PASSWORD,
    AMIN_DATA: data.dir,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
  })
  ends.push(amin.kill)
  await amin.says(/Console/)
  return { fake, amin }
}

test.each(['ar', 'ckb', 'en'] as const)(
  'on Telegram (%s) nothing of a case is left or shown after 0, the second PIN and the word for danger, whatever whoever holds the phone writes, starts or presses, until the PIN',
  { timeout: 240_000 },
  async (language) => {
    const { fake, amin } = await openHouse()
    const agent = await signIn(amin.url)
    const words = WORDS[language]
    const person = fake.person({ language: language === 'ckb' ? 'ku' : language })
    const begins = (key: string): string => plain(opening(language, key))
    const record = await openRecord(agent)
    /** All that the bot wrote to them, taken back or not. */
    const heard = (): readonly string[] =>
      fake.sentTo(person.id).flatMap((entry) => (entry.kind === 'message' ? [plain(entry.text)] : []))
    let from = 0
    const hears = async (text: string): Promise<void> => {
      from = await whileTimePasses(() => {
        const at = heard().findIndex((said, place) => place >= from && said.includes(plain(text)))
        expect(at, `${text} after ${heard().slice(-3).join(' | ')}`).toBeGreaterThanOrEqual(0)
        return at + 1
      })
    }
    const hearsKey = (key: string): Promise<void> => hears(begins(key))

    // The story, and all three secrets.
    person.starts()
    await reachStory({ hears, presses: person.presses, says: person.says }, language)
    person.says(words.story)
    await hearsKey('ask-danger')
    person.says(words.code)
    await hearsKey('pin-ask')
    const code = await agent.onlyCase()
    expect(heard().join('\n')).toContain(code)
    for (const [secret, next] of [
      [PIN, 'decoy-ask'],
      [DECOY, 'duress-ask'],
      [DURESS, 'secrets-done'],
    ] as const) {
      person.says(secret)
      await hearsKey(next)
    }
    const SECRETS = [code, THEIRS, PIN, DECOY, DURESS]
    const LINES = ['exit-innocent', 'exit-innocent-2', 'exit-innocent-3'].map(begins)
    const LIST = begins('decoy-welcome')
    const menu = JSON.stringify([...fake.world.commands, ...fake.world.names])

    /**
     * All that the bot did since: in words, buttons, edits, pins, titles and answers to presses. What is
     * edited is gone (buttons of a question that was open).
     */
    const expectNothing = (before: number, allowed: readonly string[] = []): void => {
      const stands = new Set<unknown>(person.sees().map(({ id }) => id))
      const done = fake.calls
        .slice(before)
        .filter(({ method }) => !UNSEEN.test(method))
        .filter(({ method, payload }) => !EDITS.test(method) || stands.has(payload['message_id']))
      expect(done.filter(({ method }) => !HARMLESS.test(method))).toEqual([])
      expect(
        done.flatMap(({ method, payload: { text = '', reply_markup: buttons } }) => {
          const said = plain(String(text))
          if (method !== 'sendMessage') return said === '' ? [] : [said]
          const isInnocent = LINES.some((one) => said.startsWith(one)) || allowed.includes(said)
          return said.startsWith(LIST) || (isInnocent && buttons === undefined) ? [] : [said]
        }),
      ).toEqual([])
      for (const told of SECRETS) expect(JSON.stringify(fake.calls.slice(before)), told).not.toContain(told)
      expect(JSON.stringify([...fake.world.commands, ...fake.world.names])).toBe(menu)
    }
    /** What stands in the chat is an innocent line, or the harmless list, and nothing of theirs. */
    const expectEmpty = (shows: readonly string[]): Promise<void> =>
      whileTimePasses(() => {
        const seen = person.sees()
        expect(seen.map((one) => `${one.from}: ${plain(one.text)}`)).toHaveLength(1)
        expect(shows.some((one) => plain(seen[0]!.text).startsWith(one))).toBe(true)
        expect(JSON.stringify(seen)).not.toMatch(new RegExp(SECRETS.join('|')))
      })
    const quietly = async (act: () => unknown, shows: readonly string[]): Promise<void> => {
      const before = fake.calls.length
      await record.answered('what hides it', async () => void act())
      await expectEmpty(shows)
      expectNothing(before)
    }
    /** Everything that whoever holds the phone can do: START, words, a button of the list. */
    const snoops = async (): Promise<void> => {
      const before = fake.calls.length
      await record.answered('START', async () => void person.starts())
      for (const text of words.tries) await record.taken(async () => void person.says(text))
      await record.answered('START again', async () => void person.starts())
      const titles = person.buttons().map(({ text }) => text)
      expect(titles.length).toBeGreaterThan(0)
      const lesson = plain(phrases.say(language, 'lesson-bluff'))
      await record.answered(
        'a button of the list',
        async () => void person.presses(phrases.say(language, 'lesson-bluff-title')),
      )
      await whileTimePasses(() => expect(heard().at(-1)).toBe(lesson))
      expectNothing(before, [lesson])
    }
    type File = {
      readonly severity?: string
      readonly signals: { readonly decoy?: object; readonly duress?: object }
      readonly person: { readonly exited: boolean }
    }
    const file = (): Promise<File> => agent.get<File>(`/cases/${code}`)
    const calls = async (): Promise<boolean> =>
      /amin_cases\{status="waiting"\} 1\b/.test(await (await fetch(`${amin.url}/metrics`)).text())
    const opens = async (): Promise<void> => {
      from = heard().length
      person.says(PIN)
      await hearsKey('resumed')
      await whileTimePasses(() => expect(person.sees().map(({ text }) => text)).not.toContain(PIN))
      expect((await file()).person.exited).toBe(false)
    }

    // Left: nothing for whoever looks, and nobody is called for it.
    await quietly(() => person.says('0'), LINES)
    await snoops()
    expect(await calls()).toBe(false)
    expect((await file()).signals).not.toHaveProperty('decoy')

    // The second PIN, which somebody forces out of them.
    await quietly(() => person.says(DECOY), [LIST])
    await snoops()
    expect((await file()).signals.decoy).toMatchObject({ channel: 'telegram' })
    expect(await calls()).toBe(true)

    // The PIN opens the case, and whoever was called comes and goes.
    await opens()
    expect((await agent.post(`/cases/${code}/claim`)).status).toBe(200)
    await hears(phrases.say(language, 'agent-joined', { alias: 'none' }))
    expect((await agent.post(`/cases/${code}/release`, { to: 'bot' })).status).toBe(200)
    await hearsKey('returned-to-bot')
    await hearsKey('ask-danger')
    expect(await calls()).toBe(false)
    expect((await file()).signals).not.toHaveProperty('duress')

    // The word for danger, alone in the open chat.
    await quietly(() => person.says(DURESS), LINES)
    await whileTimePasses(async () => expect(await calls()).toBe(true))
    expect(await file()).toMatchObject({
      severity: 'P1',
      signals: { duress: { channel: 'telegram' } },
      person: { exited: true },
    })
    await snoops()
    await opens()

    expect(fake.violations).toEqual([])
    expect(await amin.stop()).toBe(0)
    for (const secret of [PIN, DECOY, DURESS, THEIRS])
      expect(`${amin.stdout()}${amin.stderr()}`).not.toContain(secret)
  },
)

test('the menu of commands, which any hand may open, says nothing of hiding', async () => {
  const { fake } = await openHouse()
  await whileTimePasses(() => expect(fake.world.commands.size).toBeGreaterThanOrEqual(4))
  const words = [...fake.world.commands.values()].flat().map(({ description }) => description)
  expect(words.join('\n')).not.toMatch(/hid|إخف|شارد/i)
})
