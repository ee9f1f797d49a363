import { describe, expect, test } from 'vitest'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import type { InboundMedia } from '../../../../core/base/message.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import {
  agent,
  openStage,
  reachStory,
  type Person,
  type Stage,
  phrases as texts,
} from '../../../build/stage.ts'

const noor = agent('Noor')
const picture = (n = 1): Uint8Array => new Uint8Array([n, 2, 3, 4])

const filesOf = async (who: Person) =>
  Object.values((await who.book()).state.evidence).filter(({ kind }) => kind !== 'statement')
const plain = (text: string): string => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '')
/** What the person hears while `act` happens and all that it causes. */
const heardIn = async (
  stage: Stage,
  who: Person,
  act: () => Promise<unknown>,
): Promise<readonly string[]> => {
  const before = who.heard().length
  await act()
  await stage.workAll()
  await stage.sendAll()
  return who.heard().slice(before).map(plain)
}
const opens = async (stage: Stage, language = 'en'): Promise<Person> => {
  const who = stage.person('her', language)
  await who.sends({ kind: 'start' })
  return who
}
/** Consented, and in danger: nobody asked for her age. */
const inDanger = async (stage: Stage): Promise<Person> => {
  const who = await opens(stage)
  for (const text of ['continue', 'skip', 'someone may hurt me']) await who.says(text)
  return who
}
const AGE = 'Your file waits, unopened. Who is this about'

describe('whoever is in danger and sends a file', () => {
  test('is asked for the age once for all of an album, and what waited is fetched and sealed after one answer', async () => {
    const stage = await openStage()
    const who = await inDanger(stage)
    const asked = await heardIn(stage, who, async () => {
      for (const n of [1, 2, 3]) await who.sendsFile(picture(n))
    })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toContain(AGE)
    expect(stage.channel.downloads).toEqual([])
    const then = await heardIn(stage, who, () => who.presses('Me, 18+'))
    expect((await filesOf(who)).map(({ status }) => status)).toEqual(['sealed', 'sealed', 'sealed'])
    expect(stage.channel.downloads).toHaveLength(3)
    expect(then.filter((text) => text.includes('3 files'))).toHaveLength(1)
    // The urgent question that the one for the age stood before.
    expect(then[0]).toContain('Are you safe')
    expect((await who.book()).state.waiting).toEqual([])
  })

  test.each(['I am 22', 'عمري ٢٢ سنه', 'تەمەنم ٢٢ ساڵە'])(
    'may say the age in words after the urgent questions are over: %s',
    async (words) => {
      const stage = await openStage()
      const who = await inDanger(stage)
      for (const text of ['yes', 'he comes tonight', 'Karrada', 'skip']) await who.says(text)
      await who.says(words)
      await who.sendsFile(picture())
      await stage.workAll()
      expect((await filesOf(who)).map(({ status }) => status)).toEqual(['sealed'])
    },
  )

  test('may write what happens instead of the age: it answers the urgent question, and the age is asked again at the end', async () => {
    const stage = await openStage()
    const who = await inDanger(stage)
    await who.says('yes')
    await who.sendsFile(picture())
    await who.says('he says he comes here tonight with his brothers')
    expect((await who.book()).state.conversation.answers['fast-what']).toMatchObject({ kind: 'text' })
    await who.says('Karrada')
    await who.says('skip')
    expect(who.hears()).toContain(AGE)
    await who.says('22')
    await stage.workAll()
    expect((await filesOf(who)).map(({ status }) => status)).toEqual(['sealed'])
  })

  test('is taken at her word where a voice message was offered: it answers the question it was spoken to', async () => {
    const stage = await openStage()
    const who = await inDanger(stage)
    await who.says('yes')
    expect(who.hears()).toContain('voice message')
    await who.sendsFile(picture(), { kind: 'voice', capture: 'as_sent' })
    await who.presses('Me, 18+')
    await stage.workAll()
    await stage.sendAll()
    const { state } = await who.book()
    expect(state.conversation.answers['fast-what']).toMatchObject({ kind: 'voice' })
    expect(state.conversation.open?.step).toBe('fast-where')
    expect(await filesOf(who)).toMatchObject([{ kind: 'voice', status: 'sealed' }])
  })

  test.each(['I am 22', 'عمري ٢٢ سنه', 'تەمەنم ٢٢ ساڵە'])(
    'may say the age in words before agreeing: it counts with the yes and is not asked again, and nothing is fetched before (%s)',
    async (words) => {
      const stage = await openStage()
      const who = await opens(stage)
      await who.says('danger')
      for (const n of [1, 2]) await who.sendsFile(picture(n))
      await who.says(words)
      await stage.workAll()
      expect(stage.channel.downloads).toEqual([])
      const open = async () => (await who.book()).state.conversation.open?.step ?? ''
      const answers: Readonly<Record<string, string>> = { join: 'yes', 'fast-safe': 'no' }
      for (let n = 0; n < 8 && (await open()) !== 'consent'; n += 1)
        await who.says(answers[await open()] ?? 'skip')
      expect(await open()).toBe('consent')
      await who.says('yes')
      await stage.workAll()
      expect((await filesOf(who)).map(({ status }) => status)).toEqual(['sealed', 'sealed'])
      expect(who.heard().slice(-3).join('\n')).not.toContain(AGE)
    },
  )

  test('and is under 18 hears the reason once for all that waited, and nothing was ever fetched', async () => {
    const stage = await openStage()
    Object.assign(stage.ports, { printPage: 'https://chat.example.org/chat#fingerprint' })
    const who = await inDanger(stage)
    for (const n of [1, 2, 3]) await who.sendsFile(picture(n))
    const told = await heardIn(stage, who, () => who.presses('Me, 16-17'))
    expect(told.filter((text) => text.includes('not opened and not kept'))).toHaveLength(1)
    expect(told.join('\n')).toContain('https://chat.example.org/chat#fingerprint')
    expect(stage.channel.downloads).toEqual([])
    const { state, events } = await who.book()
    expect([state.waiting, state.evidence]).toEqual([[], {}])
    expect(events.filter(({ event }) => event.type === 'evidence_refused')).toHaveLength(3)
    // What the channel held of them is let go, and the pictures are taken out of the chat.
    expect([...stage.channel.files]).toEqual([])
    expect(
      stage.channel.sent.filter(({ content }) => content.kind === 'wipe' && content.messages.length === 3),
    ).toHaveLength(1)
  })

  test.each([
    ['en', 'I am 15 and someone has my photos'],
    ['ar', 'اني عمري 15 وواحد عنده صوري'],
    ['ckb', 'من ١٥ ساڵم و کەسێک وێنەکانمی هەیە'],
  ] as const)(
    'of a child who said its age before agreeing (%s) waits in vain for nothing: it is not taken, and that is said at once',
    async (language, words) => {
      const stage = await openStage()
      Object.assign(stage.ports, { printPage: 'https://chat.example.org/chat#fingerprint' })
      const who = stage.person('child')
      await who.says(words)
      const told = await heardIn(stage, who, () => who.sendsFile(picture()))
      expect(told.join('\n')).toContain(texts.say(language, 'media-refused-age', {}))
      expect(told.join('\n')).not.toContain(texts.say(language, 'file-waits-consent', { app: 'telegram' }))
      // A fingerprint would not be kept before a yes.
      expect(told.join('\n')).not.toContain('https://')
      expect((await who.book()).state.waiting).toEqual([])
      expect(stage.channel.downloads).toEqual([])
    },
  )

  test('that waited already goes when a child says its age before agreeing', async () => {
    const stage = await openStage()
    const who = stage.person('child')
    await who.sendsFile(picture())
    expect((await who.book()).state.waiting).toHaveLength(1)
    const told = await heardIn(stage, who, () => who.says('I am 15 and someone has my photos'))
    expect(told.join('\n')).toContain('not opened and not kept')
    expect((await who.book()).state.waiting).toEqual([])
    expect(stage.channel.downloads).toEqual([])
  })

  test('and would not say the age is told that it can still be said; after that the next file is taken', async () => {
    const stage = await openStage()
    const who = await inDanger(stage)
    await who.sendsFile(picture())
    const told = await heardIn(stage, who, () => who.presses('Prefer not to say'))
    expect(told.filter((text) => text.includes('since the age was not said'))).toHaveLength(1)
    await who.says('I am 22')
    await who.sendsFile(picture())
    await stage.workAll()
    expect((await filesOf(who)).map(({ status }) => status)).toEqual(['sealed'])
  })
})

describe('where the age is not known yet', () => {
  test('a file that comes at a calm question waits, and that is said once for all of them, with the ways on of the question', async () => {
    const stage = await openStage()
    const who = stage.person('her', 'en')
    await who.sends({ kind: 'start' })
    await who.says('continue')
    const { open } = (await who.book()).state.conversation
    const told = await heardIn(stage, who, async () => {
      for (const n of [1, 2]) await who.sendsFile(picture(n))
    })
    expect(told).toEqual([
      expect.stringContaining('Your file waits, unopened: it is taken as soon as we know the age'),
    ])
    const { state } = await who.book()
    expect(state.conversation.open).toEqual(open)
    expect(state.waiting).toHaveLength(2)
    expect(stage.channel.downloads).toEqual([])
  })

  test('the web chat says that a fingerprint can be made on the phone itself, where the age was not said', async () => {
    const stage = await openStage()
    const phone = stage.person('her', 'en')
    const web = { channel: 'webchat', account: 'web' } as const
    await phone.sends({ kind: 'start' }, web)
    for (const text of ['continue', 'skip', 'none', 'skip']) await phone.says(text, web)
    const media = { kind: 'photo', capture: 'as_sent', ref: '' } as const
    await phone.sends({ kind: 'media', media }, web)
    const said = (await phone.book()).events.flatMap(({ event }) =>
      event.type === 'bot_said' ? [event] : [],
    )
    expect(said.filter(({ key }) => key.startsWith('media-refused'))).toMatchObject([
      {
        key: 'media-refused-unsaid-here',
        text: expect.stringContaining('the + button makes a fingerprint of it on your own phone') as string,
      },
    ])
  })
})

describe('a first contact by files', () => {
  test('is greeted first, with one word for the whole album, and all of it is fetched after consent and the age of an adult', async () => {
    const stage = await openStage()
    const who = stage.person('her', 'en')
    const said = await heardIn(stage, who, async () => {
      for (const n of [1, 2, 3, 4, 5]) await who.sendsFile(picture(n))
    })
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('This is Amin')
    expect(said[1]).toContain('nothing of it is fetched before you agree')
    await who.says('continue')
    expect(stage.channel.downloads).toEqual([])
    for (const text of ['skip', 'none']) await who.says(text)
    expect(who.hears()).toContain(AGE)
    await who.says('me, 18+')
    await stage.workAll()
    expect((await filesOf(who)).map(({ status }) => status)).toEqual(
      Array.from({ length: 5 }, () => 'sealed'),
    )
  })

  test.each(['photo', 'voice'] as const)(
    'by a single one (%s) is greeted first, and hears in one word that it waits, unopened',
    async (kind) => {
      const stage = await openStage()
      const who = stage.person('her', 'en')
      const said = await heardIn(stage, who, async () => void (await who.sendsFile(picture(), { kind })))
      expect(said).toHaveLength(2)
      expect(said[0]).toContain('This is Amin')
      expect(said[1]).toContain('nothing of it is fetched before you agree')
      expect(stage.channel.downloads).toEqual([])
    },
  )

  test('that no longer can be fetched when the answer comes is said to be gone, and is no evidence', async () => {
    const stage = await openStage()
    const who = stage.person('her', 'en')
    await who.sendsFile(picture())
    for (const text of ['continue', 'skip', 'none']) await who.says(text)
    stage.channel.files.clear()
    const said = await heardIn(stage, who, () => who.says('me, 18+'))
    expect(said.join('\n')).toContain('can no longer be fetched')
    expect(await filesOf(who)).toMatchObject([{ status: 'failed', why: 'gone' }])
  })

  test('goes with the case where it is erased before an answer came: nothing is fetched ever after', async () => {
    const stage = await openStage()
    const who = stage.person('her', 'en')
    await who.sendsFile(picture())
    await stage.desk.erase(await who.code(), 'test', 'test')
    await stage.workAll()
    expect([stage.channel.downloads, [...stage.channel.files]]).toEqual([[], []])
  })
})

describe('while an agent holds the case', () => {
  const held = async () => {
    const stage = await openStage()
    const who = await inDanger(stage)
    await stage.desk.claim(await who.code(), noor)
    await stage.sendAll()
    return { stage, who, code: await who.code() }
  }

  test('the bot says nothing, the file waits, and the agent is told what it waits for', async () => {
    const { stage, who } = await held()
    expect(await heardIn(stage, who, () => who.sendsFile(picture()))).toEqual([])
    const { filesWait, lines } = await who.book()
    expect(filesWait).toEqual({ count: 1, why: 'age', step: 'age' })
    expect(lines.findLast(({ from }) => from === 'person')).toMatchObject({ waits: 'here' })
    expect(stage.channel.downloads).toEqual([])
  })

  test.each(['I am 22', 'عمري ٢٢'])('the person may say the age in words: %s', async (words) => {
    const { stage, who } = await held()
    await who.sendsFile(picture())
    expect(await heardIn(stage, who, () => who.says(words))).toEqual([])
    expect((await filesOf(who)).map(({ status }) => status)).toEqual(['sealed'])
  })

  test('the agent may have it asked with buttons, and the press is the answer', async () => {
    const { stage, who, code } = await held()
    await who.sendsFile(picture())
    expect(
      (await heardIn(stage, who, () => stage.desk.askAge(code, noor))).map((text) => text.includes(AGE)),
    ).toEqual([true])
    expect(await heardIn(stage, who, () => who.presses('Me, 18+'))).toEqual([])
    expect((await filesOf(who)).map(({ status }) => status)).toEqual(['sealed'])
    expect(await stage.desk.askAge(code, noor)).toEqual({ status: 'refused', why: 'already' })
  })

  test('of somebody who cried for help before anything else it asks for consent, then for the age', async () => {
    const stage = await openStage()
    const who = await opens(stage)
    await who.sendsFile(picture())
    await who.says('he says he will kill me tonight')
    const code = await who.code()
    await stage.desk.claim(code, noor)
    await stage.sendAll()
    expect((await who.book()).filesWait).toMatchObject({ count: 1, why: 'consent' })
    const [consent] = await heardIn(stage, who, () => stage.desk.askAge(code, noor))
    expect(consent).toContain('We keep only what you choose to send')
    expect(await heardIn(stage, who, () => who.presses('Yes, I want to talk'))).toEqual([])
    expect(
      (await heardIn(stage, who, () => stage.desk.askAge(code, noor))).map((text) => text.includes(AGE)),
    ).toEqual([true])
    expect(await heardIn(stage, who, () => who.presses('Me, 18+'))).toEqual([])
    expect((await filesOf(who)).map(({ status }) => status)).toEqual(['sealed'])
  })

  test.each([
    ['me-18', 'sealed'],
    ['me-16-17', undefined],
  ])('the agent may note what they know: with %s the file is %s', async (option, status) => {
    const { stage, who, code } = await held()
    await who.sendsFile(picture())
    const said = await heardIn(stage, who, () =>
      stage.desk.shift.correct(code, noor, 'age', { options: [option] }, 'she told me on the phone'),
    )
    expect(said).toEqual([])
    expect((await filesOf(who)).map((item) => item.status)).toEqual(status === undefined ? [] : [status])
    expect(stage.channel.downloads).toHaveLength(status === undefined ? 0 : 1)
    expect((await who.book()).state.waiting).toEqual([])
  })

  test('the bot does not say either that a file is too large or can no longer be fetched', async () => {
    const stage = await openStage()
    const who = stage.person('her')
    await reachStory(who)
    await stage.desk.claim(await who.code(), noor)
    await stage.sendAll()
    expect(
      await heardIn(stage, who, () =>
        who.sendsFile(picture(), { size: 900_000_000 as InboundMedia['size'] & number }),
      ),
    ).toEqual([])
    const gone = async (): Promise<void> => {
      await who.sendsFile(picture(), { ref: 'nothing-there' })
    }
    expect(await heardIn(stage, who, gone)).toEqual([])
    expect(await filesOf(who)).toMatchObject([{ status: 'failed' }])
  })
})

describe('in the web chat', () => {
  test('a file that is still on the phone is called from there by the answer, and never fetched by us', async () => {
    const stage = await openStage()
    const who = await inDanger(stage)
    const asked = await heardIn(stage, who, () =>
      who.sends({ kind: 'media', media: { kind: 'photo', capture: 'as_sent', ref: '' } }),
    )
    expect(asked[0]).toContain(AGE)
    const { channel, account, chat } = await who.says('22')
    await stage.workAll()
    const { state, lines } = await who.book()
    expect([state.waiting, state.evidence]).toEqual([[], {}])
    expect(lines.find((line) => line.from === 'person' && line.waits !== undefined)).toMatchObject({
      waits: 'called',
    })
    expect(stage.channel.downloads).toEqual([])
    // The page shows it itself, until it comes.
    const view = await makeChatHistory(stage.ports, stage.casebook).read({ channel, account, chat })
    expect([view.media, view.lines.filter(({ media }) => media !== undefined)]).toEqual(['open', []])
  })
})

describe('what may move a file', () => {
  test('between the offer and the fetching the age is asked once more: of somebody under 18 not a byte is fetched, and the reason is true', async () => {
    const stage = await openStage()
    const who = stage.person('her')
    await reachStory(who)
    await who.sendsFile(picture())
    const code = await who.code()
    const said = await heardIn(stage, who, () =>
      stage.desk.shift.correct(code, noor, 'age', { options: ['me-16-17'] }, 'said on the phone'),
    )
    expect(stage.channel.downloads).toEqual([])
    expect(await filesOf(who)).toMatchObject([{ status: 'failed', why: 'age' }])
    expect(said.join('\n')).toContain('To protect you, that file was not opened and not kept')
    expect(said.join('\n')).not.toContain('can no longer be fetched')
    expect([...stage.channel.files]).toEqual([])
  })

  test('the same message repeated waits once', async () => {
    const stage = await openStage()
    const who = await inDanger(stage)
    const item = await who.sendsFile(picture())
    await stage.sink.put([item, item])
    await stage.receiveAll()
    expect((await who.book()).state.waiting).toHaveLength(1)
  })

  test('a caption is a statement of its own words, and the picture is fetched once', async () => {
    const stage = await openStage()
    const who = stage.person('her')
    await reachStory(who)
    const words = 'my cousin haider took these from my phone and now he wants money from me'
    stage.channel.files.set('photo', picture())
    await who.sends({
      kind: 'media',
      media: { kind: 'photo', capture: 'recompressed', ref: 'photo' },
      caption: untrusted(words),
    })
    await stage.workAll()
    const items = Object.values((await who.book()).state.evidence)
    expect(
      items.map(({ kind, status }) => `${kind} ${status}`).toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['photo sealed', 'statement sealed'])
    const statement = items.find(({ kind }) => kind === 'statement')
    expect(statement).toMatchObject({ sha256: stage.ports.hasher.sha256(words), size: words.length })
    expect(stage.channel.downloads).toHaveLength(1)
  })

  test('what the channel held of a file is let go once it is sealed', async () => {
    const stage = await openStage()
    const who = stage.person('her')
    await reachStory(who)
    await who.sendsFile(picture())
    expect(stage.channel.files.size).toBe(1)
    await stage.workAll()
    expect((await filesOf(who)).map(({ status }) => status)).toEqual(['sealed'])
    expect([...stage.channel.files]).toEqual([])
  })
})

test.each(LANGUAGES)(
  'in the web chat nobody is told that a file which waits on the page outlives the page (%s)',
  (language) => {
    for (const key of ['file-waits-consent', 'file-waits-age', 'ask-age-file'] as const) {
      const here = texts.say(language, key, { app: 'webchat' })
      expect(here).not.toBe(texts.say(language, key, { app: 'telegram' }))
      expect(here).toMatch(/page|الصفحة|لاپەڕە/)
    }
  },
)
