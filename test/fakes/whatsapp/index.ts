import {
  aesEncryptGCM,
  encodeBigEndian,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  hkdf,
  jidDecode,
  jidNormalizedUser,
  proto,
  S_WHATSAPP_NET,
  type BinaryNode,
} from '@whiskeysockets/baileys'
import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { makeAnswers, type DeviceKeys } from './answers.ts'
import { makeLine, type Line } from './line.ts'
import { startFakeMedia, type FakeMedia } from './media.ts'
import { makeAuthority, type Authority } from './noise.ts'
import { makeMessageId, makePerson, type Person } from './person.ts'
import { makePhone, type Phone } from './phone.ts'
import { startWebSocketServer } from './websocket.ts'
import { plays } from '../../plays.ts'

/** What one of our messages became at its reader's. */
export type Received = {
  readonly person: Person
  readonly id: string
  readonly message: proto.IMessage
  readonly type: 'pkmsg' | 'msg'
}

export type SayOptions = {
  /** WhatsApp's id; made up where it is not given. */
  readonly id?: string
  /** How the stanza names its sender; current servers use `lid`. */
  readonly addressing?: 'lid' | 'pn'
  /** The server does not tell the sender's other address. */
  readonly hideAlt?: boolean
  readonly type?: 'text' | 'media'
}

/** A chat on the phone from before the link. */
export type PhoneChat = {
  readonly person: Person
  /** As it stands in the phone's own list of names. */
  readonly savedAs?: string
  readonly said: readonly { readonly text: string; readonly byOwner?: true; readonly id?: string }[]
  /** The phone knows this person by number, not by the hidden id. */
  readonly byNumber?: true
}

export type FakeWhatsapp = {
  /** Where the client connects: `ws://127.0.0.1:…` */
  readonly url: string
  /** The root of the server's own certificates. */
  readonly root: Uint8Array
  readonly authority: { current: Authority }
  readonly media: FakeMedia
  readonly phone: Phone
  readonly person: (name?: string) => Person
  /**
   * Encrypts, and delivers now or when the device comes online; resolves with the id. Delivered
   * again until the device confirms it.
   */
  readonly says: (person: Person, message: string | proto.IMessage, options?: SayOptions) => Promise<string>
  /** The phone of the account tells its new device of the chats it has, as after a link; or somebody says so (`by`). */
  readonly remembers: (chats: readonly PhoneChat[], by?: Person) => Promise<void>
  /** The stanza that `says` would deliver, for tests that do something else with it. */
  readonly stanza: (
    person: Person,
    message: string | proto.IMessage,
    options?: SayOptions,
  ) => Promise<BinaryNode>
  /** A note that there is a message, without it. */
  readonly stub: (person: Person, id: string, type?: 'view_once') => void
  /** A message that is not encrypted. */
  readonly saysInClear: (person: Person, text: string) => string
  /** Queues a stanza and sends it where the device is online. */
  readonly deliver: (node: BinaryNode) => void
  /** Sends any stanza now, without a queue. */
  readonly push: (node: BinaryNode) => void
  /** The person's phone could not read our message and asks for it again. */
  readonly asksAgain: (person: Person, id: string) => void
  readonly confirms: (person: Person, id: string, type?: 'read') => void
  /** The person's phone uploads a file again when it is asked to, or says that it cannot. */
  readonly onMediaRetry: (
    answer: (
      person: Person,
      id: string,
    ) => { readonly directPath: string; readonly mediaKey: Uint8Array } | undefined,
  ) => void
  /** The account is restricted from writing first, or no longer. */
  readonly restrict: (until: number | undefined) => void
  readonly cap: (used: number, total: number) => void
  /** Answers the next of our messages with this error. */
  readonly refuseNext: (code: string) => void
  /** Does not answer the next of our messages. */
  readonly swallowNext: () => void
  /** Ends the connection as WhatsApp does: a stream error, a failure at login, a conflict, a cut. */
  readonly end: (
    how: { readonly stream: string } | { readonly failure: string } | 'replaced' | 'removed' | 'bye' | 'cut',
  ) => void
  /** Every login from now on fails so. */
  readonly failLogins: (reason: string | undefined) => void
  /** The upgrade to a WebSocket is answered with this HTTP status. */
  readonly refuseUpgrades: (status: number | undefined) => void
  readonly received: readonly Received[]
  readonly receipts: readonly BinaryNode[]
  readonly acks: readonly BinaryNode[]
  readonly presences: readonly BinaryNode[]
  readonly logins: () => number
  readonly online: () => boolean
  /** Messages the device has not confirmed. */
  readonly pending: () => number
  /** What went wrong at this end. */
  readonly errors: readonly unknown[]
  /** Queries that nobody taught the fake. */
  readonly unknown: readonly string[]
  /** Resolves as soon as it holds. Rejects after 20 s, saying `what`. */
  readonly until: (holds: () => boolean, what: string) => Promise<void>
  readonly stop: () => Promise<void>
}

const { SUCCESS } = proto.MediaRetryNotification.ResultType
const PATIENCE_MS = 20_000
const ACCOUNT = { phone: '9647700000000', lid: '100000000000001' }
const seconds = (): string => String(Math.floor(Date.now() / 1000))

/**
 * WhatsApp Web's server, one account and everybody who writes to it, on this machine. It knows what
 * the installed Baileys asks for, and can prove no more than that about the real one. It has no
 * groups and no other devices; of histories it has what `remembers` is given.
 */
export const startFakeWhatsapp = async (): Promise<FakeWhatsapp> => {
  plays('whatsapp')
  const authority = { current: makeAuthority() }
  const media = await startFakeMedia()
  const people = new Map<string, Person>()
  const keys: { current: DeviceKeys | undefined } = { current: undefined }
  /**
   * In the order they were sent; several may have one id: a note and its message, a message and
   * what was sent of it again.
   */
  let pending: readonly BinaryNode[] = []
  const received: Received[] = []
  const receipts: BinaryNode[] = []
  const acks: BinaryNode[] = []
  const presences: BinaryNode[] = []
  const errors: unknown[] = []
  const unknown: string[] = []
  const stages = new Map<string, BinaryNode>()
  let waiting: { readonly look: () => void }[] = []
  let device = 0
  let line: Line | undefined
  let isActive = false
  let logins = 0
  let made = 0
  let nextRefusal: string | undefined
  let swallow = false
  let loginFailure: string | undefined
  let upgradeStatus: number | undefined
  let reupload: Parameters<FakeWhatsapp['onMediaRetry']>[0] = () => undefined
  let mexId = 0

  const jids = () => ({
    pn: `${ACCOUNT.phone}:${device}@s.whatsapp.net`,
    lid: `${ACCOUNT.lid}:${device}@lid`,
    device,
  })
  const bump = (): void => {
    for (const { look } of waiting) look()
  }
  const until = (holds: () => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const entry = {
        look: () => {
          if (!holds()) return
          clearTimeout(timer)
          waiting = waiting.filter((other) => other !== entry)
          resolve()
        },
      }
      const timer = setTimeout(() => {
        waiting = waiting.filter((other) => other !== entry)
        reject(new Error(`not within ${PATIENCE_MS} ms: ${what}`))
      }, PATIENCE_MS)
      waiting.push(entry)
      entry.look()
    })
  const push = (node: BinaryNode): void => line?.send(node)

  const phone = makePhone({
    jids,
    push,
    awaitStage: async (stage) => {
      await until(() => stages.has(stage), `the pairing stage ${stage}`)
      return stages.get(stage)!
    },
  })

  const goActive = (): void => {
    if (line === undefined) return
    isActive = true
    const queue = pending
    for (const node of queue) push({ ...node, attrs: { ...node.attrs, offline: '1' } })
    push({
      tag: 'ib',
      attrs: { from: S_WHATSAPP_NET },
      content: [{ tag: 'offline', attrs: { count: String(queue.length) } }],
    })
    bump()
  }

  const answer = makeAnswers({
    jids,
    keys,
    person: (jid) => people.get(jid),
    mediaHost: () => media.host,
    active: goActive,
    unknown: (key) => unknown.push(key),
  })

  const login = (from: Line, payload: proto.IClientPayload): void => {
    if (loginFailure !== undefined) {
      from.send({ tag: 'failure', attrs: { reason: loginFailure, location: 'x' } })
      return from.close()
    }
    if (payload.username === null || payload.username === undefined) {
      line = from
      stages.clear()
      const content = [1, 2, 3].map((n) => ({
        tag: 'ref',
        attrs: {},
        content: Buffer.from(`2@reference${n}`),
      }))
      from.send({
        tag: 'iq',
        attrs: { from: S_WHATSAPP_NET, type: 'set', id: 'pair-device', xmlns: 'md' },
        content: [{ tag: 'pair-device', attrs: {}, content }],
      })
      device += 1
      keys.current = undefined
      return
    }
    if (payload.device !== device) {
      from.send({ tag: 'failure', attrs: { reason: '401', location: 'x' } })
      return from.close()
    }
    const other = line
    line = from
    isActive = false
    logins += 1
    if (other?.open() === true) {
      other.send({
        tag: 'stream:error',
        attrs: {},
        content: [{ tag: 'conflict', attrs: { type: 'replaced' } }],
      })
      other.close()
    }
    from.send({
      tag: 'success',
      attrs: { t: seconds(), lid: jids().lid, props: '0', companion_enc_static: '' },
    })
    bump()
  }

  const stanza: FakeWhatsapp['stanza'] = async (person, what, options = {}) => {
    const message = typeof what === 'string' ? { conversation: what } : what
    const lid = options.addressing !== 'pn'
    const id = options.id ?? makeMessageId()
    const { type, ciphertext } = await person.encrypt(lid ? jids().lid : jids().pn, message, () => {
      const { once, ...rest } = keys.current!
      const next = once.shift()
      return { ...rest, ...(next === undefined ? {} : { once: next }) }
    })
    person.outbox.set(id, message)
    const alt: Record<string, string> =
      options.hideAlt === true ? {} : lid ? { sender_pn: person.pn } : { sender_lid: person.lid }
    return {
      tag: 'message',
      attrs: {
        from: lid ? person.lid : person.pn,
        id,
        t: seconds(),
        notify: person.name,
        type: options.type ?? 'text',
        ...(lid ? { addressing_mode: 'lid' } : {}),
        ...alt,
      },
      content: [{ tag: 'enc', attrs: { v: '2', type }, content: ciphertext }],
    }
  }
  const deliver = (node: BinaryNode): void => {
    pending = [...pending, node]
    if (isActive) push(node)
  }
  const owner = makePerson({ phone: ACCOUNT.phone, lid: ACCOUNT.lid, name: 'Owner' })
  const remembers: FakeWhatsapp['remembers'] = async (chats, by = owner) => {
    const { INITIAL_BOOTSTRAP } = proto.HistorySync.HistorySyncType
    const conversations = chats.map(({ person, savedAs, said, byNumber }) => {
      const [id, other] =
        byNumber === true ? [person.pn, { lidJid: person.lid }] : [person.lid, { pnJid: person.pn }]
      return {
        id,
        ...other,
        // As real phones tell: with it the owner's phone may write to this person first.
        tcToken: randomBytes(16),
        tcTokenTimestamp: 1_760_000_000,
        ...(savedAs === undefined ? {} : { name: savedAs }),
        messages: said.map(({ text, byOwner, id: message = makeMessageId() }) => ({
          message: {
            key: { remoteJid: id, fromMe: byOwner === true, id: message },
            message: { conversation: text },
            messageTimestamp: 1_760_000_000,
          },
        })),
      }
    })
    const history = proto.HistorySync.encode({ syncType: INITIAL_BOOTSTRAP, conversations }).finish()
    const node = await stanza(
      by,
      {
        protocolMessage: {
          type: proto.Message.ProtocolMessage.Type.HISTORY_SYNC_NOTIFICATION,
          historySyncNotification: {
            syncType: proto.Message.HistorySyncType.INITIAL_BOOTSTRAP,
            initialHistBootstrapInlinePayload: deflateSync(history),
          },
        },
      },
      { addressing: 'pn', hideAlt: true },
    )
    deliver({ ...node, attrs: { ...node.attrs, category: 'peer' } })
  }
  const isNote = (node: BinaryNode): boolean => getBinaryNodeChild(node, 'unavailable') !== undefined
  /** The device answers in the order it was told: for the oldest of that id and kind. */
  const confirmed = (id: string | undefined, note: boolean): void => {
    const first = pending.find((node) => node.attrs['id'] === id && isNote(node) === note)
    pending = pending.filter((node) => node !== first)
  }
  const bare = (person: Person, id: string, content: BinaryNode[]): BinaryNode => ({
    tag: 'message',
    attrs: {
      from: person.lid,
      id,
      t: seconds(),
      notify: person.name,
      type: 'text',
      addressing_mode: 'lid',
      sender_pn: person.pn,
    },
    content,
  })

  /**
   * The device could not read it: the sender's phone begins a new session and sends it once more,
   * under the same id.
   */
  const sendAgain = async (receipt: BinaryNode): Promise<void> => {
    const person = people.get(jidNormalizedUser(receipt.attrs['to']))
    const id = receipt.attrs['id']!
    const message = person?.outbox.get(id)
    if (person === undefined || message === undefined) return
    await person.forgetSession(jids().lid)
    deliver(await stanza(person, message, { id }))
  }

  const retryMedia = (receipt: BinaryNode): void => {
    const id = receipt.attrs['id']!
    const jid = getBinaryNodeChild(receipt, 'rmr')?.attrs['jid'] ?? ''
    const person = people.get(jidNormalizedUser(jid))
    if (person === undefined) return
    const found = reupload(person, id)
    const rmr = { tag: 'rmr', attrs: { jid, from_me: 'false' } }
    const attrs = { from: person.lid, id, type: 'mediaretry', t: seconds() }
    if (found === undefined)
      return push({ tag: 'notification', attrs, content: [{ tag: 'error', attrs: { code: '2' } }, rmr] })
    const key = Buffer.from(
      hkdf(Buffer.from(found.mediaKey), 32, { info: 'WhatsApp Media Retry Notification' }),
    )
    const iv = randomBytes(12)
    const plain = proto.MediaRetryNotification.encode({
      stanzaId: id,
      directPath: found.directPath,
      result: SUCCESS,
    }).finish()
    const sealed = aesEncryptGCM(plain, key, iv, Buffer.from(id))
    const leaf = (tag: string, content: Uint8Array): BinaryNode => ({ tag, attrs: {}, content })
    push({
      tag: 'notification',
      attrs,
      content: [{ tag: 'encrypt', attrs: {}, content: [leaf('enc_p', sealed), leaf('enc_iv', iv)] }, rmr],
    })
  }

  const takeMessage = async (node: BinaryNode): Promise<void> => {
    const id = node.attrs['id']!
    const to = node.attrs['to']!
    const refusal = nextRefusal
    const silent = swallow
    nextRefusal = undefined
    swallow = false
    if (!silent) {
      const error: Record<string, string> = refusal === undefined ? {} : { error: refusal }
      push({
        tag: 'ack',
        attrs: { class: 'message', id, from: jidNormalizedUser(to), t: seconds(), ...error },
      })
    }
    if (refusal !== undefined) return
    const sealed = getBinaryNodeChildren(getBinaryNodeChild(node, 'participants'), 'to').flatMap((one) =>
      getBinaryNodeChildren(one, 'enc').map((enc) => ({ jid: one.attrs['jid']!, enc })),
    )
    for (const enc of getBinaryNodeChildren(node, 'enc')) sealed.push({ jid: to, enc })
    for (const { jid, enc } of sealed) {
      const person = people.get(jidNormalizedUser(jid))
      if (person === undefined) continue
      const from = jidDecode(jid)?.server === 'lid' ? jids().lid : jids().pn
      const type = enc.attrs['type'] as 'pkmsg' | 'msg'
      try {
        received.push({
          person,
          id,
          type,
          message: await person.decrypt(from, type, enc.content as Uint8Array),
        })
      } catch {
        asksAgain(person, id)
      }
    }
  }

  const asksAgain: FakeWhatsapp['asksAgain'] = (person, id) =>
    push({
      tag: 'receipt',
      attrs: { from: person.lid, id, type: 'retry', t: seconds() },
      content: [
        { tag: 'retry', attrs: { count: '1', id, t: seconds(), v: '1' } },
        { tag: 'registration', attrs: {}, content: encodeBigEndian(person.creds.registrationId) },
      ],
    })

  const takeReceipt = async (node: BinaryNode): Promise<void> => {
    const { id = '', type, to = '' } = node.attrs
    receipts.push(node)
    push({ tag: 'ack', attrs: { class: 'receipt', id, from: to, ...(type === undefined ? {} : { type }) } })
    if (type === 'server-error') return retryMedia(node)
    if (type === 'retry') return sendAgain(node)
    confirmed(id, false)
  }

  const takeNode = async (from: Line, node: BinaryNode): Promise<void> => {
    switch (node.tag) {
      case 'iq': {
        const stage = getBinaryNodeChild(node, 'link_code_companion_reg')
        if (stage !== undefined) stages.set(stage.attrs['stage'] ?? '', stage)
        if (node.attrs['type'] === 'result') {
          if (node.attrs['id'] === 'pair-success') from.send({ tag: 'stream:error', attrs: { code: '515' } })
        } else from.send(await answer(node))
        break
      }
      case 'message':
        await takeMessage(node)
        break
      case 'receipt':
        await takeReceipt(node)
        break
      case 'ack':
        acks.push(node)
        if (node.attrs['class'] === 'message') confirmed(node.attrs['id'], node.attrs['error'] === undefined)
        break
      case 'presence':
      case 'chatstate':
        presences.push(node)
        break
      case 'ib':
        break
      default:
        unknown.push(node.tag)
    }
    bump()
  }

  const server = await startWebSocketServer(
    (peer) =>
      makeLine(peer, authority.current, {
        login,
        node: takeNode,
        broke: (error) => errors.push(error),
        closed: (gone) => {
          if (line === gone) {
            line = undefined
            isActive = false
          }
          bump()
        },
      }),
    () => upgradeStatus,
  )

  const mex = (operation: string, data: unknown): void => {
    mexId += 1
    push({
      tag: 'notification',
      attrs: { from: S_WHATSAPP_NET, id: `mex-${mexId}`, type: 'mex', t: seconds() },
      content: [
        { tag: 'update', attrs: { op_name: operation }, content: Buffer.from(JSON.stringify({ data })) },
      ],
    })
  }

  return {
    url: `ws://127.0.0.1:${server.port}/ws/chat`,
    root: authority.current.root.public,
    authority,
    media,
    phone,
    stanza,
    deliver,
    push,
    asksAgain,
    received,
    receipts,
    acks,
    presences,
    errors,
    unknown,
    until,
    person: (name = 'A person') => {
      made += 1
      const suffix = String(made).padStart(6, '0')
      const person = makePerson({ phone: `9647811${suffix}`, lid: `200000000${suffix}`, name })
      people.set(person.pn, person)
      people.set(person.lid, person)
      return person
    },
    says: async (person, message, options) => {
      const node = await stanza(person, message, options)
      deliver(node)
      return node.attrs['id']!
    },
    remembers,
    stub: (person, id, type) =>
      deliver(bare(person, id, [{ tag: 'unavailable', attrs: type === undefined ? {} : { type } }])),
    saysInClear: (person, text) => {
      const id = makeMessageId()
      deliver(
        bare(person, id, [
          { tag: 'plaintext', attrs: {}, content: proto.Message.encode({ conversation: text }).finish() },
        ]),
      )
      return id
    },
    confirms: (person, id, type) =>
      push({
        tag: 'receipt',
        attrs: { from: person.lid, id, t: seconds(), ...(type === undefined ? {} : { type }) },
      }),
    onMediaRetry: (answerRetry) => {
      reupload = answerRetry
    },
    restrict: (end) =>
      mex('NotificationUserReachoutTimelockUpdate', {
        xwa2_notify_account_reachout_timelock:
          end === undefined
            ? { is_active: false }
            : { is_active: true, time_enforcement_ends: String(end), enforcement_type: 'BIZ_QUALITY' },
      }),
    cap: (used, total) =>
      mex('MessageCappingInfoNotification', {
        xwa2_notify_new_chat_messages_capping_info_update: {
          used_quota: used,
          total_quota: total,
          capping_status: 'FIRST_WARNING',
        },
      }),
    refuseNext: (code) => {
      nextRefusal = code
    },
    swallowNext: () => {
      swallow = true
    },
    end: (how) => {
      const last = line
      if (how === 'cut') return last?.cut()
      if (how === 'replaced' || how === 'removed') {
        const type = how === 'replaced' ? 'replaced' : 'device_removed'
        const attrs: Record<string, string> = how === 'replaced' ? {} : { code: '401' }
        last?.send({ tag: 'stream:error', attrs, content: [{ tag: 'conflict', attrs: { type } }] })
      } else if (how !== 'bye') {
        if ('stream' in how) last?.send({ tag: 'stream:error', attrs: { code: how.stream } })
        else last?.send({ tag: 'failure', attrs: { reason: how.failure, location: 'x' } })
      }
      last?.close()
    },
    failLogins: (reason) => {
      loginFailure = reason
    },
    refuseUpgrades: (status) => {
      upgradeStatus = status
    },
    logins: () => logins,
    online: () => isActive,
    pending: () => pending.length,
    stop: async () => {
      await server.stop()
      await media.stop()
    },
  }
}
