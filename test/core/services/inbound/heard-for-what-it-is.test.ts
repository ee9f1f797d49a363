import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { atDemand, HELLO, NONE, STORY, writes, YES } from './told-so-far.ts'

const atDanger = (language: Language, text: string) => writes(language, STORY[language], YES[language], text)
const atAge = (language: Language, text: string) =>
  writes(language, STORY[language], YES[language], NONE[language], text)
const storyIn = ({ answers }: Awaited<ReturnType<typeof writes>>): string =>
  answers['story']?.kind === 'text' ? answers['story'].text : ''

describe('what only sounds like another thing is heard for what it is', () => {
  test.each([
    ['ckb', 'نازانێت لە کوێ دەژیم'],
    ['ckb', 'هاوسەرم ئاگای لێ نییە'],
    ['ckb', 'بێهێزم'],
  ] as const)('it puts no question off (%s, %s)', async (language, text) => {
    const heard = await atDanger(language, text)
    expect(heard.open).toBe('danger')
    expect(heard.skipped['danger']).toBeUndefined()
  })

  test.each([
    ['en', "i don't know"],
    ['ar', 'ما اعرف'],
    ['ckb', 'نازانم'],
    ['en', 'i would rather not say'],
  ] as const)('and who does not know goes on (%s, %s)', async (language, text) => {
    expect((await atDemand(language, text)).open).not.toBe('demand')
  })

  test.each([
    ['ckb', 'باوکم تووڕەیە بەڵام هیچم لێ ناکات', 'saying-abroad'],
    ['ar', 'الولد الي بالصوره هو المبتز', 'saying-abroad'],
    ['en', 'at my friends house', 'saying-relative'],
    ['ar', 'زوجي يمي ويساعدني', 'saying-cant-talk'],
    ['ckb', 'ماندوو بووم', 'saying-hopeless'],
    ['en', 'fuck you', 'saying-thanks'],
  ] as const)('%s «%s» is not met with %s', async (language, text, key) => {
    expect((await atDanger(language, text)).keys).not.toContain(key)
  })

  test.each([
    ['ar', 'اني خارج العراق بتركيا', 'saying-abroad'],
    ['en', 'fuck you', 'saying-insult'],
    ['ar', 'كلب', 'saying-insult'],
    ['ckb', 'کێشەکە چارەسەر بوو', 'saying-he-stopped'],
  ] as const)('%s «%s» is met with %s', async (language, text, key) => {
    expect((await atDanger(language, text)).keys).toContain(key)
  })

  test.each([
    ['ar', 'بطلت احجي وياه'],
    ['ckb', 'کەسێک'],
  ] as const)('it calls nobody (%s, %s)', async (language, text) => {
    expect((await atDanger(language, text)).called.person).toBe(false)
  })

  test.each([
    ['ar', 'يريد اسافر وياه'],
    ['ar', 'يريد ياخذ حسابي'],
    ['ar', 'كال اخفي الموضوع'],
    ['ckb', 'دەیەوێت قسەی لەگەڵ بکەم'],
  ] as const)('what they want is that, whatever it sounds like (%s, %s)', async (language, text) => {
    const heard = await atDemand(language, text)
    expect(heard.answers['demand']).toMatchObject({ kind: 'text', text })
    expect(heard.called.person).toBe(false)
  })

  test('to be seen naked is pictures, and no meeting', async () => {
    const { answers, called } = await atDemand('en', 'he wants to see me naked')
    expect(answers['demand']).toMatchObject({ options: ['photos'] })
    expect(called.danger).toBe(false)
  })

  test('a name alone is about them, and not what they want', async () => {
    const { answers, open } = await atDemand('en', 'his insta is bad.guy.22, i dont know his name')
    expect(answers['demand']).toBeUndefined()
    expect(answers['ids']).toMatchObject({ identifiers: [{ normal: 'bad.guy.22', owner: 'perpetrator' }] })
    expect(open).toBe('demand')
  })

  test.each([
    ['ar', 'اني الي دزيت الصور بيدي'],
    ['ar', 'اني معلمه واخاف توصل للمدرسه'],
    ['ar', 'اني زوجها واكو واحد يبتز مرتي'],
  ] as const)('where it is asked what happened it is the story as well (%s, %s)', async (language, text) => {
    const heard = await writes(language, HELLO[language], YES[language], text)
    expect(storyIn(heard)).toBe(text)
  })
})

describe('ages', () => {
  test.each([
    ['ar', 'سبعطعش', 'me-16-17'],
    ['en', 'fifteen', 'me-13-15'],
    ['ckb', 'پازدە', 'me-13-15'],
    ['en', 'twenty five', 'me-18'],
    ['ckb', 'بیست و پێنج', 'me-18'],
  ] as const)('in words are taken where one is asked for (%s, %s)', async (language, text, option) => {
    expect((await atAge(language, text)).answers['age']).toMatchObject({ option })
  })

  test.each([
    ['en', 'he is 17'],
    ['ar', 'هو عمره ١٧'],
    ['ckb', 'ئەو تەمەنی ١٧ ساڵە'],
  ] as const)(
    'of another are another’s, and the questions speak of them (%s, %s)',
    async (language, text) => {
      const { answers, keys } = await writes(language, HELLO[language], YES[language], text)
      expect(answers['age']).toMatchObject({ option: 'other-minor' })
      expect(keys).toContain('ask-danger-other')
    },
  )
})

describe('who is asked whether they are safe', () => {
  test.each([
    ['en', 'no, my brother has a knife', 'no'],
    ['en', 'no my brother is outside with a knife', 'no'],
    ['ckb', 'نا، براکەم چەقۆی پێیە', 'no'],
    ['ckb', 'بەڵێ ئێستا باشم', 'yes'],
    ['en', 'i am safe now', 'yes'],
  ] as const)('and says so beside more is heard (%s, %s)', async (language, text, option) => {
    const AFRAID = { ar: 'قد يؤذيني أحد', ckb: 'لەوانەیە ئازارم بدەن', en: 'someone may hurt me' } as const
    const { answers } = await writes(language, STORY[language], YES[language], AFRAID[language], text)
    expect(answers['fast-safe']).toMatchObject({ option })
  })
})

describe('what is told and threatens nobody', () => {
  test.each([
    ['en', 'he doesnt know where i live'],
    ['ar', 'ما يعرف وين ساكنه'],
    ['ar', 'مجتمعين اهلي اليوم على الغدا'],
    ['ckb', 'پارەی دەوێت بەڵام من هیچم نییە'],
  ] as const)('is asked about as no danger (%s, %s)', async (language, text) => {
    const { open, keys } = await atDanger(language, text)
    expect(open).toBe('danger')
    expect(keys.filter((key) => key.startsWith('ask-worry'))).toEqual([])
  })

  test.each([
    ['en', 'he knows where i live'],
    ['ar', 'يعرف وين بيتنا'],
  ] as const)('and who does know comes, it may be (%s, %s)', async (language, text) => {
    expect((await atDanger(language, text)).called.danger).toBe(true)
  })

  test.each([
    ['en', 'i have a 2 year old son'],
    ['ar', 'عندي طفل عمره سنتين'],
    ['ckb', 'منداڵێکی دوو ساڵم هەیە'],
  ] as const)('a child of theirs is not who writes (%s, %s)', async (language, text) => {
    expect((await atDemand(language, text)).keys).not.toContain('saying-minor-who')
  })

  test('words that name an app are the story as well', async () => {
    const { answers } = await writes('ar', 'مرحبا', 'نزل صوري بالتلكرام')
    expect(answers['story']).toMatchObject({ text: 'نزل صوري بالتلكرام' })
  })

  test('a husband who is blackmailed is whom it is about', async () => {
    const { answers } = await writes(
      'en',
      'hello',
      'yes',
      "i'm his wife and someone blackmails my husband with a video",
    )
    expect(answers['whom']).toMatchObject({ option: 'other' })
  })
})

describe('who tells how it is', () => {
  test.each([
    ['en', "i don't know what to do anymore"],
    ['en', 'he never leaves me alone'],
    ['ar', 'ما اعرف وين ساكن هو'],
  ] as const)('is left and put off by nothing (%s, %s)', async (language, text) => {
    const { open, keys } = await atDanger(language, text)
    expect(keys).not.toContain('stopped')
    expect(open).toBe('danger')
  })

  test.each(['i do not want my mother to know'])('%s: hears whom we write to', async (text) => {
    expect((await atDanger('en', text)).keys).toContain('saying-tell-family')
  })

  test.each([
    ['en', 'stop'],
    ['ar', 'ما اريد اكمل خلص'],
    ['ckb', 'نامەوێت بەردەوام بم'],
  ] as const)('and who wants to stop stops (%s, %s)', async (language, text) => {
    expect((await atDanger(language, text)).keys).toContain('stopped')
  })
})

describe('who tells of a child of theirs', () => {
  test.each([
    ['en', 'my little cousin is being blackmailed'],
    ['en', 'my daughter is in class and a man has her pictures'],
  ] as const)('says yes of that child, and is none (%s, %s)', async (language, text) => {
    const { answers } = await writes(language, HELLO[language], YES[language], text, YES[language])
    expect(answers['worry-minor']).toMatchObject({ option: 'other' })
    expect(answers['age']).toMatchObject({ option: 'other-minor' })
  })

  test('beside a matter of their own does not give that away', async () => {
    const { answers } = await atDanger('en', "my son is 10 and i don't want him to see the pictures")
    expect(answers['whom']).toBeUndefined()
  })

  test('names no weapon by «کچەکەم»', async () => {
    const { open, called } = await atDanger('ckb', 'کەسێک هەواڵی کچەکەمی پرسی')
    expect(open).toBe('danger')
    expect(called.danger).toBe(false)
  })
})
