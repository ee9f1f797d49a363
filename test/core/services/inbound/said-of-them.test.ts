import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'
import { STORY, YES } from './told-so-far.ts'

/** Who has told a story, has agreed and is asked about danger, writes this. */
const writes = async (
  language: Language,
  text: string,
): Promise<{ stage: Stage; who: Person; keys: readonly string[] }> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  for (const line of [STORY[language], YES[language]]) {
    await who.writes(line)
    await stage.fallQuiet()
  }
  const keysOf = async (): Promise<readonly string[]> =>
    (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
  const before = (await keysOf()).length
  await who.writes(text)
  await stage.fallQuiet()
  return { stage, who, keys: (await keysOf()).slice(before) }
}

describe('what is told of whoever blackmails', () => {
  test.each([
    ['en', 'he wants me to delete everything'],
    ['en', 'he told me to delete the whole chat'],
    ['ar', 'يريدني امسح كلشي'],
    ['ar', 'هاي محادثته وياي'],
    ['ckb', 'دەیەوێت هەموو شتێک بسڕمەوە'],
  ] as const)('is no wish to erase what stands here (%s, %s)', async (language, text) => {
    const { who, keys } = await writes(language, text)
    expect(keys).not.toContain('erase-ask')
    expect((await who.book()).state.conversation.erase).toBeUndefined()
  })

  test.each([
    ['en', 'delete everything please'],
    ['en', 'please wipe all my data, he wants me to pay 500'],
    ['en', 'i want you to delete everything, he makes me scared'],
    ['ar', 'امسحوا كلشي'],
    ['ar', 'شيلوا محادثتنا'],
    ['ckb', 'هەموو شتێک بسڕنەوە'],
  ] as const)('and who wishes it is asked whether they are sure (%s, %s)', async (language, text) => {
    expect((await writes(language, text)).keys).toContain('erase-ask')
  })

  test.each([
    ['en', 'i sent him a picture'],
    ['ar', 'دزيتله صورة'],
    ['ckb', 'وێنەیەکم بۆی نارد'],
  ] as const)('a picture that was sent is no money that was paid (%s, %s)', async (language, text) => {
    const { who, keys } = await writes(language, text)
    expect((await who.book()).state.conversation.answers['paid']).toBeUndefined()
    expect(keys).not.toContain('saying-already-paid')
  })

  test.each([
    ['en', 'i sent him 200 dollars'],
    ['en', 'i sent him 500'],
    ['en', 'i sent him zain cash for the video'],
    ['ar', 'دزيتله فلوس'],
    ['ar', 'دفعتله 300 حتى يمسح صوري'],
  ] as const)('and money is (%s, %s)', async (language, text) => {
    const { who } = await writes(language, text)
    expect((await who.book()).state.conversation.answers['paid']).toMatchObject({ option: 'yes' })
  })

  test.each([
    ['en', 'my uncle is blackmailing me and my mother supports me', 'relative'],
    ['ar', 'ابن عمي ديبتزني وامي واكفه وياي', 'relative'],
    ['ar', 'ضابط شرطة يبتزني وابوي راح يساعدني', 'powerful'],
    ['ckb', 'ئامۆزاکەم هەڕەشەم لێ دەکات دایکم یارمەتیم دەدات', 'relative'],
  ] as const)('who blackmails is noted beside who helps (%s, %s)', async (language, text, option) => {
    const { who } = await writes(language, text)
    expect((await who.book()).state.conversation.answers['relation']).toMatchObject({ option })
  })

  test.each(['اريد احجي ويا موظف ما اريد احجي وياه', 'وصلوني بموظف حتى يحجي وياه'])(
    'who wants one of us to speak with is put in line (%s)',
    async (text) => {
      expect((await (await writes('ar', text)).who.book()).state.hands.status).toBe('waiting')
    },
  )

  test('that he wants to be spoken with calls nobody of us', async () => {
    const { who } = await writes('ar', 'يريدني احجي وياه')
    expect((await who.book()).state.hands.status).toBe('bot')
  })

  test.each([
    ['en', 'my uncle is a police officer and he will help me'],
    ['ar', 'عمي ضابط بالشرطة وراح يساعدني'],
    ['ckb', 'مامم پۆلیسە و یارمەتیم دەدات'],
  ] as const)('whoever helps is not noted as who blackmails (%s, %s)', async (language, text) => {
    const { who } = await writes(language, text)
    expect((await who.book()).state.conversation.answers['relation']).toBeUndefined()
  })

  test.each([
    ['ar', 'wa7id yhadidni'],
    ['ar', 'دزيتله صورة'],
    ['ckb', 'وێنەم نارد'],
    ['en', 'weird stuff'],
  ] as const)('in a few words is kept with the story, and no mistake (%s, %s)', async (language, text) => {
    const { who, keys } = await writes(language, text)
    expect(keys).toEqual(['words-kept'])
    const { answers } = (await who.book()).state.conversation
    expect(answers['story']).toMatchObject({ text: `${STORY[language]}\n${text}` })
    // The digits of Arabic in Latin letters are no sum.
    expect(answers['amount']).toBeUndefined()
  })

  test.each([
    ['en', 'someone from amin texted me and asked for my pictures'],
    ['ar', 'واحد دزلي يكول اني من امين ويريد صوري'],
    ['ckb', 'یەکێک نامەی بۆ ناردم دەڵێت لە ئەمینەوەم و وێنەکانم دەوێت'],
  ] as const)(
    'and uses our name is met with what we never ask for, and kept (%s)',
    async (language, text) => {
      const { who, keys } = await writes(language, text)
      expect(keys[0]).toMatch(/^verify-us/)
      expect((await who.book()).state.conversation.answers['story']).toMatchObject({
        text: `${STORY[language]}\n${text}`,
      })
    },
  )

  test('who goes on in pieces that answer nothing is offered a person', async () => {
    const { stage, who } = await writes('en', 'weird stuff')
    for (const line of ['odd things', 'more bits']) {
      await who.writes(line)
      await stage.fallQuiet()
    }
    const keys = (await who.book()).events.flatMap(({ event }) =>
      event.type === 'bot_said' ? [event.key] : [],
    )
    expect(keys.filter((key) => key === 'words-kept' || key === 'offer-human')).toEqual([
      'words-kept',
      'offer-human',
    ])
  })

  test.each(['his name is amin and he wants money', 'I want to hear from your team'])(
    'and has the same name, or is none of it, is not (%s)',
    async (text) => {
      expect((await writes('en', text)).keys.some((key) => key.startsWith('verify-us'))).toBe(false)
    },
  )
})

test.each([
  ['en', 'if they see it im dead'],
  ['ckb', 'ئەگەر باوکم بزانێت سەرم دەبڕێت'],
] as const)('what may be a danger is asked before a way back is offered (%s)', async (language, text) => {
  const { keys } = await writes(language, text)
  expect(keys.some((key) => key.startsWith('ask-worry'))).toBe(true)
  expect(keys).not.toContain('way-back')
})

test.each([
  ['en', 'i paid him and he blocked me'],
  ['ar', 'دفعتله وبلكني'],
] as const)(
  'who paid and was blocked is not told that it is good that it is quiet (%s)',
  async (language, text) => {
    expect((await writes(language, text)).keys).not.toContain('saying-he-stopped')
  },
)
