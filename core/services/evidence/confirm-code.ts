import { codeAt } from '../../policy/access/read-codes.ts'
import type { CodePlace } from '../../model/reading-events.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { CodeJudge } from '../../model/reading-events.ts'
import type { CaseState } from '../../model/state.ts'
import type { InboundId } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'
import type { Checks } from '../../ports/checks.ts'
import type { Hasher } from '../../ports/hasher.ts'
import { findIdentifiers } from '../../text/identifiers/extract.ts'
import { isPhoneType, matchKeys, sealable, type Found } from '../../text/identifiers/identifier.ts'
import type { LinkJob } from '../casebook/link-lapse.ts'
import type { NewJob } from '../casebook/decision-builder.ts'

/** Letters beside a code that may stand in a message which is nothing but that code. */
const ASIDE = 3

/**
 * The code as somebody put it right. `wanted`: that was asked for, and it is the one of the same kind
 * in the words. Where it was not asked for, a message counts as that
 * only if it is nothing but a code: one that stands among other words may be anybody's, also the
 * person's own ("yes, and call me on ..."). Nothing where there is none.
 */
export const fixedCode = (
  state: CaseState,
  where: CodePlace,
  { words, wanted }: { readonly words: string; readonly wanted: boolean },
  checks: Checks,
): Found | undefined => {
  const read = codeAt(state, where)?.identifier
  if (read === undefined) return undefined
  const found = findIdentifiers(words, checks, true)
  const isSame = ({ type }: Found): boolean =>
    type === read.type || (isPhoneType(type) && isPhoneType(read.type))
  const isBare = ({ raw }: Found): boolean => words.trim().length - raw.length <= ASIDE
  const one = found.find((each) => isBare(each) || (wanted && isSame(each)))
  if (one === undefined) return undefined
  return { ...one, owner: read.owner, keys: keysOf(one) }
}

/** What somebody types in a chat with us may sound like their own: it is what stands in the picture. */
const keysOf = (found: Found): readonly string[] =>
  found.owner !== 'self' || found.type === 'card'
    ? found.keys
    : [`${isPhoneType(found.type) ? 'phone' : found.type}:${found.normal}`]

type Confirmed = { readonly events: readonly CaseEvent[]; readonly jobs: readonly NewJob[] }

/**
 * A code counts from now on like one that was told in words: found, matched and linked by. `fixed`:
 * as it was put right, in the message `inbound` where the person did that.
 */
export const confirmCode = (
  hasher: Hasher,
  state: CaseState,
  {
    where,
    by,
    fixed,
  }: { readonly where: CodePlace; readonly by: CodeJudge; readonly fixed?: Found | undefined },
  now: Instant,
): Confirmed | undefined => {
  const item = state.evidence[where.evidence]
  const one = fixed ?? codeAt(state, where)?.identifier
  if (item === undefined || one === undefined) return undefined
  const inbound: InboundId = fixed !== undefined && by.kind === 'person' ? by.inbound : item.inbound
  const marks = matchKeys(one).map((key) => hasher.keyed('identifier', key))
  const { evidence, place } = where
  return {
    events: [
      {
        type: 'reading_confirmed',
        evidence,
        place,
        value: one.normal,
        by,
        ...(fixed === undefined ? {} : { fixed: true }),
      },
      { type: 'identifiers_found', inbound, identifiers: [{ ...sealable(one), marks }] },
    ],
    jobs: marks.length === 0 ? [] : [{ kind: 'link', dueAt: now, payload: { marks } satisfies LinkJob }],
  }
}
