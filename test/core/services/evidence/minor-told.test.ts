import { describe, expect, test } from 'vitest'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { agent, openStage, type Person, type Stage } from '../../../build/stage.ts'

const noor = agent('Noor')
const picture = (n = 1): Uint8Array => new Uint8Array([n, 2, 3, 4])

const photosOf = async (who: Person) =>
  Object.values((await who.book()).state.evidence).filter(({ kind }) => kind === 'photo')

/** Agreed, and tapped that they are of age; one picture is sealed. */
const ofAge = async (stage: Stage, language = 'en'): Promise<Person> => {
  const who = stage.person('her', language)
  await who.sends({ kind: 'start' })
  await who.says('continue')
  await who.says('A man I met online has my photos and he threatens me every day')
  await who.says('none')
  const { open } = (await who.book()).state.conversation
  expect(open?.step).toBe('age')
  await who.says('1')
  await who.sendsFile(picture())
  await stage.workAll()
  expect((await photosOf(who)).map(({ status }) => status)).toEqual(['sealed'])
  expect(stage.channel.downloads).toHaveLength(1)
  return who
}

/** One more file, and all work is done: how many were fetched in all. */
const fetched = async (stage: Stage, who: Person): Promise<number> => {
  await who.sendsFile(picture(9))
  await stage.workAll()
  await stage.sendAll()
  return stage.channel.downloads.length
}

const OWN = [
  ['en', 'actually I am 16'],
  ['en', 'I lied, I am 15'],
  ['en', 'I am actually 15'],
  ['en', 'I am still a minor'],
  ['ar', 'لا بالحقيقة عمري ١٦'],
  ['ar', 'كذبت عليكم، اني عمري ١٥'],
  ['ar', 'اني قاصر'],
  ['ckb', 'ڕاستییەکەی تەمەنم ١٦ ساڵە'],
  ['en', '3umri 16 b s7i7'],
] as const

describe('whoever tapped to be of age and says in words that they are under 18', () => {
  test.each(OWN)(
    'is under 18 from then on: no file is fetched, people are called (%s: %s)',
    async (_, words) => {
      const stage = await openStage()
      const who = await ofAge(stage)
      const before = (await who.book()).state.conversation
      await who.says(words)
      expect(await fetched(stage, who)).toBe(1)
      const { state, row, lines } = await who.book()
      expect(state.conversation.called.danger).toBe(true)
      expect(row.team).toBe('minors')
      // It is no answer to the question that stood.
      const open = before.open?.step ?? ''
      expect(state.conversation.answers[open]).toBeUndefined()
      expect(state.conversation.open?.step).toBe(open)
      expect(who.heard().filter((text) => text.includes('From now on no file is taken'))).toHaveLength(1)
      // Who reads the case sees that, and that a file was sealed before.
      expect(lines).toContainEqual(
        expect.objectContaining({
          from: 'event',
          event: expect.objectContaining({ type: 'minor_told', of: 'self', sealed: 1 }) as unknown,
        }),
      )
    },
  )

  test('is so after the case was sent, and while an agent has it', async () => {
    const stage = await openStage()
    const who = await ofAge(stage)
    for (let n = 0; n < 25 && !(await who.book()).state.conversation.submitted; n += 1)
      await who.says((await who.book()).state.conversation.open?.step === 'review' ? 'send' : 'skip')
    await stage.desk.claim(await who.code(), noor)
    await who.says('I am actually 15')
    expect(await fetched(stage, who)).toBe(1)
    expect((await who.book()).state.conversation.answers.age).toMatchObject({ option: 'me-13-15' })
  })

  test('is so at once, though the answer waits for more words: a file that is about to be fetched is not', async () => {
    const stage = await openStage()
    const who = await ofAge(stage)
    const offered = who.inbound({
      kind: 'media',
      media: { kind: 'photo', capture: 'recompressed', ref: 'late' },
    })
    stage.channel.files.set('late', picture(7))
    await stage.sink.put([offered])
    await stage.receiveAll()
    await who.writes('I lied to you, I am 15 years old')
    await stage.workAll()
    expect(stage.channel.downloads).toHaveLength(1)
  })

  test('is not of age again by a tap; a member of the team settles it', async () => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await who.says('actually I am 16')
    await who.presses('Me, 18+').catch(() => undefined)
    await who.says('summary')
    expect(await fetched(stage, who)).toBe(1)
    const code = await who.code()
    await stage.desk.claim(code, noor)
    const corrected = await stage.desk.shift.correct(
      code,
      noor,
      'age',
      { options: ['me-18'] },
      'She is 22 and had been misread.',
    )
    expect(corrected).toMatchObject({ status: 'done' })
    expect(await fetched(stage, who)).toBe(2)
  })
})

describe('words about others make nobody under 18', () => {
  test.each([
    'he says he is 16',
    'he thinks I am 15',
    'this began when he wrote to me, since I was 15',
    'كال اني عمري ١٦',
    'my brother filmed me',
    'my sister is 30 and helps me',
    'I did not lie about my age',
    'he lied about his age',
    'my friend told me to write to you',
    'گوتی من ١٦ ساڵم',
  ])('%s', async (words) => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await who.says(words)
    expect(await fetched(stage, who)).toBe(2)
  })

  test('nor do forwarded ones', async () => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await who.sends(
      { kind: 'text', text: untrusted('I lied, I am 15') },
      {
        forward: untrusted(
          JSON.stringify({ type: 'hidden_user', date: 1_700_000_000, sender_user_name: 'Haider' }),
        ),
      },
    )
    expect(await fetched(stage, who)).toBe(2)
  })
})

describe('somebody else who may be a child, told of by whoever said to be of age', () => {
  test.each([
    'hi, my friend uses this phone now, she is 16 and has the same problem',
    'my cousin has the same problem, she is 15, these are hers',
    'my sister is 15',
    'I am her sister, she gave me the phone',
    'بنت خالتي هم عندها نفس المشكلة وعمرها ١٥، هاي صورها',
    'اختي الزغيرة هم يهددها عمرها ١٣',
    'صديقتي هم نفس المشكلة وهاي صورها',
    'ئەم مۆبایلە ئێستا لای خوشکمە، ئەو ١٤ ساڵە و هەمان کێشەی هەیە',
    'binti 3umrha 14 w akku wahid yhaddidha',
  ])('has no file taken until it is said whose it is, and people are called: %s', async (words) => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await who.says(words)
    expect(await fetched(stage, who)).toBe(1)
    const { state, lines } = await who.book()
    expect(state.conversation.called.danger).toBe(true)
    expect(state.conversation.answers.age).toBeUndefined()
    expect(who.heard().join('\n')).toContain('No file is taken here until it is said whom it is about')
    expect(lines).toContainEqual(
      expect.objectContaining({
        from: 'event',
        event: expect.objectContaining({ type: 'age_unsettled', why: 'other', sealed: 1 }) as unknown,
      }),
    )
    // Said of a child it stays out; said to be of an adult what waited is taken.
    await who.says('summary')
    await who.sends({ kind: 'press', token: '0:age:other-minor' })
    expect(await fetched(stage, who)).toBe(1)
  })

  test('is not of age by a button of before: it is asked whom the files are about', async () => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await who.says('my cousin has the same problem, she is 15, these are hers')
    await who.sends({ kind: 'press', token: '1:age:me-18' })
    expect(await fetched(stage, who)).toBe(1)
    const { state } = await who.book()
    expect(state.conversation.open?.step).toBe('age')
    expect(who.heard().join('\n')).toContain('You told of more than one person')
  })

  test('is so while an agent has the case', async () => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await stage.desk.claim(await who.code(), noor)
    await who.says('my sister has the same problem, she is 14')
    expect(await fetched(stage, who)).toBe(1)
  })
})

describe('an age that is taken back', () => {
  test.each([
    ['en', 'actually I lied my age'],
    ['en', "I wasn't honest about my age"],
    ['ar', 'بصراحة جذبت عليكم بالعمر'],
    ['ar', 'العمر اللي كلته مو صحيح'],
    ['ckb', 'ڕاستت پێ بڵێم درۆم لە تەمەنم کرد'],
    ['en', 'jthabit 3alaykum b3umri'],
  ])('is unknown again: it is asked anew, and no file is taken (%s: %s)', async (_, words) => {
    const stage = await openStage()
    const who = await ofAge(stage)
    const before = (await who.book()).state.conversation.open?.step ?? ''
    await who.says(words)
    const { state } = await who.book()
    expect(state.conversation.answers.age).toBeUndefined()
    expect(state.conversation.answers[before]).toBeUndefined()
    expect(state.conversation.open?.step).toBe('age')
    expect(who.heard().join('\n')).toContain('Your age is open again here')
    expect(await fetched(stage, who)).toBe(1)
    // Another age may be told: what waited is taken then.
    await who.says('I am 21')
    await stage.workAll()
    expect(stage.channel.downloads).toHaveLength(2)
  })
})

describe('an age under 18 that is tapped or named afterwards', () => {
  test.each(['me-under-13', 'me-13-15', 'me-16-17', 'other-minor'])(
    'counts at once, as words do: %s',
    async (option) => {
      const stage = await openStage()
      const who = await ofAge(stage)
      await who.sends({ kind: 'press', token: `1:age:${option}` })
      expect(await fetched(stage, who)).toBe(1)
      const { state } = await who.book()
      expect(state.conversation.answers.age).toMatchObject({ option })
      expect(state.conversation.called.danger).toBe(true)
      expect(who.heard().join('\n')).not.toContain('There is another answer to this already')
    },
  )

  test.each(['Me, 13-15', 'أنا، من 13 إلى 15', 'someone else, under 18'])(
    'also by its name: %s',
    async (label) => {
      const stage = await openStage()
      const who = await ofAge(stage)
      const before = (await who.book()).state.conversation.open?.step ?? ''
      await who.says(label)
      expect(await fetched(stage, who)).toBe(1)
      expect((await who.book()).state.conversation.answers[before]).toBeUndefined()
    },
  )

  test('and after the case was sent', async () => {
    const stage = await openStage()
    const who = await ofAge(stage)
    for (let n = 0; n < 25 && !(await who.book()).state.conversation.submitted; n += 1)
      await who.says((await who.book()).state.conversation.open?.step === 'review' ? 'send' : 'skip')
    await who.sends({ kind: 'press', token: '1:age:me-16-17' })
    expect(await fetched(stage, who)).toBe(1)
  })

  test('but not where the chat may be in other hands', async () => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await who.says('0')
    await who.sends({ kind: 'press', token: '1:age:me-16-17' })
    expect((await who.book()).state.conversation.answers.age).toMatchObject({ option: 'me-18' })
  })
})

describe('whoever tells of pictures from when they were under 18', () => {
  test.each([
    'he has photos of me from when I was 15, I am 21 now',
    'عنده صوري من كنت ١٥ سنة وهسه عمري ٢١',
    'وێنەکانم هی ئەو کاتەن کە ١٥ ساڵ بووم',
    'suwari min kan 3umri 15',
    'those pictures are from when i was a child',
    'صوري من چان عمري ١٥',
    'هاي صوري من كنت 14 سنة',
  ])('has no file taken, and people are called: %s', async (words) => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await who.says(words)
    expect(await fetched(stage, who)).toBe(1)
    const { state } = await who.book()
    expect(state.conversation.called.danger).toBe(true)
    // An adult all the same.
    expect(state.conversation.answers.age).toMatchObject({ option: 'me-18' })
    expect(who.heard().join('\n')).toContain('Pictures of somebody under 18 are best sent to nobody')
    expect(who.heard().join('\n')).toContain('pictures from before 18')
  })

  test.each([
    'I was 25 in the photos',
    'I met him when I was 16. Now he has my photos',
    'I was 15 minutes late and he has my photos',
    'he has 15 photos of me, I was stupid',
    'كان يريد مني 10 ملايين حتى ما ينشر صوري',
    'واحد چان يريد مني 5 ورقات والا ينشر صوري',
    'he was threatening my child with my photos',
    'he was 17 and I sent him my photos',
    'my photo was posted on 12 march',
    'he was asking 5 grand for my pics',
    'كان يطلب 3 دفاتر حتى يمسح صوري',
    'كانت الساعة 10 من نشر صوري',
    'هددني بصوري وكان عنده طفل',
  ])('an age of nothing in a picture changes nothing: %s', async (words) => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await who.says(words)
    expect(await fetched(stage, who)).toBe(2)
  })
})

describe('in a chat that may be in other hands', () => {
  test('nobody is made a minor by who found the phone, and people are called all the same', async () => {
    const stage = await openStage()
    const who = await ofAge(stage)
    await who.says('0')
    await who.says('I am 16')
    const { state } = await who.book()
    expect(state.conversation.answers.age).toMatchObject({ option: 'me-18' })
    expect(state.conversation.minorTold).toBeUndefined()
    expect(state.conversation.called.danger).toBe(true)
  })
})
