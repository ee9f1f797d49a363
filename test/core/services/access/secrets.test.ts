import { describe, expect, test } from 'vitest'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { hours, minutes } from '../../../../core/base/units.ts'
import { agent, openStage, openStageOn, reachStory } from '../../../build/stage.ts'
import { comeBack, everythingKept, setSecrets, submit } from './people.ts'

const PIN = '483917'
const DECOY = 'kolkwitzia'
const DURESS = 'zinnober'

describe('the return code', () => {
  test('is said once the case was sent, with a way to set a PIN and nothing asked', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    const { state } = await person.book()
    expect(person.heard().some((text) => text.includes(state.code) && text.includes('code'))).toBe(true)
    expect(state.access.asking).toBeUndefined()
    await person.says('please hurry, he writes again')
    expect((await person.book()).lines.findLast((line) => line.from === 'person')).toMatchObject({
      message: { body: { text: 'please hurry, he writes again' } },
    })
  })

  test.each(['code', 'رمز', 'کۆد'])(
    'can be asked for with «%s» in the middle of the questions, which stand as before',
    async (word) => {
      const stage = await openStage()
      const person = stage.person('1')
      await reachStory(person)
      const before = (await person.book()).state.conversation
      await person.says(word)
      await person.says('skip')
      await person.says('skip')
      const after = (await person.book()).state.conversation
      expect({ open: after.open, answers: after.answers }).toEqual({
        open: before.open,
        answers: before.answers,
      })
    },
  )

  test('can be asked for while an agent has the case, who never sees what is set', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await stage.desk.claim(await person.code(), agent('Noor'))
    await setSecrets(person, { pin: PIN })
    expect(JSON.stringify((await person.book()).lines)).not.toContain(PIN)
    expect((await person.book()).state.access.secrets.pin).toBeDefined()
  })
})

describe('a PIN, a decoy and a duress word', () => {
  test('are kept as slow hashes alone, and the messages that carried them are taken out of the chat', async () => {
    const stage = await openStageOn(TELEGRAM_CAPABILITIES)
    const person = stage.person('1')
    await submit(person)
    await setSecrets(person, { pin: PIN, decoy: DECOY, duress: DURESS })
    const { state } = await person.book()
    expect(Object.keys(state.access.secrets).sort()).toEqual(['decoy', 'duress', 'pin'])
    const kept = await everythingKept(stage)
    for (const secret of [PIN, DECOY, DURESS]) expect(kept.includes(secret), secret).toBe(false)
    const wiped = stage.channel.sent.filter((one) => one.content.kind === 'wipe')
    expect(wiped).toHaveLength(3)
    for (const one of wiped) expect(one.content).toMatchObject({ messages: [expect.any(String)] })
  })

  test('are each explained and each can be passed over', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await person.presses('Set a PIN')
    expect(person.hears()).toContain('PIN')
    await person.presses('Skip')
    expect(person.hears()).toMatch(/danger word/)
    await person.presses('Skip')
    expect((await person.book()).state.access).toMatchObject({ secrets: {} })
    expect((await person.book()).state.access.asking).toBeUndefined()
  })

  test.each([
    ['is too short', '12'],
    ['is two words', 'is 4839'],
    ['is a word of the bot', 'خطر'],
    ['is one that the case has already', PIN],
  ])('that %s is not taken', async (_, text) => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await person.says('code')
    await person.says(PIN)
    const secrets = (await person.book()).state.access.secrets
    await person.says(text)
    expect((await person.book()).state.access.secrets).toEqual(secrets)
  })

  test('that stands in the case in clear already is not taken, and that is said', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person, 'He calls himself kolkwitzia and wants my photos by tomorrow')
    await person.says('code')
    await person.says('Kolkwitzia')
    expect((await person.book()).state.access.secrets).toEqual({})
    expect(person.hears()).toContain('not kept')
  })

  test('may be digits of any script, grouped in any way', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await setSecrets(person, { pin: '٤٨٣ ٩١٧' })
    const other = stage.person('2')
    await comeBack(other, await person.code(), PIN)
    await stage.workAll()
    expect((await other.book()).state.address?.chat).toBe('2')
  })

  test('are asked for a short while: what is said next day is told, not kept secret', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await person.says('code')
    stage.clock.advance(hours(20))
    await person.says('hello')
    const book = await person.book()
    expect(book.state.access.secrets).toEqual({})
    expect(book.lines.findLast((line) => line.from === 'person')).toMatchObject({
      message: { body: { text: 'hello' } },
    })
  })

  test('do not stand in the way of a call for help', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await person.says('code')
    await person.says('human')
    const { state } = await person.book()
    expect(state.conversation.called.person).toBe(true)
    expect(state.access.asking).toBeUndefined()
  })
})

describe('a secret in a later message', () => {
  const known = async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await setSecrets(person, { pin: PIN, decoy: DECOY })
    return { stage, person }
  }

  test.each([PIN, '٤٨٣٩١٧', DECOY, `${DECOY.toUpperCase()}!`])(
    'is taken out where it stands alone: %s',
    async (text) => {
      const { stage, person } = await known()
      await person.says(text)
      expect((await everythingKept(stage)).includes(text)).toBe(false)
    },
  )

  test('is covered where it is a number among words, and the words stay', async () => {
    const { stage, person } = await known()
    await person.says(`by the way my number is ${PIN}, is that fine?`)
    expect((await everythingKept(stage)).includes(PIN)).toBe(false)
    expect((await person.book()).lines.findLast((line) => line.from === 'person')).toMatchObject({
      message: { body: { text: 'by the way my number is ••••••, is that fine?' } },
    })
  })

  test('is taken out of captions, contacts and edits, and of what quotes the message that carried it', async () => {
    const { stage, person } = await known()
    const asked = await person.says('code')
    await person.says('skip')
    await person.says('skip')
    const carried = await person.says('zinnober')
    await person.says('zinnobex', { message: carried.message, edit: 5 })
    await person.says(PIN, { message: asked.message, edit: 6 })
    await person.sends({ kind: 'contact', name: untrusted('me'), phone: untrusted(PIN) })
    await person.sends({
      kind: 'media',
      media: { kind: 'photo', capture: 'recompressed', ref: 'nowhere' },
      caption: untrusted(PIN),
    })
    await person.says('what was that', {
      raw: untrusted(`{"reply_to_message":{"message_id":${carried.message},"text":"zinnober"}}`),
    })
    const kept = await everythingKept(stage)
    for (const secret of [PIN, 'zinnobe']) expect(kept.includes(secret), secret).toBe(false)
    expect(kept.includes('what was that')).toBe(true)
  })
})

describe('the duress word', () => {
  const forced = async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await setSecrets(person, { pin: PIN, duress: DURESS })
    return { stage, person }
  }

  test('ends the conversation like a quick exit, hides it, and calls people at the highest urgency', async () => {
    const { stage, person } = await forced()
    const code = await person.code()
    await stage.desk.claim(code, agent('Noor'))
    await stage.desk.close(code, agent('Noor'), 'resolved')
    stage.clock.advance(minutes(10))
    await person.says(DURESS)
    await stage.workAll()
    await stage.sendAll()
    const book = await person.book()
    expect(person.hears()).not.toMatch(/amin|case|code|pin|person/i)
    expect(book.state).toMatchObject({
      severity: 'P1',
      hands: { status: 'waiting' },
      conversation: { exited: true },
    })
    expect(book.events.map(({ event }) => event.type)).toContain('duress_used')
    expect((await everythingKept(stage)).includes(DURESS)).toBe(false)
    expect(stage.channel.sent.filter((one) => one.content.kind === 'wipe').at(-1)?.content).toMatchObject({
      messages: expect.arrayContaining(['1']),
    })
  })

  test('stands in no open part of the chain, and no feed tells it: who made somebody ask for a copy reads nothing of it', async () => {
    const { stage, person } = await forced()
    await person.says(DURESS)
    await stage.workAll()
    const { caseId } = (await person.book()).row
    const { entries } = await stage.casebook.read(caseId)
    expect(entries.map(({ header }) => header).join('\n')).not.toMatch(/duress|decoy|secret/)
    expect(JSON.stringify(await stage.store.feed.read(0, 1000))).not.toMatch(/duress|decoy|secret/)
  })

  test('works while an agent has the case, whose next words wait until the person is back', async () => {
    const { stage, person } = await forced()
    const code = await person.code()
    await stage.desk.claim(code, agent('Noor'))
    await person.says(DURESS)
    const said = person.heard().length
    const { state } = await person.book()
    expect((await stage.desk.say(code, agent('Noor'), 'Are you there?', state.version)).status).toBe('done')
    await stage.sendAll()
    expect(person.heard()).toHaveLength(said)
    await person.says(PIN)
    expect(person.heard()).toContain('Are you there?')
  })

  test('in other words is no duress word', async () => {
    const { person } = await forced()
    await person.says(`the colour is ${DURESS} I think`)
    expect((await person.book()).state.access.duress).toBe(false)
  })
})

describe('words of danger where a secret is asked for', () => {
  test.each(['code', 'return'])('are heard, kept and answered like everywhere (%s)', async (word) => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await person.says(word)
    if (word === 'return') await person.says('ABCD2345')
    await person.says('he will kill me tonight')
    const book = await person.book()
    expect(book.state.severity).toBe('P1')
    expect(book.lines.findLast((line) => line.from === 'person')).toMatchObject({
      message: { body: { text: 'he will kill me tonight' } },
    })
    expect(book.state.access.asking).toBeUndefined()
    expect(book.state.access.secrets).toEqual({})
  })
})
