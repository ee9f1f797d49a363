import { beforeEach, describe, expect, test } from 'vitest'
import type { EvidenceId } from '../../../../core/base/ids.ts'
import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import { hours, minutes, seconds } from '../../../../core/base/units.ts'
import type { PictureReading, ReadBubble, ReadLine } from '../../../../core/ports/picture-reader.ts'
import {
  agent,
  openStage,
  reachStory,
  type Person,
  type Stage,
  phrases as texts,
} from '../../../build/stage.ts'

const line = (text: string, likelihood = 1): ReadLine => ({
  characters: Array.from(text, (character) => ({ character, likelihood, others: [] })),
  second: text,
})
const box = { left: 0, top: 0, right: 9, bottom: 9 }
const them = (text: string, likelihood = 1): ReadBubble => ({
  side: 'them',
  box,
  lines: [line(text, likelihood)],
})

let stage: Stage
let shown: readonly ReadBubble[]
const pictures = {
  read: async (): Promise<PictureReading> => ({
    status: 'read',
    tool: 'amin chat reader 1',
    size: { width: 100, height: 200 },
    direction: 'ltr',
    bubbles: shown,
  }),
  close: async () => {},
}
beforeEach(async () => {
  shown = [them('write to me at 0770 123 4567 or as @dark_wolf91')]
  stage = await openStage({ ...NO_PICTURES, detect: async () => 'image/jpeg' }, undefined, pictures)
})
const NO_PICTURES = {
  preview: async () => ({ status: 'none', why: 'unsupported' }) as const,
  fingerprint: async () => ({ status: 'none', why: 'unsupported' }) as const,
  view: async () => ({ status: 'none', why: 'unsupported' }) as const,
  clean: async () => ({ status: 'none', why: 'unsupported' }) as const,
  close: async () => {},
}

/** Through the questions that are left to where the report was sent: the bot asks nothing more. */
const finish = async (who: Person, answers: Readonly<Record<string, string>> = {}): Promise<void> => {
  for (let n = 0; n < 25; n += 1) {
    const { conversation } = (await who.book()).state
    if (conversation.submitted) return
    const step = conversation.open?.step ?? ''
    await who.says(answers[step] ?? (step === 'review' ? 'send' : step === 'danger' ? 'none' : 'skip'))
  }
  throw new Error('the report was not sent')
}
const begin = async (who: Person): Promise<void> => {
  await reachStory(who)
  await who.says('He wants money and I am worried')
}
const submit = async (who: Person, answers?: Readonly<Record<string, string>>): Promise<void> => {
  await begin(who)
  await finish(who, answers)
}
const sendPicture = async (who: Person): Promise<void> => {
  await who.sendsFile(new TextEncoder().encode(`picture ${who.heard().length}`), { kind: 'photo' })
  await stage.passTime(minutes(1))
}
/** A person whose report is sent, and whose picture was read. */
const asked = async (chat = '1'): Promise<Person> => {
  const who = stage.person(chat)
  await submit(who)
  await sendPicture(who)
  return who
}
const askedOf = (code: string) => texts.say('en', 'read-ask', { value: code })
const questions = (who: Person): readonly string[] =>
  who.heard().filter((text) => text.includes('Is it right?'))
const stateOf = async (who: Person) => (await who.book()).state
const judgedIn = async (who: Person) =>
  Object.values((await stateOf(who)).evidence).flatMap(({ judged }) => (judged === undefined ? [] : [judged]))

describe('a code that was read in a picture', () => {
  test('is asked about after the receipt, as it stands there and set apart from the words around it', async () => {
    const who = await asked()
    expect(who.hears()).toBe(askedOf('0770 123 4567'))
    expect(who.hears()).toContain('\u20680770 123 4567\u2069')
    for (const language of LANGUAGES as readonly Language[])
      expect(texts.say(language, 'read-ask', { value: '0770 123 4567' })).toContain(
        '\u20680770 123 4567\u2069',
      )
  })

  test('counts like a told one once the person said yes, and says who confirmed it', async () => {
    const who = await asked()
    expect((await stateOf(who)).identifiers).toEqual([])
    await who.presses('Yes, right')
    const { identifiers, marks } = await stateOf(who)
    expect(identifiers).toMatchObject([{ normal: '+9647701234567', owner: 'perpetrator' }])
    expect(Object.values(marks)).toContain('+9647701234567')
    expect(await judgedIn(who)).toMatchObject([
      { 0: { verdict: 'confirmed', value: '+9647701234567', by: { kind: 'person' } } },
    ])
  })

  test('links no case before somebody confirmed it, and links from then on', async () => {
    const other = stage.person('2')
    await submit(other)
    await other.says('his number is 0770 123 4567')
    const who = await asked()
    await stage.passTime(minutes(5))
    expect((await stateOf(who)).links).toEqual([])
    expect((await stateOf(other)).links).toEqual([])
    await who.says('yes')
    await stage.passTime(minutes(5))
    expect((await stateOf(who)).links).toHaveLength(1)
    expect((await stateOf(other)).links).toHaveLength(1)
  })

  test('is followed by the next one, each asked once and none after the third', async () => {
    shown = ['0770 123 4567', '0780 222 3344', '@dark_wolf91', '@night_fox77'].map((code) =>
      them(`write to ${code}`),
    )
    const who = await asked()
    await who.presses('Yes, right')
    await who.presses('Yes, right')
    await who.presses('Yes, right')
    expect(questions(who)).toHaveLength(3)
    expect(who.hears()).toBe(texts.say('en', 'read-done'))
    await sendPicture(who)
    await stage.passTime(hours(1))
    expect(questions(who)).toHaveLength(3)
    expect((await stateOf(who)).identifiers).toHaveLength(3)
  })

  test('is put right in the words of the person, whose it is stays as the picture shows it', async () => {
    const who = await asked()
    await who.presses('No, I will correct it')
    expect(who.hears()).toBe(texts.say('en', 'read-fix-ask'))
    await who.says('my reading is 0770 123 4568')
    expect((await stateOf(who)).identifiers).toMatchObject([
      { normal: '+9647701234568', owner: 'perpetrator' },
    ])
    expect(await judgedIn(who)).toMatchObject([{ 0: { verdict: 'confirmed', value: '+9647701234568' } }])
  })

  test('is not taken to be their own number, which they name beside the yes', async () => {
    const who = await asked()
    await who.says('yes, and you can call me on my number 0770 555 4444')
    await stage.passTime(minutes(5))
    const { identifiers } = await stateOf(who)
    expect(identifiers.filter(({ owner }) => owner === 'perpetrator')).toEqual([])
    expect(await judgedIn(who)).toEqual([])
  })

  test('that was called wrong and not put right stays wrong; one that was passed over stays open', async () => {
    const who = await asked()
    await who.presses('No, I will correct it')
    await who.says('skip')
    await who.says('skip')
    expect(await judgedIn(who)).toMatchObject([{ 0: { verdict: 'rejected' }, 1: { verdict: 'passed' } }])
    expect((await stateOf(who)).identifiers).toEqual([])
    expect(who.hears()).toBe(texts.say('en', 'read-passed'))
  })

  test('is asked about no more once the person speaks of something else, which is heard as what it is', async () => {
    const who = await asked()
    await who.says('he just called me again and shouted')
    await stage.passTime(hours(1))
    expect(questions(who)).toEqual([askedOf('0770 123 4567')])
    const { conversation, access } = await stateOf(who)
    expect(access.asking).toBeUndefined()
    expect(conversation.submitted).toBe(true)
  })

  test('is not asked about where it was told in words, read badly, is their own, or of a card', async () => {
    shown = [
      them('send it to 0770 123 4567'),
      them('or to 0780 222 3344', 0.4),
      { side: 'me', box, lines: [line('my number is 0750 111 2233')] },
    ]
    const who = stage.person('1')
    await submit(who)
    await who.says('his number is 0770 123 4567')
    await sendPicture(who)
    await stage.passTime(hours(1))
    expect(questions(who)).toEqual([])
  })
})

describe('nobody is asked about a picture', () => {
  test('in danger, though words of it raise the case', async () => {
    const who = stage.person('1')
    await submit(who)
    await who.says('I want to kill myself tonight')
    await sendPicture(who)
    await stage.passTime(hours(1))
    expect(questions(who)).toEqual([])
  })

  test('while a member of the team has the chat; and their "yes" to that person confirms nothing', async () => {
    const who = await asked()
    const noor = agent('noor')
    await stage.desk.claim(await who.code(), noor)
    await who.says('yes')
    await sendPicture(who)
    await stage.passTime(minutes(10))
    expect(questions(who)).toHaveLength(1)
    expect((await stateOf(who)).identifiers).toEqual([])
  })

  test('where somebody may look at the phone', async () => {
    const who = stage.person('1')
    await submit(who, { danger: 'someone sees this phone', device: 'shared' })
    await sendPicture(who)
    await stage.passTime(hours(1))
    expect(questions(who)).toEqual([])
  })

  test('while a question of the flow stands: it comes once the report was sent', async () => {
    const who = stage.person('1')
    await begin(who)
    await sendPicture(who)
    await stage.passTime(seconds(30))
    expect((await stateOf(who)).conversation.open).toBeDefined()
    expect(questions(who)).toEqual([])
    await finish(who)
    await stage.passTime(minutes(1))
    expect(questions(who)).toEqual([askedOf('0770 123 4567')])
  })
})

describe('what the other side threatens with in a picture', () => {
  const dangersOf = async (who: Person) =>
    (await who.book()).events.flatMap(({ event }) =>
      event.type === 'picture_danger_found' ? [event.hit] : [],
    )

  test('is a soft sign that moves the case up where nobody answers, and fills no answer', async () => {
    shown = [them('you have two hours, then I publish everything')]
    const who = stage.person('1')
    await submit(who)
    const before = await stateOf(who)
    await sendPicture(who)
    expect(await dangersOf(who)).toContainEqual(
      expect.objectContaining({ label: 'deadline', hard: false, rule: 'picture-deadline' }),
    )
    expect((await dangersOf(who)).every(({ hard }) => !hard)).toBe(true)
    await stage.passTime(minutes(11))
    const after = await stateOf(who)
    expect(before.severity > 'P2').toBe(true)
    expect(after.severity).toBe('P2')
    expect(after.reasons).toContain('reason-deadline-soft')
    expect(after.conversation.answers).toEqual(before.conversation.answers)
  })

  test("is never the person's own wish to die, nor a child's age", async () => {
    shown = [them('I will kill myself if you go'), them('kill yourself, I am 15 years old')]
    const who = stage.person('1')
    await submit(who)
    const { severity } = await stateOf(who)
    await sendPicture(who)
    expect(await dangersOf(who)).toEqual([])
    await stage.passTime(minutes(11))
    expect((await stateOf(who)).severity).toBe(severity)
  })

  test('is not read out of digits of a number, nor out of a bubble that may be the person’s own', async () => {
    shown = [
      them('IQ16 CBIQ 8501 0052 4444 111'),
      { side: 'unknown', box, lines: [line('I will kill you tonight')] },
      { side: 'me', box, lines: [line('you said you will kill me tonight')] },
    ]
    const who = await asked()
    expect(await dangersOf(who)).toEqual([])
  })
})

describe('a member of the team beside the picture', () => {
  const noor = agent('noor')
  const evidenceOf = async (who: Person) =>
    Object.entries((await stateOf(who)).evidence).find(
      ([, { read }]) => read !== undefined,
    )?.[0] as EvidenceId
  const say = async (who: Person, said: Parameters<Stage['desk']['shift']['judgeCode']>[3]) =>
    stage.desk.shift.judgeCode(await who.code(), noor, { evidence: await evidenceOf(who), place: 0 }, said)

  test('confirms a code that nobody answered for, and it is found and linked by', async () => {
    const who = await asked()
    expect(await say(who, { verdict: 'right' })).toMatchObject({ status: 'done' })
    expect((await stateOf(who)).identifiers).toMatchObject([{ normal: '+9647701234567' }])
    const found = await stage.desk.search({ text: '07701234567', filter: {} }, { limit: 5 })
    expect(found.rows.map(({ code }) => code)).toEqual([await who.code()])
    expect(await say(who, { verdict: 'wrong' })).toEqual({ status: 'refused', why: 'already' })
  })

  test('puts it right, or calls it wrong, which nobody is asked about any more', async () => {
    const who = await asked()
    expect(await say(who, { verdict: 'right', fixed: 'no code' })).toEqual({
      status: 'refused',
      why: 'answer_invalid',
    })
    expect(await say(who, { verdict: 'wrong' })).toMatchObject({ status: 'done' })
    await who.presses('Yes, right')
    expect((await stateOf(who)).identifiers).toEqual([])
    expect(await say(who, { verdict: 'right', fixed: '0770 123 9999' })).toMatchObject({ status: 'done' })
    expect((await stateOf(who)).identifiers).toMatchObject([{ normal: '+9647701239999' }])
  })
})
