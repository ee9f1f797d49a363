import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import type { Capabilities } from '../../../../core/ports/channel.ts'
import { openStage, reachStory, type Person, type Stage, phrases } from '../../../build/stage.ts'
import { setSecrets, submit } from '../access/people.ts'

const PIN = '483917'
const HERE = { kind: 'location', latitude: 30.51, longitude: 47.78 } as const

const on = async (
  capabilities: Capabilities,
): Promise<{ readonly stage: Stage; readonly person: Person }> => {
  const stage = await openStage()
  Object.assign(stage.ports, { capabilities: () => capabilities })
  const one = stage.person('1')
  const says: Person['says'] = (text, more) => one.says(text, { channel: 'whatsapp', ...more })
  const sends: Person['sends'] = (body, more) => one.sends(body, { channel: 'whatsapp', ...more })
  return { stage, person: { ...one, says, sends } }
}
const linked = () => on(WHATSAPP_CAPABILITIES)
/** What was said to them, whichever channel it is for. */
const texts = async (person: Person): Promise<readonly string[]> =>
  (await person.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.text] : []))
const last = async (person: Person): Promise<string> => (await texts(person)).at(-1) ?? ''
const since = async (person: Person): Promise<() => Promise<readonly string[]>> => {
  const before = (await texts(person)).length
  return async () => (await texts(person)).slice(before)
}

describe('on a linked phone, where choices are a numbered list', () => {
  test('numbers never stand under words that do not ask: what they answer is named over them', async () => {
    const { person } = await linked()
    await reachStory(person)
    await person.says('A man I met online threatens to publish my private pictures and wants money')
    expect(await last(person)).toContain('Your safety first')
    await person.sends({ kind: 'contact', name: untrusted('Haider'), phone: untrusted('+9647712345678') })
    expect(await last(person)).toMatch(
      /contact card[\s\S]*still open: \u2068?Danger now\u2069?\.\n\n1\. Someone may hurt me/,
    )
    await person.sends(HERE)
    expect(await last(person)).toMatch(
      /the place[\s\S]*still open: \u2068?Danger now\u2069?\.\n\n1\. Someone may hurt me/,
    )
  })

  test('where help must be sent, a place can be sent by the app itself, and the question says how', async () => {
    const { person } = await linked()
    await reachStory(person)
    await person.says('my brother will kill me')
    for (let n = 0; n < 6 && !(await last(person)).includes('hich city or area'); n += 1)
      await person.says('skip')
    expect(await last(person)).toMatch(
      /hich city or area\?[^\n]*\n\nYou can also send your place here: .*Location/,
    )
    await person.sends(HERE)
    const { state } = await person.book()
    expect(state.conversation.answers['fast-where']).toMatchObject({ text: expect.stringContaining('Basra') })
  })

  test('what a text says to write is not listed under it once more', async () => {
    const { person } = await linked()
    await submit(person)
    const ways = (await texts(person)).filter((text) => /write “(?:return )?code”/.test(text))
    expect(ways.length).toBeGreaterThan(1)
    for (const way of ways) expect(way).not.toContain('Set a PIN')
  })
})

describe('a PIN on WhatsApp', () => {
  test('is warned of in two different sentences: before it that it stays, after it how to delete it', async () => {
    const { person } = await linked()
    await submit(person)
    const said = await since(person)
    await person.says('code')
    expect((await said()).join('\n')).toMatch(/keeps what you write here until you delete it yourself\./)
    expect((await said()).join('\n')).not.toMatch(/hold /)
    await person.says(PIN)
    expect((await said()).join('\n').match(/hold the message|hold that message/g)).toHaveLength(1)
    expect((await said()).join('\n').match(/WhatsApp/g)).toHaveLength(1)
  })

  test.each([WHATSAPP_CAPABILITIES, WHATSAPP_CLOUD_CAPABILITIES].map((each) => [each.app, each] as const))(
    'that opened a hidden chat is said to stay in it, with the way to delete it (%s)',
    async (_, capabilities) => {
      const { stage, person } = await on(capabilities)
      await submit(person)
      await setSecrets(person, { pin: PIN })
      await person.says('0')
      await stage.workAll()
      const said = await since(person)
      await person.says(PIN)
      expect((await said()).join('\n')).toMatch(
        /We go on[\s\S]*stays in this chat until \u2068?you delete it/,
      )
    },
  )

  test('is asked for at once by the key under the code, which is not said to stand above', async () => {
    const { person } = await on(WHATSAPP_CLOUD_CAPABILITIES)
    await submit(person)
    expect((await texts(person)).join('\n')).toContain('It is your return code')
    const said = await since(person)
    await person.says('code')
    expect((await said()).join('\n')).not.toMatch(/just above, still stands/)
    expect((await said()).at(-1)).toMatch(/Write one now: 4 to 12 digits/)
  })
})

test('what can be read meanwhile and the way to a PIN can both be pressed after sending, the code stands above', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await submit(person)
  const said = (await person.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event] : []))
  expect(said.at(-2)?.text).toContain('It is your return code')
  expect(said.at(-1)?.text).toMatch(/^These small steps fit/)
  const labels = said.at(-1)?.buttons?.map(({ label }) => label)
  expect(labels).toEqual(expect.arrayContaining(['Other subjects', 'Set a PIN']))
})

test('a girl who is under 18 by her words is not told that screenshots help most', async () => {
  const stage = await openStage()
  const person = stage.person('1', 'ar')
  await person.says('السلام عليكم')
  await person.says('نعم')
  await person.says('واحد تعرفت عليه بالانستا عنده صوري ويهددني ينشرها واني بالمتوسطة وخايفة')
  expect(person.heard().join('\n')).toContain('لا صور ولا فيديو هنا')
  expect(person.heard().join('\n')).not.toContain('أكثر ما يفيد لقطات شاشة')
})

test('who was asked for consent last is not greeted with its name as a heading', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.says('hello')
  await person.says('I am in danger now')
  await person.says('yes')
  const { state } = await person.book()
  expect(state.conversation.urgent).toBe(true)
  await stage.desk.claim(await person.code(), { id: 'agent-n' as never, alias: 'Noor' })
  await stage.desk.release(await person.code(), { id: 'agent-n' as never, alias: 'Noor' }, 'bot')
  await stage.sendAll()
  expect(person.heard().join('\n')).not.toMatch(/talked about before we stopped: Agreement/)
})

test.each(['ar', 'ckb', 'en'] as const)(
  'a code is shown in the form in which codes are given, in the chat and on its page (%s)',
  async (language) => {
    const page = new URL(
      `../../../../adapters/channels/webchat/page/locales/${language}.json`,
      import.meta.url,
    )
    const texts = JSON.parse(await readFile(page, 'utf8')) as Record<string, string>
    for (const text of [phrases.say(language, 'return-code-shape', {}), texts['once-code-shape'] ?? ''])
      expect(text).toMatch(/(?<![A-Z0-9-])[0-9A-Z]{8}(?![A-Z0-9-])/)
  },
)
