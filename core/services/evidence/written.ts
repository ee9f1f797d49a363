import type { InboundBody, SharedContact, SharedPlace } from '../../base/message.ts'

/** Bytes of evidence that came in the message itself, and what they are. */
export type Written = { readonly text: string; readonly mime?: string }

/** What a card is (RFC 6350). */
export const CARD = 'text/vcard'

/** What a value of a card may not say for itself (RFC 6350, 3.4). */
const escape = (value: string): string =>
  value
    .replace(/\\/g, '\\\\')
    .replace(/,/g, '\\,')
    .replace(/;/g, '\\;')
    .replace(/\r?\n|\r/g, '\\n')

/** A card of vCard 4.0, made of what the platform said in fields of its own, with that said in it. */
const cardOf = ({ name, phone, account }: SharedContact): string =>
  [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${escape(name ?? '')}`,
    ...(phone?.split(', ') ?? []).map((one) => `TEL;VALUE=text:${escape(one)}`),
    ...(account === undefined ? [] : [`X-PLATFORM-ACCOUNT:${escape(account)}`]),
    "NOTE:Written by Amin from the fields of the platform's message\\, which held no card as text.",
    'END:VCARD',
  ]
    .map((line) => `${line}\r\n`)
    .join('')

/** GeoJSON (RFC 7946) with the place as a geo URI (RFC 5870): no platform hands out a place as text. */
const placeOf = ({ latitude, longitude, name, address, live }: SharedPlace): string =>
  `${JSON.stringify(
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: {
        uri: `geo:${latitude},${longitude}`,
        ...(name === undefined ? {} : { name }),
        ...(address === undefined ? {} : { address }),
        ...(live === true ? { live } : {}),
        note: "Written by Amin from the fields of the platform's message.",
      },
    },
    undefined,
    2,
  )}\n`

/** What a message itself holds that is sealed as evidence; nothing where it holds none. */
export const writtenOf = (body: InboundBody): Written | undefined => {
  switch (body.kind) {
    case 'text':
      return { text: body.text }
    case 'contact':
      return { text: body.card ?? cardOf(body), mime: CARD }
    case 'location':
      return { text: placeOf(body), mime: 'application/geo+json' }
    default:
      return undefined
  }
}
