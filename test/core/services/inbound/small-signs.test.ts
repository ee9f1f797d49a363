import { describe, expect, test } from 'vitest'
import { hours, seconds } from '../../../../core/base/units.ts'
import { agent, openStage, type Person, type Stage } from '../../../build/stage.ts'
import { submit } from '../access/people.ts'

const NOOR = agent('Noor')

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

const saidAfter = async (
  stage: Stage,
  who: Person,
  act: () => Promise<unknown>,
): Promise<readonly string[]> => {
  const before = who.heard().length === 0 ? 0 : (await keysOf(who)).length
  await act()
  await stage.fallQuiet()
  return (await keysOf(who)).slice(before)
}

const saidTo = (stage: Stage, who: Person, line: string): Promise<readonly string[]> =>
  saidAfter(stage, who, () => who.writes(line))

const agreed = async (language = 'en'): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  await who.sends({ kind: 'start' })
  await who.says('continue')
  return [stage, who]
}

const sent = async (): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('1', 'en')
  await submit(who, 'a man has my photos and wants money')
  return [stage, who]
}

describe('a lone mark', () => {
  test.each(['?', '؟', '...', '؟؟؟', '…', '!!'])(
    'asks whether anybody reads: it is told no story, and what stands open is named softly («%s»)',
    async (mark) => {
      const [stage, who] = await agreed()
      expect(await saidTo(stage, who, mark)).toEqual(['saying-arrived', 'softly'])
      const { conversation } = (await who.book()).state
      expect(conversation.open?.step).toBe('story')
      expect(conversation.answers['story']).toBeUndefined()
    },
  )

  test('stands on no card as what is known about somebody', async () => {
    const [stage, who] = await agreed()
    await who.says('a man I met online has my photos')
    while ((await who.book()).state.conversation.open?.step !== 'ids') await who.says('skip')
    await saidTo(stage, who, '?')
    expect((await who.book()).state.conversation.answers['ids']).toBeUndefined()
  })

  test('after the case was sent is answered by where it is, and opens no closed case', async () => {
    const [stage, who] = await sent()
    expect((await saidTo(stage, who, '?')).slice(0, 2)).toEqual(['saying-arrived', 'with-team'])
    const code = await who.code()
    await stage.desk.claim(code, NOOR)
    await stage.desk.close(code, NOOR, 'resolved')
    expect(await saidTo(stage, who, '؟')).toEqual(['case-closed'])
    expect((await who.book()).state.hands.status).toBe('closed')
  })

  test('of somebody in danger is a cry', async () => {
    const [stage, who] = await agreed()
    await saidTo(stage, who, 'he will kill me tonight')
    expect(await saidTo(stage, who, '?')).toEqual(['saying-called'])
  })
})

describe('files that wait in the middle of a story', () => {
  const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0])
  const picture = (who: Person) => who.sendsFile(PICTURE)

  test('get a word each time they come, and one for all that come together', async () => {
    const [stage, who] = await agreed()
    expect(await saidAfter(stage, who, () => picture(who))).toEqual(['file-waits-age'])
    await stage.passTime(seconds(30))
    const burst = async (): Promise<void> => {
      for (let n = 0; n < 3; n += 1) await picture(who)
    }
    expect(await saidAfter(stage, who, burst)).toEqual(['file-waits-too'])
    await stage.passTime(seconds(30))
    expect(await saidAfter(stage, who, () => picture(who))).toEqual(['file-waits-again'])
  })

  test('get none from us where somebody of the team has the case', async () => {
    const [stage, who] = await agreed()
    await picture(who)
    await who.says('talk to a person')
    await stage.desk.claim(await who.code(), NOOR)
    await stage.passTime(seconds(30))
    expect(await saidAfter(stage, who, () => picture(who))).toEqual([])
  })
})

describe('the card', () => {
  test('says of the phone nothing that nobody asked and nobody told', async () => {
    const [stage, who] = await agreed()
    await who.says('a man I met online has my photos and wants money')
    await who.says('none')
    await who.says('I am 22')
    const { answers } = (await who.book()).state.conversation
    expect(answers['danger']).toEqual({ kind: 'choices', options: ['none'] })
    expect(answers['device']).toBeUndefined()
    await saidTo(stage, who, 'summary')
    expect(who.heard().join('\n')).not.toContain('Only mine')
  })

  test.each([
    ['en', 'wants money and photos', ['money', 'photos']],
    ['en', 'he wants photos and money', ['money', 'photos']],
    ['en', 'money and pictures', ['money', 'photos']],
    ['ar', 'يريد فلوس وصور', ['money', 'photos']],
    ['ar', 'يريد صور وفلوس', ['money', 'photos']],
    ['ar', 'فلوس وصور', ['money', 'photos']],
    ['ar', 'يريد فلوس واطلع وياه', ['money', 'meet']],
    ['ar', 'يطلب فلوس والباسورد', ['money', 'password']],
    ['ckb', 'پارە و وێنەی دەوێت', ['money', 'photos']],
    ['ckb', 'وێنە و پارە', ['money', 'photos']],
    ['ckb', 'داوای پارە و وێنە دەکات', ['money', 'photos']],
  ])('holds every wish that was said in one clause (%s: «%s»)', async (language, words, wishes) => {
    const [stage, who] = await agreed(language)
    await who.says(
      { en: 'someone blackmails me online', ar: 'واحد يبتزني', ckb: 'کەسێک هەڕەشەم لێ دەکات' }[language] ??
        '',
    )
    await stage.fallQuiet()
    for (let n = 0; n < 8 && (await who.book()).state.conversation.open?.step !== 'demand'; n += 1)
      await who.says((await who.book()).state.conversation.open?.step === 'age' ? '22' : 'skip')
    await saidTo(stage, who, words)
    const answer = (await who.book()).state.conversation.answers['demand']
    expect(answer?.kind === 'choices' ? answer.options.toSorted() : []).toEqual(wishes.toSorted())
  })
})

describe('who goes on talking after the case was sent', () => {
  const SMALL = [
    'thanks',
    'i am scared',
    'im so ashamed',
    'i cant stop crying',
    'good morning',
    'i feel alone',
  ]
  const MORE = ['im so angry', 'thank you', 'i am scared', 'hello', 'im ashamed', 'pray for me', 'good night']

  const talks = async (stage: Stage, who: Person, lines: readonly string[]): Promise<readonly string[]> => {
    const said = []
    for (const line of lines) {
      await stage.passTime(hours(20))
      const keys = await saidTo(stage, who, line)
      expect(keys.length, line).toBeGreaterThan(0)
      said.push(...keys.filter((key) => key.startsWith('saying-')))
    }
    return said
  }

  test('with feelings and small talk is comforted, then offered a person in few words, and answered each time', async () => {
    const [stage, who] = await sent()
    const said = await talks(stage, who, [...SMALL, ...MORE])
    const comfort = said.filter(
      (key) => !['saying-person', 'saying-read-short', 'saying-noted'].includes(key),
    )
    expect(comfort.length).toBeLessThanOrEqual(4)
    expect(said).toContain('saying-person')
  })

  test('is heard in the same way after it was closed', async () => {
    const [stage, who] = await sent()
    const code = await who.code()
    await stage.desk.claim(code, NOOR)
    await stage.desk.close(code, NOOR, 'resolved')
    const said = await talks(stage, who, [...SMALL, ...MORE])
    const comfort = said.filter(
      (key) => !['saying-person', 'saying-read-short', 'saying-noted'].includes(key),
    )
    expect(comfort.length).toBeLessThanOrEqual(4)
    expect(said).toContain('saying-person')
  })

  test('is answered in full where they ask something', async () => {
    const [stage, who] = await sent()
    await talks(stage, who, SMALL)
    expect(await saidTo(stage, who, 'will you tell my family?')).toContain('saying-tell-family')
  })
})

describe('that he wrote again', () => {
  const NEWS = ['he wrote again', 'he messaged me again', 'رجع كتب', 'رجع دزلي', 'دیسان نووسیەوە']

  test.each(NEWS)('is news of a case that was sent: what to do is said («%s»)', async (words) => {
    const [stage, who] = await sent()
    expect(await saidTo(stage, who, words)).toContain('saying-he-writes-again')
  })

  test.each(NEWS)('opens a closed case again, and is no question what became of it («%s»)', async (words) => {
    const [stage, who] = await sent()
    const code = await who.code()
    await stage.desk.claim(code, NOOR)
    await stage.desk.close(code, NOOR, 'resolved')
    const keys = await saidTo(stage, who, words)
    expect(keys).toContain('reopened')
    expect(keys).not.toContain('case-closed')
    expect((await who.book()).state.hands.status).not.toBe('closed')
  })
})

describe('who has no money for whoever blackmails them', () => {
  test.each([
    ['en', 'i have no money what do i do'],
    ['en', 'what if i cant pay him'],
    ['ar', 'ما عندي فلوس شسوي'],
    ['ar', 'منين اجيبله فلوس'],
    ['ckb', 'پارەم نییە چی بکەم'],
    ['ckb', 'پارەم نییە بیدەمێ'],
  ])('is told that none has to be found, and not what we cost (%s: «%s»)', async (language, words) => {
    const [stage, who] = await agreed(language)
    const keys = await saidTo(stage, who, words)
    expect(keys).toContain('saying-cant-pay')
    expect(keys).not.toContain('saying-is-it-free')
  })

  test.each([
    ['en', 'is this free or do you charge'],
    ['ar', 'هذا بفلوس لو ببلاش'],
    ['ckb', 'ئەمە بەپارەیە یان بێ بەرامبەر'],
  ])('is not who asks what we cost (%s: «%s»)', async (language, words) => {
    const [stage, who] = await agreed(language)
    expect(await saidTo(stage, who, words)).toContain('saying-is-it-free')
  })
})

describe('what only sounds like something else', () => {
  test.each(['money', 'i have to go', 'i cant do this anymore', 'ما اكدر بعد'])(
    'is no word of who cannot pay («%s»)',
    async (words) => {
      const [stage, who] = await agreed()
      expect(await saidTo(stage, who, words)).not.toContain('saying-cant-pay')
    },
  )

  test.each([
    ['ar', 'شلون امسحها'],
    ['en', 'how do i delete it'],
  ])('is no wish to erase what we have (%s: «%s»)', async (language, words) => {
    const [stage, who] = await agreed(language)
    expect(await saidTo(stage, who, words)).not.toContain('erase-ask')
  })

  test('stands on the card as what it is: a sum at the question about who it is, a «no» after a «no»', async () => {
    const [stage, who] = await agreed('ar')
    await who.says('واحد عنده صوري ويهددني')
    await stage.fallQuiet()
    await saidTo(stage, who, 'لا ماكو')
    const { conversation } = (await who.book()).state
    expect(JSON.stringify(conversation.answers['story'])).not.toContain('ماكو')
    for (let n = 0; n < 8 && (await who.book()).state.conversation.open?.step !== 'ids'; n += 1)
      await who.says((await who.book()).state.conversation.open?.step === 'age' ? '22' : 'تجاوز')
    await saidTo(stage, who, '500 الف')
    const { answers } = (await who.book()).state.conversation
    expect(answers['ids']).toBeUndefined()
    expect(answers['amount']).toMatchObject({ amount: 500_000 })
  })
})

test.each([
  ['en', 'yes tonight'],
  ['en', 'within hours'],
  ['ar', 'اي الليلة'],
  ['ckb', 'ئەمشەو'],
])('a time limit of hours at the question for danger calls people (%s: «%s»)', async (language, words) => {
  const [stage, who] = await agreed(language)
  await who.says({ en: 'skip', ar: 'تجاوز', ckb: 'تێپەڕاندن' }[language] ?? '')
  await saidTo(stage, who, words)
  expect((await who.book()).state.conversation.urgent).toBe(true)
})

test('that nobody knows him is no name of him on the card', async () => {
  const [stage, who] = await agreed()
  await who.says('a man I met online has my photos')
  for (let n = 0; n < 8 && (await who.book()).state.conversation.open?.step !== 'ids'; n += 1)
    await who.says((await who.book()).state.conversation.open?.step === 'age' ? '22' : 'skip')
  await saidTo(stage, who, 'i dont know him')
  expect((await who.book()).state.conversation.answers['ids']).toBeUndefined()
})

test('the name of an app is where it happens, and not what somebody wants', async () => {
  const [stage, who] = await agreed()
  await who.says('someone blackmails me online')
  await stage.fallQuiet()
  for (let n = 0; n < 8 && (await who.book()).state.conversation.open?.step !== 'demand'; n += 1)
    await who.says((await who.book()).state.conversation.open?.step === 'age' ? '22' : 'skip')
  await saidTo(stage, who, 'Telegram')
  const { answers } = (await who.book()).state.conversation
  expect(answers['demand']).toBeUndefined()
  expect(answers['app']).toEqual({ kind: 'choices', options: ['telegram'] })
})
