import type { CaseId } from '../../base/ids.ts'
import { isNameType, type IdentifierType } from '../../text/identifiers/identifier.ts'
import type { CaseFacts } from './case-facts.ts'
import { makePrintIndex } from './near.ts'
import { containment, SAME_SCRIPT } from '../../model/scripts.ts'
import { isSameRecording } from './voices.ts'

export type LinkKind = 'identifier' | 'image' | 'script' | 'voice'

/**
 * Something that several cases have: a number, a picture in all its copies, a script, a recording. `spoken`:
 * cases that say it is somebody else's.
 */
export type Thing = {
  readonly id: string
  readonly kind: LinkKind
  readonly cases: ReadonlySet<CaseId>
  readonly spoken: ReadonlySet<CaseId>
  /** Somebody of the team said in one of them that it is the blackmailer's. */
  readonly known: boolean
  /** What it is in each case: an identifier's normal form, an item of evidence, a message. */
  readonly parts: ReadonlyMap<CaseId, string>
}

/** Two cases that have a thing in common. `weak`: not by this alone. */
export type Pair = {
  readonly a: CaseId
  readonly b: CaseId
  readonly kind: LinkKind
  readonly thing: string
  readonly strength: number
  readonly weak: boolean
}

/** Flat pictures are compared far more strictly, and even then prove nothing alone. */
const WEAK_RADIUS = 16
/** A word that stands in more texts than this is nobody's own. */
export const COMMON_TOKEN = 400

const HARD: ReadonlySet<IdentifierType> = new Set<IdentifierType>(['btc', 'eth', 'tron', 'card', 'iban'])
/**
 * How much two cases that share it have to do with each other, for order only. The same name on another
 * service says less.
 */
const strengthOf = (one: IdentifierType, other: IdentifierType): number => {
  if (HARD.has(one)) return 1
  if (one === 'url') return 0.7
  return one === other || one === 'handle' || other === 'handle' || !isNameType(one) ? 0.9 : 0.7
}
const near = (bits: number): number => (bits <= 24 ? 0.8 : 0.6)

type Node = { readonly caseId: CaseId; readonly key: string; readonly part: string }

/** Sets that grow together; the least key names each. */
export const makeGroups = () => {
  const parents = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    while (parents.get(at) !== undefined && parents.get(at) !== at) at = parents.get(at) as string
    parents.set(key, at)
    return at
  }
  return {
    root,
    join: (a: string, b: string): void => {
      const [x, y] = [root(a), root(b)]
      if (x !== y) parents.set(x < y ? y : x, x < y ? x : y)
    },
  }
}

/**
 * Marks of one thing: those that one case has for one identifier, such as an account's own and that of its
 * name alone.
 */
const groupMarks = (all: readonly CaseFacts[]) => {
  const groups = makeGroups()
  for (const { named } of all) {
    const first = new Map<string, string>()
    for (const { mark, normal } of named) {
      const known = first.get(normal)
      if (known === undefined) first.set(normal, mark)
      else groups.join(known, mark)
    }
  }
  const held = new Map<string, IdentifierType>()
  for (const { caseId, named } of all)
    for (const { mark, type } of named) held.set(`${caseId} ${groups.root(mark)}`, type)
  return {
    root: groups.root,
    types: (caseId: CaseId, id: string): IdentifierType => held.get(`${caseId} ${id}`) ?? 'handle',
  }
}

type Match = { readonly one: Node; readonly other: Node; readonly strength: number; readonly weak: boolean }

const pictureMatches = (all: readonly CaseFacts[]): readonly Match[] => {
  const strong = makePrintIndex()
  const weak = makePrintIndex()
  const nodes = new Map<string, Node>()
  for (const { caseId, pictures } of all)
    for (const picture of pictures) {
      const key = `${caseId} ${picture.id}`
      nodes.set(key, { caseId, key, part: picture.id })
      for (const hash of picture.kept) (picture.weak ? weak : strong).add(key as CaseId, hash)
    }
  // Each is looked for from both sides: a cut copy's turned hashes may be near where those of the whole are
  // not.
  const found = new Map<string, Match & { readonly distance: number }>()
  for (const { caseId, pictures } of all)
    for (const picture of pictures) {
      const one = nodes.get(`${caseId} ${picture.id}`) as Node
      for (const { caseId: key, distance } of (picture.weak ? weak : strong).search(picture.sought)) {
        if (key === one.key || (picture.weak && distance > WEAK_RADIUS)) continue
        const other = nodes.get(key) as Node
        const pair = one.key < other.key ? `${one.key} ${other.key}` : `${other.key} ${one.key}`
        if (distance < (found.get(pair)?.distance ?? Infinity))
          found.set(pair, { one, other, strength: near(distance), weak: picture.weak, distance })
      }
    }
  return [...found.values()]
}

const scriptMatches = (all: readonly CaseFacts[]): readonly Match[] => {
  const texts = all.flatMap(({ caseId, scripts }) =>
    scripts.map((script, n) => ({ caseId, key: `${caseId} s${n}`, part: script.inbound, ...script })),
  )
  const holders = new Map<string, number[]>()
  texts.forEach(({ tokens }, at) => {
    for (const token of tokens) holders.set(token, [...(holders.get(token) ?? []), at])
  })
  return texts.flatMap((text, at) => {
    const seen = new Map<number, number>()
    for (const token of text.tokens) {
      const found = holders.get(token) ?? []
      if (found.length <= COMMON_TOKEN)
        for (const other of found) if (other > at) seen.set(other, (seen.get(other) ?? 0) + 1)
    }
    return [...seen].flatMap(([n, common]): readonly Match[] => {
      const other = texts[n] as (typeof texts)[number]
      if ((text.own && other.own) || common < SAME_SCRIPT * Math.min(text.tokens.size, other.tokens.size))
        return []
      return containment(text.tokens, other.tokens) < SAME_SCRIPT
        ? []
        : [{ one: text, other, strength: 0.7, weak: false }]
    })
  })
}

const voiceMatches = (all: readonly CaseFacts[]): readonly Match[] => {
  const sounds = all.flatMap(({ caseId, voices }) =>
    voices.map(({ id, print }, n) => ({ caseId, key: `${caseId} v${n}`, part: id, print })),
  )
  return sounds.flatMap((one, at) =>
    sounds
      .slice(at + 1)
      .flatMap((other): readonly Match[] =>
        isSameRecording(one.print, other.print) ? [{ one, other, strength: 0.8, weak: false }] : [],
      ),
  )
}

type Growing = {
  id: string
  kind: LinkKind
  cases: Set<CaseId>
  spoken: Set<CaseId>
  known: boolean
  parts: Map<CaseId, string>
}

export type Shared = { readonly things: ReadonlyMap<string, Thing>; readonly pairs: readonly Pair[] }

const ordered = (a: CaseId, b: CaseId): readonly [CaseId, CaseId] => (a < b ? [a, b] : [b, a])

/** Everything that cases have in common: what is equal by its mark, what is near by comparing. */
export const findShared = (all: readonly CaseFacts[]): Shared => {
  const things = new Map<string, Growing>()
  const pairs: Pair[] = []
  const thing = (id: string, kind: LinkKind) => {
    const known = things.get(id) ?? {
      id,
      kind,
      cases: new Set<CaseId>(),
      spoken: new Set<CaseId>(),
      known: false,
      parts: new Map<CaseId, string>(),
    }
    things.set(id, known)
    return known
  }
  const { root, types } = groupMarks(all)
  for (const { caseId, named } of all)
    for (const { mark, normal, spoken, known } of named) {
      const one = thing(root(mark), 'identifier')
      one.cases.add(caseId)
      one.parts.set(caseId, normal)
      if (spoken) one.spoken.add(caseId)
      if (known === true) one.known = true
    }
  for (const { id, cases } of things.values()) {
    if (cases.size < 2 || cases.size > MOST_COMPARED) continue
    const list = [...cases].toSorted()
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1))
        pairs.push({
          a,
          b,
          kind: 'identifier',
          thing: id,
          strength: strengthOf(types(a, id), types(b, id)),
          weak: false,
        })
    })
  }
  for (const [kind, matches] of [
    ['image', pictureMatches(all)],
    ['script', scriptMatches(all)],
    ['voice', voiceMatches(all)],
  ] as const) {
    const groups = makeGroups()
    for (const { one, other } of matches) groups.join(one.key, other.key)
    for (const { one, other, strength, weak } of matches) {
      const id = `${kind} ${groups.root(one.key)}`
      const known = thing(id, kind)
      known.cases.add(one.caseId).add(other.caseId)
      for (const { caseId, part } of [one, other]) if (!known.parts.has(caseId)) known.parts.set(caseId, part)
      const [a, b] = ordered(one.caseId, other.caseId)
      if (a !== b) pairs.push({ a, b, kind, thing: id, strength, weak })
    }
  }
  return { things, pairs }
}

/**
 * Cases of one thing that are told of each other; it joins nobody beyond `MOST_JOINED`
 * (core/services/linkage/held).
 */
const MOST_COMPARED = 500
