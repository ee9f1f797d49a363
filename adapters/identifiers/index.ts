import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { parse } from 'tldts'
import type { Checks } from '../../core/ports/checks.ts'
import { readWallet } from './wallet.ts'

/** Longest IBAN (ISO 13616) with a space after every fourth character, and longest host name (RFC 1035). */
const MAX_IBAN = 42
const MAX_HOST = 253
/** E.164 has 15 digits; the rest is room for signs between them. */
const MAX_PHONE = 64

/** The real checks. They hold tables, no state: one for the whole process is enough. */
export const openChecks = (): Checks => ({
  phone: (raw, country) => {
    if (raw.length > MAX_PHONE) return undefined
    const number = parsePhoneNumberFromString(raw, { defaultCountry: country, extract: false })
    return number?.isValid() === true ? number.number : undefined
  },
  wallet: readWallet,
  iban: (raw) => {
    if (raw.length > MAX_IBAN) return undefined
    const normal = electronicFormatIBAN(raw)
    return normal !== null && isValidIBAN(normal) ? normal : undefined
  },
  domain: (host) => {
    if (host.length > MAX_HOST) return undefined
    const { domain, isIcann } = parse(host, { extractHostname: false, allowPrivateDomains: false })
    return domain === null || isIcann !== true ? undefined : domain.toLowerCase()
  },
})
