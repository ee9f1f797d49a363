import type { Checks } from '../../ports/checks.ts'
import type { Redacted } from '../../ports/helper.ts'
import { latinDigits } from '../fold.ts'
import { identifierPlaces } from '../identifiers/extract.ts'
import { isNameType, isPhoneType, type IdentifierType } from '../identifiers/identifier.ts'
import { placedWords, type PlacedWord } from './quote.ts'

/** Most of one text that is shown to a model, in UTF-16 units: within what identifiers are searched in. */
export const LONGEST_SHOWN = 4_000

const KINDS = [
  'NAME',
  'PLACE',
  'HANDLE',
  'PHONE',
  'EMAIL',
  'LINK',
  'WALLET',
  'ACCOUNT',
  'NUMBER',
  'FILE',
  'CODE',
] as const
type Kind = (typeof KINDS)[number]

/** What the case knows of people: every word of a name counts by itself, a place only whole. */
export type Known = { readonly kind: 'NAME' | 'PLACE' | 'HANDLE' | 'CODE'; readonly words: string }

type Span = { readonly start: number; readonly end: number; readonly kind: Kind }

const ACCOUNTS: ReadonlySet<IdentifierType> = new Set<IdentifierType>(['iban', 'card', 'mtcn', 'game_id'])

const kindOf = (type: IdentifierType): Kind => {
  if (isPhoneType(type)) return 'PHONE'
  if (type === 'email') return 'EMAIL'
  if (type === 'url') return 'LINK'
  if (ACCOUNTS.has(type)) return 'ACCOUNT'
  return isNameType(type) || type === 'handle' ? 'HANDLE' : 'WALLET'
}

/**
 * Shapes that name somebody though no reader of identifiers is sure of them: broken addresses,
 * account names, files, six digits and more in a row. Too much is taken out rather than too little:
 * what a model misses is lost help, what it gets cannot be taken back.
 */
const SHAPES: readonly (readonly [Kind, RegExp])[] = [
  ['LINK', /(?:https?:\/\/|www\.)\S+/giu],
  ['EMAIL', /[^\s@]+@[^\s@]+\.[^\s@]+/gu],
  [
    'FILE',
    /[^\s/\\]+\.(?:jpe?g|png|gif|webp|heic|pdf|mp4|mov|ogg|opus|mp3|m4a|docx?|xlsx?|zip|apk)(?![\p{L}\p{N}])/giu,
  ],
  [
    'LINK',
    /(?:[a-z0-9-]+\.)+(?:com|net|org|info|io|me|ly|gg|co|iq|ru|app|link|xyz|to)(?:\/\S*)?(?![a-z0-9])/giu,
  ],
  ['HANDLE', /@[\p{L}\p{N}_.-]{2,}/gu],
  ['HANDLE', /(?<![\p{L}\p{N}_.])[a-z0-9]+(?:[_.][a-z0-9]+)*_+[a-z0-9_.]*/giu],
  ['HANDLE', /(?<![\p{L}\p{N}_.])[a-z]{3,}\d{2,}[a-z0-9]*/giu],
  // A wallet, a token, a key: letters and digits mixed and long.
  ['WALLET', /(?<![\p{L}\p{N}])(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{14,}/giu],
  ['NUMBER', /\p{Nd}(?:[\s().\-–_/]{0,2}\p{Nd}){5,}/gu],
]

/**
 * Letters that are written as one word with what follows them: and, so, with, for, like; then the
 * article.
 */
const BEFORE_NAMES = /^[وفبلك]{0,2}(?:ال)?/u
const ARTICLE = /^ال/u

/** Whether a word is this name, with what Arabic writes before it or what Sorani and English hang on it. */
const isNamed = ({ word }: PlacedWord, name: string): boolean => {
  const rest = [word, word.replace(/^[وفبلك]/u, ''), word.replace(BEFORE_NAMES, '')].find((one) =>
    one.startsWith(name),
  )
  return rest !== undefined && rest.length - name.length <= (name.length < 4 ? 1 : 3)
}

const SHORTEST_NAME = 3

const knownSpans = (words: readonly PlacedWord[], { kind, words: known }: Known): readonly Span[] => {
  const parts = placedWords(known).map(({ word }) => word)
  if (kind !== 'PLACE') {
    const names = parts.filter((part) => part.length >= SHORTEST_NAME)
    return words
      .filter((word) => names.some((name) => isNamed(word, name)))
      .map(({ start, end }) => ({ start, end, kind }))
  }
  const [first = '', ...others] = parts
  const head = first.replace(ARTICLE, '')
  if (head.length < SHORTEST_NAME) return []
  return words.flatMap((word, at) => {
    const last = words[at + others.length]
    const all =
      isNamed(word, head) && others.every((part, n) => words[at + 1 + n]?.word.startsWith(part) === true)
    return all && last !== undefined ? [{ start: word.start, end: last.end, kind }] : []
  })
}

/** What a pattern would take for its own; nothing else may be escaped in one that knows Unicode. */
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/

/**
 * A name or code as one piece, in whatever case and with gaps where it has none: "ABCD-EFGH" is
 * "abcd efgh".
 */
const literalSpans = (text: string, { kind, words }: Known): readonly Span[] => {
  const bare = words.replaceAll(/[\s@-]/gu, '')
  if (kind === 'PLACE' || kind === 'NAME' || bare.length < SHORTEST_NAME) return []
  const pattern = Array.from(bare, (letter) => letter.replace(SYNTAX, String.raw`\$&`)).join(
    kind === 'CODE' ? String.raw`[\s-]?` : '',
  )
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    kind,
  }))
}

const spansOf = (text: string, known: readonly Known[], checks: Checks): readonly Span[] => {
  const words = placedWords(text)
  const plain = latinDigits(text)
  const all: readonly Span[] = [
    ...identifierPlaces(text, checks).map(({ found, end }) => ({
      start: found.start,
      end,
      kind: kindOf(found.type),
    })),
    ...known.flatMap((one) => literalSpans(text, one)),
    ...SHAPES.flatMap(([kind, shape]) =>
      [...plain.matchAll(shape)].map(({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
        kind,
      })),
    ),
    ...known.flatMap((one) => knownSpans(words, one)),
  ]
  // What overlaps is one piece, called after what begins it.
  const merged: Span[] = []
  for (const span of all
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last === undefined || span.start >= last.end) merged.push(span)
    else if (span.end > last.end) merged[merged.length - 1] = { ...last, end: span.end }
  }
  return merged
}

const TOKEN = new RegExp(String.raw`\[(?:${KINDS.join('|')})_\d{1,4}\]`, 'gu')
/** Somebody who writes what looks like a token does not get a name put in its place. */
const disarm = (text: string): string =>
  text.replaceAll(/[[\]]/gu, (bracket) => (bracket === '[' ? '(' : ')'))

export type Redaction = {
  readonly texts: readonly Redacted[]
  /** The way back: what stood where a token was sent; a token that was not sent stays one. */
  readonly restore: (said: string) => string
}

/**
 * Texts as a model may see them: everything that is known to name somebody is a token, the same for
 * the same thing in all of them. Names that nobody told us remain: this hides what can be hidden,
 * and promises nobody to be unknown.
 */
export const redact = (texts: readonly string[], known: readonly Known[], checks: Checks): Redaction => {
  const tokens = new Map<string, string>()
  const words = new Map<string, string>()
  const counts = new Map<Kind, number>()
  const tokenFor = (kind: Kind, written: string): string => {
    const key = `${kind} ${latinDigits(written).toLowerCase().replaceAll(/\s+/gu, '')}`
    const token = tokens.get(key)
    if (token !== undefined) return token
    const count = (counts.get(kind) ?? 0) + 1
    const fresh = `[${kind}_${count}]`
    counts.set(kind, count)
    tokens.set(key, fresh)
    words.set(fresh, written)
    return fresh
  }
  const hide = (whole: string): Redacted => {
    const text = disarm(whole.slice(0, LONGEST_SHOWN))
    let shown = ''
    let from = 0
    for (const { start, end, kind } of spansOf(text, known, checks)) {
      shown += text.slice(from, start) + tokenFor(kind, text.slice(start, end))
      from = end
    }
    return (shown + text.slice(from)) as Redacted
  }
  return {
    texts: texts.map(hide),
    restore: (said) => said.replaceAll(TOKEN, (token) => words.get(token) ?? token),
  }
}
