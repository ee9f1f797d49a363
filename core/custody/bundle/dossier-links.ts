import type { CaseCode, CaseId } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'
import { SAME_SCRIPT } from '../../model/scripts.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseFacts } from '../../services/linkage/case-facts.ts'
import { joinCases } from '../../services/linkage/join.ts'
import { RADIUS } from '../../services/linkage/near.ts'
import { LEAST_QUALITY } from '../../services/linkage/pictures.ts'
import type { LinkKind, Thing } from '../../services/linkage/things.ts'
import { LEAST_WORDS, SAME_RECORDING } from '../../services/linkage/voices.ts'
import { labelOf, valueOf } from '../../text/identifiers/label.ts'

/** How a link of each kind is found, and from where on it counts. */
export const METHODS: Readonly<Record<LinkKind, { readonly method: string; readonly threshold: string }>> = {
  identifier: {
    method: 'the same number, account, wallet, card or address, compared in one normal form',
    threshold: 'equal',
  },
  image: {
    method: 'PDQ of the picture and of parts of it, in eight turns',
    threshold: `at most ${RADIUS} of 256 bits differ, quality at least ${LEAST_QUALITY}`,
  },
  script: {
    method: 'share of the winnowed character 5-grams of the shorter text that stand in the other',
    threshold: `at least ${SAME_SCRIPT}`,
  },
  voice: {
    method: 'Chromaprint where both lie best over each other; the same recording, not the same speaker',
    threshold: `at most ${SAME_RECORDING} of the bits differ, over at least ${LEAST_WORDS} words of 32 bits`,
  },
}

/** A case that may be named, as it stands. */
export type Named = { readonly code: CaseCode; readonly state: CaseState; readonly facts: CaseFacts }

export type DossierLink = {
  readonly cases: readonly [CaseCode, CaseCode]
  readonly kind: LinkKind
  /** Between 0 and 1, for order only. */
  readonly strength: number
  readonly shared: readonly {
    readonly type?: string
    readonly value?: string
    /** Of a picture or a recording the items with the hash of the file; of a text the messages. */
    readonly items?: readonly { readonly case: CaseCode; readonly id: string; readonly sha256?: string }[]
  }[]
}

/** What a member of the team said of two of the cases. */
export type Judgement = {
  readonly cases: readonly [CaseCode, CaseCode]
  readonly verdict: string
  /** As the person knows them. */
  readonly by: string
  readonly at: Instant
  readonly reason: string
}

const sharedOf = (thing: Thing, pair: readonly Named[]): DossierLink['shared'][number] => {
  const [first] = pair
  if (thing.kind === 'identifier') {
    const normal = first === undefined ? undefined : thing.parts.get(first.state.caseId)
    const found = first?.state.identifiers.find((one) => one.normal === normal)
    return found === undefined ? {} : { type: labelOf(found), value: valueOf(found) }
  }
  return {
    items: pair.flatMap(({ code, state }) => {
      const id = thing.parts.get(state.caseId)
      if (id === undefined) return []
      const item = Object.entries(state.evidence).find(([key]) => key === id)?.[1]
      const sha256 = item !== undefined && 'sha256' in item ? item.sha256 : undefined
      return [{ case: code, id, ...(sha256 === undefined ? {} : { sha256 }) }]
    }),
  }
}

/** Links among these cases, made of them alone; the strongest first. */
export const linksAmong = (named: readonly Named[]): readonly DossierLink[] => {
  const byId = new Map<CaseId, Named>(named.map((one) => [one.state.caseId, one]))
  const joined = joinCases(named.map(({ facts }) => facts))
  return joined.links
    .flatMap(({ a, b, kind, strength, things }): readonly DossierLink[] => {
      const [one, other] = [byId.get(a), byId.get(b)]
      if (one === undefined || other === undefined) return []
      const shared = things.flatMap((id) => {
        const thing = joined.things.get(id)
        return thing === undefined ? [] : [sharedOf(thing, [one, other])]
      })
      return [{ cases: [one.code, other.code], kind, strength: Math.round(strength * 100) / 100, shared }]
    })
    .toSorted((x, y) => y.strength - x.strength || (x.cases.join() < y.cases.join() ? -1 : 1))
}

/** Each judgement stands in both cases and is told once. */
export const judgementsAmong = (named: readonly Named[]): readonly Judgement[] => {
  const codes = new Map<string, CaseCode>(named.map(({ code, state }) => [state.caseId, code]))
  const found = new Map<string, Judgement>()
  for (const { code, state } of named) {
    const said = [
      ...Object.entries(state.verdicts).map(([other, one]) => [other, one.verdict, one] as const),
      ...Object.entries(state.apart).map(([other, one]) => [other, 'different', one] as const),
    ]
    for (const [other, verdict, { alias, at, reason }] of said) {
      const there = codes.get(other)
      if (there === undefined) continue
      const [a, b] = code < there ? [code, there] : [there, code]
      found.set(`${a} ${b} ${verdict}`, { cases: [a, b], verdict, by: alias, at, reason })
    }
  }
  return [...found.values()].toSorted((x, y) => x.at - y.at)
}
