import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'
import { rules as crisis } from './lexicon-rules.ts'

const RULES = ['violence/kidnapped', 'violence/taken-away', 'violence/not-home']
const rulesIn = (text: string) => crisis.read(text).filter(({ rule }) => RULES.includes(rule))

// prettier-ignore
const TAKEN = [
  'خطفوا بنتي', 'خطفوا اخويه ويريدون فديه', 'بنتي انخطفت', 'اختي مخطوفة', 'khatfaw binti', 'کچەکەمیان ڕفاندووە', 'براکەم ڕفێنراوە',
  'خوشکمیان فڕاندووە', 'کچا من هاتیە ڕەڤاندن', 'kchakamyan rfandwa', 'they kidnapped my brother', 'my daughter was kidnapped',
  'my cousin has been abducted', 'they want ransom for my son',
]

// prettier-ignore
const MISSING = [
  'they took my sister and wont give her back', 'they took my sister', 'اخذوا بنتي', 'خوشکمیان بردووە', 'اختي طلعت تشوفه وبعدها ما رجعت',
  'بنتي مختفيه من البارحه', 'کچەکەم لە دوێنێوە نەگەڕاوەتەوە', 'کوڕەکەم ون بووە', 'براکەم دیار نییە',
  'my daughter is missing since yesterday, she went to meet him', 'my sister has not come home', 'my daughter never came back',
]

describe('somebody of the writer’s own', () => {
  test.each(TAKEN)('who was kidnapped is a sure danger: «%s»', (text) =>
    expect(rulesIn(text).some(({ hard }) => hard)).toBe(true),
  )

  test.each(MISSING)('who was taken or does not come home is a danger that is asked about: «%s»', (text) =>
    expect(rulesIn(text)).not.toEqual([]),
  )

  // prettier-ignore
  test.each([
    'they took my sister pictures', 'he took my brother phone', 'اخذوا بنتي للمستشفى', 'کچەکەمیان برد بۆ نەخۆشخانە', 'my sister is missing him',
    'my brother is missing school', 'my sister didnt come back to him', 'my daughter came back', 'رجعت بنتي', 'خوشکم گەڕاوەتەوە',
    'اخذ صور بنتي', 'he took my photos', 'he kidnapped my account', 'my daughter is home',
  ])('is neither where a thing was taken, or somebody is late or back: «%s»', (text) =>
    expect(rulesIn(text)).toEqual([]),
  )

  test.each([
    'خطفوا بنتي',
    'they took my sister and wont give her back',
    'کچەکەم لە دوێنێوە نەگەڕاوەتەوە',
    'اختي طلعت تشوفه وبعدها ما رجعت',
  ])('is never answered by a guide or by "no hurry": «%s»', async (text) => {
    const her = (await openStage()).person('her')
    await her.says(text)
    const { state } = await her.book()
    const asked = state.conversation.open?.step === 'worry-violence'
    expect(asked || state.conversation.called.danger).toBe(true)
    expect(her.heard().join('\n')).not.toMatch(/bank|card|hurry|عجلة|پەلە نییە/)
  })
})
