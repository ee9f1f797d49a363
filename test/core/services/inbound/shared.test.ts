import { describe, expect, test } from 'vitest'
import { untrusted } from '../../../../core/base/untrusted.ts'
import type { Images } from '../../../../core/ports/images.ts'
import { agent, NO_PICTURES, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const HAIDER = untrusted(
  JSON.stringify({
    type: 'user',
    date: 1_700_000_000,
    sender_user: { id: 555, first_name: 'Haider', username: 'Haider_Love_77' },
  }),
)
const CARD = { kind: 'contact', name: untrusted('Evil Guy'), phone: untrusted('+964 771 234 5678') } as const
const HERE = { kind: 'location', latitude: 33.31, longitude: 44.36 } as const

const forwards = (person: Person, text: string, forward = HAIDER) => person.says(text, { forward })
const evidence = async (person: Person) => Object.values((await person.book()).state.evidence)
const types = async (person: Person) => (await person.book()).events.map(({ event }) => event.type)

const sealedText = async (stage: Stage, person: Person, kind: string): Promise<string> => {
  const { state } = await person.book()
  const item = Object.values(state.evidence).find((one) => one.kind === kind)
  if (item?.status !== 'sealed') throw new Error(`${kind} is ${item?.status ?? 'not there'}`)
  const sealer = await stage.sealer.forCase(state.caseId)
  const source = await stage.vault.open(item.object)
  if (source === undefined) throw new Error('gone')
  const parts: Uint8Array[] = []
  for await (const part of sealer.openStream(item.object, source)) parts.push(part)
  return Buffer.concat(parts).toString()
}

const reachEvidence = async (person: Person): Promise<void> => {
  await reachStory(person)
  await person.says(
    'A man I met online threatens to publish my photos unless I pay him 250 dollars by tomorrow',
  )
  for (let n = 0; n < 12 && !person.hears().includes('what I understood'); n += 1) await person.says('skip')
  await person.presses('Add something')
  await person.presses('Evidence')
  expect(person.hears()).toContain('screenshots of the threats')
}

const reachWhere = async (person: Person): Promise<void> => {
  await reachStory(person)
  await person.says('my brother will kill me')
  for (let n = 0; n < 6 && !person.hears().includes('hich city or area'); n += 1) await person.says('skip')
  expect(person.hears()).toContain('hich city or area')
}

describe('what is forwarded', () => {
  test.each([
    '0',
    'erase',
    'مسح',
    'exit',
    'START',
    'talk to a person',
    'العربية',
    'راح انشر صورك باجر اذا ما تدفعين',
    'my code',
  ])('runs no command, though it says "%s"', async (word) => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const before = await person.book()
    await forwards(person, word)
    await stage.workAll()
    const after = await person.book()
    expect(after.events.slice(before.events.length).map(({ event }) => event.type)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/exited|erase|language|handoff|access_asked/)]),
    )
    expect(stage.channel.sent.some(({ content }) => content.kind === 'wipe')).toBe(false)
    expect(after.state.language).toBe(before.state.language)
  })

  test('answers no question, is no story, and is acknowledged as evidence with the account that Telegram attests', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const before = (await person.book()).state.conversation
    await forwards(person, 'you have until tomorrow, then your whole family sees everything')
    const { state } = await person.book()
    expect(state.conversation.answers).toEqual(before.answers)
    // A worry that the words raise may come between; the question that stood is asked again afterwards.
    expect(state.conversation.aside ?? state.conversation.open).toEqual(before.open)
    expect(person.heard().slice(-2).join('\n')).toContain('@Haider_Love_77')
    expect(state.identifiers).toMatchObject([
      { type: 'telegram', normal: 'u:haider_love_77', owner: 'perpetrator', attested: true },
      { type: 'telegram', normal: 'id:555', owner: 'perpetrator', attested: true },
    ])
  })

  test('links two cases by the account, whatever name it has by then', async () => {
    const stage = await openStage()
    const [one, other] = [stage.person('1'), stage.person('2')]
    await reachStory(one)
    await forwards(one, 'pay or else')
    await reachStory(other)
    await forwards(
      other,
      'pay me',
      untrusted(JSON.stringify({ type: 'user', sender_user: { id: 555, first_name: 'Other name' } })),
    )
    await stage.workAll()
    expect((await one.book()).state.links).toHaveLength(1)
  })

  test('at the question for files counts as what came, and is never answered with "no file arrived"', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachEvidence(person)
    await forwards(person, 'pay or else')
    const first = person.hears()
    await forwards(person, 'last warning')
    await forwards(person, 'I know your brother', untrusted('{"forwarded":true}'))
    expect(first).toContain('Kept, word for word')
    expect(person.heard().join('\n')).not.toMatch(/No file has arrived|easier with a person/)
    await stage.workAll()
    const items = (await evidence(person)).filter((item) => item.kind === 'statement')
    expect(items.map(({ status }) => status)).toEqual(['sealed', 'sealed', 'sealed', 'sealed'])
  })

  test('leaves a question of the way back open: it is no PIN, no code, no yes to erasing', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('my code')
    await forwards(person, '4826')
    await person.says('skip')
    await person.says('skip')
    await person.says('erase')
    await forwards(person, 'yes')
    const seen = await types(person)
    expect(seen).not.toContain('secret_kept')
    expect(seen).not.toContain('erase_confirmed')
  })

  test('as a voice message tells no story for the person', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    stage.channel.files.set('voice', new Uint8Array([1]))
    await person.sends(
      { kind: 'media', media: { kind: 'voice', capture: 'as_sent', ref: 'voice' } },
      { forward: HAIDER },
    )
    expect((await person.book()).state.conversation.answers['story']).toBeUndefined()
  })

  test.each(['he met me on Instagram and has my private photos', 'I am 22', '0', 'erase'])(
    'with a file tells nothing for the person by the words under it («%s»): no story, no age, no command',
    async (caption) => {
      const stage = await openStage()
      const person = stage.person('1')
      await reachStory(person)
      const before = (await person.book()).state.conversation
      stage.channel.files.set('theirs', new Uint8Array([1]))
      await person.sends(
        {
          kind: 'media',
          media: { kind: 'photo', capture: 'recompressed', ref: 'theirs' },
          caption: untrusted(caption),
        },
        { forward: HAIDER },
      )
      await stage.workAll()
      const { state } = await person.book()
      const { evidence: _, ...answers } = state.conversation.answers
      expect(answers).toEqual(before.answers)
      expect([state.conversation.exited, state.access.erasing]).toEqual([false, false])
      expect(stage.channel.sent.some(({ content }) => content.kind === 'wipe')).toBe(false)
    },
  )

  test('is a danger where it threatens the person, and a gentle question where somebody speaks of their own death', async () => {
    const stage = await openStage()
    const [threatened, sad] = [stage.person('1'), stage.person('2')]
    await reachStory(threatened)
    await forwards(threatened, 'my brother will kill me tonight')
    expect((await threatened.book()).state.conversation.urgent).toBe(true)
    await reachStory(sad)
    await forwards(sad, 'I want to kill myself')
    const { state } = await sad.book()
    expect(state.conversation.urgent).toBe(false)
    expect(state.conversation.crisis.map(({ label, hard }) => `${label} ${hard}`)).not.toContain(
      'self_harm true',
    )
    expect(state.conversation.open?.step).toBe('worry-self-harm')
  })

  test('is not the age of the person', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    await person.says('continue')
    await person.says('skip')
    await person.says('none')
    await forwards(person, 'I am 15 years old')
    expect((await person.book()).state.conversation.answers['age']).toBeUndefined()
  })

  test('says in "my number" whose number it is: the sender is the other side', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await forwards(
      person,
      'my number is 07712345678, call me',
      untrusted('{"type":"hidden_user","sender_user_name":"H"}'),
    )
    expect((await person.book()).state.identifiers).toMatchObject([
      { normal: '+9647712345678', owner: 'perpetrator', keys: [expect.any(String)] },
    ])
  })

  test('by the person from themselves names nobody as the other side', async () => {
    const stage = await openStage()
    const person = stage.person('77')
    await reachStory(person)
    await forwards(
      person,
      'my notes',
      untrusted('{"type":"user","sender_user":{"id":77,"first_name":"Zainab","username":"zainab_x"}}'),
    )
    expect((await person.book()).state.identifiers).toEqual([])
  })

  test('into a chat that was left is kept without a word', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('0')
    const said = person.heard().length
    await forwards(person, 'continue')
    await forwards(person, 'pay or else')
    expect(person.heard()).toHaveLength(said)
    expect((await person.book()).state.conversation.exited).toBe(true)
    await stage.workAll()
    expect((await evidence(person)).map(({ status }) => status)).toEqual(['sealed', 'sealed'])
  })

  test('before consent waits without being lost, and is sealed once there is consent', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await forwards(person, 'pay or else')
    expect(await evidence(person)).toEqual([])
    expect(person.heard()[0]).toMatch(/Once you agree/)
    await person.says('continue')
    await stage.workAll()
    expect(await evidence(person)).toMatchObject([{ kind: 'statement', status: 'sealed' }])
    expect(await sealedText(stage, person, 'statement')).toBe('pay or else')
  })
})

describe('a contact card', () => {
  test('is sealed as a card, its number is an identifier, and nothing says that a file could not be fetched', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachEvidence(person)
    await person.says('العربية')
    await person.sends(CARD)
    await stage.workAll()
    await stage.sendAll()
    expect(await sealedText(stage, person, 'contact')).toMatch(
      /^BEGIN:VCARD\r\nVERSION:4\.0\r\nFN:Evil Guy\r\nTEL;VALUE=text:\+964 771 234 5678\r\n/,
    )
    const { state } = await person.book()
    expect(state.identifiers).toMatchObject([{ normal: '+9647712345678', owner: 'perpetrator' }])
    expect(state.language).toBe('ar')
    expect(await types(person)).not.toContain('evidence_failed')
    expect(person.hears()).toContain('+964 771 234 5678')
  })

  test('as the platform gave it is sealed byte for byte', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:حيدر\nTEL;waid=9647712345678:+964 771 234 5678\nEND:VCARD'
    await person.sends({ ...CARD, card: untrusted(card) })
    await stage.workAll()
    expect(await sealedText(stage, person, 'contact')).toBe(card)
  })

  const PICTURE = Buffer.from('a picture of somebody')
  const PICTURED = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Evil Guy',
    `item1.PHOTO;BASE64:${PICTURE.toString('base64')}`,
    'END:VCARD',
  ].join('\r\n')

  test('of an adult is sealed with its picture, byte for byte, and shown by it', async () => {
    const seen: Uint8Array[] = []
    const images: Images = {
      ...NO_PICTURES,
      preview: async (content) => {
        seen.push(content)
        return { status: 'made', bytes: content, mime: 'image/jpeg', width: 1, height: 1, tool: 'test' }
      },
    }
    const stage = await openStage(images)
    const person = stage.person('1')
    await reachStory(person)
    await person.sends({ ...CARD, card: untrusted(PICTURED) })
    await stage.workAll()
    expect(await sealedText(stage, person, 'contact')).toBe(PICTURED)
    expect(seen.map((one) => Buffer.from(one).toString())).toEqual([PICTURE.toString()])
    expect((await evidence(person)).find(({ kind }) => kind === 'contact')).toMatchObject({
      preview: { status: 'made' },
    })
  })

  test('is no card where somebody only writes or forwards a line of one: no picture of it is looked for', async () => {
    const seen: Uint8Array[] = []
    const preview: Images['preview'] = async (content) => (
      seen.push(content),
      { status: 'none', why: 'damaged' }
    )
    const stage = await openStage({ ...NO_PICTURES, preview })
    const person = stage.person('1')
    await reachStory(person)
    await person.says('PHOTO:abcd')
    await forwards(person, 'PHOTO:abcd')
    await stage.workAll()
    const missing = (await person.book()).events.flatMap(({ event }) =>
      event.type === 'preview_missing' ? [event.why] : [],
    )
    expect(missing).toContain('not_a_picture')
    expect([seen, missing.filter((why) => why !== 'not_a_picture')]).toEqual([[], []])
  })

  test('whose picture is only named by an address is sealed as it came, and nothing is fetched', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const card = PICTURED.replace(/PHOTO.*/, 'PHOTO;VALUE=uri:https://example.org/photo.jpg')
    await person.sends({ ...CARD, card: untrusted(card) })
    await stage.workAll()
    expect(await sealedText(stage, person, 'contact')).toBe(card)
    expect((await evidence(person)).find(({ kind }) => kind === 'contact')).toMatchObject({
      preview: { status: 'none' },
    })
    expect(stage.channel.downloads).toEqual([])
  })

  test.each(['I am 15', 'hello'])(
    'of who is under 18, or did not say (%s), is kept and sealed without its picture',
    async (words) => {
      const stage = await openStage()
      const person = stage.person('1')
      await person.sends({ kind: 'start' })
      await person.says('continue')
      await person.says(words)
      await person.sends({ ...CARD, card: untrusted(PICTURED) })
      await stage.workAll()
      expect(await sealedText(stage, person, 'contact')).toBe(
        'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Evil Guy\r\nEND:VCARD',
      )
      expect(JSON.stringify((await person.book()).events)).not.toContain(PICTURE.toString('base64'))
    },
  )

  test('answers the question who it is', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('A man threatens to publish my photos')
    for (let n = 0; n < 8 && (await person.book()).state.conversation.open?.step !== 'ids'; n += 1)
      await person.says('skip')
    await person.sends(CARD)
    const { answers, open } = (await person.book()).state.conversation
    expect(answers['ids']).toMatchObject({ kind: 'identifiers', identifiers: [{ normal: '+9647712345678' }] })
    expect(open?.step).not.toBe('ids')
  })

  test('named like a command is no command', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sends({ kind: 'contact', name: untrusted('0') })
    expect(await types(person)).not.toContain('person_exited')
  })

  test('of her own is noted as hers, and matches nobody', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sends({ ...CARD, account: '1', own: true })
    expect((await person.book()).state.identifiers.map(({ owner, keys }) => [owner, keys])).toEqual([
      ['self', []],
      ['self', []],
    ])
  })
})

describe('a place', () => {
  test('answers the question where help must be sent, and names the region', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachWhere(person)
    await person.sends(HERE)
    const { answers, open } = (await person.book()).state.conversation
    expect(answers['fast-where']).toEqual({ kind: 'text', text: '33.3100, 44.3600 · ≈ Baghdad' })
    expect(answers['governorate']).toEqual({ kind: 'choice', option: 'baghdad' })
    expect(open?.step).not.toBe('fast-where')
    expect(person.heard().join('\n')).toMatch(/we see the place: near .?Baghdad/)
    await stage.workAll()
    expect(JSON.parse(await sealedText(stage, person, 'location'))).toMatchObject({
      geometry: { coordinates: [44.36, 33.31] },
      properties: { uri: 'geo:33.31,44.36' },
    })
  })

  describe('where the app has a key for it', () => {
    const withKey = async () => {
      const stage = await openStage()
      const { capabilities } = stage.ports
      Object.assign(stage.ports, { capabilities: () => ({ ...capabilities(), asksPlace: true }) })
      const person = stage.person('1')
      const keys = () =>
        stage.channel.sent.flatMap(({ content }) =>
          content.kind !== 'text'
            ? []
            : content.place !== undefined
              ? [content.place]
              : content.placeOver === true
                ? ['over']
                : [],
        )
      return { stage, person, keys }
    }

    test.each([
      ['the place itself', (person: Person) => person.sends(HERE)],
      ['words', (person: Person) => person.says('Basra, near the old bridge')],
      ['skip', (person: Person) => person.says('skip')],
      ['leaving', (person: Person) => person.says('0')],
      [
        'erasing',
        async (person: Person, stage: Stage) => {
          await person.says('erase')
          await person.says('yes')
          await stage.workAll()
          await stage.sendAll()
        },
      ],
    ])('it is shown under that question alone, and goes away after %s', async (how, answer) => {
      const { stage, person, keys } = await withKey()
      await reachWhere(person)
      expect(keys()).toEqual(['Send where I am'])
      expect(person.hears()).toMatch(/hich city or area[\s\S]*«Skip»/)
      // Something else meanwhile: the question stands, and so does the key.
      await person.says('who are you')
      expect(keys()).not.toContain('over')
      await answer(person, stage)
      expect(keys().filter((one) => one === 'over')).toHaveLength(1)
      expect(keys().at(-1)).toBe('over')
      if (how === 'words')
        expect((await person.book()).state.conversation.answers['fast-where']).toMatchObject({
          text: expect.stringContaining('Basra') as string,
        })
    })

    test('it goes away with the first words of who takes the case over', async () => {
      const { stage, person, keys } = await withKey()
      await reachWhere(person)
      const noor = agent('Noor')
      const code = await person.code()
      await stage.desk.claim(code, noor)
      await stage.sendAll()
      expect(keys()).toEqual(['Send where I am', 'over'])
    })
  })

  test('that moves takes the answer with it', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachWhere(person)
    const { message } = await person.sends({ ...HERE, live: true })
    await person.sends(
      { kind: 'location', latitude: 36.335, longitude: 43.119, live: true },
      { message, edit: 1_767_225_700 },
    )
    expect((await person.book()).state.conversation.answers['fast-where']).toEqual({
      kind: 'text',
      text: '36.3350, 43.1190 · ≈ Mosul',
    })
  })

  test('out of turn is seen and kept, and nothing is concluded from it', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.sends(HERE)
    const { answers, open } = (await person.book()).state.conversation
    expect(person.hears()).toContain('we see the place')
    expect(person.heard().join('\n')).not.toContain('could not be read')
    expect(answers['governorate']).toBeUndefined()
    expect(open?.step).toBe('story')
  })

  test('outside of the country is told by its coordinates alone', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachWhere(person)
    await person.sends({ kind: 'location', latitude: 52.52, longitude: 13.405 })
    const { answers } = (await person.book()).state.conversation
    expect(answers['fast-where']).toEqual({ kind: 'text', text: '52.5200, 13.4050' })
    expect(answers['governorate']).toBeUndefined()
  })

  test('that was forwarded is evidence and no answer', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachWhere(person)
    await person.sends(HERE, { forward: HAIDER })
    expect((await person.book()).state.conversation.open?.step).toBe('fast-where')
  })
})
