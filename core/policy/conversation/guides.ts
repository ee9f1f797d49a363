import type { ConversationState } from '../../model/conversation.ts'
import type { Flow } from '../../model/flow.ts'
import type { Guidance, Guide } from '../../model/guidance.ts'
import {
  guideAboutKey,
  guideGroupKey,
  guideLeadKey,
  guideMinorKey,
  guideShareKey,
  guideStepKey,
  guideTitleKey,
  guideTopicKey,
} from '../../model/keys.ts'
import { holds } from './condition.ts'
import { conversationFacts } from './facts.ts'
import { belowPicture, consentGiven, isOfMinor } from './gates.ts'
import type { Choice, Piece, Say } from './say.ts'
import { writeToken } from './token.ts'

/** More at once is a wall again. */
const MOST_CHOSEN = 4

const NONE: Guidance = {
  groups: [],
  topics: [],
  guides: [],
  jobs: { report: [], account: [] },
  sought: [],
  threats: [],
  asking: [],
}
/** What a flow knows to advise; nothing where it has none. */
export const guidanceOf = ({ guidance = NONE }: Flow): Guidance => guidance

const opens = (what: string, at = 0): string => writeToken({ kind: 'guide', what, at })
const others: Choice = { label: 'control-guides', token: opens('all'), control: true }

export const findGuide = (flow: Flow, id: string): Guide | undefined =>
  guidanceOf(flow).guides.find((guide) => guide.id === id)
/** The guides of a subject. */
export const guidesOf = (flow: Flow, topic: string): readonly Guide[] =>
  guidanceOf(flow).guides.filter((guide) => guide.topic === topic)

/** What opens under a name of the guidance instead, where somebody under 18 is concerned. */
export const forMinors = (flow: Flow, what: string): string | undefined => {
  const [only, ...more] = guidesOf(flow, what)
  return (more.length === 0 ? (only ?? findGuide(flow, what)) : undefined)?.minors
}

/**
 * The guides whose condition the answers fulfil, where an hour counts first. None before consent:
 * nothing was told yet.
 */
export const chosenGuides = (flow: Flow, state: ConversationState): readonly Guide[] => {
  if (!consentGiven(flow, state)) return []
  const facts = { ...state, facts: conversationFacts(state) }
  return guidanceOf(flow)
    .guides.filter(({ when }) => when !== undefined && holds(when, facts))
    .slice(0, MOST_CHOSEN)
}

/** Outside its topic a guide of an app is named by the app, too: its own title is the same for every app. */
const nameOf = (flow: Flow, guide: Guide): string =>
  guide.job === undefined ? guideTitleKey(guidanceOf(flow), guide) : guideTopicKey(guide.topic)

const topicOf = (guide: Guide): Readonly<Record<string, Piece>> => ({
  topic: { kind: 'phrase', key: guideTopicKey(guide.topic) },
})

const sayAll = (flow: Flow): Say => ({
  key: 'guides',
  choices: [
    ...guidanceOf(flow).groups.map((group) => ({ label: guideGroupKey(group), token: opens(group) })),
    { label: 'control-lessons', token: writeToken({ kind: 'lesson', lesson: 'all' }), control: true },
  ],
})

const sayGroup = (flow: Flow, group: string): Say => ({
  key: guideGroupKey(group),
  choices: [
    ...guidanceOf(flow)
      .topics.filter((topic) => topic.group === group)
      .map(({ id }) => ({ label: guideTopicKey(id), token: opens(id) })),
    others,
  ],
})

const sayTopic = (flow: Flow, topic: string): Say => ({
  key: guideAboutKey(topic),
  choices: [
    ...guidesOf(flow, topic).map((guide) => ({
      label: guideTitleKey(guidanceOf(flow), guide),
      token: opens(guide.id, 1),
    })),
    others,
  ],
})

/** The subjects of which a question is likely about one, to choose from. */
export const sayNear = (subjects: readonly string[]): Say => ({
  key: 'guides-near',
  args: { subjects: subjects.join(' ') },
  choices: [...subjects.map((id) => ({ label: guideTopicKey(id), token: opens(id) })), others],
})

const sayChosen = (flow: Flow, state: ConversationState): Say | undefined => {
  const chosen = chosenGuides(flow, state)
  if (chosen.length === 0) return undefined
  return {
    key: 'guides-chosen',
    choices: [...chosen.map((guide) => ({ label: nameOf(flow, guide), token: opens(guide.id, 1) })), others],
  }
}

type Known = Pick<ConversationState, 'answers' | 'skipped' | 'minorTold' | 'crisis' | 'worries'>

/**
 * A step by whom it concerns. What asks for a picture of the screen is said in words alone of who
 * is under 18, and with what holds for them where no age is known: nothing of a child is to lie on
 * a phone by our advice.
 */
const wordsOf = (
  flow: Flow,
  known: Known | undefined,
  guide: Guide,
  at: number,
): Pick<Say, 'key' | 'below'> => {
  const key = guideStepKey(guide, at)
  if (guide.pictures?.includes(at) !== true) return { key }
  if (known !== undefined && isOfMinor(flow, known)) return { key: guideMinorKey(guide, at) }
  return { key, ...belowPicture(flow, known) }
}

const sayStep = (flow: Flow, known: Known | undefined, guide: Guide, at: number): Say => ({
  ...wordsOf(flow, known, guide, at),
  progress: { n: at, of: guide.steps },
  choices: [
    {
      label: guide.reading === true ? 'control-guide-read' : 'control-guide-next',
      token: opens(guide.id, at + 1),
    },
    { label: 'control-guide-later', token: writeToken({ kind: 'guide', what: guide.id, at, later: true }) },
    others,
  ],
})

/** `2026-11-28` as people write it. */
const dayOf = (checked: string): string => checked.split('-').toReversed().join('/')

const sayEnd = (guide: Guide): Say => ({
  key: 'guide-finished',
  args: {
    lawyer: guide.lawyer === true ? 'yes' : 'no',
    source: `${guide.source.name} (${guide.source.address})`,
    checked: dayOf(guide.checked),
  },
  fill: { share: { kind: 'phrase', key: guideShareKey(guide), fill: topicOf(guide) } },
  choices: [others],
})

/**
 * What opens under a name of the guidance: all of it, a group, a subject, a guide or one step of
 * it; after the last step its source. `known`: of whom it is said; left out where the words must not tell
 * an age.
 */
export const sayGuide = (flow: Flow, what: string, at: number, known?: Known): readonly Say[] => {
  if (guidanceOf(flow).groups.includes(what)) return [sayGroup(flow, what)]
  const [only, ...more] = at > 0 ? [] : guidesOf(flow, what)
  if (more.length > 0) return [sayTopic(flow, what)]
  const guide = only ?? findGuide(flow, what)
  if (guide === undefined) return [sayAll(flow)]
  if (at > guide.steps) return [sayEnd(guide)]
  const step = sayStep(flow, known, guide, Math.max(1, at))
  return at > 1 ? [step] : [{ key: guideLeadKey(guide), fill: topicOf(guide) }, step]
}

/** The way in: what fits what was told, where something does, else every subject. */
export const sayAdvice = (flow: Flow, state: ConversationState): Say => sayChosen(flow, state) ?? sayAll(flow)

/**
 * "Is it done?", about a step that somebody put off or left; asked once. What is only read is not
 * asked about.
 */
export const sayAgain = (flow: Flow, state: ConversationState): Say | undefined => {
  const { guide: begun } = state
  const guide = begun === undefined ? undefined : findGuide(flow, begun.id)
  if (begun === undefined || guide === undefined || begun.asked === true || guide.reading === true)
    return undefined
  if (begun.step > guide.steps) return undefined
  const { key, ...below } = wordsOf(flow, state, guide, begun.step)
  return {
    key: 'guide-again',
    fill: { title: { kind: 'phrase', key: nameOf(flow, guide) }, step: { kind: 'phrase', key } },
    ...below,
    choices: [
      { label: 'control-guide-did', token: opens(guide.id, begun.step + 1) },
      { label: 'control-guide-show', token: opens(guide.id, Math.max(2, begun.step)) },
      {
        label: 'control-guide-no',
        token: writeToken({ kind: 'guide', what: guide.id, at: begun.step, later: true }),
      },
    ],
  }
}

/** After a report was sent: the step that was left open, else what fits what was told. */
export const sayMeanwhile = (flow: Flow, state: ConversationState): Say | undefined =>
  sayAgain(flow, state) ?? sayChosen(flow, state)

/** The lines of the list that was shown last, in the order of their numbers. */
export const linesOf = (flow: Flow, state: ConversationState): readonly Choice[] => {
  const { menu, guide } = state
  const [, list = '', step] = /^guide-(?:(?:group|topic|about)-)?(.+?)(?:-(\d+))?$/.exec(menu ?? '') ?? []
  const shown =
    menu === 'guides'
      ? sayAll(flow)
      : menu === 'guides-near'
        ? sayNear(state.near ?? [])
        : menu === 'guides-chosen'
          ? sayChosen(flow, state)
          : menu === 'guide-again'
            ? sayAgain(flow, {
                ...state,
                ...(guide === undefined ? {} : { guide: { id: guide.id, step: guide.step } }),
              })
            : sayGuide(flow, list, Number(step ?? 0)).at(-1)
  return (shown?.choices ?? []).filter(({ control }) => control !== true)
}
