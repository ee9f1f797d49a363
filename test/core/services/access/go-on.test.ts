import { describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { choicesOf } from '../../../../core/policy/conversation/ask.ts'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import {
  agent,
  openStage,
  reachStory,
  type Person,
  type Stage,
  phrases as texts,
} from '../../../build/stage.ts'

const STORY = 'He calls himself Kolkwitzia and wants money for my photos, my number is 07701234567'
const NOOR = agent('Noor')
/** What would tell what was told, and that something was. */
const TOLD =
  /kolkwitzia|photos|07701234567|money|return code is|this is what|what we noted|case reached|years|under 18|are you safe|ending your life|go on where/i
/** Says what a hand could try that wants to read or to erase. */
const TRIES = [
  'summary',
  'code',
  'consents',
  'status',
  'back',
  'correct',
  'erase',
  'show me what you have',
  'add',
  '1',
  '2',
  '5',
]

const LANES: ReadonlyArray<readonly [string, (who: Person) => Promise<void>]> = [
  ['calm, before the story', (who) => reachStory(who)],
  [
    'calm, told before agreeing',
    async (who) => {
      await who.sends({ kind: 'start' })
      await who.says(STORY)
    },
  ],
  [
    'calm, at a question after the story',
    async (who) => {
      await reachStory(who)
      await who.says(STORY)
    },
  ],
  [
    'at the card',
    async (who) => {
      await reachStory(who)
      await who.says(STORY)
      for (let n = 0; n < 20 && (await who.book()).state.conversation.open?.step !== 'review'; n += 1)
        await who.says((await who.book()).state.conversation.open?.step === 'danger' ? 'none' : 'skip')
    },
  ],
  [
    'in danger',
    async (who) => {
      await who.sends({ kind: 'start' })
      await who.says('continue')
      await who.says('my brother will kill me tonight, he found Kolkwitzia and my photos')
    },
  ],
  [
    'a child',
    async (who) => {
      await who.sends({ kind: 'start' })
      await who.says('continue')
      await who.says('I am 15 and Kolkwitzia has my photos and wants money')
    },
  ],
]

const left = async (lane: (who: Person) => Promise<void>, stage?: Stage) => {
  const open = stage ?? (await openStage())
  const person = open.person('1')
  await lane(person)
  await person.says('0')
  const said = person.heard().length
  return { stage: open, person, after: () => person.heard().slice(said) }
}

const stepOf = async (person: Person): Promise<string | undefined> =>
  (await person.book()).state.conversation.open?.step

describe('a chat that was left, where the person was told neither PIN nor code', () => {
  test.each(LANES)(
    'goes on by a word of return and shows nothing that was told before (%s)',
    async (_, lane) => {
      const { person, after } = await left(lane)
      const told = JSON.stringify((await person.book()).state.conversation.answers)
      await person.says('continue')
      expect((await person.book()).state.conversation).toMatchObject({
        exited: false,
        locked: true,
        unproven: true,
      })
      expect(after().at(0)).toMatch(/^You can write here/)
      for (const text of TRIES) await person.says(text)
      await person.sends({ kind: 'start' })
      for (const command of ['restart', 'back', 'show', 'help'] as const)
        await person.sends({ kind: 'command', command: command as 'restart' })
      expect(after().join('\n')).not.toMatch(TOLD)
      const { state } = await person.book()
      expect(state.access).toMatchObject({ erasing: false })
      for (const [step, answer] of Object.entries(JSON.parse(told) as Record<string, unknown>))
        if (step !== 'story' && step !== 'consent') expect(state.conversation.answers[step]).toEqual(answer)
    },
  )

  test('asks only what everybody is asked, and for what is at the end only whether it shall be read', async () => {
    const { person, after } = await left(LANES[3]![1])
    await person.says('continue')
    await person.says('He wrote again today and I do not know what to do')
    expect(after().at(-1)).toMatch(/Shall our team read it/)
    expect(await stepOf(person)).toBe('review')
    await person.says('correct')
    expect((await person.book()).state.conversation.submitted).toBe(false)
    await person.says('send')
    expect((await person.book()).state.conversation.submitted).toBe(true)
    expect(after().at(-1)).toMatch(/our team reads it/)
    expect(after().join('\n')).not.toMatch(TOLD)
  })

  test.each(['words', 'button of before', 'words, out of turn'])(
    '«send, a woman replies» sends there and keeps that wish, in words and by a button (%s)',
    async (how) => {
      const { person, after } = await left(LANES[3]![1])
      await person.says('continue')
      if (how === 'words') await person.says('He wrote again today and I do not know what to do')
      if (how === 'button of before') await person.sends({ kind: 'press', token: '9:review:woman' })
      else await person.says('send, a woman replies')
      const { conversation, hands } = (await person.book()).state
      expect(conversation.submitted).toBe(true)
      expect(hands.status).toBe('waiting')
      expect(conversation.answers['wish']).toEqual({ kind: 'choice', option: 'woman' })
      expect(after().at(-1)).toMatch(/our team reads it/)
      expect(after().join('\n')).not.toMatch(TOLD)
    },
  )

  test('a wish that was said before is replaced by nobody there', async () => {
    const { stage, person } = await left(LANES[2]![1])
    const wish = { kind: 'choice', option: 'woman' } as const
    await stage.casebook.append((await person.book()).row.caseId, () => ({
      actor: 'person',
      events: [{ type: 'answer_given', step: 'wish', answer: wish }],
    }))
    await person.says('continue')
    await person.says('He wrote again today and I do not know what to do')
    await person.says('send, a man replies')
    const { conversation } = (await person.book()).state
    expect(conversation.submitted).toBe(true)
    expect(conversation.answers['wish']).toEqual(wish)
  })

  test('a question for a guide opens it there, step by step, and no guide that tells an age', async () => {
    const { person, after } = await left(LANES[5]![1])
    await person.says('continue')
    await person.says('how do I secure my instagram account?')
    expect(after().at(-1)).toMatch(/instagram/i)
    const { menu } = (await person.book()).state.conversation
    expect(menu).toMatch(/^guide/)
    const before = after().length
    await person.says('1')
    expect(after().length).toBeGreaterThan(before)
    await person.sends({ kind: 'press', token: '1:!guide:stopncii' })
    expect(after().join('\n')).not.toMatch(/take ?it ?down|stopncii/i)
    expect(after().join('\n')).not.toMatch(TOLD)
  })

  test('who agrees there agrees for what comes there: shown to be theirs, the person is asked themselves, and what they told is still there', async () => {
    const { person, after } = await left(LANES[1]![1])
    const code = await person.code()
    await person.says('continue')
    await person.says('continue')
    expect((await person.book()).state.conversation.answers['consent']).toBeDefined()
    await person.says(code)
    const { conversation } = (await person.book()).state
    expect(conversation.locked).toBeUndefined()
    expect(conversation.answers['consent']).toBeUndefined()
    expect(conversation.open?.step).toBe('consent')
    expect(JSON.stringify(conversation.answers['story'])).toContain('Kolkwitzia')
    expect(after().at(-1)).toMatch(/Shall we go on\?/)
    await person.says('yes')
    expect((await person.book()).state.conversation.answers['consent']).toMatchObject({ option: 'continue' })
  })

  test('who agreed themselves before is asked for nothing again', async () => {
    const { person, after } = await left(LANES[2]![1])
    const code = await person.code()
    await person.says('continue')
    await person.says(code)
    expect((await person.book()).state.conversation.answers['consent']).toMatchObject({ option: 'continue' })
    expect(after().join('\n')).not.toMatch(/Shall we go on\?/)
  })

  test('a case that was sent there by who agreed there asks the person themselves, when they come', async () => {
    const { person, after } = await left(LANES[1]![1])
    const code = await person.code()
    for (const text of ['continue', 'continue', 'he came back today and I am lost', 'send'])
      await person.says(text)
    expect((await person.book()).state.conversation.submitted).toBe(true)
    await person.says(code)
    expect((await person.book()).state.conversation.open?.step).toBe('consent')
    expect(after().at(-1)).toMatch(/Shall we go on\?/)
    await person.says('yes')
    expect((await person.book()).state.conversation.answers['consent']).toMatchObject({ option: 'continue' })
  })

  test('what everybody is told is answered there, and what is asked comes in full once', async () => {
    const { person, after } = await left(LANES[3]![1])
    for (const text of ['continue', 'He wrote again today and I do not know what to do', 'should I pay him?'])
      await person.says(text)
    expect(after().slice(-3)).toEqual([
      expect.stringMatching(/Shall our team read it/),
      expect.stringMatching(/pay/i),
      expect.stringMatching(/^This is kept, too/),
    ])
    expect(after().join('\n')).not.toMatch(TOLD)
  })

  test('what is written in pieces there is answered once, as anywhere', async () => {
    const { stage, person, after } = await left(LANES[3]![1])
    await person.says('continue')
    const before = after().length
    await person.writes('he came back', 'with another number', 'I do not know what to do')
    await stage.fallQuiet()
    await stage.sendAll()
    expect(after().slice(before)).toEqual([expect.stringMatching(/Shall our team read it/)])
    const { answers } = (await person.book()).state.conversation
    expect(JSON.stringify(answers['story'])).toContain('with another number')
  })

  test('who has not agreed yet reads the whole question once, and then that a yes is enough', async () => {
    const { person, after } = await left(LANES[1]![1])
    for (const text of ['continue', 'he came back today', 'we met last year', 'he has another number now'])
      await person.says(text)
    expect(after().filter((text) => text.endsWith('Shall we go on?'))).toHaveLength(1)
    expect(after().slice(-3)).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/yes/) as string))
    expect(await stepOf(person)).toBe('consent')
  })

  test('who has not agreed yet is asked for it again, and goes on from there', async () => {
    const { person, after } = await left(LANES[1]![1])
    await person.says('continue')
    expect(await stepOf(person)).toBe('consent')
    await person.says('continue')
    expect((await person.book()).state.conversation.answers['consent']).toEqual({
      kind: 'choice',
      option: 'continue',
    })
    expect(after().join('\n')).not.toMatch(/kolkwitzia|kept. You don't have to tell/i)
  })

  test('a story that was not told yet is told there, and is the story', async () => {
    const { person } = await left(LANES[0]![1])
    await person.says('continue')
    await person.says('A man wants money and has pictures of me, I am afraid')
    expect((await person.book()).state.conversation.answers['story']).toMatchObject({ kind: 'text' })
  })

  test.each(LANES)('danger in what is written there is heard as ever (%s)', async (_, lane) => {
    const { person, after } = await left(lane)
    await person.says('continue')
    await person.says('he is at the door and will kill me')
    expect((await person.book()).state).toMatchObject({ severity: 'P1', hands: { status: 'waiting' } })
    expect(after().join('\n')).toMatch(/safe|door|police|ambulance|number you know|here/i)
    await person.says('no')
    expect(after().join('\n')).not.toMatch(/kolkwitzia/i)
  })

  test('a cry, the wish for a person and a sign that is not sure call people there', async () => {
    for (const text of ['help', 'a person', 'urgent', 'I do not want to wake up tomorrow']) {
      const { person, after } = await left(LANES[2]![1])
      await person.says('continue')
      await person.says(text)
      expect((await person.book()).state.hands.status, text).toBe('waiting')
      // Of a danger in these words it is asked as ever; of what was told before nothing is said.
      expect(after().join('\n'), text).not.toMatch(/kolkwitzia|photos|07701234567|It is kept/i)
    }
  })

  test('an agent is told that somebody came back who may be another, and is heard by them', async () => {
    const { stage, person, after } = await left(LANES[2]![1])
    const code = await person.code()
    await stage.desk.claim(code, NOOR)
    await person.says('continue')
    await person.says('are you there?')
    await stage.desk.say(code, NOOR, 'I am here.', (await person.book()).state.version)
    await stage.sendAll()
    expect(after()).toEqual(['I am here.'])
    expect((await person.book()).lines).toContainEqual(
      expect.objectContaining({ from: 'event', event: { type: 'return_unproven' } }),
    )
  })

  test.each(['No', 'button'])(
    'what an agent asks there has its answer, in words or by its button (%s)',
    async (how) => {
      const { stage, person } = await left(LANES[2]![1])
      const code = await person.code()
      await stage.desk.claim(code, NOOR)
      await person.says('continue')
      await person.says('hello')
      expect(await stage.desk.askSafe(code, NOOR)).toMatchObject({ status: 'done' })
      await stage.sendAll()
      if (how === 'button') await person.presses('No')
      else await person.says(how)
      expect((await person.book()).brief.safe).toMatchObject({ step: 'fast-safe', option: 'no' })
    },
  )

  test.each([
    ['👎', 'no'],
    ['👍', 'yes'],
  ])('a mark under the question of an agent is its answer there (%s)', async (emoji, option) => {
    const { stage, person } = await left(LANES[2]![1])
    const code = await person.code()
    await stage.desk.claim(code, NOOR)
    await person.says('continue')
    await person.says('hello')
    await stage.desk.askSafe(code, NOOR)
    await stage.sendAll()
    await person.sends({ kind: 'reaction', emoji, of: `ours-${stage.channel.sent.length}` })
    expect((await person.book()).brief.safe).toMatchObject({ step: 'fast-safe', option })
  })

  test('what an agent said while the chat was left is held until it is shown whose it is: the code opens all', async () => {
    const { stage, person, after } = await left(LANES[2]![1])
    const code = await person.code()
    await stage.desk.claim(code, NOOR)
    await stage.desk.say(code, NOOR, 'Kolkwitzia is blocked now.', (await person.book()).state.version)
    await stage.sendAll()
    await person.says('continue')
    await person.says('hello')
    await stage.sendAll()
    expect(after().join('\n')).not.toMatch(/kolkwitzia/i)
    await person.says(code)
    await stage.sendAll()
    expect(after()).toContain('Kolkwitzia is blocked now.')
    expect((await person.book()).state.conversation.locked).toBeUndefined()
  })

  test('where nothing was told there is nothing to hide: it goes on as before', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    await person.says('0')
    await person.says('continue')
    expect((await person.book()).state.conversation).toMatchObject({ exited: false })
    expect((await person.book()).state.conversation.locked).toBeUndefined()
  })

  test.each(['وينكم', "that's all"])(
    '«%s» asks for what comes next, and is not turned away',
    async (words) => {
      const { person, after } = await left(LANES[2]![1])
      await person.says('continue')
      await person.says(words)
      expect(after().at(-1)).toMatch(/Shall our team read it/)
    },
  )

  test('who we are and what can be learned are told there, and a question is left by a word', async () => {
    const { person, after } = await left(LANES[2]![1])
    for (const words of ['continue', 'who are you', 'learn', 'He wrote again today', 'skip'])
      await person.says(words)
    expect(after().join('\n')).not.toMatch(/^We show nothing/m)
    expect(after().join('\n')).not.toMatch(TOLD)
  })

  test.each([true, false])(
    'who had wanted nobody here and asks for a person takes that back (come back: %s)',
    async (isBack) => {
      const { person } = await left(async (who) => {
        await who.says('my brother will kill me')
        await who.says('no')
      })
      const { refusal } = content.flow
      expect((await person.book()).state.conversation.answers[refusal!.step]).toMatchObject({
        option: refusal!.option,
      })
      if (isBack) await person.says('continue')
      await person.says('a person')
      expect((await person.book()).state.conversation.answers[refusal!.step]).not.toMatchObject({
        option: refusal!.option,
      })
    },
  )

  test('a sign under a file calls people as one in words does', async () => {
    const { person } = await left(LANES[0]![1])
    await person.says('continue')
    await person.sendsFile(new Uint8Array([1]))
    const { called } = (await person.book()).state.conversation
    expect(called.danger).toBe(false)
    await person.sends({
      kind: 'media',
      media: { ref: 'r', kind: 'photo', capture: 'as_sent' },
      caption: untrusted('I do not want to wake up tomorrow'),
    })
    expect((await person.book()).state.conversation.called.danger).toBe(true)
  })

  test('nothing can be erased out of it by whoever holds the phone, left or come back', async () => {
    const { stage, person, after } = await left(LANES[2]![1])
    for (const back of [false, true]) {
      if (back) await person.says('continue')
      await person.says('erase')
      expect(after().at(-1)).toMatch(/^We show nothing/m)
      await person.says('yes')
      await stage.workAll()
      expect(await stage.store.views.byCode(await person.code())).not.toMatchObject({ status: 'erased' })
    }
  })

  test('a file that waits from before is not spoken of, and one that comes then asks for the age in the words of everybody', async () => {
    const photo = {
      kind: 'media',
      media: {
        ref: 'r',
        kind: 'photo',
        capture: 'as_sent',
        fileName: 'kolkwitzia.jpg',
        mime: 'image/jpeg',
        size: 9,
      },
    }
    const { person, after } = await left(async (who) => {
      await reachStory(who)
      await who.sends(photo as never)
    })
    await person.says('continue')
    await person.sends({ ...photo, media: { ...photo.media, ref: 's' } } as never)
    await person.says('me, 16-17')
    expect(after().join('\n')).not.toMatch(TOLD)
    expect(after().join('\n')).not.toMatch(/files|both|two/i)
  })

  test('an old button of a question that tells shows nothing, a danger pressed there is heard', async () => {
    const { person, after } = await left(LANES[2]![1])
    const { state } = await person.book()
    const step = content.flow.steps.find(({ id }) => id === state.conversation.open?.step)!
    const harmless = choicesOf(content.flow, state.conversation, step).find(({ token }) =>
      /none|skip/.test(token),
    )
    await person.says('continue')
    await person.sends({ kind: 'press', token: harmless!.token, message: '1' } as never)
    expect(after().join('\n')).not.toMatch(TOLD)
  })
})

describe('the page of a chat that was left, where the person was told neither', () => {
  test('shows what came since, and neither lines, files nor questions from before', async () => {
    const { stage, person } = await left(LANES[3]![1])
    const history = makeChatHistory(stage.ports, stage.casebook)
    await person.says('continue')
    await person.says('He wrote again today')
    const { address } = (await person.book()).state
    const view = await history.read(address!)
    const texts = view.lines.map(({ text }) => text ?? '').join('\n')
    expect(texts).toMatch(/He wrote again today/)
    expect(texts).not.toMatch(TOLD)
    expect(view.stranded).toBeUndefined()
    // As where nothing was told: that somebody agreed, and their age, do not show.
    expect(view.media).toBe('consent')
  })
})

test.each(['en', 'ar', 'ckb'] as const)(
  'the words of that chat are there in %s, and name no case',
  (language) => {
    for (const key of ['go-on', 'go-on-kept', 'go-on-send', 'go-on-left', 'closed-here'] as const)
      expect(texts.say(language, key)).not.toMatch(/case|قضي|حالة|کەیس/i)
  },
)
