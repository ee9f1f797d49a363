import { describe, expect, test } from 'vitest'
import { accessRules } from '../../../../bots/amin/access.ts'
import { saysAnotherHand } from '../../../../core/policy/access/another.ts'
import { agent, openStage } from '../../../build/stage.ts'
import { submit } from './people.ts'

const STORY = 'He calls himself Kolkwitzia and wants money for my photos'
const OF_THE_CASE =
  /case|kolkwitzia|photos|danger|police|what do they|who are they|family|person|noor|amin|erase/i
const NOOR = agent('Noor')

/** Of her as of another, and of themselves as father, brother, or who blackmails. */
// prettier-ignore
const ANOTHERS = [
  'اني اخوها منو انتو وشتريدون منها', 'هذا ابوها، امسحوا كل شي عندكم', 'منو يحجي وياها', 'ليش تراسلون مرتي', 'هلو اني زوجها، منو انت',
  'اني الي ديبتزها وهسه تلفونها يمي', 'من براکەیم، ئێوە کێن؟', 'کێ قسەی لەگەڵ دەکات',
  'من ئەو کەسەم هەڕەشەی لێ دەکەم و ئێستا مۆبایلەکەی لای منە', 'ئەز برایێ وێ مە، هوین کینە', 'ani akhuha meno entu',
  'this is her father. who is this?', 'who are you? I am her brother', "I'm her husband, stop writing to my wife",
  'stop texting my daughter', 'hello, this is her mum, what is this',
  "so you told everyone about me. I'm the guy. pay me or she is dead", 'I am the one who is blackmailing her',
]

const withCase = async () => {
  const stage = await openStage()
  const her = stage.person('1')
  await submit(her, STORY)
  const code = await her.code()
  const before = her.heard().length
  return { stage, her, code, after: () => her.heard().slice(before).join('\n') }
}

describe('somebody else who has the phone and says so', () => {
  test.each(ANOTHERS)('is heard: «%s»', (text) =>
    expect(saysAnotherHand(accessRules.another!, text)).toBe(true),
  )

  // prettier-ignore
  test.each([
    'I am her brother', 'I am her brother, please help her, who are you', 'who are you', 'my brother has my phone',
    'he is her father', 'he wrote: I am her brother, who are you', 'please dont write to my mother', "don't call my husband",
    'I am the one who sent the pictures, what do you want to know', 'I am the man in the video',
    "im his wife and he blackmails me, who are you", "i'm the guy he is blackmailing", 'this is my father',
    'I told him, stop messaging my sister', 'كتله، بطلوا تراسلوها', 'I am her mother, please delete her pictures from the internet',
    'اني اخوها، امسحوا صورها من النت', 'I am her brother, what do you want to know', "I'm the guy he has photos of, about me",
    'اني هو الي صورني وياه، ادفعوا له؟', 'لا تكتبون لامي', 'لا تتصلون باهلي', 'منو انتو', 'اني الي انهددت', 'اني الي دزيت الصور', 'هو كال اني اخوها',
    'اني اخوها واحد يهددها ساعدونا منو انتو', 'من براکەم دەترسم', 'براکەم هەڕەشەم لێ دەکات', 'ئێوە کێن',
  ])('is not heard in «%s»', (text) => expect(saysAnotherHand(accessRules.another!, text)).toBe(false))

  test.each([
    'this is her father. who is this?',
    'اني الي ديبتزها وهسه تلفونها يمي',
    'هذا ابوها، امسحوا كل شي عندكم',
  ])(
    'reads an everyday line and nothing of the matter, people are called, and nothing is erased: «%s»',
    async (text) => {
      const { stage, her, after } = await withCase()
      await her.says(text)
      for (const more of ['yes', 'who is this', 'summary', 'hello']) await her.says(more)
      await stage.workAll()
      expect(after()).not.toMatch(OF_THE_CASE)
      const { state } = await her.book()
      expect(state).toMatchObject({ severity: 'P1', conversation: { called: { danger: true } } })
      expect(state.access.erasing).toBe(false)
    },
  )

  test('does not read what the team writes from then on', async () => {
    const { stage, her, code, after } = await withCase()
    await her.says("I'm her husband, stop writing to my wife")
    await stage.desk.claim(code, NOOR)
    await stage.desk.say(code, NOOR, 'The account is closed now.', (await her.book()).state.version)
    await stage.workAll()
    await stage.sendAll()
    expect(after()).not.toMatch(/account is closed/)
    expect(after()).not.toMatch(OF_THE_CASE)
  })

  test('is no stranger where a brother tells for her', async () => {
    const her = (await openStage()).person('1')
    for (const text of ['a man is threatening my sister with her photos', 'yes']) await her.says(text)
    await her.says('I am her brother, who are you?')
    expect((await her.book()).state.conversation.exited).toBe(false)
  })
})
