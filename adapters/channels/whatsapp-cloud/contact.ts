import { after, hours, minutes, ms, type Instant } from '../../../core/base/units.ts'

/**
 * What the platform calls somebody: `user` is Meta's id of the person for our business, `phone` the
 * number without `+`.
 */
export type Reach = { readonly user?: string; readonly phone?: string }

/**
 * One person as this account knows them. `chat` is the address that the core has, and stays while
 * the others change.
 */
export type Contact = Reach & {
  readonly v: 1
  readonly chat: string
  /** When they last wrote: the platform lets us answer freely for 24 h. Nothing where that is not known. */
  readonly heardAt?: Instant
  /** The platform's id of the last thing that they wrote. */
  readonly heard?: string
  /** Said by the platform, whatever our clocks say; until they write again. */
  readonly closed?: true
  /** When the template was sent; until they write again. */
  readonly invitedAt?: Instant
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp (customer service window); a margin, for clocks differ. */
const WINDOW = ms(hours(24) - minutes(2))

export const isOpen = (contact: Contact, now: Instant): boolean =>
  contact.closed !== true && (contact.heardAt === undefined || now < after(contact.heardAt, WINDOW))

/**
 * Two letters, a point, and up to 128 letters and digits; `ENT.` between them where several
 * businesses share it.
 */
const USER = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/
const PHONE = /^[1-9]\d{4,18}$/

export const readUser = (value: unknown): string | undefined =>
  typeof value === 'string' && USER.test(value) ? value : undefined

/** Digits only; a `+` before them is let through. */
export const readPhone = (value: unknown): string | undefined => {
  const digits = typeof value === 'string' ? value.replace(/^\+/, '') : undefined
  return digits !== undefined && PHONE.test(digits) ? digits : undefined
}

/** What a chat's address says by itself, for a book that was lost. */
export const reachOf = (chat: string): Reach | undefined => {
  const user = readUser(chat)
  if (user !== undefined) return { user }
  const phone = readPhone(chat)
  return phone === undefined ? undefined : { phone }
}
