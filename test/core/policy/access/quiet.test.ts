import { describe, expect, test } from 'vitest'
import { mayShare } from '../../../../core/policy/access/consent.ts'
import { keepsQuiet, maySign } from '../../../../core/policy/access/quiet.ts'
import { hours, minutes } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage, phrases } from '../../../build/stage.ts'
import { comeBack, setSecrets, submit } from '../../services/access/people.ts'

const NOOR = agent('Noor')
const SIGN = 'Tip of the day: a little cardamom makes tea better. More tips: 1'

/** A case that waits; `device`: what is said of the phone. */
const beforeClaim = async (...device: readonly string[]) => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  for (const text of [
    'continue',
    'skip',
    ...device,
    'me, 18+',
    'A man I met online has my photos and wants money',
  ])
    await person.says(text)
  return { stage, person, code: await person.code() }
}

/** A case that an agent holds, the person away for a while. */
const held = async (...device: readonly string[]) => {
  const { stage, person, code } = await beforeClaim(...device)
  stage.clock.advance(minutes(6))
  await stage.desk.claim(code, NOOR)
  await stage.sendAll()
  return { stage, person, code }
}

const onSharedPhone = (device = 'shared') => held('someone sees this phone', device)
const onOwnPhone = () => held('none')

const speak = async (stage: Stage, person: Person, text: string): Promise<void> => {
  const { state } = await person.book()
  expect((await stage.desk.say(await person.code(), NOOR, text, state.version)).status).toBe('done')
  await stage.sendAll()
}

describe('on a phone that others look at', () => {
  test.each(['shared', 'not sure', 'skip'])(
    'an agent’s words wait until the person writes, and one sign tells that something waits (%s)',
    async (device) => {
      const { stage, person } = await onSharedPhone(device)
      const said = person.heard().length
      await speak(stage, person, 'We found a way.')
      await speak(stage, person, 'It takes a day.')
      expect(person.heard().slice(said)).toEqual([SIGN])
      const lines = (await person.book()).lines.filter((line) => line.from === 'agent')
      expect(lines).toMatchObject([{ held: true }, { held: true }])
      await person.says('1')
      const heard = person.heard().slice(said + 1)
      expect(heard.indexOf('We found a way.')).toBeGreaterThanOrEqual(0)
      expect(heard.indexOf('It takes a day.')).toBe(heard.indexOf('We found a way.') + 1)
    },
  )

  test('what waited is said once, in its order, and is shown as delivered where it was said', async () => {
    const { stage, person } = await onSharedPhone()
    await speak(stage, person, 'One.')
    await speak(stage, person, 'Two.')
    await person.says('1')
    await person.says('thank you')
    expect(person.heard().filter((text) => text === 'One.' || text === 'Two.')).toEqual(['One.', 'Two.'])
    const book = await person.book()
    const lines = book.lines.filter((line) => line.from === 'agent')
    expect(lines.map((line) => book.delivery.get(`${line.seq}.${line.row}`))).toEqual(['sent', 'sent'])
    expect(book.state.access.held).toEqual([])
  })

  test('who wrote within five minutes is there: words reach them at once', async () => {
    const { stage, person } = await onSharedPhone()
    await person.says('are you there')
    await speak(stage, person, 'Yes, I am.')
    expect(person.hears()).toBe('Yes, I am.')
    stage.clock.advance(minutes(6))
    await speak(stage, person, 'One more thing.')
    expect(person.heard()).not.toContain('One more thing.')
  })

  test('that somebody took the case is told to nobody who looks on, though the person wrote a moment ago: an innocent line, then by 1 all of it', async () => {
    const { stage, person, code } = await beforeClaim('someone sees this phone', 'shared')
    const said = person.heard().length
    stage.clock.advance(minutes(1))
    await stage.desk.claim(code, NOOR)
    await stage.sendAll()
    expect(person.heard()).toHaveLength(said)
    await speak(stage, person, 'I am here.')
    expect(person.heard().slice(said)).toEqual([SIGN])
    await person.says('1')
    expect(person.heard().slice(said + 1, said + 3)).toEqual([
      expect.stringMatching(/^\u2068*Noor/),
      'I am here.',
    ])
    await speak(stage, person, 'Tell me more.')
    expect(person.hears()).toBe('Tell me more.')
  })

  test('who comes second does not begin the silence again: the person wrote to the team before, and has the phone in their hands', async () => {
    const { stage, person, code } = await onSharedPhone()
    await person.says('hello')
    await stage.desk.release(code, NOOR, 'queue')
    const said = person.heard().length
    stage.clock.advance(minutes(1))
    await stage.desk.claim(code, agent('Dilan'))
    const { state } = await person.book()
    await stage.desk.say(code, agent('Dilan'), 'I go on with it.', state.version)
    await stage.sendAll()
    expect(person.heard().slice(said)).toEqual([expect.stringContaining('Dilan'), 'I go on with it.'])
  })

  test.each([
    ['en', /line about tea.* 1 brings/],
    ['ar', /عن الشاي.* 1 /],
    ['ckb', /لەبارەی چایەوە.* 1 /],
  ] as const)(
    'who cries there and is answered a minute later reads the answer, and was told before what a line about tea means (%s)',
    async (language, rule) => {
      const stage = await openStage()
      const person = stage.person('1', language)
      await person.sends({ kind: 'start' })
      await person.says('continue')
      await person.says('skip')
      await person.says('1, 6')
      const { state } = await person.book()
      expect(state.conversation).toMatchObject({ urgent: true, called: { danger: true } })
      expect(person.heard().filter((text) => rule.test(text))).toHaveLength(1)
      const said = person.heard().length
      stage.clock.advance(minutes(1))
      await stage.desk.claim(await person.code(), NOOR)
      await speak(stage, person, 'I am here. Go to a neighbour.')
      expect(person.heard().slice(said)).toEqual([
        expect.stringContaining('Noor'),
        'I am here. Go to a neighbour.',
      ])
      // Later nobody knows who holds it.
      stage.clock.advance(minutes(6))
      await speak(stage, person, 'Are you safe?')
      expect(person.hears()).toBe(phrases.say(language, 'ping-discreet'))
    },
  )

  test.each(['en', 'ar', 'ckb'] as const)(
    'the line that something waits speaks of no reply, no team and no case (%s)',
    (language) => {
      const line = phrases.say(language, 'ping-discreet')
      expect(line).not.toMatch(/repl|answer|message|team|case|رد|جواب|رسالة|فريق|حالة|وەڵام|نامە|تیم|کەیس/i)
      expect(line).toMatch(/1$/)
    },
  )

  test('nothing of the bot starts by itself either: who takes and who closes the case is told when they write', async () => {
    const { stage, person, code } = await onSharedPhone()
    const said = person.heard().length
    await stage.desk.close(code, NOOR, 'resolved')
    await stage.sendAll()
    expect(person.heard()).toHaveLength(said)
    await person.says('1')
    expect(
      person
        .heard()
        .slice(said)
        .some((text) => text.includes('Noor')),
    ).toBe(true)
    expect(
      person
        .heard()
        .slice(said)
        .some((text) => text.includes('We end here')),
    ).toBe(true)
  })

  test.each(['1', '١'])('and %s that brings a closing opens nothing; words do', async (one) => {
    const { stage, person, code } = await onSharedPhone()
    await person.says('hello')
    stage.clock.advance(minutes(6))
    const said = person.heard().length
    await stage.desk.say(code, NOOR, 'Until then.', (await person.book()).state.version)
    await stage.desk.close(code, NOOR, 'resolved')
    await stage.sendAll()
    expect(person.heard().slice(said)).toEqual([SIGN])
    await person.says(one)
    await stage.sendAll()
    const heard = person.heard().slice(said + 1)
    expect(heard[0]).toBe('Until then.')
    expect(heard[1]).toContain('We end here')
    expect(heard).toHaveLength(2)
    expect((await person.book()).state.hands.status).toBe('closed')
    await person.says('He wrote to me again today and wants more money')
    expect((await person.book()).state.hands.status).toBe('waiting')
  })

  test('a message of the person still waits in the chat, not in the case: nothing is said twice after a crash', async () => {
    const { stage, person } = await onSharedPhone()
    await speak(stage, person, 'One.')
    const item = await person.says('1')
    await stage.sink.put([item, item])
    await stage.receiveAll()
    await stage.sendAll()
    expect(person.heard().filter((text) => text === 'One.')).toHaveLength(1)
  })
})

describe('on a phone of their own', () => {
  test('an agent’s words reach the person at any time', async () => {
    const { stage, person } = await onOwnPhone()
    await speak(stage, person, 'We found a way.')
    expect(person.hears()).toBe('We found a way.')
  })

  test('who left by quick exit is sent nothing, not even a sign, until they come back', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await stage.desk.claim(await person.code(), NOOR)
    await person.says('0')
    const said = person.heard().length
    await speak(stage, person, 'Are you there?')
    await person.says('hm')
    expect(person.heard()).toHaveLength(said)
    await person.says(await person.code())
    expect(person.heard()).toContain('Are you there?')
  })

  test('who stopped because somebody watches is sent nothing until a word of return', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    for (const text of ['continue', 'skip', 'someone sees this phone', 'being watched'])
      await person.says(text)
    await stage.desk.claim(await person.code(), NOOR)
    await stage.sendAll()
    const said = person.heard().length
    await speak(stage, person, 'Are you there?')
    expect(person.heard()).toHaveLength(said)
    await person.says('1')
    expect(person.heard().slice(said)).toEqual([expect.stringMatching(/is it safe now/)])
    await person.says('yes')
    expect(person.heard()).toContain('Are you there?')
  })
})

describe('where nothing of the case may be seen', () => {
  test('a chat that shows the decoy is sent nothing that its people did not ask for: no agent’s words, no sign, no notice', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await setSecrets(person, { pin: '483917', decoy: 'kolkwitzia' })
    const forced = stage.person('2')
    await comeBack(forced, await person.code(), 'kolkwitzia')
    await stage.workAll()
    await stage.sendAll()
    stage.clock.advance(minutes(6))
    const decoy = await forced.code()
    expect((await forced.book()).state.access.decoy).toBe(true)
    const said = forced.heard().length
    await stage.desk.claim(decoy, NOOR)
    await speak(stage, forced, 'We found a way.')
    await stage.desk.release(decoy, NOOR, 'bot')
    await stage.passTime(hours(48))
    await stage.sendAll()
    expect(forced.heard().slice(said)).toEqual([])
  })

  test('who asked for everything to be erased is sent nothing more, while something keeps the case from being erased', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    const code = await person.code()
    await stage.desk.hold(code, NOOR, 'Karkh court, letter 114')
    await person.says('erase')
    await person.says('yes')
    await stage.workAll()
    await stage.sendAll()
    stage.clock.advance(minutes(6))
    const { state } = await person.book()
    expect(state.access.erasing).toBe(true)
    const said = person.heard().length
    expect((await stage.desk.say(code, NOOR, 'Are you there?', state.version)).status).not.toBe('done')
    // Whatever else may ever want to speak asks these two.
    expect(keepsQuiet(stage.ports.flow, stage.ports.access, state, stage.clock.now())).toBe(true)
    expect(maySign(stage.ports.access, state, stage.clock.now())).toBe(false)
    await stage.passTime(hours(48))
    await stage.sendAll()
    expect(person.heard().slice(said)).toEqual([])
  })
})

describe('who blocked us', () => {
  const blocked = async () => {
    const { stage, person, code } = await onOwnPhone()
    await person.sends({ kind: 'blocked' })
    await stage.sendAll()
    return { stage, person, code, said: person.heard().length }
  }

  test.each(['bot', 'queue'] as const)(
    'is sent nothing when an agent lets the case go to the %s: another hand may hold the phone',
    async (to) => {
      const { stage, person, code, said } = await blocked()
      expect(await stage.desk.release(code, NOOR, to)).toMatchObject({ status: 'done' })
      await stage.passTime(hours(48))
      await stage.sendAll()
      expect(person.heard().slice(said)).toEqual([])
    },
  )

  test('is written to again where they come back in another chat with code and PIN', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await setSecrets(person, { pin: '483917' })
    const code = await person.code()
    await person.sends({ kind: 'blocked' })
    expect((await person.book()).state.blocked).toBe(true)
    const back = stage.person('2')
    await comeBack(back, code, '483917')
    await stage.workAll()
    await stage.sendAll()
    expect((await back.book()).state.blocked).toBe(false)
    await stage.desk.claim(code, NOOR)
    await speak(stage, back, 'Good that you are back.')
    expect(back.hears()).toBe('Good that you are back.')
  })
})

test('who left by quick exit hears nothing of what the team did meanwhile when they come back: an agent who let go told nobody', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await submit(person)
  const code = await person.code()
  await stage.desk.claim(code, NOOR)
  await person.says('0')
  const said = person.heard().length
  await stage.desk.release(code, NOOR, 'bot')
  await stage.passTime(minutes(10))
  await stage.sendAll()
  expect(person.heard()).toHaveLength(said)
  expect((await person.book()).state.access.held).toEqual([])
  await person.says(code)
  expect(person.heard().slice(said)).not.toContain(stage.ports.phrases.say('en', 'returned-to-bot'))
})

describe('consent, each by its purpose', () => {
  const consented = async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    return { stage, person }
  }

  test.each(['consents', 'موافقات', 'ڕەزامەندییەکان'])(
    'is listed on «%s»; beginning means to keep and to answer, nothing else',
    async (word) => {
      const { person } = await consented()
      await person.says(word)
      expect(
        person
          .hears()
          .split('\n')
          .filter((line) => /(?:yes|نعم|بەڵێ|no|لا|نەخێر)⁩?$/.test(line.trim())),
      ).toHaveLength(6)
      const { state } = await person.book()
      expect(mayShare(state, 'share-investigators')).toBe(false)
      expect(mayShare(state, 'hashes-to-platforms')).toBe(false)
    },
  )

  test.each(['share-investigators', 'share-ngo'] as const)(
    'to hand on is no matter of one tap: what goes to whom is said first, and anything but a yes shares nothing (%s)',
    async (scope) => {
      const { person } = await consented()
      await person.says('consents')
      await person.presses(scope === 'share-ngo' ? 'Share: aid organisation' : 'Share: investigators')
      expect(person.hears()).toMatch(/a person from our team hands it over/)
      expect(person.hears()).toMatch(/take this back (?:at )?any time/)
      expect(mayShare((await person.book()).state, scope)).toBe(false)
      await person.says('what is that')
      expect(mayShare((await person.book()).state, scope)).toBe(false)
      await person.presses('No, not now')
      expect(person.hears()).toBe('All right, nothing goes there.')
      expect(mayShare((await person.book()).state, scope)).toBe(false)
      await person.presses('Yes, it may go')
      expect(mayShare((await person.book()).state, scope)).toBe(true)
    },
  )

  test('a late no takes back the yes to handing on, and says so', async () => {
    const { person } = await consented()
    await person.says('consents')
    await person.presses('Share: aid organisation')
    await person.presses('Yes, it may go')
    expect(mayShare((await person.book()).state, 'share-ngo')).toBe(true)
    await person.presses('No, not now')
    expect(mayShare((await person.book()).state, 'share-ngo')).toBe(false)
    expect(person.hears()).not.toMatch(/nothing goes there/)
  })

  test('is given and taken back by button, by number and by name, each with version and language in the ledger', async () => {
    const { stage, person } = await consented()
    await person.says('consents')
    await person.presses('Share: investigators')
    await person.presses('Yes, it may go')
    expect(mayShare((await person.book()).state, 'share-investigators')).toBe(true)
    await person.says('3')
    await person.says('yes')
    expect(mayShare((await person.book()).state, 'share-ngo')).toBe(true)
    await person.says('Share: investigators')
    const book = await person.book()
    expect(mayShare(book.state, 'share-investigators')).toBe(false)
    const told = book.events.flatMap(({ event }) =>
      event.type === 'consent_given' || event.type === 'consent_withdrawn' ? [event] : [],
    )
    expect(told).toEqual([
      {
        type: 'consent_given',
        scope: 'share-investigators',
        version: stage.ports.access.consentVersion,
        language: 'en',
      },
      {
        type: 'consent_given',
        scope: 'share-ngo',
        version: stage.ports.access.consentVersion,
        language: 'en',
      },
      {
        type: 'consent_withdrawn',
        scope: 'share-investigators',
        version: stage.ports.access.consentVersion,
        language: 'en',
      },
    ])
  })

  test('a number means the list only while it is the last thing shown', async () => {
    const { person } = await consented()
    await person.says('consents')
    await person.says('A man I met online has my photos and wants money')
    await person.says('3')
    expect((await person.book()).events.some(({ event }) => event.type === 'consent_given')).toBe(false)
  })

  test('not to be answered any more means that nothing is begun, not even a sign', async () => {
    const { stage, person } = await consented()
    await person.says('consents')
    await person.presses('Answer me here')
    stage.clock.advance(minutes(6))
    await stage.desk.claim(await person.code(), NOOR)
    const said = person.heard().length
    await speak(stage, person, 'We found a way.')
    expect(person.heard()).toHaveLength(said)
    await person.says('hello')
    expect(person.heard()).toContain('We found a way.')
  })

  test('not to keep anything any more is to erase, which is asked once more', async () => {
    const { stage, person } = await consented()
    const code = await person.code()
    await person.says('consents')
    await person.presses('Keep what I send')
    expect(person.hears()).toMatch(/^Erase everything that we hold for this chat now/)
    await person.presses('Erase everything')
    await stage.workAll()
    expect(await stage.store.views.byCode(code)).toMatchObject({ status: 'erased' })
  })
})

describe('what is known of them', () => {
  test('people can see at any time: answers, files, consents, and who looked how often', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person, 'He calls himself Kolkwitzia and wants money for my photos')
    await stage.desk.claim(await person.code(), NOOR)
    await person.says('show me what you have')
    const shown = person.hears()
    expect(shown).toContain('Kolkwitzia')
    expect(shown).toMatch(/Noor⁩? \(⁨?1/)
    expect(shown).toMatch(/Share: investigators/)
  })

  test('a correction after sending is a statement of its own beside what was sent', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    const before = (await person.book()).state.conversation.answers
    await person.says('correct')
    await person.says('It was not money, he wants to meet on Friday')
    await stage.workAll()
    const book = await person.book()
    expect(book.state.conversation.answers).toEqual(before)
    expect(book.events.some(({ event }) => event.type === 'correction_given')).toBe(true)
    const sealed = Object.values(book.state.evidence).filter(
      (item) => item.kind === 'statement' && item.status === 'sealed',
    )
    expect(sealed.map((item) => item.status === 'sealed' && item.sha256)).toContain(
      stage.ports.hasher.sha256('It was not money, he wants to meet on Friday'),
    )
  })

  test('before sending, correct shows what can be corrected', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('correct')
    expect((await person.book()).state.access.asking).toBeUndefined()
  })
})

test.each(['check agent', 'تحقق من الموظف', 'کارمەندەکە بپشکنە'])(
  '«%s» shows the person two words that the agent sees as well',
  async (word) => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await stage.desk.claim(await person.code(), NOOR)
    await person.says(word)
    const line = (await person.book()).lines.findLast(
      (one) => one.from === 'event' && one.event.type === 'check_shown',
    )
    const words = line?.from === 'event' && line.event.type === 'check_shown' ? line.event.words : ''
    expect(words.split(' ')).toHaveLength(2)
    expect(person.hears()).toContain(words)
    stage.clock.advance(hours(1))
  },
)
