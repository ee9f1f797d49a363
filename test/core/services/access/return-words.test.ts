import { describe, expect, test } from 'vitest'
import { readBareCode } from '../../../../core/policy/access/code.ts'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'
import { setSecrets, submit } from './people.ts'

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

const saidTo = async (stage: Stage, who: Person, line: string): Promise<readonly string[]> => {
  const before = who.heard().length === 0 ? 0 : (await keysOf(who)).length
  await who.says(line)
  await stage.fallQuiet()
  return (await keysOf(who)).slice(before)
}

const RETURN = { en: 'return', ar: 'عودة', ckb: 'کۆدم هەیە' } as const

const asked = async (language: keyof typeof RETURN): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('new', language)
  expect(await saidTo(stage, who, RETURN[language])).toEqual(['return-code-ask'])
  return [stage, who]
}

describe('where the code is asked for', () => {
  test.each([
    ['en', 'I lost it'],
    ['en', "i don't have it"],
    ['en', 'sorry i forgot'],
    ['ar', 'ضاع'],
    ['ar', 'نسيته'],
    ['ar', 'nsit'],
    ['ckb', 'لەبیرم چوو'],
    ['ckb', 'من ژ بیر کر'],
  ] as const)(
    'who has lost it is told what is possible now, and goes on (%s «%s»)',
    async (language, text) => {
      const [stage, who] = await asked(language)
      expect(await saidTo(stage, who, text)).toEqual(['return-forgot'])
      await saidTo(stage, who, 'a man I met online has my photos and wants money')
      expect((await who.book()).state.conversation.answers['story']).toMatchObject({
        text: 'a man I met online has my photos and wants money',
      })
    },
  )

  test.each([
    ['en', 'he is threatening me with photos'],
    ['en', 'he wants 500 dollars from me'],
    ['ar', 'عنده صوري ويهددني ينشرها'],
    ['ckb', 'هەڕەشەم لێ دەکات بە وێنەکانم'],
  ] as const)('what is told is heard as told, and is no failed code (%s «%s»)', async (language, text) => {
    const [stage, who] = await asked(language)
    expect(await saidTo(stage, who, text)).not.toContain('return-code-shape')
    expect(JSON.stringify((await who.book()).state.conversation.answers['story'])).toContain(text)
  })

  test.each(['/start', 'hello there my friend', 'يهددني', 'start'])(
    'who begins is not held there: «%s»',
    async (text) => {
      const [stage, who] = await asked('en')
      const said = await saidTo(stage, who, text)
      expect(said).not.toContain('return-code-shape')
      expect(said.at(-1)).toBe('ask-consent')
    },
  )

  test.each(['7KQ2M4X', 'abcdefgh1', '7kq2 m4x', 'my code is 7KQ2M4'])(
    'what was meant as one and is none is asked for once more: «%s»',
    async (text) => {
      const [stage, who] = await asked('en')
      expect(await saidTo(stage, who, text)).toEqual(['return-code-shape'])
    },
  )
})

describe('where the PIN is asked for', () => {
  const atPin = async (): Promise<readonly [Stage, Person]> => {
    const stage = await openStage()
    const old = stage.person('old')
    await submit(old)
    await setSecrets(old, { pin: '483917' })
    const who = stage.person('new')
    await who.says('return')
    await who.says(await old.code())
    return [stage, who]
  }

  test('a whole sentence without a number is heard, and no wrong PIN', async () => {
    const [stage, who] = await atPin()
    const said = await saidTo(stage, who, 'he wants money from me tonight')
    expect(said).not.toContain('return-wrong')
    expect(JSON.stringify((await who.book()).state.conversation.answers['story'])).toContain('money')
  })

  test('who has forgotten it is told what is possible now', async () => {
    const [stage, who] = await atPin()
    expect(await saidTo(stage, who, 'i forgot it')).toEqual(['return-forgot'])
  })

  test.each(['the pin is zinnober i think', 'it was 4839171 or so I believe', 'zinnober', 'blue sky'])(
    'what may hold one is kept from everybody: «%s»',
    async (text) => {
      const [stage, who] = await atPin()
      expect(await saidTo(stage, who, text)).toContain('return-wrong')
      expect(JSON.stringify((await who.book()).events)).not.toContain(text)
    },
  )
})

describe('a code that nobody asked for', () => {
  test.each(['MOHAMMED', 'SARDASHT', 'HELP ME NOW', 'ABDULLAH', 'my friend', 'HAIDER', '12345678'])(
    'is no name and no word in capitals: «%s»',
    (text) => {
      expect(readBareCode(text)).toBeUndefined()
    },
  )

  test.each(['7KQ2M4XD', '7KQ2-M4XD', 'BCDFGHJK', 'A1B2C3D4'])('is one that can be one: «%s»', (text) => {
    expect(readBareCode(text)).toBe(text.replace('-', ''))
  })

  test('and a name in capitals as the first words is greeted', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    expect(await saidTo(stage, who, 'MOHAMMED')).toEqual(['ask-consent'])
  })
})

describe('a code that the other side wants', () => {
  test.each([
    ['en', 'he asks for my code'],
    ['ar', 'يريد الرمز مالتي'],
    ['ckb', 'داوای کۆدەکەم دەکات'],
  ] as const)('is none of ours: it is said to give it to nobody (%s «%s»)', async (language, text) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    expect((await saidTo(stage, who, text))[0]).toBe('saying-login-code')
  })

  test('and whoever asks for their own is still told the way back', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    expect((await saidTo(stage, who, 'where do I find my code again?'))[0]).toBe('saying-my-code')
  })
})
