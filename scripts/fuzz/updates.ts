import { proto } from '@whiskeysockets/baileys'

/** The number that the Cloud API's updates are for. */
export const PHONE = '106540352242922'

/** Updates as the platforms make them, to be changed. */
export const telegramUpdate = (n: number): unknown => {
  const chat = { id: 1_000 + (n % 40), type: 'private', first_name: 'Sara' }
  return {
    update_id: n,
    message: {
      message_id: n,
      date: 1_700_000_000 + n,
      chat,
      from: { ...chat, language_code: 'ar' },
      text: `يهددني بالصور ${n}`,
    },
  }
}
export const cloudUpdate = (n: number): unknown => {
  const from = `96477000000${n % 40}`
  const message = {
    id: `wamid.${n}`,
    from,
    timestamp: String(1_700_000_000 + n),
    type: 'text',
    text: { body: `he has my photos ${n}` },
  }
  const value = {
    messaging_product: 'whatsapp',
    metadata: { phone_number_id: PHONE },
    contacts: [{ wa_id: from, profile: { name: 'Sara' } }],
    messages: [message],
  }
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  }
}
export const baileysMessage = (n: number): unknown => ({
  extendedTextMessage: {
    text: `وێنەکانم لای ئەوە ${n}`,
    contextInfo: { isForwarded: n % 3 === 0, forwardingScore: n % 5 },
  },
})

/** Nothing where the platform's own encoder has no bytes for it: it can never arrive. */
export const encodable = (value: unknown): proto.IMessage | undefined => {
  try {
    const message = proto.Message.fromObject(value as Record<string, unknown>)
    proto.Message.encode(message).finish()
    return message
  } catch {
    return undefined
  }
}
