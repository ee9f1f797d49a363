import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openTexts } from '../../bots/texts.ts'
import { makeDataDir, whileTimePasses } from './amin-process.ts'
import { reachStory } from './first-questions.ts'
import { DECOY, DURESS, PIN, plain, THEIRS, WORDS } from './hidden-words.ts'
import { opening } from './opening.ts'
import { openRecord } from './settled.ts'
import { openScene, type Scene } from './whatsapp-phone.ts'

const phrases = openTexts()
const SITE = 'https://amin.example.org'
/** A link to the page for one secret. */
const LINK = new RegExp(`${SITE}/chat/once/[a-z]+#([0-9A-Z]{52})`)

/** That what is written stays in this chat, in the warning before a PIN is asked for in it. */
const STAYS = { ar: 'يبقى في واتساب', ckb: 'لە واتساپ دەمێنێتەوە' } as const

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

/** Where the PIN is written: on the page of one secret, or in the chat after a warning. */
type Way = 'on a page' | 'in the chat'

/** The program as it is set up for this: with an address that phones reach, or without one. */
const settingsFor = async (way: Way): Promise<Readonly<Record<string, string>>> => {
  if (way === 'in the chat') return {}
  const { dir, remove } = makeDataDir()
  cleanups.push(remove)
  const file = join(dir, 'operator.json')
  await writeFile(file, JSON.stringify({ secondFactor: 'optional' }))
  return { AMIN_PUBLIC_URL: SITE, AMIN_OPERATOR_FILE: file }
}

/** The newest link in the chat is opened, and this is written there. */
const onPage = async ({ amin, phone }: Scene, text: string): Promise<void> => {
  const token = LINK.exec(phone.read().findLast((one) => LINK.test(one)) ?? '')?.[1]
  const answer = await fetch(`${amin.url}/chat/api/once`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'x-chat': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ token, text }),
  })
  expect(answer.status).toBe(202)
}

test.each([
  ['cloud', 'ar', 'on a page'],
  ['baileys', 'ckb', 'in the chat'],
] as const)(
  'on WhatsApp (%s, %s) a chat that was left says nothing of a case to whoever holds the phone: the second PIN and the word for danger call the team, the PIN, written %s, opens it',
  { timeout: 240_000 },
  async (by, language, way: Way) => {
    const scene = await openScene(by, await settingsFor(way))
    cleanups.push(scene.stop)
    const { amin, agent, phone } = scene
    const words = WORDS[language]
    const begins = (key: string): string => opening(language, key)
    const hears = (key: string): Promise<void> => phone.hears(begins(key))
    const record = await openRecord(agent)

    // The story, and all three secrets as they are asked for here.
    await phone.says(words.greeting)
    await reachStory({ hears: phone.hears, presses: phone.says, says: phone.says }, language)
    await phone.says(words.story)
    await hears('ask-danger')
    await phone.says(words.code)
    await hears('pin-ask')
    const code = await agent.onlyCase()
    expect(phone.read().join('\n')).toContain(code)
    expect(phone.read().at(-1)?.includes(`${SITE}/chat/once/${language}#`)).toBe(way === 'on a page')
    expect(phone.read().slice(-2).join('\n').includes(STAYS[language])).toBe(way === 'in the chat')
    for (const [secret, next] of [
      [PIN, 'decoy-ask'],
      [DECOY, 'duress-ask'],
      [DURESS, 'secrets-done'],
    ] as const) {
      if (way === 'on a page') await onPage(scene, secret)
      else await phone.says(secret)
      await hears(next)
    }

    /** All that a chat that was left may say: a line of cooking, and what everybody may read. */
    const INNOCENT = ['exit-innocent', 'exit-innocent-2', 'exit-innocent-3'].map(begins)
    const expectNothing = (said: readonly string[], allowed: readonly string[]): void => {
      expect(said.map(plain).filter((one) => !allowed.some((each) => one.startsWith(plain(each))))).toEqual(
        [],
      )
      for (const told of [code, THEIRS, PIN, DECOY, DURESS]) expect(said.join('\n')).not.toContain(told)
    }
    /** Does it; what is said then is nothing but this, and says nothing. */
    const quietly = async (act: () => Promise<void>, last: readonly string[]): Promise<void> => {
      const before = phone.read().length
      await act()
      const since = (): readonly string[] =>
        phone
          .read()
          .slice(before)
          .filter((one) => one !== '')
      await whileTimePasses(() => {
        const said = plain(since().at(-1) ?? '')
        expect(last.some((one) => said.startsWith(plain(one)))).toBe(true)
      })
      expectNothing(since(), [...INNOCENT, begins('decoy-welcome')])
    }
    const snoops = (): Promise<void> =>
      quietly(async () => {
        for (const text of words.tries.slice(0, -1)) await record.taken(() => phone.says(text))
        await record.answered('the word of return', () => phone.says(words.tries.at(-1)!))
      }, [begins('decoy-welcome')])
    /** What can be taken back here is: nothing of ours stands but what says nothing. */
    const expectEmpty = async (): Promise<void> => {
      if (by === 'baileys')
        await whileTimePasses(() => expectNothing(phone.stands(), [...INNOCENT, begins('decoy-welcome')]))
    }
    type File = {
      readonly signals: { readonly decoy?: object; readonly duress?: object }
      readonly severity?: string
      readonly person: { readonly exited: boolean }
    }
    const file = (): Promise<File> => agent.get<File>(`/cases/${code}`)
    const calls = async (): Promise<boolean> =>
      /amin_cases\{status="waiting"\} 1\b/.test(await (await fetch(`${amin.url}/metrics`)).text())
    const opens = async (): Promise<void> => {
      if (way === 'in the chat') await phone.says(PIN)
      else {
        // The word for a code shows the harmless list here; the code itself opens the page for the PIN.
        const before = phone.read().length
        await phone.says(code)
        await whileTimePasses(() =>
          expect(
            phone
              .read()
              .slice(before)
              .some((one) => LINK.test(one)),
          ).toBe(true),
        )
        await onPage(scene, PIN)
      }
      await hears('resumed')
      await whileTimePasses(async () => expect((await file()).person.exited).toBe(false))
    }

    // Left: nothing for whoever looks, and nobody is called for it.
    await quietly(() => phone.says('0'), INNOCENT)
    await expectEmpty()
    await snoops()
    await expectEmpty()
    expect(await calls()).toBe(false)
    expect((await file()).signals).not.toHaveProperty('decoy')

    // The second PIN, which somebody forces out of them.
    await quietly(() => phone.says(DECOY), [begins('decoy-welcome')])
    await expectEmpty()
    await snoops()
    expect((await file()).signals.decoy).toMatchObject({ channel: 'whatsapp' })
    expect(await calls()).toBe(true)

    // The PIN opens the case, and whoever was called comes and goes.
    await opens()
    expect((await agent.post(`/cases/${code}/claim`)).status).toBe(200)
    await phone.hears(phrases.say(language, 'agent-joined', { alias: 'none' }))
    expect((await agent.post(`/cases/${code}/release`, { to: 'bot' })).status).toBe(200)
    await hears('returned-to-bot')
    await hears('ask-danger')
    expect(await calls()).toBe(false)
    expect((await file()).signals).not.toHaveProperty('duress')

    // The word for danger, alone in the open chat.
    await quietly(() => phone.says(DURESS), INNOCENT)
    await expectEmpty()
    await whileTimePasses(async () => expect(await calls()).toBe(true))
    expect(await file()).toMatchObject({
      severity: 'P1',
      signals: { duress: { channel: 'whatsapp' } },
      person: { exited: true },
    })
    await snoops()
    await opens()

    expect(phone.read().join('\n')).not.toMatch(new RegExp([PIN, DECOY, DURESS].join('|')))
    expect(scene.violations()).toEqual([])
    expect(await amin.stop()).toBe(0)
    for (const secret of [PIN, DECOY, DURESS, THEIRS])
      expect(`${amin.stdout()}${amin.stderr()}`).not.toContain(secret)
  },
)
