/**
 * Whom limits count together. One phone or household with IPv6 has a /64 at least, so single
 * addresses of it say nothing; a /48 is what one customer of a provider may have (RFC 6177). With
 * IPv4 it is the address itself, behind which a mobile operator may put thousands of phones, and
 * its /24. `one` and `many` are networks in their usual notation, so that they can be hashed or
 * shown.
 */
export type AddressGroups = { readonly one: string; readonly many: string }

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/
const WORDS = 8

const ofIpv4 = (address: string): AddressGroups | undefined => {
  const parts = IPV4.exec(address)?.slice(1).map(Number)
  if (parts === undefined || parts.some((part) => part > 255)) return undefined
  return { one: `${parts.join('.')}/32`, many: `${parts.slice(0, 3).join('.')}.0/24` }
}

const wordsOf = (text: string): readonly number[] | undefined => {
  if (text === '') return []
  const words = text
    .split(':')
    .map((word) => (/^[0-9a-f]{1,4}$/.test(word) ? Number.parseInt(word, 16) : Number.NaN))
  return words.every(Number.isInteger) ? words : undefined
}

/** An IPv4 address at the end, written with dots, as two words. */
const withoutDots = (address: string): string =>
  address.replace(/\d+\.\d+\.\d+\.\d+$/, (dotted) => {
    const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })

const ipv6Words = (address: string): readonly number[] | undefined => {
  const [head = '', tail, ...more] = withoutDots(address).split('::')
  const front = wordsOf(head)
  const back = wordsOf(tail ?? '')
  if (more.length > 0 || front === undefined || back === undefined) return undefined
  const missing = WORDS - front.length - back.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  return [...front, ...Array.from({ length: missing }, () => 0), ...back]
}

const startsWith = (words: readonly number[], ...start: readonly number[]): boolean =>
  start.every((word, i) => words[i] === word)

/**
 * Words that carry an IPv4 address at their end: as sockets name it (::ffff:0:0/96), and as NAT64
 * does for whole networks (64:ff9b::/96).
 */
const carriesIpv4 = (words: readonly number[]): boolean =>
  startsWith(words, 0, 0, 0, 0, 0, 0xffff) || startsWith(words, 0x64, 0xff9b, 0, 0, 0, 0)

/** The groups of an address. What is no address stands for itself. */
export const groupsOf = (address: string): AddressGroups => {
  const plain = (address.split('%')[0] ?? '').toLowerCase()
  const ipv4 = ofIpv4(plain)
  if (ipv4 !== undefined) return ipv4
  const words = ipv6Words(plain)
  if (words === undefined) return { one: address, many: address }
  const [high = 0, low = 0] = words.slice(-2)
  if (carriesIpv4(words)) return groupsOf([high >> 8, high & 255, low >> 8, low & 255].join('.'))
  const network = (length: number): string =>
    `${words
      .slice(0, length)
      .map((word) => word.toString(16))
      .join(':')}::/${length * 16}`
  return { one: network(4), many: network(3) }
}
