import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flow } from '../../bots/amin/flow.ts'
import { openTexts } from '../../bots/texts.ts'
import { optionKey, questionKey } from '../../core/model/keys.ts'
import { optionsOf } from '../../core/policy/conversation/steps.ts'
import type { Language } from '../../core/base/language.ts'
import type { App } from '../../core/ports/channel.ts'
import { CHROMIUM } from '../chromium.ts'
import { openBrowser, type Browser } from '../adapters/channels/webchat/browser.ts'
import { startFakeTelegram, type FakeTelegram } from '../fakes/telegram/index.ts'
import { startFakeWhatsapp, type FakeWhatsapp } from '../fakes/whatsapp/index.ts'
import { startFakeWhatsappCloud, type FakeWhatsappCloud } from '../fakes/whatsapp-cloud/index.ts'
import { EMAIL, PASSWORD, sha256, signIn, type Agent } from './agent.ts'
import { makeDataDir, startAmin, whileTimePasses, type AminProcess } from './amin-process.ts'
import { opening } from './opening.ts'
import { PEOPLE, type Frightened, type Where } from './frightened-people.ts'
import { openRecord } from './settled.ts'
import { untruths, type Told } from './truth.ts'
import { cloudSettings, pairByConsole, trialOf } from './whatsapp-phone.ts'

const phrases = openTexts()
const PIN = '483917'
/** What somebody who holds the phone may try to see what is there. */
const SNOOPING = ['/start', 'summary', 'ملخص', 'continue', 'پوختە']
/** How the return code is asked for, in words that answer no question. */
const CODE_WORD: Readonly<Record<Language, string>> = {
  ar: 'رمز العودة',
  ckb: 'کۆدی گەڕانەوە',
  en: 'return code',
}

/** In a chat that knows nothing of the case: there is a code for another. */
const RETURN_WORD: Readonly<Record<Language, string>> = {
  ar: 'عندي رمز',
  ckb: 'کۆدم هەیە',
  en: 'i have a code',
}

const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')

/** That a file waits begins alike whether consent or the age is asked for. */
const LONG: Readonly<Record<string, number>> = { 'ask-age-file': 34, 'ask-consent-file': 30 }
const beginning = (language: Language, key: string): string => plain(opening(language, key, LONG[key]))

/** One person's side of a chat, whichever app it is in. */
type Chat = {
  readonly says: (text: string) => Promise<void>
  /** Presses a button with this label; types it where the app has none. */
  readonly picks: (label: string) => Promise<void>
  readonly sendsPhoto: (bytes: Buffer) => Promise<void>
  /** Several at once, or a recording; where somebody of this channel sends one. */
  readonly sendsAlbum?: (pictures: readonly Buffer[]) => Promise<void>
  readonly sendsVoice?: (bytes: Buffer) => Promise<void>
  /** How often the bytes of a file left the platform, or on the page the phone, for us. */
  readonly taken: (file: Buffer) => number
  readonly starts: () => Promise<void>
  /** Everything that was said to them since they opened the app last, oldest first. */
  readonly said: () => Promise<readonly string[]>
  /** Hides everything, in the way that the app has for it. */
  readonly hides: () => Promise<void>
  /**
   * What whoever holds the phone now sees when they try everything: the screen after it. `each`
   * does one thing, to its end.
   */
  readonly snoops: (each: (act: () => Promise<void>) => Promise<void>) => Promise<string>
  /** Shows that the case is theirs. */
  readonly returns: (key: string) => Promise<void>
}

type House = {
  readonly agent: Agent
  readonly open: (who: Frightened) => Promise<Chat>
  readonly violations: () => readonly unknown[]
}

const cleanups: (() => unknown)[] = []
let browser: Browser
let houses: Readonly<Record<Where, House>>

/** A messenger: what was said stays in `said`, and after hiding only what came since is on the screen. */
const messenger = (parts: Omit<Chat, 'hides' | 'snoops' | 'returns'>): Chat => {
  let from = 0
  const news = async (): Promise<readonly string[]> => (await parts.said()).slice(from)
  return {
    ...parts,
    hides: async () => {
      from = (await parts.said()).length
      await parts.says('0')
      await whileTimePasses(async () => expect((await news()).length).toBeGreaterThan(0))
    },
    snoops: async (each) => {
      for (const text of SNOOPING) await each(text === '/start' ? parts.starts : () => parts.says(text))
      return (await news()).join('\n')
    },
    returns: async (key) => {
      const before = (await parts.said()).length
      await parts.says(key)
      await whileTimePasses(async () => expect((await parts.said()).length).toBeGreaterThan(before))
    },
  }
}

const onTelegram = (fake: FakeTelegram, { language, name }: Frightened): Chat => {
  const person = fake.person({ firstName: name.slice(0, 8), language: language === 'ckb' ? 'ku' : language })
  return messenger({
    says: async (text) => void person.says(text),
    picks: async (label) => {
      const button = person.buttons().find(({ text }) => plain(text).includes(label))
      if (button === undefined) person.says(label)
      else person.presses(button.text)
    },
    sendsPhoto: async (bytes) => void person.sendsPhoto(bytes),
    sendsAlbum: async (pictures) => void person.sendsAlbum(pictures),
    taken: fake.files.servedOf,
    starts: async () => void person.starts(),
    said: async () =>
      fake.sentTo(person.id).flatMap((entry) => (entry.kind === 'message' ? [plain(entry.text)] : [])),
  })
}

const onCloud = (fake: FakeWhatsappCloud, { name }: Frightened): Chat => {
  const person = fake.person({ name: name.slice(0, 8) })
  return messenger({
    says: async (text) => void person.says(text),
    picks: async (label) => void person.says(label),
    sendsPhoto: async (bytes) => void person.sendsPhoto(bytes),
    sendsVoice: async (bytes) => void person.sendsVoice(bytes),
    taken: fake.media.servedOf,
    starts: async () => void person.says('hi'),
    said: async () => fake.textsTo(person).map(plain),
  })
}

const onBaileys = (fake: FakeWhatsapp, { name }: Frightened): Chat => {
  const person = fake.person(name.slice(0, 8))
  return messenger({
    says: async (text) => void (await fake.says(person, text)),
    picks: async (label) => void (await fake.says(person, label)),
    sendsPhoto: async (bytes) => {
      const imageMessage = {
        ...(await fake.media.upload(bytes, 'image')),
        mimetype: 'image/jpeg',
        caption: '',
      }
      await fake.says(person, { imageMessage }, { type: 'media' })
    },
    taken: fake.media.servedOf,
    starts: async () => void (await fake.says(person, 'hi')),
    said: async () =>
      fake.received.flatMap((one) => {
        const text =
          one.person === person
            ? (one.message.extendedTextMessage?.text ?? one.message.conversation)
            : undefined
        return typeof text === 'string' ? [plain(text)] : []
      }),
  })
}

const onPage = async (url: string, { language }: Frightened): Promise<Chat> => {
  const { page } = await browser.look({
    width: 390,
    height: 844,
    touch: true,
    locale: language === 'en' ? 'en-GB' : 'ar-IQ',
  })
  const go = async (): Promise<void> => {
    await page.goto(`${url}/chat`)
    await page.locator('#bottom').waitFor()
  }
  const write = async (text: string): Promise<void> => {
    await page.locator('#text').fill(text)
    await page.locator('#send').click()
  }
  const settled = (of: Page): Promise<unknown> =>
    whileTimePasses(async () =>
      expect(await of.locator('#pending .line[data-state=sending]').count()).toBe(0),
    )
  /** The page names a file only where its bytes go with it. */
  const named = (bytes: Buffer): string => `${sha256(bytes).slice(0, 12)}.jpg`
  const sent: string[] = []
  page.on('request', (request) => void sent.push(request.headers()['x-file-name'] ?? ''))
  const pick = (buffer: Buffer) => ({ name: named(buffer), mimeType: 'image/jpeg', buffer })
  const screen = async (): Promise<string> =>
    plain(`${await page.title()} ${page.url()} ${await page.locator('body').innerText()}`)
  await go()
  return {
    says: write,
    picks: (label) => page.locator('#choices button', { hasText: label }).first().click(),
    sendsPhoto: (bytes) => page.locator('#files').setInputFiles(pick(bytes)),
    sendsAlbum: (pictures) => page.locator('#files').setInputFiles(pictures.map(pick)),
    taken: (file) => sent.filter((name) => name === named(file)).length,
    starts: () => page.locator(`#languages button[value=${language}]`).click(),
    said: async () => (await page.locator('#log .line.bot .words').allTextContents()).map(plain),
    hides: async () => {
      await page.locator('#exit').click()
      // Whoever has no way back is asked once; a second press leaves at once.
      await page.waitForURL('**/chat/away**', { timeout: 5_000 }).catch(() => page.locator('#exit').click())
      await page.waitForURL('**/chat/away**')
    },
    snoops: async (each) => {
      const away = await screen()
      await go()
      await each(() => write('summary'))
      await settled(page)
      return `${away}\n${await screen()}`
    },
    returns: async (key) => {
      // Whoever held the phone began a chat of their own meanwhile.
      for (const part of [RETURN_WORD[language], ...key.split(' ')]) {
        const before = await screen()
        await write(part)
        await settled(page)
        await whileTimePasses(async () => expect(await screen()).not.toBe(before))
      }
    },
  }
}

const startHouses = async (): Promise<void> => {
  const base = { AMIN_ADMIN_EMAIL: EMAIL, AMIN_ADMIN_PASSWORD: PASSWORD }
  const data = [makeDataDir(), makeDataDir()] as const
  const telegram = await startFakeTelegram({ token: '424242:TEST' })
  const cloud = await startFakeWhatsappCloud()
  const linked = await startFakeWhatsapp()
  const first = await startAmin({
    ...base,
    ...cloudSettings(cloud),
    AMIN_DATA: data[0].dir,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
  })
  const second = await startAmin({
    ...base,
    AMIN_DATA: data[1].dir,
    WHATSAPP: 'baileys',
    AMIN_TEST_WHATSAPP: trialOf(linked),
  })
  const processes: readonly AminProcess[] = [first, second]
  cleanups.push(async () => {
    for (const process of processes) await process.kill()
    for (const fake of [telegram, cloud, linked]) await fake.stop()
    for (const { remove } of data) remove()
  })
  for (const process of processes) await process.says(/Console/)
  cloud.hook.point(`${first.url}/whatsapp`)
  await cloud.hook.verify('our-own-choice')
  const [agent, other] = [await signIn(first.url), await signIn(second.url)]
  await pairByConsole(other, linked)
  houses = {
    webchat: { agent, open: (who) => onPage(first.url, who), violations: () => [] },
    telegram: {
      agent,
      open: async (who) => onTelegram(telegram, who),
      violations: () => telegram.violations,
    },
    cloud: { agent, open: async (who) => onCloud(cloud, who), violations: () => cloud.violations },
    baileys: {
      agent: other,
      open: async (who) => onBaileys(linked, who),
      violations: () => [...linked.errors, ...linked.unknown],
    },
  }
}

/** The question that a text asks, in this language; nothing where it asks none. */
const questionIn = (language: Language, text: string): string | undefined =>
  flow.steps.find(({ id, prompts = [] }) =>
    [
      questionKey(id),
      ...prompts.map(({ key }) => key),
      ...(id === flow.adult.step ? ['ask-age-file'] : []),
      ...(id === flow.consent.step ? ['ask-consent-file'] : []),
    ].some((key) => text.includes(beginning(language, key))),
  )?.id

const APP: Readonly<Record<Where, App>> = {
  webchat: 'webchat',
  telegram: 'telegram',
  cloud: 'whatsapp-cloud',
  baileys: 'whatsapp',
}
const GAP = '\u0001'
const WITH_YOU = 'I am with you now, take your time.'

/** Walks one person through, and returns what was said to them. */
const walk = async (who: Frightened, files: readonly [Buffer, ...Buffer[]]): Promise<void> => {
  const { agent, open } = houses[who.where]
  const record = await openRecord(agent)
  const chat = await open(who)
  const heard: string[] = []
  let sent = false
  const done = new Set<string>()
  const times = new Map<string, number>()

  /**
   * Does something, and reads the whole answer: what the program says that it sent stands on their
   * screen.
   */
  const answered = async (what: string, act: () => Promise<void>, messages = 1): Promise<void> => {
    const count = (await chat.said()).length
    const answer = await record.answered(`${who.name}: ${what}`, act, messages)
    await whileTimePasses(async () => {
      const said = (await chat.said()).join('\n')
      for (const text of answer)
        expect(said, `${who.name}: the answer to ${what} on the screen`).toContain(
          plain(text).split('\n')[0]!.slice(0, 20),
        )
    })
    heard.push(...(await chat.said()).slice(count))
  }
  const expectTaken = (times: number, when: string): void =>
    expect(
      files.map((file) => chat.taken(file)),
      `${who.name}: how often each file was taken ${when}`,
    ).toEqual(files.map(() => times))
  /** Consent and an age that allows a file were both given: from then on it may be taken. */
  const allowed = new Set<string>()
  const sendFile = async (): Promise<void> => {
    sent = true
    const send = (): Promise<void> => {
      if (who.sends === 'album') return chat.sendsAlbum!(files)
      return who.sends === 'voice' ? chat.sendsVoice!(files[0]) : chat.sendsPhoto(files[0])
    }
    await answered('what they send', send, files.length)
  }
  const asked = async (): Promise<string | undefined> => {
    const said = await chat.said()
    return said.map((text) => questionIn(who.language, text)).findLast((step) => step !== undefined)
  }

  if (who.file === 'first') await sendFile()
  else if (who.where === 'webchat') await answered('opening the chat', chat.starts)
  else if (who.first.length === 0) await answered('the start', chat.starts)
  for (const text of who.first) await answered(text, () => chat.says(text))

  for (let turn = 0; turn < 30; turn += 1) {
    const step = await whileTimePasses(async () => {
      const open = await asked()
      expect(open, `${who.name}: a question, after ${heard.slice(-3).join(' | ')}`).toBeDefined()
      return open!
    })
    if (!sent && who.file !== 'first' && (who.file.at === step || step === 'review')) {
      await sendFile()
      continue
    }
    // Sent: nothing is asked any more.
    if (step === 'review' && done.has(step)) break
    // The age was said, and nothing new was asked since.
    if (step === flow.adult.step && done.has(step)) break
    done.add(step)
    const picks = who.picks[step] ?? []
    const time = times.get(step) ?? 0
    times.set(step, time + 1)
    const pick = picks[Math.min(time, picks.length - 1)]
    const words = who.words[step]
    const kind = flow.steps.find(({ id }) => id === step)!
    if (allowed.size < 2) expectTaken(0, `before ${step} was answered`)
    const allows =
      step === flow.consent.step ? [flow.consent.option] : step === flow.adult.step ? flow.adult.options : []
    if (pick !== undefined && allows.includes(pick)) allowed.add(step)
    if (pick !== undefined && optionsOf(kind).some(({ id }) => id === pick))
      await answered(step, () => chat.picks(plain(phrases.say(who.language, optionKey(step, pick)))))
    else if (words !== undefined) await answered(step, () => chat.says(words))
    else if (!sent || who.picks['review'] !== undefined || (who.taken && !done.has(flow.adult.step)))
      await answered(step, () => chat.says(plain(phrases.say(who.language, 'control-skip'))))
    else break
  }
  expect(sent, `${who.name} could send their file`).toBe(true)

  // Who sent the card is answered by somebody of the team, who then gives the chat back to the bot.
  if (who.picks['review'] !== undefined) {
    const [theirs] = await record.codes()
    const hears = (text: string): Promise<void> =>
      whileTimePasses(async () => expect((await chat.said()).join('\n')).toContain(plain(text)))
    expect((await agent.post(`/cases/${theirs}/claim`)).status).toBe(200)
    await hears(phrases.say(who.language, 'agent-joined', { alias: GAP }).split(GAP).at(-1)!)
    const { version } = await agent.get<{ readonly version: number }>(`/cases/${theirs}`)
    const said = await agent.post(`/cases/${theirs}/messages`, { text: WITH_YOU, expectedVersion: version })
    expect(said.status).toBe(200)
    await hears(WITH_YOU)
    expect((await agent.post(`/cases/${theirs}/release`, { to: 'bot' })).status).toBe(200)
    await hears(phrases.say(who.language, 'returned-to-bot'))
  }

  // The way back: the code, and a PIN where the app asks for one in the chat.
  await answered('the wish for a code', () => chat.says(CODE_WORD[who.language]))
  const code = (await chat.said())
    .flatMap((text) => /(?<![A-Z0-9])[0-9A-HJKMNP-TV-Z]{8}(?![A-Z0-9])/.exec(text) ?? [])
    .at(-1)
  expect(code, `${who.name} has a code`).toBeDefined()
  const pinAsked = (await chat.said()).at(-1)!.includes(beginning(who.language, 'pin-ask'))
  if (pinAsked) {
    await answered('the PIN', () => chat.says(PIN))
    for (const _ of ['decoy', 'danger word'])
      await answered('skip', () => chat.says(plain(phrases.say(who.language, 'control-skip'))))
  }

  // Interrupted: somebody comes in, takes the phone, tries everything.
  await chat.hides()
  const seen = await chat.snoops(record.taken)
  for (const trace of [who.secret, code!, PIN, ...Object.values(who.words)])
    expect(seen, `${who.name}: hidden`).not.toContain(trace)

  // And the way back opens it: what is said then is said to nobody else.
  const before = (await chat.said()).length
  await chat.returns(who.where === 'webchat' ? `${code}${pinAsked ? ` ${PIN}` : ''}` : pinAsked ? PIN : code!)
  const opened = beginning(who.language, who.where === 'webchat' ? 'return-welcome' : 'resumed')
  await whileTimePasses(async () => {
    const since = (await chat.said()).slice(who.where === 'webchat' ? 0 : before)
    expect(
      since.some((text) => text.includes(opened)),
      `${who.name}: the way back opens the case, after ${since.slice(-3).join(' | ')}`,
    ).toBe(true)
  })
  expect(seen, `${who.name}: hidden, and not opened before`).not.toContain(opened)

  // What somebody else began meanwhile in their browser is erased once they are back.
  const mine = [code!]
  const evidence = (await Promise.all(mine.map((each) => agent.evidence(each)))).flat()
  if (who.taken)
    await whileTimePasses(async () => {
      const now = (await Promise.all(mine.map((each) => agent.evidence(each)))).flat()
      for (const print of files.map((file) => sha256(file)))
        expect(
          now.filter(({ sha256: hash, state }) => hash === print && state === 'sealed'),
          `${who.name}: sealed once`,
        ).toHaveLength(1)
      expectTaken(1, 'in the end')
    })
  else {
    expect(
      evidence.filter(({ kind, state }) => kind === 'photo' && state === 'sealed'),
      `${who.name}: no file of a child or of an unknown age`,
    ).toEqual([])
    expectTaken(0, 'in the end')
  }
  const { messages } = await agent.get<{ readonly messages: readonly Told[] }>(
    `/cases/${code!}/messages?limit=200`,
  )
  expect(messages.filter(({ from }) => from === 'bot').length, `${who.name}: heard`).toBeGreaterThan(5)
  expect(
    untruths(messages, {
      language: who.language,
      app: APP[who.where],
      refuses: who.picks['join']?.[0] === 'no',
      taken: who.taken,
    }),
    `${who.name}: nothing untrue was said`,
  ).toEqual([])
}

const VOICE = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(5000, 9)])

/** One, or two for an album; no two of anybody are alike. */
const pictures = async (who: Frightened): Promise<readonly [Buffer, ...Buffer[]]> => {
  const draw = (g: number): Promise<Buffer> =>
    sharp({
      create: {
        width: 640,
        height: 1200,
        channels: 3,
        background: { r: 20 * PEOPLE.indexOf(who), g, b: 160 },
      },
    })
      .jpeg()
      .toBuffer()
  return who.sends === 'album' ? [await draw(90), await draw(200)] : [await draw(90)]
}

describe.skipIf(!existsSync(CHROMIUM))(
  'frightened people, each with a file, each interrupted, each with a way back',
  () => {
    beforeAll(async () => {
      browser = await openBrowser()
      cleanups.push(() => browser.close())
      await startHouses()
    })
    afterAll(async () => {
      for (const clean of cleanups.splice(0).toReversed()) await clean()
    })

    test.each(PEOPLE)('$name, in the $where in $language', { timeout: 300_000 }, async (who) => {
      await walk(who, who.sends === 'voice' ? [VOICE] : await pictures(who))
      expect(houses[who.where].violations()).toEqual([])
    })
  },
)
