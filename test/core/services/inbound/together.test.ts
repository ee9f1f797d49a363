import { describe, expect, test } from 'vitest'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import { LONGEST_WAIT, REPLY_QUIET } from '../../../../core/services/inbound/quiet.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { after, hours, minutes, seconds } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const STORY = [
  'a man has my pictures',
  'we met on instagram',
  'he was nice at first',
  'now he threatens me',
  'he wants money',
  'he says he sends it to my family',
  'what shall I do now',
]

const saidKeys = ({ events }: CaseBook): readonly string[] =>
  events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
const typings = ({ channel }: Stage): number =>
  channel.sent.filter(({ content }) => content.kind === 'typing').length

/** What is said while `act` runs, and until nobody writes any more. */
const heardOf = async (
  stage: Stage,
  who: Person,
  act: () => Promise<unknown>,
): Promise<readonly string[]> => {
  const before = saidKeys(await who.book()).length
  await act()
  await stage.fallQuiet()
  await stage.sendAll()
  return saidKeys(await who.book()).slice(before)
}

const statements = async (stage: Stage, who: Person): Promise<readonly string[]> => {
  await stage.workAll()
  const { state } = await who.book()
  const sealer = await stage.sealer.forCase(state.caseId)
  const texts: string[] = []
  for (const item of Object.values(state.evidence)) {
    if (item.kind !== 'statement' || item.status !== 'sealed') continue
    const chunks: Uint8Array[] = []
    for await (const chunk of sealer.openStream(item.object, (await stage.vault.open(item.object))!))
      chunks.push(chunk)
    texts.push(Buffer.concat(chunks).toString('utf8'))
  }
  return texts
}

/** How many bursts were answered so far. */
const settledIn = async (who: Person): Promise<number> =>
  (await who.book()).events.filter(({ event }) => event.type === 'reply_settled').length

describe('messages that come one after another', () => {
  test('are one story: each is kept at once, one answer comes when no more do, and one statement holds every line', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    const before = saidKeys(await who.book()).length
    const typed = typings(stage)
    const answered = await settledIn(who)
    await who.writes(...STORY)
    const kept = (await who.book()).lines.filter(({ from }) => from === 'person').slice(-STORY.length)
    expect(kept).toHaveLength(STORY.length)
    expect(saidKeys(await who.book())).toHaveLength(before)
    expect(typings(stage)).toBe(typed + 1)
    await stage.fallQuiet()
    const { state, events } = await who.book()
    expect(state.conversation.answers['story']).toEqual({ kind: 'text', text: STORY.join('\n') })
    expect(saidKeys(await who.book()).filter((key) => key === 'story-thanks')).toHaveLength(1)
    expect(events.filter(({ event }) => event.type === 'reply_settled')).toHaveLength(1 + answered)
    expect(saidKeys(await who.book()).filter((key) => key.startsWith('not-understood'))).toEqual([])
    expect(await statements(stage, who)).toEqual([STORY.join('\n')])
  })

  test('are answered two and a half seconds after the last of them, not after the first', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    const before = saidKeys(await who.book()).length
    await who.writes('a man has my pictures', 'we met on instagram', 'he wants money')
    await stage.passTime(seconds(1))
    expect(saidKeys(await who.book())).toHaveLength(before)
    await stage.passTime(REPLY_QUIET)
    expect(saidKeys(await who.book()).length).toBeGreaterThan(before)
  })

  test('that never end are answered in between, and what follows is added', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    const start = stage.clock.now()
    for (let n = 0; n < 40; n += 1) {
      await who.writes(`and then he wrote me again, time ${n}`)
      await stage.passTime(seconds(0.5))
    }
    await stage.fallQuiet()
    const { state, events } = await who.book()
    const settled = events.flatMap(({ event, at }) => (event.type === 'reply_settled' ? [at] : []))
    expect(settled.length).toBeGreaterThan(1)
    expect(settled[0]).toBeLessThanOrEqual(after(start, seconds(LONGEST_WAIT / 1000 + 3)))
    const story = state.conversation.answers['story']
    for (let n = 0; n < 40; n += 1) expect(story?.kind === 'text' ? story.text : '').toContain(`time ${n}`)
  })

  test('told before consent are one answer, kept, and one statement once consent is given', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.writes('hello', 'a man has my pictures', 'he wants money from me')
    await stage.fallQuiet()
    expect(saidKeys(await who.book())).toEqual(['ask-consent'])
    await who.says('continue')
    expect(await statements(stage, who)).toEqual(['a man has my pictures\nhe wants money from me'])
  })

  test('are decided once, whichever process does it and however often its timer rings', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    const before = await settledIn(who)
    await who.writes(...STORY)
    stage.clock.advance(minutes(1))
    const jobs = await stage.store.jobs.claim(stage.claim(), 50)
    const replies = jobs.filter(({ kind }) => kind === 'reply')
    expect(replies).toHaveLength(1)
    for (const job of [...replies, ...replies, ...replies]) await stage.doJob(job)
    expect(await settledIn(who)).toBe(before + 1)
    expect(saidKeys(await who.book()).filter((key) => key === 'story-thanks')).toHaveLength(1)
  })

  test('hold a danger that stands in no single one of them', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.writes('I want to', 'kill myself')
    await stage.fallQuiet()
    expect((await who.book()).state.conversation.urgent).toBe(true)
  })
})

describe('at once, though words wait,', () => {
  test('danger is answered, with what was told before it kept', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    const before = saidKeys(await who.book()).length
    await who.writes(
      'a man has my pictures and wants money',
      'he is outside my door with a knife and will kill me',
    )
    const said = saidKeys(await who.book()).slice(before)
    expect(said[0]).toMatch(/^crisis-/)
    const { state } = await who.book()
    expect(state.conversation.urgent).toBe(true)
    expect(JSON.stringify(state.conversation.answers['story'])).toContain('wants money')
    expect(await heardOf(stage, who, async () => undefined)).toEqual([])
  })

  test('danger is read: people are called before anything is answered', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.writes('I am 15 years old and he has my pictures')
    expect((await who.book()).state.severity).not.toBe('P4')
  })

  test('a button, a number and a word of the open question are an answer', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.sends({ kind: 'start' })
    for (const text of ['continue', 'skip', '7', 'I am 24']) {
      const before = saidKeys(await who.book()).length
      await who.writes(text)
      expect(saidKeys(await who.book()).length, text).toBeGreaterThan(before)
    }
    expect(typings(stage)).toBe(0)
  })

  test('leaving leaves: nothing is said later about what was written before', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    const said = await heardOf(stage, who, () => who.writes('a man has my pictures and wants money', '0'))
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^exit-innocent/)
    expect(JSON.stringify((await who.book()).state.conversation.answers['story'])).toContain('wants money')
  })

  test('an answer to the question before is not one to a question that nobody has seen', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.writes('a man has my pictures and wants money', 'skip')
    const { state } = await who.book()
    expect(state.conversation.skipped).toEqual({})
    expect(JSON.stringify(state.conversation.answers['story'])).toContain('wants money')
  })
})

describe('where somebody of the team comes meanwhile', () => {
  test('the bot says nothing more, and what was told is kept as an answer', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.writes(...STORY)
    await stage.desk.claim(await who.code(), agent('Noor'))
    expect(await heardOf(stage, who, async () => undefined)).toEqual([])
    expect((await who.book()).state.conversation.answers['story']).toEqual({
      kind: 'text',
      text: STORY.join('\n'),
    })
    expect(await statements(stage, who)).toEqual([STORY.join('\n')])
  })
})

describe('a cry for help', () => {
  test.each([
    ['en', ['hi', 'hello?', 'anyone there', 'pls help', 'he will post my pics']],
    ['ar', ['هلو', 'اكو احد', 'ساعدوني', 'راح ينشر صوري']],
    ['ckb', ['سڵاو', 'کەس هەیە', 'یارمەتیم بدەن', 'وێنەکانم بڵاو دەکاتەوە']],
  ])('among greetings gets one warm answer, not the manual (%s)', async (language, lines) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await who.writes(...lines)
    await stage.fallQuiet()
    const said = saidKeys(await who.book())
    expect(said).toEqual([
      'cry-heard',
      expect.stringMatching(/^ask-(?:consent|worry-(?:violence|deadline))$/),
    ])
    expect(JSON.stringify((await who.book()).state.conversation.answers['story'])).toContain(lines.at(-1))
  })

  test.each(['help me', 'please help', 'ساعدوني', 'الحقوني', 'یارمەتیم بدەن', 'فریام بکەون', 'sa3duni'])(
    'alone is no request for the manual: %s',
    async (cry) => {
      const stage = await openStage()
      const who = stage.person('1')
      await reachStory(who)
      expect(await heardOf(stage, who, () => who.writes(cry))).toEqual(['ask-worry-cry'])
      expect((await who.book()).state.conversation.answers['story']).toBeUndefined()
    },
  )

  test('after the case was sent is heard as well', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says('A man I met online has my photos and wants money from me')
    for (let n = 0; n < 25 && !(await who.book()).state.conversation.submitted; n += 1)
      await who.says((await who.book()).state.conversation.open?.step === 'review' ? 'send' : 'skip')
    expect(await heardOf(stage, who, () => who.writes('help me'))).toEqual(['ask-worry-cry'])
  })

  test('leaves the word "help" alone what it was', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    expect(await heardOf(stage, who, () => who.writes('help'))).toContain('help')
  })
})

describe('after an outage', () => {
  /** Written while nothing was read, a second apart, and all there at once. */
  const writtenMeanwhile = async (stage: Stage, who: Person, ...texts: readonly string[]): Promise<void> => {
    const items = texts.map((text, n) =>
      who.inbound({ kind: 'text', text: untrusted(text) }, { sentAt: after(stage.clock.now(), seconds(n)) }),
    )
    stage.clock.advance(hours(1))
    await stage.sink.put(items)
    await stage.receiveAll()
  }

  test('one apology and one answer come for everything that was written meanwhile', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.says('hello')
    const said = await heardOf(stage, who, () =>
      writtenMeanwhile(
        stage,
        who,
        'hello?',
        'are you there',
        'I lost my phone yesterday',
        'he has my pictures',
        'please',
        'hello',
      ),
    )
    expect(said).toEqual(['late-answer', 'softly-consent'])
    expect(JSON.stringify((await who.book()).state.conversation.answers['story'])).toContain(
      'I lost my phone yesterday',
    )
  })

  test('what was written before a question was asked is no answer to it', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.says('hello')
    await heardOf(stage, who, () => writtenMeanwhile(stage, who, 'yes', 'yes', 'are you there?', 'yes'))
    const { conversation } = (await who.book()).state
    expect(Object.keys(conversation.answers)).toEqual(['consent'])
    expect(conversation.open).toMatchObject({ step: 'story', picked: false })
  })

  test('what was written before the question that stands, and comes late, is no answer to it; what is written after it is', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says('skip')
    expect((await who.book()).state.conversation.open?.step).toBe('danger')
    const asked = stage.clock.now()
    stage.clock.advance(minutes(5))
    await who.says('none', { sentAt: after(asked, seconds(-30)) })
    await stage.fallQuiet()
    expect((await who.book()).state.conversation.answers['danger']).toBeUndefined()
    await who.says('none', { sentAt: after(asked, seconds(30)) })
    await stage.fallQuiet()
    expect((await who.book()).state.conversation.answers['danger']).toBeDefined()
  })

  test('words that ask to leave are obeyed at once', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await writtenMeanwhile(stage, who, '0')
    expect((await who.book()).state.conversation.exited).toBe(true)
  })
})

describe('the same words', () => {
  test('never stand twice running in a chat, whatever a person writes', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.says('hello')
    for (const text of [
      'hello',
      'hello',
      'xx',
      'hi',
      'continue',
      'hello',
      'hello',
      'zz',
      'zz',
      'zz',
      'help',
      'help',
      'help me',
      'help me',
    ])
      await who.says(text)
    const heard = who.heard()
    for (const [n, text] of heard.entries()) expect(text).not.toBe(heard[n - 1])
  })

  test('leave the buttons of a question under what is said in their place', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.says('hello')
    await who.says('hello')
    expect(saidKeys(await who.book())).toEqual(['ask-consent', 'still-above'])
    await who.presses('Yes, I want to talk')
    expect((await who.book()).state.conversation.answers['consent']).toBeDefined()
  })
})
