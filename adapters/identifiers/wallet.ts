import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bech32, bech32m, createBase58check } from '@scure/base'
import type { Wallet } from '../../core/ports/checks.ts'

const base58check = createBase58check(sha256)

/** First byte of 21 (hash of 20 after it): P2PKH 0x00 and P2SH 0x05 of the main net, Tron 0x41. */
const CHAINS: ReadonlyMap<number, 'btc' | 'tron'> = new Map([
  [0x00, 'btc'],
  [0x05, 'btc'],
  [0x41, 'tron'],
])

const orNothing = <T>(read: () => T): T | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

const readBase58 = (raw: string): Wallet | undefined => {
  const bytes = orNothing(() => base58check.decode(raw))
  const chain = bytes?.length === 21 ? CHAINS.get(bytes[0] ?? -1) : undefined
  return chain === undefined ? undefined : { chain, normal: raw }
}

/** BIP 173 for version 0, whose program has 20 or 32 bytes; BIP 350 for 1 to 16, with 2 to 40. */
const readSegwit = (raw: string): Wallet | undefined => {
  const isVersion = (words: readonly number[], low: number, high: number): boolean => {
    const version = words[0] ?? -1
    return version >= low && version <= high
  }
  const read = (coder: typeof bech32, low: number, high: number): number | undefined =>
    orNothing(() => {
      const { prefix, words } = coder.decode(raw as `${string}1${string}`)
      if (prefix.toLowerCase() !== 'bc' || !isVersion(words, low, high)) return undefined
      return coder.fromWords(words.slice(1)).length
    })
  const old = read(bech32, 0, 0)
  const size = old === undefined ? read(bech32m, 1, 16) : undefined
  const holds = old === 20 || old === 32 || (size !== undefined && size >= 2 && size <= 40)
  return holds ? { chain: 'btc', normal: raw.toLowerCase() } : undefined
}

const checkSummed = (lower: string): string => {
  const hash = keccak_256(new TextEncoder().encode(lower))
  return Array.from(lower, (letter, i) => {
    const nibble = ((hash[i >> 1] ?? 0) >> (i % 2 === 0 ? 4 : 0)) & 15
    return nibble >= 8 ? letter.toUpperCase() : letter
  }).join('')
}

const readEthereum = (raw: string): Wallet | undefined => {
  const digits = raw.slice(2)
  const lower = digits.toLowerCase()
  const plain = digits === lower || digits === digits.toUpperCase()
  return plain || checkSummed(lower) === digits ? { chain: 'eth', normal: `0x${lower}` } : undefined
}

/** See Checks: an address whose check sum is wrong is none. */
export const readWallet = (raw: string): Wallet | undefined => {
  if (/^0x[0-9a-f]{40}$/i.test(raw)) return readEthereum(raw)
  if (/^bc1[02-9ac-hj-np-z]{8,87}$/i.test(raw)) return readSegwit(raw)
  return /^[1-9A-HJ-NP-Za-km-z]{25,35}$/.test(raw) ? readBase58(raw) : undefined
}
