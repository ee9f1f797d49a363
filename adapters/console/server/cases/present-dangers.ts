import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import {
  CRISIS_LABELS,
  isLearnt,
  witnessOf,
  type CrisisHit,
  type CrisisLabel,
} from '../../../../core/base/danger.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { AgentId, InboundId } from '../../../../core/base/ids.ts'
import { beginConversation } from '../../../../core/model/conversation.ts'
import { evolveConversation } from '../../../../core/model/evolve-conversation.ts'
import { outcomeOf, worryOf, type WorryOutcome } from '../../../../core/model/worry.ts'
import type { Danger } from '../../contract/findings.ts'
import { isoOf } from '../http/iso.ts'
import { messagesOf } from './present-findings.ts'

/** More than anybody reads; a flood of cries must not make a case file heavy. */
const MOST_DANGERS = 100

/** So much of a message is shown on either side of the words that said it. */
const AROUND = 160

type Events = CaseBook['events']

/**
 * What was read in a message, by whomever: rules, the learnt reader, a model that suggested it, or
 * what read a picture. Of a picture no words: they show what it shows, and that takes a reveal.
 */
const heardIn = (
  event: CaseEvent,
): Pick<Extract<CaseEvent, { type: 'crisis_found' }>, 'inbound' | 'hits' | 'sentences'> | undefined => {
  if (event.type === 'crisis_found') return event
  if (event.type === 'picture_danger_found')
    return { inbound: event.inbound, hits: [event.hit], sentences: [] }
  if (event.type !== 'danger_suggested') return undefined
  return { inbound: event.inbound, hits: [event.hit], sentences: [event.sentence] }
}

/** How each worry's episode ended, by the place of the entry that spoke of it: `seq.n label`. */
const outcomesOf = (events: Events): ReadonlyMap<string, WorryOutcome> => {
  let state = beginConversation()
  const episodes = new Map<string, WorryOutcome>()
  const episodeOf = new Map<string, string>()
  for (const { event, seq, n } of events) {
    state = evolveConversation(state, event)
    const asks =
      event.type === 'question_asked' || event.type === 'answer_given' || event.type === 'step_skipped'
    const isHeard = heardIn(event) !== undefined
    if (!isHeard && !(asks && worryOf(event.step) !== undefined)) continue
    for (const label of CRISIS_LABELS) {
      const since = state.worries?.[label]?.since
      const outcome = outcomeOf(state, label)
      if (since === undefined || outcome === undefined) continue
      const episode = `${label} ${since}`
      episodes.set(episode, outcome)
      if (isHeard) episodeOf.set(`${seq}.${n} ${label}`, episode)
    }
  }
  // What waits to be asked is the team's once somebody of it came.
  for (const label of CRISIS_LABELS) {
    const since = state.worries?.[label]?.since
    const outcome = outcomeOf(state, label)
    if (since !== undefined && outcome !== undefined) episodes.set(`${label} ${since}`, outcome)
  }
  return new Map(
    [...episodeOf].flatMap(([place, episode]) => [[place, episodes.get(episode) ?? 'left'] as const]),
  )
}

const readerOf = (hit: CrisisHit): Danger['witness'] => {
  if (isLearnt(hit)) return 'reader'
  const witness = witnessOf(hit)
  return witness === 'model' || witness === 'picture' ? witness : 'rule'
}

/** What was said last of a danger in a message, and by whom. */
const reviewsOf = (
  events: Events,
): ReadonlyMap<string, { readonly verdict: 'danger' | 'none'; readonly by: AgentId }> =>
  new Map(
    events.flatMap(({ event }) =>
      event.type === 'danger_reviewed'
        ? [[`${event.inbound} ${event.label}`, { verdict: event.verdict, by: event.agent }] as const]
        : [],
    ),
  )

const wordsOf = (line: CaseBook['lines'][number]): readonly string[] => {
  if (line.from !== 'person') return []
  return [line.message, ...line.edits.map(({ message }) => message)].flatMap(({ body }) =>
    body.kind === 'text'
      ? [body.text]
      : body.kind === 'media' && body.caption !== undefined
        ? [body.caption]
        : [],
  )
}

/** What stands before and after the words in their message, in the version that has them. */
const around = (
  texts: readonly string[],
  { start }: CrisisHit,
  sentence: string,
): Pick<Danger, 'before' | 'after'> => {
  const text = texts.findLast((one) => sentence !== '' && one.includes(sentence))
  if (text === undefined) return {}
  const at = text.startsWith(sentence, start) ? start : text.indexOf(sentence)
  const before = text.slice(Math.max(0, at - AROUND), at)
  const after = text.slice(at + sentence.length, at + sentence.length + AROUND)
  return {
    ...(before === '' ? {} : { before: `${at > AROUND ? '…' : ''}${before}` }),
    ...(after === '' ? {} : { after: `${after}${at + sentence.length + AROUND < text.length ? '…' : ''}` }),
  }
}

/**
 * Danger in the person's words with the words as written, who read it, and what became of it,
 * newest first.
 */
export const dangersOf = (
  { events, lines }: Pick<CaseBook, 'events' | 'lines'>,
  names: ReadonlyMap<string, string> = new Map(),
): Danger[] => {
  const messages = messagesOf(lines)
  const outcomes = outcomesOf(events)
  const reviews = reviewsOf(events)
  const texts = new Map(
    lines.flatMap((line) => (line.from === 'person' ? [[line.inbound, wordsOf(line)] as const] : [])),
  )
  const reviewed = (inbound: InboundId, label: CrisisLabel): Pick<Danger, 'review'> => {
    const review = reviews.get(`${inbound} ${label}`)
    return review === undefined
      ? {}
      : { review: { verdict: review.verdict, by: names.get(review.by) ?? review.by } }
  }
  return events
    .toReversed()
    .flatMap(({ event, at, seq, n }): Danger[] => {
      if (event.type === 'danger_reviewed') {
        // What nobody read stands beside what was read.
        const isRead = events.some(
          (one) =>
            one.event.type !== 'danger_reviewed' &&
            heardIn(one.event)?.inbound === event.inbound &&
            heardIn(one.event)?.hits.some(({ label }) => label === event.label) === true,
        )
        const last = reviews.get(`${event.inbound} ${event.label}`)
        if (isRead || event.verdict !== 'danger' || last?.verdict !== 'danger') return []
        const message = messages.get(event.inbound)
        const sentence = texts.get(event.inbound)?.at(-1) ?? ''
        return [
          {
            label: event.label,
            sure: true,
            about: 'self',
            rule: '',
            witness: 'team',
            outcome: 'missed',
            sentence,
            at: isoOf(at),
            ...(message === undefined ? {} : { message }),
            ...reviewed(event.inbound, event.label),
          },
        ]
      }
      const heard = heardIn(event)
      if (heard === undefined) return []
      const { inbound } = heard
      const message = messages.get(inbound)
      return heard.hits.map((hit, i) => {
        const { label, hard, about, rule } = hit
        const sentence = heard.sentences[i] ?? ''
        return {
          label,
          sure: hard,
          about,
          rule,
          witness: readerOf(hit),
          outcome: hard ? ('sure' as const) : (outcomes.get(`${seq}.${n} ${label}`) ?? ('left' as const)),
          sentence,
          ...around(texts.get(inbound) ?? [], hit, sentence),
          at: isoOf(at),
          ...(message === undefined ? {} : { message }),
          ...reviewed(inbound, label),
        }
      })
    })
    .slice(0, MOST_DANGERS)
}
