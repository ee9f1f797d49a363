import {
  encodeBigEndian,
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  getBinaryNodeChildren,
  getBinaryNodeChildString,
  jidNormalizedUser,
  S_WHATSAPP_NET,
  type BinaryNode,
} from '@whiskeysockets/baileys'
import type { Bundle, Person } from './person.ts'

/** What the linked device uploaded for people who write to it. */
export type DeviceKeys = Omit<Bundle, 'once'> & {
  readonly once: { readonly id: number; readonly key: Uint8Array }[]
}

export type AnswerParts = {
  readonly jids: () => { readonly pn: string; readonly lid: string; readonly device: number }
  readonly person: (jid: string) => Person | undefined
  readonly keys: { current: DeviceKeys | undefined }
  readonly mediaHost: () => string
  readonly active: () => void
  /** A query nobody taught the fake. */
  readonly unknown: (key: string) => void
}

const number = (node: BinaryNode, tag: string, length: number): number =>
  Buffer.from(getBinaryNodeChildBuffer(node, tag) as Uint8Array).readUIntBE(0, length)
const bytes = (node: BinaryNode, tag: string): Uint8Array =>
  new Uint8Array(getBinaryNodeChildBuffer(node, tag) as Uint8Array)
const leaf = (tag: string, content: Uint8Array): BinaryNode => ({ tag, attrs: {}, content })

const readKeys = (iq: BinaryNode, before: DeviceKeys | undefined): DeviceKeys => {
  const signed = getBinaryNodeChild(iq, 'skey')!
  const once = getBinaryNodeChildren(getBinaryNodeChild(iq, 'list'), 'key').map((key) => ({
    id: number(key, 'id', 3),
    key: bytes(key, 'value'),
  }))
  return {
    registrationId: number(iq, 'registration', 4),
    identity: bytes(iq, 'identity'),
    signed: {
      id: number(signed, 'id', 3),
      key: bytes(signed, 'value'),
      signature: bytes(signed, 'signature'),
    },
    once: [...(before?.once ?? []), ...once],
  }
}

const bundleNode = (jid: string, { registrationId, identity, signed, once }: Bundle): BinaryNode => ({
  tag: 'user',
  attrs: { jid },
  content: [
    leaf('registration', encodeBigEndian(registrationId)),
    leaf('type', Buffer.of(5)),
    leaf('identity', identity),
    {
      tag: 'skey',
      attrs: {},
      content: [
        leaf('id', encodeBigEndian(signed.id, 3)),
        leaf('value', signed.key),
        leaf('signature', signed.signature),
      ],
    },
    ...(once === undefined
      ? []
      : [
          {
            tag: 'key',
            attrs: {},
            content: [leaf('id', encodeBigEndian(once.id, 3)), leaf('value', once.key)],
          },
        ]),
  ],
})

/** Answers what Baileys asks of WhatsApp's server besides messages. */
export const makeAnswers = (parts: AnswerParts): ((iq: BinaryNode) => Promise<BinaryNode>) => {
  const { jids, person, keys, mediaHost, active, unknown } = parts

  const bundles = async (iq: BinaryNode): Promise<BinaryNode[]> => {
    const users = getBinaryNodeChildren(getBinaryNodeChild(iq, 'key'), 'user')
    return Promise.all(
      users.map(async ({ attrs }) => {
        const jid = attrs['jid']!
        const found = person(jidNormalizedUser(jid))
        return found === undefined
          ? {
              tag: 'user',
              attrs: { jid },
              content: [{ tag: 'error', attrs: { code: '404', text: 'item-not-found' } }],
            }
          : bundleNode(jid, await found.bundle())
      }),
    )
  }

  const lookUp = (iq: BinaryNode): BinaryNode => {
    const usync = getBinaryNodeChild(iq, 'usync')!
    const byPhone = getBinaryNodeChild(getBinaryNodeChild(usync, 'query'), 'contact') !== undefined
    const { pn, lid, device } = jids()
    const list = getBinaryNodeChildren(getBinaryNodeChild(usync, 'list'), 'user').map((user): BinaryNode => {
      const jid =
        user.attrs['jid'] ??
        `${(getBinaryNodeChildString(user, 'contact') ?? '').replace('+', '')}@s.whatsapp.net`
      const who = jidNormalizedUser(jid)
      const ours = [pn, lid].some((own) => jidNormalizedUser(own) === who)
      const found = person(who)
      const id = String(device)
      const devices = ours
        ? [{ tag: 'device', attrs: { id, 'key-index': id } }]
        : found === undefined
          ? []
          : [{ tag: 'device', attrs: { id: '0' } }]
      const theirLid = ours ? jidNormalizedUser(lid) : found?.lid
      return {
        tag: 'user',
        attrs: { jid },
        content: [
          { tag: 'devices', attrs: {}, content: [{ tag: 'device-list', attrs: {}, content: devices }] },
          ...(byPhone
            ? [{ tag: 'contact', attrs: { type: ours || found !== undefined ? 'in' : 'out' } }]
            : []),
          ...(theirLid !== undefined && who.endsWith('@s.whatsapp.net')
            ? [{ tag: 'lid', attrs: { val: theirLid } }]
            : []),
        ],
      }
    })
    const { context = '', sid = '' } = usync.attrs
    return {
      tag: 'usync',
      attrs: { context, mode: 'query', sid },
      content: [
        { tag: 'result', attrs: {} },
        { tag: 'list', attrs: {}, content: list },
      ],
    }
  }

  const contentOf = async (iq: BinaryNode, key: string): Promise<BinaryNode[] | undefined> => {
    switch (key) {
      case 'get:encrypt:count':
        return [{ tag: 'count', attrs: { value: String(keys.current?.once.length ?? 0) } }]
      case 'set:encrypt:registration':
        keys.current = readKeys(iq, keys.current)
        return undefined
      case 'get:encrypt:digest':
        return [{ tag: 'digest', attrs: {} }]
      case 'get:encrypt:key':
        return [{ tag: 'list', attrs: {}, content: await bundles(iq) }]
      case 'get:usync:usync':
        return [lookUp(iq)]
      case 'get:abt:props':
        return [{ tag: 'props', attrs: { hash: 'h' }, content: [] }]
      case 'get:privacy:privacy':
        return [
          {
            tag: 'privacy',
            attrs: {},
            content: [{ tag: 'category', attrs: { name: 'readreceipts', value: 'all' } }],
          },
        ]
      case 'set:privacy:tokens':
        return [{ tag: 'tokens', attrs: {}, content: [] }]
      case 'get:blocklist:':
        return [{ tag: 'list', attrs: {}, content: [] }]
      case 'set:w:m:media_conn': {
        const host = { tag: 'host', attrs: { hostname: mediaHost(), maxContentLengthBytes: '100000000' } }
        return [{ tag: 'media_conn', attrs: { auth: 'a', ttl: '300' }, content: [host] }]
      }
      case 'set:md:link_code_companion_reg':
        return [
          {
            tag: 'link_code_companion_reg',
            attrs: {},
            content: [leaf('link_code_pairing_ref', Buffer.from('ref'))],
          },
        ]
      case 'set:passive:active':
      case 'get:w:p:ping':
      case 'set:md:remove-companion-device':
      case 'set:encrypt:rotate':
        return undefined
      default:
        unknown(key)
        return undefined
    }
  }

  return async (iq) => {
    const first = Array.isArray(iq.content) ? iq.content[0]?.tag : undefined
    const key = `${iq.attrs['type']}:${iq.attrs['xmlns'] ?? ''}:${first ?? ''}`
    const content = await contentOf(iq, key)
    if (key === 'set:passive:active') setImmediate(active)
    return {
      tag: 'iq',
      attrs: { id: iq.attrs['id']!, from: S_WHATSAPP_NET, type: 'result' },
      ...(content === undefined ? {} : { content }),
    }
  }
}
