import { describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'

const read = (text: string) => content.crisis.read(text, 2026)
const labels = (text: string): readonly string[] => read(text).map(({ label }) => label)

describe('to be seen undressed', () => {
  test.each([
    ['sexual_abuse', 'يجبرني يشوفني عريانه كل يوم'],
    ['sexual_abuse', 'ابن عمي يجبرني يشوفني عريانه'],
    ['sexual_abuse', 'زوج امي يجبرني يشوفني عريانه'],
    ['sexual_abuse', 'my stepfather keeps seeing me naked'],
    ['sexual_abuse', 'يغصبني يشوفني عريانه كل ليله'],
    ['meeting', 'يريد يشوفني عريانه باجر ببيته'],
    ['meeting', 'يريد يشوفني عريانه بسيارته'],
    ['meeting', 'he wants to see me without clothes tomorrow in his car'],
    ['meeting', 'he threatens me to see me in underwear at his flat today'],
    ['meeting', 'he wants to see me naked at his flat'],
    ['meeting', 'he forces me to see me naked'],
    ['meeting', 'دەیەوێت سبەی بە ڕووتی بمبینێت'],
  ])('by force, at a place or at a time is %s: «%s»', (label, text) => {
    expect(labels(text)).toContain(label)
  })

  test.each([
    'he wants to see me naked',
    'he wants to see me without clothes',
    'يريد يشوفني عريانه',
    'يريد يشوفني بالكام',
  ])('and no more is no meeting: «%s»', (text) => {
    expect(labels(text)).toEqual([])
  })

  test.each(['he wants to see me', 'يريد يشوفني'])('and to be seen is one: «%s»', (text) => {
    expect(read(text).some(({ label, hard }) => label === 'meeting' && hard)).toBe(true)
  })
})

describe('where somebody lives', () => {
  test.each([
    'مو بس يعرف بيتنا',
    'نەک هەر ماڵمان دەزانێت',
    'he doesnt just know where I live, he came',
    'لا والله يعرف بيتنا',
    'اني مو بخير يعرف بيتنا',
    'ما انام يعرف بيتنا',
    'he does not only know where I live',
    'مو يعرف بيتنا واجه امس',
    'لا، يعرف بيتنا',
    'لا يعرف بيتنا',
    'no, he knows where i live',
  ])('is known, whatever is denied near it: «%s»', (text) => {
    expect(labels(text)).toContain('meeting')
  })

  test.each([
    'he doesnt know where i live',
    'they dont know our address',
    'ما يعرف وين ساكنه',
    'ماڵمان نازانێت',
  ])('is not known where the knowing itself is denied: «%s»', (text) => {
    expect(labels(text)).not.toContain('meeting')
  })
})

describe('«غدا»', () => {
  test.each(['خالي قال سوف يذبح البنت غدا', 'ابي يذبح اختي غدا', 'سيذبحها أبي غداً', 'اهلي يذبحونها غدا'])(
    'is tomorrow, and no lunch: «%s»',
    (text) => {
      const near = content.crisis.read(text, 2026).map(({ rule }) => rule)
      expect(near).toContain('violence/near')
    },
  )

  test.each(['مجتمعين اهلي اليوم على الغدا', 'اهلي متجمعين عالغدا', 'اهلي يذبحون خروف للغدا'])(
    'is lunch with what makes it one: «%s»',
    (text) => {
      expect(labels(text)).toEqual([])
    },
  )
})

describe('who has nothing', () => {
  test.each(['هیچم نییە لە ژیاندا', 'تازە هیچم نییە', 'هیچم نیە لە ژیاندا'])(
    'is asked about: «%s»',
    (text) => {
      expect(labels(text)).toContain('self_harm')
    },
  )

  test.each(['پارەی دەوێت بەڵام من هیچم نییە', 'هیچم نییە بیدەم', 'بەڵگەم نییە هیچم نییە'])(
    'of money or evidence is not: «%s»',
    (text) => {
      expect(labels(text)).not.toContain('self_harm')
    },
  )
})
