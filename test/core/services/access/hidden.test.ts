import { describe, expect, test } from 'vitest'
import { BOTPRESS_CAPABILITIES } from '../../../../adapters/channels/botpress/capabilities.ts'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import { WEBCHAT_CAPABILITIES } from '../../../../adapters/channels/webchat/limits.ts'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import { makeSecretPages } from '../../../../adapters/channels/webchat/secret-link.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { hours, instant, minutes } from '../../../../core/base/units.ts'
import { mayTryCode } from '../../../../core/services/access/limit.ts'
import { sayAsk, sayReturn, sayOwnPin } from '../../../../core/policy/access/says.ts'
import { renderSay } from '../../../../core/policy/conversation/render.ts'
import { agent, openStage, openStageOn, reachStory, type Person, phrases } from '../../../build/stage.ts'
import { comeBack, everythingKept, setSecrets, submit } from './people.ts'

const PIN = '483917'
const NOOR = agent('Noor')
const STORY = 'He calls himself Kolkwitzia and wants money for my photos'
/** What would tell that there is a case. */
const OF_THE_CASE =
  /case|kolkwitzia|photos|what happened|did they|who should reply|this is what|return code|stopped at|go on where/i

const left = async ({ pin, word = '0' }: { readonly pin?: string; readonly word?: string } = {}) => {
  const stage = await openStage()
  const person = stage.person('1')
  await submit(person, STORY)
  if (pin !== undefined) await setSecrets(person, { pin, decoy: 'quetzalli', duress: 'zinnober' })
  const code = await person.code()
  await person.says(word)
  const said = person.heard().length
  return { stage, person, code, after: () => person.heard().slice(said) }
}

const START = { kind: 'start' } as const

describe('a chat that was left', () => {
  test.each([
    ['with a PIN, by 0', { pin: PIN }],
    ['with a PIN, by the word for danger', { pin: PIN, word: 'zinnober' }],
    ['without one, by 0', {}],
  ])('shows nothing of the case to whoever presses START or writes anything (%s)', async (_, how) => {
    const { person, after } = await left(how)
    await person.sends(START)
    expect(after().at(-1)).toMatch(/^Hello. Here are tips/)
    for (const text of [
      'continue',
      'تابع',
      'بەردەوام',
      'summary',
      'ملخص',
      'code',
      'consents',
      'status',
      'back',
      'correct',
      'help',
      '1',
      'hello',
    ])
      await person.says(text)
    await person.sends({ kind: 'command', command: 'restart' })
    await person.sends({ kind: 'command', command: 'back' })
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
    expect((await person.book()).state.conversation).toMatchObject({ exited: true })
  })

  test('is opened by the PIN alone, once: the code asks for it', async () => {
    const { person, code, after } = await left({ pin: PIN })
    await person.says(code)
    expect(after().at(-1)).toMatch(/PIN/)
    await person.says('skip')
    await person.says(PIN)
    expect((await person.book()).state.conversation).toMatchObject({ exited: false })
    expect((await person.book()).state.conversation.locked).toBeUndefined()
  })

  test('is opened by the return code alone where there is no PIN', async () => {
    const { person, code, after } = await left()
    await person.says(code.toLowerCase())
    expect((await person.book()).state.conversation).toMatchObject({ exited: false })
    expect(after().join('\n')).toMatch(/We go on where we stopped/)
  })

  test('goes on by a word of return where the person was told neither, stays shut, and START opens nothing', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('0')
    await person.sends(START)
    expect((await person.book()).state.conversation.exited).toBe(true)
    await person.says('continue')
    expect((await person.book()).state.conversation).toMatchObject({ exited: false, unproven: true })
    expect(person.hears()).toMatch(/You can write here/)
  })

  test('does not open to who tries PINs one after the other, and the person learns of it when they open it', async () => {
    const { stage, person, after } = await left({ pin: PIN })
    for (let n = 0; n < 3; n += 1) await person.says(`59381${n}`)
    await person.says(PIN)
    expect((await person.book()).state.conversation.exited).toBe(true)
    expect((await everythingKept(stage)).includes('59381')).toBe(false)
    expect((await everythingKept(stage)).includes(PIN)).toBe(false)
    stage.clock.advance(minutes(2))
    await person.says(PIN)
    expect((await person.book()).state.conversation.exited).toBe(false)
    expect(after().join('\n')).toMatch(/a try with a PIN that was not right/)
    expect(
      (await person.book()).lines.some(
        (line) => line.from === 'event' && line.event.type === 'return_refused',
      ),
    ).toBe(true)
  })

  test('after a slip and the right PIN the first line says that it goes on, and what is said of the slip names nobody else', async () => {
    const { person, after } = await left({ pin: PIN })
    await person.says('593810')
    const before = after().length
    await person.says(PIN)
    expect(after()[before]).toMatch(/^We go on where we stopped/)
    expect(after()[before + 1]).toMatch(/If it was you, all is well/)
    for (const language of LANGUAGES)
      expect(phrases.say(language, 'return-tried')).not.toMatch(/[Ss]omebody|stranger|أحدهم|کەسێک/)
  })

  test.each([
    ['greetings', ['hello', 'سلام', 'سڵاو', 'hi']],
    ['words alone', ['why', 'lemonade', 'tomorrow', 'kitchen']],
  ])('three %s before it keep the PIN from nobody', async (_, words) => {
    const { person } = await left({ pin: PIN })
    for (const text of words) await person.says(text)
    await person.says(PIN)
    expect((await person.book()).state.conversation.exited).toBe(false)
  })

  test.each([
    ['numbers', ['593810', '593811', '593812', '593813']],
    ['words', ['why', 'lemonade', 'tomorrow', 'kitchen']],
  ])('however many %s came before it, the decoy is taken at once and people are called', async (_, tries) => {
    const { person } = await left({ pin: PIN })
    for (const text of tries) await person.says(text)
    await person.says('quetzalli')
    const { lines } = await person.book()
    expect(lines.filter((line) => line.from === 'event').map(({ event }) => event.type)).toContain(
      'decoy_used',
    )
  })

  test('a word that is a PIN waits after three others, and no greeting is taken for one', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person, STORY)
    await setSecrets(person, { pin: 'slaw' })
    expect((await person.book()).state.access.secrets.pin).toBeUndefined()
    await person.says('skip')
    await setSecrets(person, { pin: 'quetzalli' })
    await person.says('0')
    for (const text of ['lemonade', 'tomorrow', 'kitchen', 'quetzalli']) await person.says(text)
    expect((await person.book()).state.conversation.exited).toBe(true)
  })

  test('opens to its person day after day without a wait', async () => {
    const { stage, person } = await left({ pin: PIN })
    for (let n = 0; n < 12; n += 1) {
      await person.says(PIN)
      expect((await person.book()).state.conversation.exited, String(n)).toBe(false)
      await person.says('0')
      stage.clock.advance(minutes(30))
    }
  })

  test('becomes the harmless one for the decoy PIN, and people are called', async () => {
    const { person, after } = await left({ pin: PIN })
    await person.says('quetzalli')
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
    const { state } = await person.book()
    expect(state.conversation.exited).toBe(true)
    expect(state.hands.status).toBe('waiting')
  })

  test.each(['human', 'urgent', 'عاجل', 'مرۆڤ'])(
    'people can still be called from («%s»), and the answer tells nothing',
    async (word) => {
      const { stage, person, code, after } = await left({ pin: PIN })
      await stage.desk.claim(code, NOOR)
      await stage.desk.say(code, NOOR, 'The account is closed now.', (await person.book()).state.version)
      await stage.desk.release(code, NOOR, 'bot')
      await stage.sendAll()
      await person.says(word)
      await stage.sendAll()
      expect(after()).toHaveLength(1)
      expect(after()[0]).not.toMatch(OF_THE_CASE)
      expect((await person.book()).state.hands.status).toBe('waiting')
      for (const text of ['summary', 'continue', 'status']) await person.says(text)
      await person.sends(START)
      await stage.sendAll()
      expect(after().join('\n')).not.toMatch(OF_THE_CASE)
      expect(after()).not.toContain('The account is closed now.')
      await person.says(PIN)
      await stage.sendAll()
      expect(after()).toContain('The account is closed now.')
    },
  )

  test('a cry in words is answered, an agent reaches who cried, and what was told before stays hidden', async () => {
    const { stage, person, code, after } = await left({ pin: PIN })
    await person.says('he will kill me tonight')
    expect(after().join('\n')).toMatch(/^Noted. Somebody from the team/)
    const { state } = await person.book()
    expect(state).toMatchObject({ severity: 'P1', conversation: { exited: false, locked: true } })
    await person.says('no')
    for (const text of ['summary', 'code', 'consents', 'status', 'back']) await person.says(text)
    await stage.desk.claim(code, NOOR)
    await stage.desk.say(code, NOOR, 'I am here.', (await person.book()).state.version)
    await stage.sendAll()
    expect(after()).toContain('I am here.')
    await stage.desk.release(code, NOOR, 'bot')
    await stage.sendAll()
    for (const text of ['summary', 'continue', 'hello']) await person.says(text)
    expect(after().join('\n')).not.toMatch(/kolkwitzia|this is what|who should reply/i)
    await person.says(PIN)
    expect((await person.book()).state.conversation.locked).toBeUndefined()
  })

  test('can be erased, and people come back to it from elsewhere with code and PIN', async () => {
    const { stage, person, code } = await left({ pin: PIN })
    const elsewhere = stage.person('2')
    await comeBack(elsewhere, code, PIN)
    await stage.workAll()
    expect((await elsewhere.book()).state.conversation).toMatchObject({ exited: false })
    expect((await elsewhere.book()).state.conversation.locked).toBeUndefined()
    await person.says('hello')
    await elsewhere.says('0')
    await elsewhere.says(PIN)
    await elsewhere.says('erase')
    await elsewhere.presses('Erase everything')
    await stage.workAll()
    expect(await stage.store.views.byCode(code)).toMatchObject({ status: 'erased' })
  })
})

describe('what we have', () => {
  test.each(['summary', 'ملخص', 'show me what you have'])(
    'is shown only after the PIN, where there is one («%s»)',
    async (word) => {
      const stage = await openStage()
      const person = stage.person('1')
      await submit(person, STORY)
      await setSecrets(person, { pin: PIN })
      await person.says(word)
      expect(person.hears()).toMatch(/PIN first/)
      await person.says('593816')
      expect(person.hears()).not.toMatch(/kolkwitzia/i)
      await person.says(PIN)
      expect(person.hears()).toMatch(/kolkwitzia/i)
      await person.says(word)
      await person.says('skip')
      expect(person.hears()).toMatch(/stays closed/)
      expect((await everythingKept(stage)).includes('593816')).toBe(false)
    },
  )
})

test('who comes back out of hiding is told once that it goes on, and reads the question itself', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  const story = 'A man I met online has my photos and wants money'
  for (const text of [story, 'code', PIN, 'skip', 'skip', '0', PIN]) await person.says(text)
  const keys = (await person.book()).events.flatMap(({ event }) =>
    event.type === 'bot_said' ? [event.key] : [],
  )
  expect(keys.slice(keys.indexOf('resumed'))).toContain('ask-danger')
  expect(keys).not.toContain('stopped-at')
})

describe('a way back', () => {
  test('is offered once the story is told and danger was asked about, before the next question, and only once', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const before = person.heard().length
    await person.says('A man I met online has my photos and wants money')
    expect(person.heard().join('\n')).not.toContain('bring you back')
    await person.says('none')
    const heard = person.heard().slice(before)
    expect(heard.findIndex((text) => text.includes('bring you back'))).toBe(heard.length - 2)
    await person.says('skip')
    expect(person.heard().filter((text) => text.includes('bring you back'))).toHaveLength(1)
  })

  test('is offered in danger too: after people were called, never in front of an urgent question', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends(START)
    for (const text of ['continue', 'my brother will kill me tonight', 'no', 'he is on his way']) {
      await person.says(text)
      expect(person.heard().join('\n')).not.toMatch(/bring you back/)
    }
    for (const text of ['Basra', 'skip']) await person.says(text)
    expect(person.heard().slice(-3).join('\n')).toMatch(/bring you back/)
    expect((await person.book()).state.hands.status).toBe('waiting')
    await person.presses('Set a PIN')
    await person.says(PIN)
    expect((await person.book()).state.access.secrets.pin).toBeDefined()
  })

  test('is offered to who told everything before agreeing, once they agreed and danger was asked about', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    for (const text of ['A man I met online has my photos and wants money from me', 'continue', 'none'])
      await person.says(text)
    expect(person.heard().filter((text) => text.includes('bring you back'))).toHaveLength(1)
  })

  test('is offered in danger to who was never asked for consent, once a person is on the way', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    for (const text of ['my brother will kill me tonight', 'yes', 'no', 'he is on his way', 'Basra', 'skip'])
      await person.says(text)
    expect((await person.book()).state.conversation.answers['consent']).toBeUndefined()
    expect(person.heard().filter((text) => text.includes('bring you back'))).toHaveLength(1)
  })

  describe.each([
    ['Telegram', 'telegram', TELEGRAM_CAPABILITIES],
    ['a linked WhatsApp', 'whatsapp', WHATSAPP_CAPABILITIES],
    ['the Cloud API', 'whatsapp', WHATSAPP_CLOUD_CAPABILITIES],
  ] as const)('after the first exit on %s', (_, channel, capabilities) => {
    const leaving = async (...first: readonly string[]) => {
      const stage = await openStage()
      Object.assign(stage.ports, { capabilities: () => capabilities })
      const phone = stage.person('1')
      const said = async (): Promise<readonly string[]> =>
        (await phone.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.text] : []))
      let heard = 0
      const says = async (...texts: readonly string[]): Promise<string> => {
        for (const text of texts) await phone.says(text, { channel })
        const all = await said()
        return all.slice(heard, (heard = all.length)).join('\n')
      }
      await says(...first)
      return { phone, says }
    }
    const AGAIN = /only you come back/

    test.each([
      ['before anything was told', ['hello', 'continue'], 'continue'],
      [
        'once the story is told',
        ['hello', 'continue', 'A man I met online has my photos and wants money'],
        'code',
      ],
      [
        'in the middle of the urgent questions',
        ['hello', 'continue', 'my brother will kill me tonight'],
        'code',
      ],
      ['in danger, before consent', ['my brother will kill me tonight', 'yes'], 'code'],
      ['of a child', ['hello', 'continue', 'I am 15 and a man has my photos'], 'code'],
    ])('it is offered once more, in front of the question that waits: %s', async (_, first, by) => {
      const { phone, says } = await leaving(...first)
      expect(await says('0', 'summary', 'hello')).not.toMatch(/code|PIN|bring you back|come back/)
      const back = await says(by === 'code' ? await phone.code() : by)
      expect(back).toMatch(AGAIN)
      const { open, urgent } = (await phone.book()).state.conversation
      expect(open !== undefined || urgent).toBe(true)
      expect(await says('0', 'continue')).not.toMatch(AGAIN)
    })

    test('nothing is offered to who has a PIN, and only the PIN opens the chat', async () => {
      const { phone, says } = await leaving('hello', 'continue', 'code', PIN, 'skip', 'skip')
      expect(await says('0', 'continue')).not.toMatch(AGAIN)
      expect((await phone.book()).state.conversation.exited).toBe(true)
      expect(await says(PIN)).not.toMatch(AGAIN)
      expect((await phone.book()).state.conversation.exited).toBe(false)
    })
  })

  test('set in the window of another bot is told by what stays there', async () => {
    const stage = await openStageOn(BOTPRESS_CAPABILITIES)
    const person = stage.person('1')
    for (const text of ['hello', 'continue', 'code', PIN, 'quetzalli'])
      await person.says(text, { channel: 'botpress' })
    const said = (await person.book()).events
      .flatMap(({ event }) => (event.type === 'bot_said' ? [event.text] : []))
      .join('\n')
    expect(said).toMatch(/this window belongs to another bot, and what you write here stays/)
    expect(said.match(/One thing to know: this window belongs to another bot/g)).toHaveLength(1)
    expect(said).not.toMatch(/WhatsApp/)
  })

  test.each([
    ['telegram', 'telegram', TELEGRAM_CAPABILITIES],
    ['whatsapp', 'whatsapp', WHATSAPP_CAPABILITIES],
    ['whatsapp-cloud', 'whatsapp', WHATSAPP_CLOUD_CAPABILITIES],
    ['webchat', 'webchat', WEBCHAT_CAPABILITIES],
  ] as const)(
    'what stays on the phone is said once, with the first secret, in words for %s',
    async (_, channel, capabilities) => {
      const stage = await openStageOn(capabilities)
      const phone = stage.person('1')
      const person = {
        ...phone,
        says: (text: string) => phone.says(text, { channel }),
        sends: (body: Parameters<typeof phone.sends>[0]) => phone.sends(body, { channel }),
      }
      await submit(person)
      await setSecrets(person, { pin: PIN, decoy: 'quetzalli' })
      const said = (await person.book()).events.flatMap(({ event }) =>
        event.type === 'bot_said' ? [event.text] : [],
      )
      const about = said.filter((text) => text.includes('One thing to know'))
      expect(about).toHaveLength(1)
      expect(about[0]).toMatch(
        {
          telegram: /Telegram chats/,
          whatsapp: /^Please hold the message with it now/,
          webchat: /list of visited pages/,
        }[channel],
      )
    },
  )
})

const DECOY_SAYS = {
  telegram: /a harmless chat, and what was written here in the last 48 hours goes/,
  whatsapp: /our messages go, but not yours/,
  'whatsapp-cloud': /What was written here before stays until you clear the chat/,
  botpress: /What was written here before stays in this window/,
  webchat: /an empty, harmless chat/,
} as const

test.each([
  ['telegram', TELEGRAM_CAPABILITIES, ['ours', 'theirs']],
  ['whatsapp', WHATSAPP_CAPABILITIES, ['ours']],
  ['whatsapp-cloud', WHATSAPP_CLOUD_CAPABILITIES, []],
  ['botpress', BOTPRESS_CAPABILITIES, []],
  ['webchat', WEBCHAT_CAPABILITIES, ['ours', 'theirs']],
] as const)(
  'on %s the second PIN shows what its words say, takes out what they say goes, and calls the team',
  async (app, capabilities, goes) => {
    const stage = await openStageOn(capabilities)
    const person = stage.person('1')
    await submit(person, STORY)
    const code = await person.code()
    for (const text of ['code', PIN]) await person.says(text)
    expect(person.heard().join('\n')).toMatch(DECOY_SAYS[app])
    for (const [other, words] of Object.entries(DECOY_SAYS))
      if (other !== app) expect(person.heard().join('\n')).not.toMatch(words)
    for (const text of ['quetzalli', 'skip']) await person.says(text)
    await stage.sendAll()
    const sent = stage.channel.sent.length
    for (const text of ['0', 'quetzalli']) {
      await person.says(text)
      await stage.workAll()
      await stage.sendAll()
    }
    const since = stage.channel.sent.slice(sent).map(({ content }) => content)
    const wiped = since.flatMap((one) => (one.kind === 'wipe' ? one.messages : []))
    const whose = wiped.map((message) => (message.startsWith('ours-') ? 'ours' : 'theirs'))
    expect([...new Set(whose)].toSorted()).toEqual(goes)
    expect(person.hears()).toMatch(/^Hello. Here are tips/)
    expect(JSON.stringify(since)).not.toMatch(new RegExp(`${code}|Kolkwitzia|quetzalli`))
    const { lines, state } = await person.book()
    expect(lines.some((line) => line.from === 'event' && line.event.type === 'decoy_used')).toBe(true)
    expect(state.hands.status).toBe('waiting')
  },
)

/** The last words of ours to them, on whatever platform. */
const lastSaid = async (who: Person): Promise<string> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.text] : [])).at(-1) ??
  ''

test.each([WHATSAPP_CAPABILITIES, WHATSAPP_CLOUD_CAPABILITIES].map((each) => [each.app, each] as const))(
  'where it stays (%s), that is said before each time a PIN is asked for, and how to delete it',
  async (_, capabilities) => {
    const stage = await openStageOn(capabilities)
    const phone = stage.person('1')
    const says = (text: string) => phone.says(text, { channel: 'whatsapp' })
    await submit({ ...phone, says, sends: (body) => phone.sends(body, { channel: 'whatsapp' }) })
    for (const text of ['code', PIN, 'skip', 'skip', 'summary', 'skip', 'return', 'ABCD2345', 'skip'])
      await says(text)
    const keys = (await phone.book()).events.flatMap(({ event }) =>
      event.type === 'bot_said' ? [event.key] : [],
    )
    const asked = keys.flatMap((key, at) =>
      ['pin-ask', 'show-pin-ask', 'return-pin-ask'].includes(key) ? [keys[at - 1]] : [],
    )
    expect(asked).toEqual(['secret-stays', 'secret-stays', 'secret-stays'])
    // After a PIN was written the person is told once what stays, not again with the next question.
    const kept = keys.indexOf('secret-kept')
    expect(keys.slice(kept, kept + 3)).toEqual(['secret-kept', 'stays-whatsapp', 'decoy-ask'])
  },
)

test('a page that is offered once more after a second PIN that does not fit says again what it is for', async () => {
  const stage = await openStage()
  Object.assign(stage.ports, {
    capabilities: () => WHATSAPP_CAPABILITIES,
    secretPages: makeSecretPages({ ...stage.ports, url: 'https://amin.example.org/chat' }),
  })
  const phone = stage.person('1')
  const says = (text: string) => phone.says(text, { channel: 'whatsapp' })
  await submit({ ...phone, says, sends: (body) => phone.sends(body, { channel: 'whatsapp' }) })
  for (const text of ['code', 'skip']) await says(text)
  const { access } = (await phone.book()).state
  expect(access.asking?.what).toBe('duress')
  expect(await lastSaid(phone)).toContain('On a page once more')
  await phone.says('x', { channel: 'whatsapp', page: { mark: access.asking?.link ?? '' } })
  expect((await phone.book()).state.access.asking).toMatchObject({ what: 'duress', misses: 1 })
  expect(await lastSaid(phone)).toContain('(…)')
  expect(await lastSaid(phone)).not.toContain('On a page once more')
})

test('after a PIN it is said once what stays in the chat, on a page or written: no second warning stands under the next question', async () => {
  const warnings = async (isPage: boolean): Promise<number> => {
    const stage = await openStage()
    Object.assign(stage.ports, { capabilities: () => WHATSAPP_CAPABILITIES })
    if (isPage)
      Object.assign(stage.ports, {
        secretPages: makeSecretPages({ ...stage.ports, url: 'https://amin.example.org/chat' }),
      })
    const phone = stage.person('1')
    const says = (text: string) => phone.says(text, { channel: 'whatsapp' })
    await submit({ ...phone, says, sends: (body) => phone.sends(body, { channel: 'whatsapp' }) })
    await says('code')
    const before = (await phone.book()).events.length
    await says(PIN)
    const said = (await phone.book()).events
      .slice(before)
      .flatMap(({ event }) => (event.type === 'bot_said' ? [event.text] : []))
      .join('\n')
    expect(said).toMatch(/a second PIN/)
    expect(said.includes('On a page once more')).toBe(isPage)
    return [...said.matchAll(/until you delete|until it is deleted/g)].length
  }
  expect(await warnings(false)).toBe(1)
  expect(await warnings(true)).toBe(1)
})

test.each(['ar', 'ckb', 'en'] as const)(
  'the way past a question for a secret stands under it once (%s)',
  (language) => {
    const skip = phrases.say(language, 'control-skip')
    const says = [
      ...(['pin', 'decoy', 'duress'] as const).map(sayAsk),
      sayOwnPin('show-pin-ask'),
      sayReturn('return-wrong'),
    ]
    for (const say of says) {
      const { text } = renderSay(phrases, language, WHATSAPP_CAPABILITIES, say)
      expect(text.toLowerCase().split(skip.toLowerCase()), say.key).toHaveLength(2)
    }
  },
)

describe('tries', () => {
  const guarded = async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person, STORY)
    await setSecrets(person, { pin: PIN })
    return { stage, person, code: await person.code() }
  }

  test('of strangers who know the code never lock a chat that the case was spoken about in', async () => {
    const { stage, person, code } = await guarded()
    const next = stage.person('2')
    await comeBack(next, code, PIN)
    await stage.workAll()
    for (let n = 0; n < 12; n += 1) await comeBack(stage.person(`stranger-${n}`), code, `59381${n}`)
    const late = stage.person('late')
    await comeBack(late, code, PIN)
    expect(late.hears()).toMatch(/wait/)
    await comeBack(person, code, PIN)
    await stage.workAll()
    expect((await person.book()).row.code).toBe(code)
  })

  test('of strangers make nobody else wait who is right: the person comes back from a new phone all the same', async () => {
    const { stage, code } = await guarded()
    for (const name of ['a', 'b'])
      for (let n = 0; n < 4; n += 1) await comeBack(stage.person(name), code, `59381${n}`)
    const fresh = stage.person('new')
    await comeBack(fresh, code, PIN)
    await stage.workAll()
    expect((await fresh.book()).row.code).toBe(code)
  })

  test('of one stranger never use up what a day allows, and those of many do: a PIN holds out for years', async () => {
    const { stage, code } = await guarded()
    const patient = stage.person('patient')
    for (let n = 0; n < 8; n += 1) {
      await comeBack(patient, code, `59381${n}`)
      stage.clock.advance(hours(2))
    }
    const fresh = stage.person('new')
    await comeBack(fresh, code, '593899')
    expect(fresh.hears()).not.toMatch(/wait/)
    for (let n = 0; n < 10; n += 1) await comeBack(stage.person(`other-${n}`), code, `59382${n}`)
    const late = stage.person('late')
    await comeBack(late, code, PIN)
    expect(late.hears()).toMatch(/wait/)
  })

  test('of a stranger who opens web chats without end, with one account beside them, shut out nobody who comes with an account: PIN and code are right at once', async () => {
    const { stage, code } = await guarded()
    for (let n = 0; n < 12; n += 1) {
      const chat = stage.person(`web-${n}`)
      const says = (text: string) => chat.says(text, { channel: 'webchat' })
      await comeBack({ ...chat, says }, code, `59381${n}`)
      if (n > 5) expect(await lastSaid(chat)).toMatch(/wait/)
    }
    const account = stage.person('account')
    for (let n = 0; n < 8; n += 1) {
      await comeBack(account, code, `59391${n}`)
      stage.clock.advance(hours(1))
    }
    const fresh = stage.person('new')
    await comeBack(fresh, code, PIN)
    await stage.workAll()
    expect((await fresh.book()).row.code).toBe(code)
  })

  test('at many other codes are not counted for this one', async () => {
    const { leases } = makeMemoryStore()
    const tries = (code: string, n: number) =>
      mayTryCode(leases, { code, chat: `${n}`, isCheap: false }, `${code}-${n}`, instant(0))
    for (let n = 0; n < 10; n += 1) expect(await tries('a', n)).toBe(true)
    expect(await tries('a', 10)).toBe(false)
    expect(await tries('b', 10)).toBe(true)
    const { stage, code } = await guarded()
    const names: string[] = []
    const { take } = stage.store.leases
    Object.assign(stage.store.leases, {
      take: (name: string, claim: Parameters<typeof take>[1]) => (names.push(name), take(name, claim)),
    })
    await comeBack(stage.person('2'), code, PIN)
    expect(names.find((name) => name.startsWith('return:code:'))).toMatch(/^return:code:[^:]{16}:/)
  })

  test('are told to the person, once until they write, in words that say nothing of a case', async () => {
    const { stage, person, code } = await guarded()
    for (const name of ['a', 'b']) {
      await comeBack(stage.person(name), code, '593816')
      await stage.workAll()
      await stage.sendAll()
    }
    const told = person.heard().filter((text) => text.startsWith('There was a try'))
    expect(told).toHaveLength(1)
    expect(told[0]).not.toMatch(/case|photo/i)
  })

  test('are told to who left only once they are back', async () => {
    const { stage, person, code } = await guarded()
    await person.says('0')
    await comeBack(stage.person('a'), code, '593816')
    await stage.workAll()
    await stage.sendAll()
    expect(person.heard().some((text) => text.startsWith('There was a try'))).toBe(false)
    stage.clock.advance(hours(1))
    await person.says(PIN)
    await stage.sendAll()
    expect(person.heard().some((text) => text.startsWith('There was a try'))).toBe(true)
  })
})

test('a link that carries the code asks for the PIN in its own chat, too', async () => {
  const { person, code, after } = await left({ pin: PIN })
  await person.sends({ kind: 'start', payload: untrusted(code) })
  expect(after().at(-1)).toMatch(/PIN/)
})

describe('a bare number, or the name of a text that everybody may read,', () => {
  test.each([
    ['without a PIN, by 0', {}],
    ['by another word of leaving', { word: 'خروج' }],
  ])(
    'typed into a chat that was left means nothing before the harmless list stands there (%s)',
    async (_, how) => {
      const { person, after } = await left(how)
      const said = after().length
      for (const text of [
        '1',
        '2',
        '3',
        '4',
        '٣',
        '٤',
        'help a friend',
        'is this picture fake',
        'threat email',
        'hi',
      ])
        await person.says(text)
      expect(after().slice(said)).toEqual([])
      await person.sends(START)
      expect(after().at(-1)).toMatch(/^Hello. Here are tips/)
      await person.says('1')
      expect(after().at(-1)).toMatch(/^For a safe account/)
    },
  )

  test('behind a PIN neither opens anything, and under the list of the decoy both do', async () => {
    const { person, after } = await left({ pin: PIN })
    for (const text of ['help a friend', '4']) await person.says(text)
    expect(after().join()).not.toMatch(/Listening helps most/)
    await person.says('quetzalli')
    expect(after().at(-1)).toMatch(/^Hello. Here are tips/)
    for (const text of ['4', 'help a friend']) {
      await person.says(text)
      expect(after().at(-1)).toMatch(/^Listening helps most/)
    }
  })

  test('under an old button of a text opens nothing either', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person, STORY)
    await person.says('learn')
    await person.says('0')
    const said = person.heard().length
    await person.presses('A threat by e-mail')
    expect(person.heard().slice(said)).toEqual([])
  })

  test('opens texts that name neither us nor anybody who blackmails', () => {
    for (const language of ['ar', 'ckb', 'en'] as const)
      for (const lesson of ['account', 'picture', 'bluff', 'friends'])
        expect(phrases.say(language, `lesson-${lesson}`)).not.toMatch(/\bus\b|إلينا|المبتز|بۆمان|blackmail/i)
  })
})
