import { describe, expect, test } from 'vitest'
import { instant } from '../../../../core/base/units.ts'
import { readAge } from '../../../../core/policy/conversation/age.ts'
import { yearOf } from '../../../../core/text/danger/ages.ts'
import { anotherIn, kinIn } from '../../../../core/text/danger/kin.ts'
import { ARABIC, ENGLISH, KURDISH_AND_LATIN } from '../../../build/ages-sixty.ts'
import { openStage } from '../../../build/stage.ts'
import { rules as crisis } from './lexicon-rules.ts'

const NOW = instant(Date.now())
const YEAR = yearOf(NOW)

const SENTENCES = [...ENGLISH, ...ARABIC, ...KURDISH_AND_LATIN].map(([text, meant]) => ({
  text: text.replace(/YEAR-(\d+)/, (_, years: string) => String(YEAR - Number(years))),
  meant,
}))
const CHILD = SENTENCES.filter(({ meant }) => meant === 'child')
const NO_CHILD = SENTENCES.filter(({ meant }) => meant === 'no child')

const minors = (text: string) =>
  crisis.read(text, YEAR).filter(({ label, hard }) => label === 'minor' && hard)

describe('of sixty sentences that nobody wrote for the reader', () => {
  test.each(CHILD)('"$text" tells of a child', ({ text }) => {
    expect((readAge(text, NOW) ?? 18) < 18 || minors(text).length > 0).toBe(true)
  })

  test.each(NO_CHILD)(
    '"$text" calls no adult a child, and the file of who presses 18 or more is taken',
    async ({ text }) => {
      expect([readAge(text, NOW) ?? 18, minors(text).filter(({ about }) => about === 'self')]).toEqual([
        readAge(text, NOW) ?? 18,
        [],
      ])
      expect(readAge(text, NOW) ?? 18).toBeGreaterThanOrEqual(18)
      const stage = await openStage()
      const who = stage.person('her', 'en')
      await who.sends({ kind: 'start' })
      await who.says('continue')
      await who.says(text)
      const asked = async () => (await who.book()).state.conversation.open?.step
      for (let n = 0; n < 3 && (await asked()) !== 'age'; n += 1) await who.says('none')
      if ((await asked()) === 'age') await who.says('me, 18+')
      await who.sendsFile(new Uint8Array([1, 2, 3, 4]))
      await stage.workAll()
      expect(stage.channel.downloads).toHaveLength(1)
    },
  )
})

describe('a child whom an adult mentions', () => {
  test.each([
    "I'm 33 and my son is 4, he has my pictures",
    "my son is 10, I don't want him to see it",
    'my daughter is 12, I dont want her to find out, he has my nudes',
    'اني عمري ٤٠ وبنتي عمرها ١٠ وعنده صوري',
    'ابني عمره ١١ وما اريده يعرف، واحد يهددني بصورتي',
    'تەمەنم ٣٥ ساڵە و کچەکەم ٩ ساڵە و وێنەکانم لای ئەوە',
  ])('is nobody whom it is done to: "%s"', (text) => {
    expect(minors(text)).toEqual([])
  })

  test.each([
    "I'm 40, my daughter is 13, he threatens me with the photos",
    "I'm 40, my daughter is 13 and he has her photos and my pictures",
    'my son is 12 and he has my pictures and his pictures',
    'I am 33, my son is 14, he sent him my pictures and asked him for more',
    'he has photos of me and my sister, she is 15',
    'my daughter is 13, he wants pictures of her',
    'ابني عمره ١٢ وهو عنده صوري وصور ابني',
    'بنتي عمرها ١٣ وهو عنده صوري وصورها',
    'کچەکەم ١٣ ساڵە و وێنەکانم و وێنەی ئەوی لایە',
    'my friend is 16 and he threatens her',
    'my daughter is 13, I dont want her to know that I write to you',
    'my son is 12, he sent nudes to a man who now has my pictures',
    'بنتي عمرها ١٣ وما اريدها تعرف اني احجي وياكم',
    'بنتي عمرها ١٣ وعنده صوري وفيديو',
    'کچەکەم ١٣ ساڵە و وێنەکانم و ڤیدیۆیەکی لایە و وێنە دەنێرێت',
    'صديقتي ١٦ ويهددها',
    'هاوڕێکەم ١٦ ساڵە',
    'my friend is 16',
  ])('is one whose case it is, or may be, wherever the words may say so: "%s"', (text) => {
    expect(minors(text).some(({ about }) => about === 'other')).toBe(true)
  })

  test('of two ages and no more the bot asks whom it is about, takes no file, and takes it once the adult says', async () => {
    const stage = await openStage()
    const who = stage.person('her', 'en')
    await who.sends({ kind: 'start' })
    await who.says('continue')
    await who.says("I'm 33 and my son is 14, he threatens me")
    await who.says('none')
    await who.sendsFile(new Uint8Array([1, 2, 3, 4]))
    await stage.workAll()
    expect(stage.channel.downloads).toEqual([])
    expect((await who.book()).state.conversation.open?.step).toBe('age')
    await who.says('me, 18+')
    await stage.workAll()
    expect(stage.channel.downloads).toHaveLength(1)
  })

  test.each(['يريد صور اختي', 'he wants pictures of my sister', 'داوای وێنەی خوشکم دەکات'])(
    'and a grown sister whose pictures are only asked for leaves an adult’s age as it is: "%s"',
    (text) => {
      expect([kinIn(text).told, anotherIn(text).too]).toEqual([undefined, false])
    },
  )
})
