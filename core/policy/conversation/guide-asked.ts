import type { Flow, Option } from '../../model/flow.ts'
import type { Guidance, GuideJob, GuideTopic } from '../../model/guidance.ts'
import { guidanceOf, guidesOf } from './guides.ts'
import { hintsIn } from './hints.ts'
import type { ReadSubject, SaidSubject } from './input.ts'
import { foldShort, opensQuestion } from './words.ts'

const asOption = (id: string, hints: readonly string[]): Option => ({ id, words: [], hints })

/** Subjects as options of questions that nobody is asked, so that they are found in words as answers are. */
const indexed = new WeakMap<Guidance, Flow>()
const indexOf = (flow: Flow): Flow => {
  const guidance = guidanceOf(flow)
  const known = indexed.get(guidance)
  if (known !== undefined) return known
  const topics = guidance.topics.map(({ id, hints }: GuideTopic) => asOption(id, hints))
  const jobs = Object.entries(guidance.jobs).map(([job, hints]) => asOption(job, hints))
  const { words = [], never = [] } = guidance.askingBeside ?? {}
  const asks = [asOption('yes', guidance.asking), { ...asOption('may', words), notBeside: never }]
  const threats = [asOption('yes', guidance.threats)]
  const fresh: Flow = {
    ...flow,
    steps: [
      { id: 'topic', kind: 'choices', options: topics },
      { id: 'job', kind: 'choices', options: jobs },
      { id: 'asks', kind: 'choices', options: asks },
      { id: 'threat', kind: 'choices', options: threats },
    ],
  }
  indexed.set(guidance, fresh)
  return fresh
}

/** Longer words tell what happened, they are no question for a subject. */
const LONGEST_QUESTION = 160

/** Whether words ask for something, and are no longer than a question. */
export const isQuestion = (flow: Flow, text: string): boolean =>
  text.length <= LONGEST_QUESTION && (/[?؟]/.test(text) || hintsIn(indexOf(flow), text).has('asks'))

/** The same, and what only begins as questions do: it tells nothing, and asks for no subject by that. */
export const asks = (flow: Flow, text: string): boolean =>
  isQuestion(flow, text) || opensQuestion(flow, foldShort(text) ?? '')

/** Subjects that a question names. What only tells something names much by the way. */
export const namedInQuestion = (flow: Flow, text: string): readonly string[] =>
  isQuestion(flow, text) ? (hintsIn(indexOf(flow), text).get('topic') ?? []) : []

/** Where a guide begins, or which subject opens, and the group that it stands in. */
export type Asked = { readonly what: string; readonly at: number; readonly group?: string }

type Found = ReadonlyMap<string, readonly string[]>

/** Of a subject the guide for what is wished, where one wish is named. */
const openedBy = (flow: Flow, topic: string, found: Found): Asked => {
  const wishes = (found.get('job') ?? []) as readonly GuideJob[]
  const guide = guidesOf(flow, topic).find(
    ({ job }) => job !== undefined && wishes.length === 1 && wishes.includes(job),
  )
  return guide === undefined ? { what: topic, at: 0 } : { what: guide.id, at: 1 }
}

/**
 * What a question in plain words is about: a guide where app and wish are named, else a subject;
 * the first that is named.
 */
export const guideAsked = (flow: Flow, text: string): Asked | undefined => {
  if (text.length > LONGEST_QUESTION) return undefined
  const found = hintsIn(indexOf(flow), text)
  const [topic] = found.get('topic') ?? []
  return topic === undefined ? undefined : openedBy(flow, topic, found)
}

/** Whether who only says what is wrong seeks a way by it: not who says that they are threatened. */
export const isSought = (flow: Flow, { group }: Asked, text: string): boolean =>
  group !== undefined &&
  guidanceOf(flow).sought.includes(group) &&
  !hintsIn(indexOf(flow), text).has('threat')

/** `named`: by the words themselves, not only by what they are like. */
export type Meant = Asked & Pick<SaidSubject, 'firm'> & { readonly named: boolean }

/** The same in words that nobody listed, as it was learnt of many questions; only what is sure. */
export const guideMeant = (flow: Flow, text: string, read: ReadSubject | undefined): Meant | undefined => {
  if (read === undefined || text.length > LONGEST_QUESTION) return undefined
  const found = hintsIn(indexOf(flow), text)
  const named = found.get('topic') ?? []
  const meant = read(text, namedInQuestion(flow, text))
  if (meant?.sure !== true || guidesOf(flow, meant.subject).length === 0) return undefined
  const groupOf = (topic: string): string | undefined =>
    guidanceOf(flow).topics.find(({ id }) => id === topic)?.group
  // Of the same kind the one that is named is meant ("the law in Erbil").
  const isNamed = named.includes(meant.subject)
  const other = isNamed ? undefined : named.find((topic) => groupOf(topic) === groupOf(meant.subject))
  const group = groupOf(meant.subject)
  return {
    ...openedBy(flow, other ?? meant.subject, found),
    named: isNamed || other !== undefined,
    ...(group === undefined ? {} : { group }),
    ...(meant.firm === true ? { firm: true } : {}),
  }
}

/**
 * Subjects of which one is likely asked about, where none is surely: they are offered, the likeliest
 * first. Of a question only; words that tell something are heard.
 */
export const subjectsNear = (flow: Flow, text: string, read: ReadSubject | undefined): readonly string[] => {
  if (read === undefined || !isQuestion(flow, text)) return []
  const { near = [] } = read(text, namedInQuestion(flow, text)) ?? {}
  return near.filter((subject) => guidesOf(flow, subject).length > 0)
}
