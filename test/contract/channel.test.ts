import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { openWhatsapp } from '../../adapters/channels/whatsapp/index.ts'
import { localHosts } from '../../adapters/channels/whatsapp/media-host.ts'
import type { Inbound } from '../../core/base/message.ts'
import { instant } from '../../core/base/units.ts'
import type { OutboundContent, SendContext } from '../../core/ports/channel.ts'
import { startFakeWhatsapp } from '../fakes/whatsapp/index.ts'
import { openRig as openBotpressRig } from '../adapters/channels/botpress/rig.ts'
import { makeRig as makeTelegramRig } from '../adapters/channels/telegram/rig.ts'
import { makeVisitor, openStage } from '../adapters/channels/webchat/stage.ts'
import { makeRig as makeCloudRig } from '../adapters/channels/whatsapp-cloud/rig.ts'
import { describeChannel, type Seen } from './channel.ts'
import { eventually } from '../patience.ts'

describeChannel('telegram', async () => {
  const rig = await makeTelegramRig()
  await rig.telegram.start()
  const person = rig.fake.person()
  person.starts()
  return {
    channel: rig.telegram.channel,
    chat: () => String(person.id),
    items: () => rig.sink.items.filter(({ body }) => body.kind !== 'start'),
    says: (text) => person.says(text),
    repeats: () => rig.fake.queue.redeliver(2),
    sendsUnknown: () => person.sharesStory(),
    seen: () =>
      person.received().map((message): Seen => {
        const { photo, document, voice } = message
        const kind = photo !== undefined ? 'photo' : document !== undefined ? 'document' : 'voice'
        const id = photo?.[0]?.file_id ?? document?.file_id ?? voice?.file_id
        return id === undefined
          ? { text: message.text ?? '' }
          : { kind, bytes: rig.fake.files.get(id)?.bytes ?? new Uint8Array() }
      }),
    fails: (how) => {
      for (const method of ['sendMessage', 'sendPhoto'])
        rig.fake.fault({
          method,
          times: 1,
          fault: how === 'slowed' ? { kind: '429', retry_after: 1 } : { kind: '502_html' },
        })
    },
    shuts: () => person.blocks(),
    stop: rig.stop,
  }
})

describeChannel('whatsapp-cloud', async () => {
  const rig = await makeCloudRig()
  const person = rig.fake.person()
  person.says('salam')
  await rig.settled()
  return {
    channel: rig.cloud.channel,
    chat: () => rig.sink.items[0]!.chat,
    items: () => rig.sink.items.slice(1),
    says: (text) => person.says(text),
    repeats: () => rig.fake.hook.redeliver(2),
    sendsUnknown: () => person.sendsUnsupported('sticker'),
    seen: () =>
      rig.fake.world.sent.flatMap((entry): readonly Seen[] => {
        if (entry.kind !== 'message') return []
        const { file, type } = entry
        if (file === undefined) return [{ text: entry.text }]
        const kind = type === 'image' ? 'photo' : type === 'audio' ? 'voice' : 'document'
        return [{ kind, bytes: rig.fake.media.get(file)?.bytes ?? new Uint8Array() }]
      }),
    fails: (how) => {
      for (const place of ['messages', 'media'] as const)
        rig.fake.fault({
          place,
          times: 1,
          fault: { kind: 'html', http: how === 'slowed' ? 429 : 502 },
        })
    },
    stop: rig.stop,
  }
})

describeChannel('whatsapp', async () => {
  const fake = await startFakeWhatsapp()
  const dir = mkdtempSync(join(tmpdir(), 'amin-channel-'))
  const items: Inbound[] = []
  const { leases } = makeMemoryStore()
  const keys = new Set<string>()
  const whatsapp = openWhatsapp({
    account: 'main',
    file: join(dir, 'main.db'),
    key: randomBytes(32),
    leases,
    log: makeMemoryLog(),
    clock: { now: () => instant(Date.now()) },
    owner: 'contract',
    sink: {
      put: async (given) => {
        for (const item of given) {
          const key = [item.chat, item.message, item.edit].join('|')
          if (!keys.has(key)) items.push(item)
          keys.add(key)
        }
      },
    },
    trial: {
      endpoint: { url: fake.url, root: fake.root, media: fake.media.certificate },
      haste: 40,
      media: { hosts: localHosts(fake.media.host, fake.media.certificate) },
    },
  })
  await whatsapp.start()
  await vi.waitFor(() => whatsapp.account().status === 'unpaired' || Promise.reject(new Error('starting')), {
    timeout: 60_000,
  })
  for await (const step of whatsapp.pair({ mode: 'qr' })) if (step.status === 'qr') fake.phone.scan(step.qr)
  await fake.until(fake.online, 'online')
  const person = fake.person()
  await fake.says(person, 'salam')
  await vi.waitFor(() => items.length > 0 || Promise.reject(new Error('nothing came')), { timeout: 60_000 })
  return {
    channel: whatsapp.channel,
    chat: () => items[0]!.chat,
    items: () => items.slice(1),
    says: (text) => fake.says(person, text),
    repeats: async () => {
      const node = await fake.stanza(person, 'repeated')
      fake.deliver(node)
      fake.deliver(node)
      await eventually(() => expect(items.at(-1)?.body.kind).toBe('text'))
      await vi.waitFor(
        () =>
          items.some(({ body }) => body.kind === 'text' && body.text === 'repeated') ||
          Promise.reject(new Error('not yet')),
        { timeout: 60_000 },
      )
      items.splice(
        items.findIndex(({ body }) => body.kind === 'text' && body.text === 'repeated'),
        1,
      )
    },
    seen: async () =>
      Promise.all(
        fake.received.map(async ({ message }): Promise<Seen> => {
          const { imageMessage: image, documentMessage: document, audioMessage: audio } = message
          const part = image ?? document ?? audio
          if (part === undefined || part === null)
            return { text: message.conversation ?? message.extendedTextMessage?.text ?? '' }
          const type = part === image ? 'image' : part === document ? 'document' : 'audio'
          const kind = type === 'image' ? 'photo' : type === 'document' ? 'document' : 'voice'
          const opened = await fake.media.open(part.directPath ?? '', part.mediaKey!, type)
          return { kind, bytes: opened ?? new Uint8Array() }
        }),
      ),
    stop: async () => {
      await whatsapp.stop()
      await fake.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
})

describeChannel('botpress', async () => {
  const rig = await openBotpressRig()
  rig.bot.texts = { ...rig.bot.texts, handoff: 'NULL', assigned: 'NULL' }
  const person = rig.bot.person('Sara')
  await person.handOver()
  const began = rig.items.length
  let last = ''
  return {
    channel: rig.botpress.channel,
    chat: () => rig.items[0]!.chat,
    items: () => rig.items.slice(began),
    says: (text) => {
      last = `msg_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
      return person.says(text, last)
    },
    repeats: () => person.says('three', last),
    seen: () =>
      rig.fake.world.messages.map(({ type, payload }): Seen => {
        if (type === 'text') return { text: String(payload['text']) }
        const url = String(payload['imageUrl'] ?? payload['audioUrl'] ?? payload['fileUrl'])
        const kind = type === 'image' ? 'photo' : type === 'audio' ? 'voice' : 'document'
        return { kind, bytes: rig.fake.api.files.get(url.split('/').at(-1) ?? '')?.bytes ?? new Uint8Array() }
      }),
    fails: (how) => void rig.fake.api.faults.push(how === 'slowed' ? 'rate' : 'gateway'),
    shuts: () => person.leaves(),
    stop: rig.stop,
  }
})

describeChannel('webchat', async () => {
  const stage = await openStage()
  const visitor = makeVisitor(stage)
  await visitor.send('POST', '/api/start', { id: 'start-0001' })
  const chat = (): string => stage.echo.lastChat()
  stage.echo.answer = () => undefined
  const real = stage.webchat().channel
  let lines = 0
  const rows = new Set<string>()
  /** As the core: what is said stands in the conversation before it is sent. */
  const put = async (content: OutboundContent, context: SendContext | undefined): Promise<void> => {
    const id = context?.row ?? String((lines += 1))
    if (rows.has(id)) return
    rows.add(id)
    if (content.kind === 'text') stage.echo.say(chat(), { from: 'agent', alias: 'Noor', text: content.text })
    if (content.kind !== 'file') return
    const { kind, size, mime, name } = content.file
    stage.echo.say(chat(), { from: 'agent', alias: 'Noor', file: { kind, size, mime, name } })
    const line = stage.echo.chats.get(chat())?.view.lines.at(-1)?.id ?? ''
    stage.echo.files.set(line, Buffer.from((await context?.bytes?.()) ?? new Uint8Array()))
  }
  return {
    channel: {
      ...real,
      capabilities: { ...real.capabilities, sendsOnce: true as const },
      send: async (to, content, signal, context) => {
        await put(content, context)
        return real.send(to, content, signal, context)
      },
    },
    chat,
    items: () => {
      const seen = new Set<string>()
      return stage.echo.arrived.filter(({ body, message }) => {
        const isNew = body.kind !== 'start' && !seen.has(message)
        seen.add(message)
        return isNew
      })
    },
    says: (text) => visitor.send('POST', '/api/messages', { id: `message-${text}`, text }),
    repeats: () => visitor.send('POST', '/api/messages', { id: 'message-three', text: 'three' }),
    seen: async () => {
      const view = (await (await visitor.send('GET', '/api/view')).json()) as {
        readonly lines: readonly {
          id: string
          from: string
          text?: string
          file?: { kind: 'photo' | 'document' | 'voice' }
        }[]
      }
      return Promise.all(
        view.lines
          .filter(({ from }) => from === 'agent')
          .map(async ({ id, text, file }): Promise<Seen> => {
            if (file === undefined) return { text: text ?? '' }
            const answer = await visitor.send('GET', `/api/files/${id}`)
            return { kind: file.kind, bytes: new Uint8Array(await answer.arrayBuffer()) }
          }),
      )
    },
    stop: stage.close,
  }
})
