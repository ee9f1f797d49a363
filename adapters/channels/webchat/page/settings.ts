import type { Language } from '../../../../core/base/language.ts'

/** What the server wrote into the page. */
export type Settings = {
  readonly base: string
  readonly assets: string
  readonly away: string
  readonly session: boolean
  /** The conversation is being hidden until code or PIN are written: nothing of it is shown meanwhile. */
  readonly guarded: boolean
  readonly maxText: number
  readonly maxFile: number
}

export const readSettings = (): Settings => {
  const data = document.body.dataset
  return {
    base: data['base'] || '',
    assets: data['assets'] || '',
    away: data['away'] || '/',
    session: data['session'] === 'yes',
    guarded: data['guarded'] === 'yes',
    maxText: Number(data['maxText']),
    maxFile: Number(data['maxFile']),
  }
}

export const languageOf = (tag: string): Language => (tag === 'ckb' || tag === 'en' ? tag : 'ar')

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 26 characters of Crockford base32: 130 random bits. `crypto.randomUUID` is missing on older phones. */
export const makeId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) =>
    ALPHABET.charAt(byte % ALPHABET.length),
  ).join('')
