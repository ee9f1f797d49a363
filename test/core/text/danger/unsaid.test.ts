import { describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'

const labels = (text: string): readonly string[] => content.crisis.read(text).map(({ label }) => label)

const SAID: ReadonlyArray<readonly [label: string, text: string]> = [
  ['self_harm', 'خوات لەگەڵ، لێم ببوورن'],
  ['self_harm', 'خوا حافیز، گەردنم ئازاد بکەن'],
  ['self_harm', 'خاترا هەوە، ل من ببوورن'],
  ['self_harm', 'گەردەنا من ئازا بکەن'],
  ['self_harm', 'xwat lagal, lem bburn'],
  ['self_harm', 'حللوني وابروني الذمة'],
  ['self_harm', 'ابري ذمتي'],
  ['self_harm', 'hallilouni w ibrouni il thimma'],
  ['self_harm', 'دەستی خۆمم بڕی'],
  ['self_harm', 'دەستێ خۆ بڕی'],
  ['self_harm', 'کەس بیرم ناکات'],
  ['self_harm', 'چو کەس خەما من ناخۆت'],
  ['self_harm', 'احسن لو ما موجوده'],
  ['self_harm', 'a7san law ma mawjuda'],
  ['violence', 'مامەکانم ئەمشەو لەسەر من کۆدەبنەوە'],
  ['violence', 'عمامي مجتمعين عليه الليله'],
  ['violence', 'حاطين السم بالاكل'],
  ['violence', 'حـاطّين السمّ بالأكل'],
  ['violence', 'ژەهریان لە خواردنەکەم کردووە'],
  ['violence', 'they put poison in my tea'],
  ['violence', 'راح يزوجوني اله الجمعه'],
  ['violence', 'they will marry me to him on friday'],
  ['violence', 'yzawjuni ila iljum3a'],
  ['violence', 'they bought a ticket to take me back to the village'],
  ['violence', 'راح ياخذوني للقريه'],
  ['violence', 'دەمبەنەوە بۆ گوند'],
  ['meeting', 'i must be at the hotel at 5'],
]

describe('danger without its words', () => {
  test.each(SAID)('is asked about: %s «%s»', (label, text) => {
    expect(labels(text)).toContain(label)
  })

  test.each([
    'خوات لەگەڵ',
    'لێم ببوورە درەنگ وەڵامم دایەوە',
    'please forgive me for the late reply',
    'bye for now, have to cook',
    'باي حبايب',
    'الاكل طيب',
    'this poison of a man ruined me',
    'he wants to marry me',
    'who will marry me now',
    'we will go back to the village for eid',
    'they sent me back my money',
    'i must be at work at 5',
    'I have to be at school at 8',
    'احسن لو ما دفعت',
    'کەس وەڵامم ناداتەوە',
  ])('is not heard in «%s»', (text) => {
    expect(labels(text)).toEqual([])
  })
})
