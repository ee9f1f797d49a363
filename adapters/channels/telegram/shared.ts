import { boundedCards } from '../../../core/text/card.ts'
import type { Inbound, SharedContact, SharedPlace } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { finite, int, record, text, type Json } from '../../kit/json.ts'

export const senderOf = (user: Json | undefined): Inbound['from'] => {
  const name = [text(user?.['first_name']), text(user?.['last_name'])]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
  const handle = text(user?.['username'])
  const language = text(user?.['language_code'])
  return {
    ...(name === '' ? {} : { name: untrusted(name) }),
    ...(handle === undefined ? {} : { handle: untrusted(handle) }),
    ...(language === undefined ? {} : { language }),
  }
}

/**
 * A card, or a place: with its name where it has one, and as one that moves where it is shared for
 * a while.
 */
export const sharedOf = (message: Json): SharedContact | SharedPlace | undefined => {
  const contact = record(message['contact'])
  if (contact !== undefined) {
    const { name } = senderOf(contact)
    const phone = text(contact['phone_number'])
    const [card] = boundedCards([text(contact['vcard']) ?? ''])
    const account = int(contact['user_id'])
    const sender = int(record(message['from'])?.['id'])
    return {
      kind: 'contact',
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone: untrusted(phone) }),
      ...(card === undefined || card === '' ? {} : { card: untrusted(card) }),
      ...(account === undefined ? {} : { account: String(account) }),
      ...(account !== undefined && account === sender ? { own: true } : {}),
    }
  }
  const location = record(message['location'])
  const latitude = finite(location?.['latitude'])
  const longitude = finite(location?.['longitude'])
  if (latitude === undefined || longitude === undefined) return undefined
  const venue = record(message['venue'])
  const name = text(venue?.['title'])
  const address = text(venue?.['address'])
  return {
    kind: 'location',
    latitude,
    longitude,
    ...(name === undefined ? {} : { name: untrusted(name) }),
    ...(address === undefined ? {} : { address: untrusted(address) }),
    ...(int(location?.['live_period']) === undefined ? {} : { live: true }),
  }
}
