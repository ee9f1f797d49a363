import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { words } from '../../bots/amin/words.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import { names, secretOf } from '../../core/policy/access/secret.ts'
import { SECRETS } from '../../core/model/access.ts'
import type { CaseState } from '../../core/model/state.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { minutes } from '../../core/base/units.ts'
import { agent, openStage, type Person, type Stage, phrases } from '../build/stage.ts'
import { runs } from './runs.ts'

/** Odd enough to be found wherever they turn up, and never written but where a secret is. */
const PIN = '739468'
const DECOY = 'quetzalli'
const DURESS = 'xochimilco'
const TRIED = '640827'
const SECRET = [PIN, DECOY, DURESS]
const CHATS = ['a', 'b', 'c'] as const

/** A chat may have gone over to another language. */
const ERASE_KEYS = LANGUAGES.map((language) => phrases.say(language, 'erase-key'))

type Act =
  | { readonly do: 'say'; readonly chat: number; readonly text: string }
  /** Presses one of the buttons shown so far, the newest first. */
  | { readonly do: 'press'; readonly chat: number; readonly back: number }
  | { readonly do: 'edit'; readonly chat: number; readonly text: string; readonly back: number }
  | { readonly do: 'set'; readonly chat: number; readonly secrets: readonly string[] }
  | { readonly do: 'return'; readonly chat: number; readonly to: number; readonly pin: string }
  | { readonly do: 'photo'; readonly chat: number }
  | { readonly do: 'start'; readonly chat: number; readonly to: number }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'team'; readonly chat: number; readonly what: 'claim' | 'release' | 'close' | 'say' }
  | { readonly do: 'work' }

const chat = fc.nat({ max: CHATS.length - 1 })
const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Object.values(words.commands).flat()) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'continue',
      'yes, only mine',
      'shared',
      'none',
      'me, 18+',
      'yes',
      'no',
      '1',
      '2',
      '3',
      '5',
      'نعم',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'A man has my photos and wants money',
      'please hurry',
      'ABCD2345',
      '07701234567',
      'my number is 1234',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...SECRET) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('say' as const), chat, text }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('press' as const), chat, back: fc.nat({ max: 6 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('edit' as const), chat, text, back: fc.nat({ max: 3 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      chat,
      secrets: fc.tuple(
        fc.constantFrom(PIN, 'skip'),
        fc.constantFrom(DECOY, 'skip'),
        fc.constantFrom(DURESS, 'skip'),
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('return' as const),
      chat,
      to: chat,
      pin: fc.constantFrom(PIN, DECOY, DURESS, TRIED),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('photo' as const), chat }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('start' as const), chat, to: chat }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 4, 6, 20, 90) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('team' as const),
      chat,
      what: fc.constantFrom('claim' as const, 'release', 'close', 'say'),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Act>({ do: 'work' }) },
)
const acts = fc.array(act, { maxLength: 25, size: 'max' })

const NOOR = agent('Noor')

type Scene = {
  readonly stage: Stage
  readonly people: readonly Person[]
  readonly play: (one: Act) => Promise<void>
}

const openScene = async (): Promise<Scene> => {
  const stage = await openStage()
  const people = CHATS.map((name) => stage.person(name))
  const written = CHATS.map((): string[] => [])
  const codeOf = async (at: number): Promise<string> => {
    try {
      return await people[at]!.code()
    } catch {
      return 'ZZZZ9999'
    }
  }
  const say = async (at: number, what: string, more = {}): Promise<void> => {
    const { message } = await people[at]!.says(what, more)
    written[at]!.push(message)
  }
  const team = async (at: number, what: Extract<Act, { do: 'team' }>['what']): Promise<void> => {
    const code = (await codeOf(at)) as never
    if (what === 'claim') await stage.desk.claim(code, NOOR)
    if (what === 'release') await stage.desk.release(code, NOOR, 'bot')
    if (what === 'close') await stage.desk.close(code, NOOR, 'resolved')
    if (what === 'say') {
      const book = await stage.desk.open(code)
      if (book !== undefined && book !== 'erased')
        await stage.desk.say(code, NOOR, 'We are here.', book.state.version)
    }
    await stage.sendAll()
  }
  const play = async (one: Act): Promise<void> => {
    switch (one.do) {
      case 'say':
        return say(one.chat, one.text)
      case 'press': {
        const buttons = stage.channel.sent.flatMap((sent) =>
          sent.chat === CHATS[one.chat] && sent.content.kind === 'text' ? (sent.content.buttons ?? []) : [],
        )
        const token = buttons.at(-1 - one.back)?.token
        if (token !== undefined) await people[one.chat]!.sends({ kind: 'press', token })
        return
      }
      case 'edit': {
        const message = written[one.chat]!.at(-1 - one.back)
        if (message !== undefined)
          await people[one.chat]!.says(one.text, { message, edit: stage.clock.now() })
        return
      }
      case 'set':
        for (const what of ['code', ...one.secrets]) await say(one.chat, what)
        return
      case 'return':
        for (const what of ['return', await codeOf(one.to), one.pin]) await say(one.chat, what)
        return
      case 'photo':
        await people[one.chat]!.sendsFile(new Uint8Array([1, 2, 3]))
        return
      case 'start':
        await people[one.chat]!.sends({ kind: 'start', payload: untrusted(await codeOf(one.to)) })
        return
      case 'wait':
        return stage.passTime(minutes(one.minutes))
      case 'team':
        return team(one.chat, one.what)
      case 'work':
        await stage.workAll()
        return stage.sendAll()
    }
  }
  return { stage, people, play }
}

const openCases = async ({
  stage,
}: Scene): Promise<
  readonly { readonly state: CaseState; readonly told: readonly string[]; readonly all: string }[]
> => {
  const cases = []
  for await (const caseId of stage.store.ledger.cases()) {
    try {
      const { events } = await stage.casebook.read(caseId)
      const told = events.flat().flatMap((event) => {
        if (event.type !== 'message_received' && event.type !== 'message_edited') return []
        const { body } = event.message
        return body.kind === 'text' ? [body.text] : []
      })
      cases.push({ state: await stage.casebook.load(caseId), told, all: JSON.stringify(events) })
    } catch {
      // Erased.
    }
  }
  return cases
}

const RUNS = runs(15)

describe('whatever people, and whoever has their phones, do', () => {
  test('nothing throws, each chat belongs to one case at most, and no secret of a case stands in it in clear', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const scene = await openScene()
        for (const one of list) await scene.play(one)
        await scene.stage.workAll()
        const chats: string[] = []
        for (const { state, told, all } of await openCases(scene)) {
          if (state.address !== undefined) chats.push(state.address.chat)
          const { salt, secrets } = state.access
          for (const secret of SECRET) {
            const hash =
              salt === undefined ? undefined : await scene.stage.ports.pins.hash(secretOf(secret), salt)
            if (!SECRETS.some((kind) => secrets[kind] === hash && hash !== undefined)) continue
            expect(all.includes(secret), secret).toBe(false)
            for (const one of told) expect(names(one, secret)).toBe(false)
          }
          expect(all.includes(TRIED)).toBe(false)
        }
        expect(new Set(chats).size).toBe(chats.length)
        expect(JSON.stringify(scene.stage.log.lines)).not.toContain(PIN)
      }),
      RUNS,
    )
  })

  test('leaving works: one innocent text, and the chat is hidden', async () => {
    await fc.assert(
      fc.asyncProperty(
        acts,
        chat,
        fc.constantFrom('0', 'خروج', 'دەرچوون', 'exit'),
        async (list, at, word) => {
          const scene = await openScene()
          for (const one of list) await scene.play(one)
          const person = scene.people[at]!
          const before = person.heard().length
          await person.says(word)
          expect(person.heard().length).toBe(before + 1)
          expect(person.hears()).not.toMatch(/amin|case|code|erase/i)
          expect((await person.book()).state.conversation.exited).toBe(true)
        },
      ),
      RUNS,
    )
  })

  test('a person can be called', async () => {
    await fc.assert(
      fc.asyncProperty(acts, chat, fc.constantFrom(...words.commands.human), async (list, at, word) => {
        const scene = await openScene()
        for (const one of list) await scene.play(one)
        const person = scene.people[at]!
        await person.says(word)
        expect((await person.book()).state.hands.status).toMatch(/waiting|agent/)
      }),
      RUNS,
    )
  })

  test('everything can be erased, and nothing of it opens afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(acts, chat, async (list, at) => {
        const scene = await openScene()
        for (const one of list) await scene.play(one)
        const person = scene.people[at]!
        await person.says('erase')
        const { code, caseId } = (await person.book()).row
        // Out of a chat that was left, shows another one or stands behind a decoy its own PIN or code
        // opens it first: whoever forced a decoy from somebody reads no word of erasing there.
        const { menu } = (await person.book()).state.conversation
        const isAsked = ERASE_KEYS.some((text) => person.hears().startsWith(text.slice(0, 12)))
        if (isAsked || menu === 'decoy') {
          scene.stage.clock.advance(minutes(120))
          const { pin } = (await person.book()).state.access.secrets
          await person.says(pin === undefined ? code : PIN)
          await person.says('erase')
        }
        // A question of danger came first: who says it again is asked about erasing.
        if ((await person.book()).state.conversation.erase === 'waits') await person.says('erase')
        await person.says('yes')
        await scene.stage.workAll()
        await scene.stage.sendAll()
        expect(await scene.stage.desk.open(code)).toBe('erased')
        expect(await scene.stage.keys.get(caseId)).toBe('destroyed')
        // The certificate comes only where it is asked for.
        expect(person.hears()).not.toContain(code)
      }),
      RUNS,
    )
  })
})

test('no answer tells a code that exists from one that does not', async () => {
  const wrong = fc.oneof(
    fc.constantFrom('0000', '1234', 'sesame', 'my pin is 12', 'لا أتذكر', 'a b c d e f', '💛'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 7 }), async (pins) => {
      const scene = await openScene()
      await scene.play({ do: 'set', chat: 0, secrets: [PIN, DECOY, DURESS] })
      const real = await scene.people[0]!.code()
      const heard: string[][] = []
      for (const [name, code] of [
        ['x', real],
        ['y', real === 'ZZZZ9999' ? 'YYYY9999' : 'ZZZZ9999'],
      ] as const) {
        const person = scene.stage.person(name)
        for (const pin of pins) for (const what of ['return', code, pin]) await person.says(what)
        await scene.stage.workAll()
        await scene.stage.sendAll()
        heard.push(person.heard())
      }
      expect(heard[1]).toEqual(heard[0])
    }),
    runs(10),
  )
})
