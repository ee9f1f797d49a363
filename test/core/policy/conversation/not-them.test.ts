import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

const relationIn = async (text: string) => {
  const her = (await openStage()).person('her')
  for (const words of [text, 'yes']) await her.says(words)
  const relation = (await her.book()).state.conversation.answers['relation']
  return relation?.kind === 'choice' ? relation.option : undefined
}

describe('who blackmails', () => {
  // prettier-ignore
  test.each([
    'he threatens me and my cousin, we are both in the video', 'واحد هددني اني وابن عمي سوا', 'کەسێکی نامۆ هەڕەشە لە من و ئامۆزاکەم دەکات',
    'واحد غريب ديهدد خطيبتي بصورها', 'ضابط بالشرطة ساعدني وكلي اكتبلكم', 'a man has my photos and my cousin helped me write this',
    'کەسێک هەڕەشە لە دەزگیرانەکەم دەکات',
  ])('is not who is threatened as well, or helps: «%s»', async (text) => {
    expect(['relative', 'ex', 'work', 'powerful']).not.toContain(await relationIn(text))
  })

  test.each([
    ['my cousin threatens me with my photos', 'relative'],
    ['ابن عمي يهددني بصوري', 'relative'],
    ['خطيبي السابق يهددني بصوري', 'ex'],
    ['ضابط بالشرطة يهددني بصوري ويريد مني فلوس كل شهر', 'powerful'],
  ])('is who threatens: «%s»', async (text, relation) => {
    expect(await relationIn(text)).toBe(relation)
  })
})
