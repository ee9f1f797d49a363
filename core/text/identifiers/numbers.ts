import { fixed } from './hit.ts'
import type { Hit, Reading } from './hit.ts'
import type { Role } from './lexicon.ts'
import {
  groupsFrom,
  askPhone,
  MOST_TRIED,
  type NumberText,
  type Group,
  type Reader,
} from './number-groups.ts'

/** How far a word announces a number, in words (bots/amin/README.md, Identifiers). */
const NEAR = 4

/** Most pieces that a player's number is written in. */
const MOST_CUT = 5

/** Mobiles of Iraq: 7, then 3 to 9 (numbering plan +964, ITU; libphonenumber agrees), eight digits more. */
const MOBILE = /^(?:(?:00)?9640?|0)?(7[3-9]\d{8})$/

type Near = (...roles: readonly Role[]) => number

/**
 * How many words from [from, next) the nearest word of these roles stands, before or after;
 * Infinity where none is near.
 */
const nearTo =
  ({ roles }: NumberText, from: number, next: number, reach = NEAR): Near =>
  (...wanted) => {
    const isOne = (at: number): boolean => roles(at).some((role) => wanted.includes(role))
    for (let steps = 1; steps <= reach; steps += 1)
      if (isOne(from - steps) || isOne(next + steps - 1)) return steps
    return Infinity
  }

const luhn = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const readCard = (
  text: NumberText,
  groups: readonly Group[],
  at: number,
): readonly [Group, Reading] | undefined => {
  const group = groups.find(({ digits }) => digits.length === 16)
  if (
    group === undefined ||
    !/^[2-6]/.test(group.digits) ||
    /^(\d)\1*$/.test(group.digits) ||
    !luhn(group.digits)
  )
    return undefined
  const fours = group.count === 4 && groups.every(({ digits }, i) => i > 3 || digits.length === 4 * (i + 1))
  const near = nearTo(text, at, group.next)
  const card = near('card')
  // One in ten numbers of this length has a right check digit by chance: alone it is a card only
  // where nothing calls it something else.
  if (card === Infinity && !fours && (group.count > 1 || near('order', 'mtcn', 'number', 'money') < Infinity))
    return undefined
  const normal = `${group.digits.slice(0, 6)}******${group.digits.slice(-4)}`
  return [group, { is: 'fixed', type: 'card', normal, keys: [], secret: group.digits }]
}

/**
 * Ten digits that a transfer is collected by (bots/amin/README.md, Identifiers): what is called one
 * is one, also where it looks like a mobile without its nought.
 */
const readTransfer = (
  text: NumberText,
  groups: readonly Group[],
  at: number,
): readonly [Group, Reading] | undefined => {
  const group = groups.find(({ digits }) => digits.length === 10)
  if (group === undefined || group.count > 4) return undefined
  const near = nearTo(text, at, group.next)
  const called = near('mtcn')
  if (
    called > near('hers', 'whatsapp', 'zaincash', 'asiahawala', 'fastpay', 'viber', 'imo') ||
    called === Infinity
  )
    return undefined
  if (nearTo(text, at, group.next, 1)('money') === 1) return undefined
  return [group, fixed('mtcn', group.digits)]
}

/**
 * A player's number: 8 to 12 digits near the game's name, in one piece or, where the words call it
 * an id, in a few.
 */
const readPlayer = (
  text: NumberText,
  groups: readonly Group[],
  at: number,
): readonly [Group, Reading] | undefined => {
  const [first] = groups
  const cut = groups.findLast(({ digits, count }) => digits.length <= 12 && count <= MOST_CUT)
  const group =
    first !== undefined && first.digits.length < 8 && nearTo(text, at, first.next, 2)('id') < Infinity
      ? cut
      : first
  if (
    group === undefined ||
    group.digits.length < 8 ||
    group.digits.length > 12 ||
    group.digits.startsWith('0')
  )
    return undefined
  const near = nearTo(text, at, group.next, 6)
  const [pubg, free, any, called] = [near('pubg'), near('freefire'), near('game'), near('id')]
  const game = pubg <= free ? pubg : free
  const phone = near('hers')
  const named = game < Infinity && (called < Infinity ? Math.min(game, called) < phone : game < phone)
  if (!named && !(any < Infinity && called < Infinity)) return undefined
  const kind = game === Infinity ? '' : pubg <= free ? 'pubg:' : 'freefire:'
  return [group, fixed('game_id', group.digits, `game_id:${kind}${group.digits}`)]
}

/**
 * The number of an account, which does not change as its name does: one piece, called an id near
 * the service's name.
 */
const readAccount = (
  text: NumberText,
  groups: readonly Group[],
  at: number,
): readonly [Group, Reading] | undefined => {
  const [group] = groups
  if (
    group === undefined ||
    group.digits.length < 6 ||
    group.digits.length > 17 ||
    group.digits.startsWith('0')
  )
    return undefined
  const near = nearTo(text, at, group.next)
  if (near('id') === Infinity) return undefined
  const [telegram, facebook] = [near('telegram'), near('facebook')]
  if (telegram === Infinity && facebook === Infinity) return undefined
  if (telegram <= facebook)
    return group.digits.length > 13 ? undefined : [group, fixed('telegram', `id:${group.digits}`)]
  return group.digits.length < 8 ? undefined : [group, fixed('facebook', `id:${group.digits}`)]
}

/**
 * Ten digits from 7 on without a nought before them are a mobile only in a shape in which people
 * write one.
 */
const isBareMobile = (text: NumberText, groups: readonly Group[], group: Group, at: number): boolean => {
  const near = nearTo(text, at, group.next)
  const phone = near('hers', 'whatsapp', 'viber', 'imo', 'zaincash', 'asiahawala', 'fastpay')
  if (near('order') <= phone && near('order') < Infinity) return false
  if (nearTo(text, at, group.next, 1)('money') === 1) return false
  const first = groups[0]?.digits.length ?? 0
  const single = groups.every(({ digits }, i) => digits.length === i + 1)
  return first >= 3 || single || phone < Infinity || near('number') < Infinity
}

const readMobile = (
  reader: Reader,
  groups: readonly Group[],
  at: number,
): readonly [Group, Reading] | undefined => {
  for (const group of groups) {
    if (group.digits.length < 10) continue
    const national = MOBILE.exec(group.digits)?.[1]
    if (national === undefined) continue
    const spoken = reader.tokens.slice(at, group.next).filter((token) => token.said === true).length
    // "0770123456 واحد": the word after ten digits is another sentence.
    if (spoken === 1 && group.count < 4) continue
    if (group.digits.length === 10 && !isBareMobile(reader, groups.slice(0, group.count), group, at)) continue
    const e164 = askPhone(reader, `0${national}`)
    if (e164 !== undefined) return [group, { is: 'phone', e164 }]
  }
  return undefined
}

/** Numbers of other countries only where they carry their country; the longest that the plans know. */
const readForeign = (
  reader: Reader,
  groups: readonly Group[],
  at: number,
  plus: boolean,
): readonly [Group, Reading] | undefined => {
  const first = groups[0]?.digits ?? ''
  const zeros = first.startsWith('00')
  const near = nearTo(reader, at, groups.at(-1)?.next ?? at)
  const called =
    !plus &&
    !zeros &&
    groups[0] !== undefined &&
    first.length >= 10 &&
    near('whatsapp', 'viber', 'imo') < Infinity
  const home = !plus && !zeros && /^0[1-6]/.test(first) && near('hers') < Infinity
  if (!plus && !zeros && !called && !home) return undefined
  const within = groups.filter(
    ({ last }) => !/\n/.test(reader.left.slice(groups[0]?.first.from ?? 0, last.from)),
  )
  for (const group of within.toReversed()) {
    const digits = zeros ? group.digits.slice(2) : group.digits
    if (digits.length < 8 || digits.length > 15) continue
    const e164 = askPhone(reader, home ? digits : `+${digits}`)
    if (e164 !== undefined) return [group, { is: 'phone', e164 }]
  }
  return undefined
}

/** 7/8/2026, 2026-08-07: days. */
const DATES =
  /(?<![\d.]|\d[/-])(?:(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\1\d)|(?:19|20)\d\d([/.-])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01])(?!\2\d))(?![\d.])/g

/**
 * A mobile of Iraq with what leads it, however it is cut: what reads like a day inside of it is a
 * piece of it.
 */
const LED = /(?<!\d)(?:0|(?:00)?964[^\p{L}\d]{0,3}0?)[^\p{L}\d]{0,6}7(?:[^\p{L}\d]{0,6}\d){9}(?!\d)/gu

/** Takes days out, before numbers are put together from pieces. `mark` stands for each character. */
export const takeDays = (text: string, mark: string): string => {
  let led: readonly (readonly [from: number, to: number])[] | undefined
  return text.replace(DATES, (day: string, _slash: unknown, _dash: unknown, from: number) => {
    led ??= [...text.matchAll(LED)].map((one) => [one.index, one.index + one[0].length])
    return led.some(([start, end]) => start < from && from + day.length <= end)
      ? day
      : mark.repeat(day.length)
  })
}

/** Telephones, cards, transfer numbers, players and numbers of accounts, in their order. */
export const readNumbers = (text: NumberText): readonly Hit[] => {
  const reader: Reader = { ...text, asked: 0, joined: [], known: new Map() }
  const hits: Hit[] = []
  let at = 0
  let tried = 0
  while (at < text.tokens.length && tried < MOST_TRIED) {
    const token = text.tokens[at]
    if (token?.kind !== 'digits' || text.left[token.from - 1] === '@') {
      at += 1
      continue
    }
    const plus = /\+[ (]?$/.test(text.left.slice(Math.max(0, token.from - 2), token.from))
    const groups = groupsFrom(reader, at)
    tried += 1
    const read =
      (plus ? undefined : readCard(text, groups, at)) ??
      (plus ? undefined : readTransfer(text, groups, at)) ??
      (plus ? undefined : readPlayer(text, groups, at)) ??
      readMobile(reader, groups, at) ??
      (plus ? undefined : readAccount(text, groups, at)) ??
      readForeign(reader, groups, at, plus)
    if (read === undefined) at += 1
    else {
      const [group, reading] = read
      const from = plus ? text.left.lastIndexOf('+', token.from) : token.from
      hits.push({ from, to: group.last.to, reading })
      at = group.next
    }
  }
  return hits
}
