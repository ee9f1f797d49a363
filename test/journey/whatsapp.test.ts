import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { openTexts } from '../../bots/texts.ts'
import { opening } from './opening.ts'
import { sha256 } from './agent.ts'
import { openScene, type Scene } from './whatsapp-phone.ts'

const phrases = openTexts()
const ask = (key: string): string => opening('en', key)
const STORY = 'A man I met threatens to publish my pictures if I do not pay him. canarywordszzqx'
const FILE = 'canaryfilezzqx.pdf'

const scenes: Scene[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop()
})

/** From the first word to the first question about what was told. */
const tell = async ({ phone }: Scene): Promise<void> => {
  await phone.says('hello')
  await phone.hears(ask('ask-consent'))
  for (const [answer, next] of [
    ['1', 'ask-story'],
    ['I am 22', 'also-noted'],
    [STORY, 'ask-danger'],
  ] as const) {
    await phone.says(answer)
    await phone.hears(ask(next))
  }
}

type Line = { readonly from: string; readonly text?: string; readonly delivery?: string }

describe.each(['baileys', 'cloud'] as const)('a person on WhatsApp through %s', (by) => {
  test(
    'tells, sends ten pictures, a voice note and a document, is answered by an agent, goes on with the bot; no log says who or what',
    { timeout: 180_000 },
    async () => {
      const scene = await openScene(by)
      scenes.push(scene)
      const { amin, agent, phone } = scene
      await tell(scene)
      const pictures = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          sharp({
            create: { width: 400, height: 300, channels: 3, background: { r: 20 * i, g: 90, b: 200 } },
          })
            .jpeg()
            .toBuffer(),
        ),
      )
      const voice = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(5000, 9)])
      const document = Buffer.from(`%PDF-1.7\n${'canary'.repeat(500)}`)
      for (const picture of pictures) await phone.sendsPhoto(picture)
      await phone.sendsVoice(voice)
      await phone.sendsDocument(document, FILE)

      const code = await agent.onlyCase()
      await expect
        .poll(async () => (await agent.evidence(code)).filter(({ state }) => state === 'sealed').length)
        .toBe(13)
      const sealed = await agent.evidence(code)
      expect(new Set(sealed.map((item) => item.sha256))).toEqual(
        new Set([...pictures, voice, document, STORY].map(sha256)),
      )
      for (const item of sealed) expect(sha256(await agent.original(code, item.id))).toBe(item.sha256)

      expect((await agent.post(`/cases/${code}/claim`)).status).toBe(200)
      await phone.hears(phrases.say('en', 'agent-joined', { alias: 'none' }))
      const before = phone.read().length
      await phone.says('are you there?')
      type Page = { readonly version: number; readonly messages: readonly Line[] }
      const lines = async (): Promise<readonly Line[]> =>
        (await agent.get<Page>(`/cases/${code}/messages?limit=100`)).messages
      await expect.poll(async () => (await lines()).at(-1)?.text).toBe('are you there?')
      const { version } = await agent.get<{ readonly version: number }>(`/cases/${code}`)
      expect(
        (await agent.post(`/cases/${code}/messages`, { text: 'I am with you.', expectedVersion: version }))
          .status,
      ).toBe(200)
      await phone.hears('I am with you.')
      // The bot is silent while the agent is there.
      expect(phone.read().slice(before)).toEqual(['I am with you.'])
      phone.opens()
      await expect
        .poll(async () => (await lines()).find(({ text }) => text === 'I am with you.')?.delivery)
        .toBe('read')

      expect((await agent.post(`/cases/${code}/release`, { to: 'bot' })).status).toBe(200)
      await phone.hears(ask('ask-danger'))
      await phone.says('none')
      await phone.hears(ask('ask-ids'))

      const ready = (await (await fetch(`${amin.url}/readyz`)).json()) as {
        readonly parts: Readonly<Record<string, string>>
      }
      expect(ready.parts['whatsapp']).toBe('ready')
      const metrics = await (await fetch(`${amin.url}/metrics`)).text()
      expect(scene.violations()).toEqual([])
      expect(await amin.stop()).toBe(0)
      const written = `${amin.stdout()}${amin.stderr()}${metrics}`.toLowerCase()
      const secrets = [...scene.secrets(), 'canarywordszzqx', FILE, 'I am with you']
      expect(secrets.filter((secret) => written.includes(secret.toLowerCase()))).toEqual([])
    },
  )

  test(
    'who asks for more before agreeing is told who else can read along on this channel',
    { timeout: 90_000 },
    async () => {
      const scene = await openScene(by)
      scenes.push(scene)
      const { phone } = scene
      await phone.says('hello')
      await phone.hears(ask('ask-consent'))
      await phone.says('read more')
      await phone.hears(ask('consent-more'))
      const note = phrases.say('en', by === 'cloud' ? 'channel-note-whatsapp-cloud' : 'channel-note-whatsapp')
      expect(phone.read().some((text) => text.includes(note))).toBe(true)
    },
  )
})
