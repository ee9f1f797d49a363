import type { CrisisLabel } from '../base/danger.ts'
import type { CaseEvent } from './events.ts'
import type { DangerVerdict } from './team-events.ts'
import type { AgentId, CaseId, InboundId } from '../base/ids.ts'
import { mergeIdentifiers, withdraw, withoutRole, type Identifier } from '../text/identifiers/identifier.ts'
import type { Instant } from '../base/units.ts'

/** More than a case of one person needs; a pasted telephone book must not grow the state for ever. */
const MOST_MARKS = 200
/**
 * Files have marks of their own room: neither may push the other out. Three a picture, of more
 * pictures than a person has.
 */
const MOST_FILE_MARKS = 600

/** Who was named in a case, and which other cases name the same. */
export type Findings = {
  /** What was read in the person's words, for agents; each thing once. */
  readonly identifiers: readonly Identifier[]
  /**
   * Keyed hashes of what others are known by in this case, each with the normal form it is of: two
   * cases that share one are linked.
   */
  readonly marks: Readonly<Record<string, string>>
  /** Cases that name the same number, account or wallet as this one. */
  readonly links: readonly CaseId[]
  /** Cases that hold the same file and share nothing else. Pictures travel: it makes no case graver. */
  readonly sameFile: readonly CaseId[]
  /** Keyed hashes of files and pictures. */
  readonly fileMarks: readonly string[]
  /** Cases that hold a picture which looks the same: a hint for the eye, which no rule counts. */
  readonly alike: readonly CaseId[]
  /** Cases into which the same text was copied, and cases with the same recording: hints as well. */
  readonly sameScript: readonly CaseId[]
  readonly sameSound: readonly CaseId[]
  /** Cases whose link somebody of the team judged wrong: they stand in none of the lists above. */
  readonly apart: Readonly<Record<CaseId, Apart>>
  /** What was said last of other cases, where it was not that they are another matter. */
  readonly verdicts: Readonly<Record<CaseId, Verdict>>
  /** What was said last of dangers in messages, see `reviewKey`. */
  readonly reviews?: Readonly<Record<string, DangerVerdict>>
}

/** Under which what was said of a danger in a message is kept. */
export const reviewKey = (inbound: InboundId, label: CrisisLabel): string => `${inbound} ${label}`

type List = 'links' | 'sameFile' | 'alike' | 'sameScript' | 'sameSound'

/** `same`: they belong together, whatever they share. `unsure`: somebody looked, and cannot tell. */
export type Verdict = {
  readonly verdict: 'same' | 'unsure'
  readonly agent: AgentId
  readonly alias: string
  readonly reason: string
  readonly at: Instant
}

/** `was`: where it stood, and stands again where that is taken back. */
export type Apart = {
  readonly was: readonly List[]
  readonly agent: AgentId
  readonly alias: string
  readonly reason: string
  readonly at: Instant
  readonly shared: readonly string[]
}

export const beginFindings = (): Findings => ({
  identifiers: [],
  marks: {},
  links: [],
  sameFile: [],
  fileMarks: [],
  alike: [],
  sameScript: [],
  sameSound: [],
  apart: {},
  verdicts: {},
})

const withoutMarks = (one: Identifier & { readonly marks: unknown }): Identifier => {
  const { marks: _, ...identifier } = one
  return identifier
}

type FindingEvent = Extract<
  CaseEvent,
  {
    type:
      | 'identifiers_found'
      | 'identifiers_owned'
      | 'identifiers_withdrawn'
      | 'identifier_judged'
      | 'danger_reviewed'
      | 'case_linked'
      | 'link_judged'
      | 'links_lapsed'
      | 'evidence_examined'
  }
>

const LISTS: readonly List[] = ['links', 'sameFile', 'alike', 'sameScript', 'sameSound']
/** Where a link stands, by what it rests on. */
const LIST_OF = { file: 'sameFile', picture: 'alike', script: 'sameScript', sound: 'sameSound' } as const

const judgeLink = (
  findings: Findings,
  event: Extract<CaseEvent, { type: 'link_judged' }>,
  at: Instant,
): Findings => {
  const { to, wrong, agent, alias, reason, shared, verdict } = event
  const { [to]: known, ...others } = findings.apart
  const { [to]: _, ...rest } = findings.verdicts
  const verdicts = verdict === undefined ? rest : { ...rest, [to]: { verdict, agent, alias, reason, at } }
  if (!wrong)
    return {
      ...findings,
      verdicts,
      apart: others,
      ...Object.fromEntries((known?.was ?? []).map((list) => [list, [...new Set([...findings[list], to])]])),
    }
  const was = LISTS.filter((list) => findings[list].includes(to) || known?.was.includes(list) === true)
  return {
    ...findings,
    ...Object.fromEntries(was.map((list) => [list, findings[list].filter((one) => one !== to)])),
    verdicts: rest,
    apart: { ...others, [to]: { was, agent, alias, reason, at, shared } },
  }
}

/** What somebody of the team says stands in the place of what words told. */
const told = (one: Identifier): Identifier => {
  const { withdrawn: _, ...rest } = withoutRole(one)
  return rest
}

export const evolveFindings = (findings: Findings, event: FindingEvent, at: Instant): Findings => {
  switch (event.type) {
    case 'identifiers_found': {
      const found: readonly Identifier[] = event.identifiers.map(withoutMarks)
      const others = event.identifiers.filter(({ owner }) => owner !== 'self')
      const marks = others.flatMap((one) => one.marks.map((mark) => [mark, one.normal] as const))
      return {
        ...findings,
        identifiers: mergeIdentifiers(findings.identifiers, found),
        marks: Object.fromEntries([...Object.entries(findings.marks), ...marks].slice(0, MOST_MARKS)),
      }
    }
    case 'identifiers_owned': {
      const isTheirs = (normal: string): boolean => event.normals.includes(normal)
      return {
        ...findings,
        identifiers:
          event.removed === true
            ? findings.identifiers.filter(({ normal }) => !isTheirs(normal))
            : findings.identifiers.map((one) =>
                isTheirs(one.normal) ? { ...withoutRole(one), owner: 'self' as const, keys: [] } : one,
              ),
        marks: Object.fromEntries(Object.entries(findings.marks).filter(([, normal]) => !isTheirs(normal))),
      }
    }
    case 'identifiers_withdrawn': {
      const isMeant = (one: Identifier): boolean => event.normals.includes(one.normal) && one.judged !== true
      const gone = new Set(findings.identifiers.flatMap((one) => (isMeant(one) ? [one.normal] : [])))
      return {
        ...findings,
        identifiers: findings.identifiers.map((one) => (isMeant(one) ? withdraw(one) : one)),
        marks: Object.fromEntries(Object.entries(findings.marks).filter(([, normal]) => !gone.has(normal))),
      }
    }
    case 'identifier_judged': {
      const { normal, owner } = event
      const mine = owner === 'self'
      return {
        ...findings,
        identifiers: findings.identifiers.map((one) =>
          one.normal === normal
            ? { ...told(one), owner, keys: mine ? [] : one.keys, judged: true as const }
            : one,
        ),
        // A mark that was taken back comes again only with the next message that names it.
        marks: mine
          ? Object.fromEntries(Object.entries(findings.marks).filter(([, of]) => of !== normal))
          : findings.marks,
      }
    }
    case 'danger_reviewed':
      return {
        ...findings,
        reviews: { ...findings.reviews, [reviewKey(event.inbound, event.label)]: event.verdict },
      }
    case 'case_linked': {
      const list: List = event.reason === undefined ? 'links' : LIST_OF[event.reason]
      // What is told of a case that was judged to be another matter is something that both did not
      // share then.
      const apart = Object.entries(findings.apart).filter(([one]) => !event.to.includes(one as CaseId))
      return {
        ...findings,
        [list]: [...new Set([...findings[list], ...event.to])],
        apart: Object.fromEntries(apart),
      }
    }
    case 'link_judged':
      return judgeLink(findings, event, at)
    case 'links_lapsed': {
      const list: List = event.reason === undefined ? 'links' : LIST_OF[event.reason]
      return { ...findings, [list]: findings[list].filter((one) => !event.to.includes(one)) }
    }
    case 'evidence_examined': {
      const { marks = [] } = event
      return marks.length === 0
        ? findings
        : {
            ...findings,
            fileMarks: [...new Set([...findings.fileMarks, ...marks])].slice(0, MOST_FILE_MARKS),
          }
    }
  }
}
