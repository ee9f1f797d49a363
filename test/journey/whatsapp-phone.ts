import { proto } from '@whiskeysockets/baileys'
import { expect, vi } from 'vitest'
import { startFakeWhatsapp, type FakeWhatsapp } from '../fakes/whatsapp/index.ts'
import { startFakeWhatsappCloud, type FakeWhatsappCloud } from '../fakes/whatsapp-cloud/index.ts'
import { EMAIL, PASSWORD, signIn, type Agent } from './agent.ts'
import { makeDataDir, startAmin, whileTimePasses, type AminProcess } from './amin-process.ts'

/** Somebody with WhatsApp, whichever way Amin is on it. */
export type Phone = {
  readonly says: (text: string) => Promise<void>
  readonly sendsPhoto: (bytes: Buffer) => Promise<void>
  readonly sendsVoice: (bytes: Buffer) => Promise<void>
  readonly sendsDocument: (bytes: Buffer, name: string) => Promise<void>
  /** Everything they read so far. */
  readonly read: () => readonly string[]
  /** Of that, what still stands in the chat: not what was taken back. */
  readonly stands: () => readonly string[]
  /** Resolves when they read this, after what they had read when it was asked last. */
  readonly hears: (text: string) => Promise<void>
  /** Opens the chat: what was delivered is read. */
  readonly opens: () => void
}

export type Scene = {
  readonly amin: AminProcess
  readonly agent: Agent
  readonly phone: Phone
  /** What must be in no log. */
  readonly secrets: () => readonly string[]
  /** What went against the platform's documents. */
  readonly violations: () => readonly unknown[]
  readonly stop: () => Promise<void>
}

const BASE = { AMIN_ADMIN_EMAIL: EMAIL, AMIN_ADMIN_PASSWORD: PASSWORD, AMIN_LOG_LEVEL: 'trace' }
const NAME = 'Canarynamezzqx'

const makeEar = (read: () => readonly string[]): Phone['hears'] => {
  let from = 0
  return async (text) => {
    from = await whileTimePasses(() => {
      const at = read().findIndex((one, place) => place >= from && one.includes(text))
      expect(at, `"${text}" after ${JSON.stringify(read().slice(-3))}`).toBeGreaterThanOrEqual(0)
      return at + 1
    })
  }
}

const textOf = ({ extendedTextMessage, conversation }: proto.IMessage): string =>
  extendedTextMessage?.text ?? conversation ?? ''

/** Links the account as an administrator does: by the QR code that the console shows. */
export const pairByConsole = async (agent: Agent, fake: FakeWhatsapp): Promise<void> => {
  type Account = {
    readonly linked?: { readonly status: string }
    readonly pairing?: { readonly status: string; readonly qr?: string }
  }
  const look = (holds: (account: Account) => boolean): Promise<Account> =>
    vi.waitFor(
      async () => {
        const account = await agent.get<Account>('/whatsapp')
        expect(holds(account), JSON.stringify(account)).toBe(true)
        return account
      },
      { timeout: 60_000, interval: 50 },
    )
  await look(({ linked }) => linked?.status === 'unpaired' || linked?.status === 'stopped')
  expect((await agent.post('/whatsapp/pairing', { ownNumber: true })).status).toBe(200)
  const { pairing } = await look((account) => account.pairing?.qr !== undefined)
  fake.phone.scan(pairing?.qr ?? '')
  await look((account) => account.pairing?.status === 'paired' && account.linked?.status === 'connected')
}

export const trialOf = (fake: FakeWhatsapp, haste = 20): string =>
  JSON.stringify({
    url: fake.url,
    root: Buffer.from(fake.root).toString('base64'),
    mediaHost: fake.media.host,
    certificate: fake.media.certificate,
    haste,
  })

type Settings = Readonly<Record<string, string>>

const openLinked = async (settings: Settings): Promise<Scene> => {
  const data = makeDataDir()
  const fake = await startFakeWhatsapp()
  const amin = await startAmin({
    ...BASE,
    AMIN_DATA: data.dir,
    WHATSAPP: 'baileys',
    AMIN_TEST_WHATSAPP: trialOf(fake),
    ...settings,
  })
  const stop = async (): Promise<void> => {
    await amin.kill()
    await fake.stop()
    data.remove()
  }
  try {
    await amin.says(/Console/)
    const agent = await signIn(amin.url, EMAIL, settings['AMIN_PUBLIC_URL'])
    await pairByConsole(agent, fake)
    const person = fake.person(NAME)
    const received = () => fake.received.filter((one) => one.person === person)
    const read = (): readonly string[] => received().map(({ message }) => textOf(message))
    const send = async (message: proto.IMessage): Promise<void> =>
      void (await fake.says(person, message, { type: 'media' }))
    return {
      amin,
      agent,
      stop,
      violations: () => [...fake.errors, ...fake.unknown],
      secrets: () => [person.phone, person.lid.split('@')[0]!, NAME, '9647700000000'],
      phone: {
        read,
        stands: () => {
          const taken = new Set(received().map(({ message }) => message.protocolMessage?.key?.id))
          return received().flatMap(({ id, message }) =>
            taken.has(id) || textOf(message) === '' ? [] : [textOf(message)],
          )
        },
        hears: makeEar(read),
        says: async (text) => void (await fake.says(person, text)),
        sendsPhoto: async (bytes) =>
          send({
            imageMessage: {
              ...(await fake.media.upload(bytes, 'image')),
              mimetype: 'image/jpeg',
              caption: '',
            },
          }),
        sendsVoice: async (bytes) =>
          send({
            audioMessage: {
              ...(await fake.media.upload(bytes, 'audio')),
              mimetype: 'audio/ogg; codecs=opus',
              ptt: true,
              seconds: 3,
            },
          }),
        sendsDocument: async (bytes, fileName) =>
          send({
            documentMessage: {
              ...(await fake.media.upload(bytes, 'document')),
              mimetype: 'application/pdf',
              fileName,
            },
          }),
        opens: () => {
          for (const { id } of received()) {
            fake.confirms(person, id)
            fake.confirms(person, id, 'read')
          }
        },
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

export const cloudSettings = (fake: FakeWhatsappCloud): Readonly<Record<string, string>> => ({
  WHATSAPP: 'cloud',
  WHATSAPP_CLOUD_PHONE_ID: fake.phoneId,
  WHATSAPP_CLOUD_TOKEN: fake.token,
  WHATSAPP_CLOUD_APP_SECRET: fake.appSecret,
  WHATSAPP_CLOUD_VERIFY_TOKEN: 'our-own-choice',
  WHATSAPP_CLOUD_API_ROOT: fake.apiRoot,
})

const openCloud = async (settings: Settings): Promise<Scene> => {
  const data = makeDataDir()
  const fake = await startFakeWhatsappCloud()
  const amin = await startAmin({ ...BASE, AMIN_DATA: data.dir, ...cloudSettings(fake), ...settings })
  const stop = async (): Promise<void> => {
    await amin.kill()
    await fake.stop()
    data.remove()
  }
  try {
    await amin.says(/Console/)
    fake.hook.point(`${amin.url}/whatsapp`)
    expect(await fake.hook.verify('our-own-choice')).toEqual({ status: 200, body: '1158201444' })
    const person = fake.person({ name: NAME })
    const read = (): readonly string[] => fake.textsTo(person)
    return {
      amin,
      agent: await signIn(amin.url, EMAIL, settings['AMIN_PUBLIC_URL']),
      stop,
      violations: () => fake.violations,
      secrets: () => [person.phone, person.user, NAME, fake.token, fake.appSecret, 'our-own-choice'],
      phone: {
        read,
        // The platform takes nothing back.
        stands: read,
        hears: makeEar(read),
        says: async (text) => void person.says(text),
        sendsPhoto: async (bytes) => void person.sendsPhoto(bytes),
        sendsVoice: async (bytes) => void person.sendsVoice(bytes),
        sendsDocument: async (bytes, fileName) => void person.sendsDocument(bytes, { fileName }),
        opens: person.reads,
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The real program on either WhatsApp, with its fake, an agent signed in, and one person. */
export const openScene = (by: 'baileys' | 'cloud', settings: Settings = {}): Promise<Scene> =>
  by === 'baileys' ? openLinked(settings) : openCloud(settings)
