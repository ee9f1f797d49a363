import type { CaseEvent } from './events.ts'
import type { AgentId } from '../base/ids.ts'
import type { Instant } from '../base/units.ts'

/** Something to do in a case. `id` is known to whoever added it by its place, and never changes. */
export type Task = {
  readonly id: string
  readonly text: string
  readonly by: string
  readonly at: Instant
  readonly dueAt?: Instant
  readonly doneAt?: Instant
}

/** What the team has to do in a case, beyond answering. */
export type Work = {
  /** Set aside by whoever holds it; ends by itself, or when the person writes or the case changes hands. */
  readonly snooze?: { readonly until: Instant; readonly agent: AgentId; readonly promise?: string }
  /** Let go by whoever holds it, who can still take that back; also by going on to speak. */
  readonly leaving?: { readonly agent: AgentId; readonly to: 'bot' | 'queue'; readonly at: Instant }
  readonly tasks: readonly Task[]
  /** A time that the person was told came, and nobody has written to them since. */
  readonly promised?: { readonly at: Instant; readonly agent: AgentId }
  /** An agent wants a supervisor here. */
  readonly help?: {
    readonly agent: AgentId
    readonly alias: string
    readonly text: string
    readonly at: Instant
  }
  /** Colleagues who are named in notes that they have not seen yet, as the notes came; none once it is closed. */
  readonly mentions: readonly Mention[]
  /** Who looked into the case without holding it: of each the last time as each. */
  readonly viewed: readonly Viewed[]
}

/** `whom` is named by `by` in the note of this place. */
export type Mention = {
  readonly whom: AgentId
  readonly by: AgentId
  readonly note: string
  readonly at: Instant
}

export type Viewed = {
  readonly agent: AgentId
  readonly as: 'member' | 'watch' | 'auditor'
  readonly at: Instant
}

/** More than anybody reads; a case with so many needs another tool. */
export const MOST_TASKS = 100
/** The last ones to look; of who looked before them the chain knows. */
const MOST_VIEWED = 100
/** The newest ones: more than a team has unread in one case. */
const MOST_MENTIONS = 100

export const beginWork = (): Work => ({ tasks: [], viewed: [], mentions: [] })

/** The place of the note in an entry that names colleagues: it is the first of its events. */
export const noteOf = (seq: number): string => `${seq}.0`

const awake = (work: Work): Work => {
  const { snooze: _, ...rest } = work
  return rest
}

const staying = (work: Work): Work => {
  const { leaving: _, ...rest } = work
  return rest
}

/** Whoever spoke, or put it off once more, has kept their word; whoever let the case go has passed it on. */
const kept = (work: Work): Work => {
  const { promised: _, ...rest } = work
  return rest
}

const unaided = (work: Work): Work => {
  const { help: _, ...rest } = work
  return rest
}

/** An event about an unknown task changes nothing. */
export const evolveWork = (
  work: Work,
  event: CaseEvent,
  place: { readonly seq: number; readonly at: Instant },
): Work => {
  switch (event.type) {
    case 'case_snoozed': {
      const { until, agent, promise } = event
      return { ...kept(work), snooze: { until, agent, ...(promise === undefined ? {} : { promise }) } }
    }
    case 'snooze_ended':
      return work.snooze?.promise === undefined
        ? awake(work)
        : { ...awake(work), promised: { at: work.snooze.until, agent: work.snooze.agent } }
    case 'message_received':
      return awake(work)
    case 'case_released':
    case 'case_transferred':
      return kept(staying(unaided(awake(work))))
    case 'case_closed':
      return { ...kept(staying(unaided(awake(work)))), mentions: [] }
    case 'release_planned': {
      const { agent, to, at } = event
      return { ...work, leaving: { agent, to, at } }
    }
    case 'agent_said':
      return kept(staying(work))
    case 'release_undone':
    case 'case_claimed':
      return staying(work)
    case 'task_added': {
      if (work.tasks.length >= MOST_TASKS) return work
      const { text, alias, dueAt } = event
      const n = work.tasks.filter(({ id }) => id.startsWith(`${place.seq}.`)).length
      const task = {
        id: `${place.seq}.${n}`,
        text,
        by: alias,
        at: place.at,
        ...(dueAt === undefined ? {} : { dueAt }),
      }
      return { ...work, tasks: [...work.tasks, task] }
    }
    case 'task_done':
      return {
        ...work,
        tasks: work.tasks.map((task) => (task.id === event.task ? { ...task, doneAt: place.at } : task)),
      }
    case 'task_reopened':
      return { ...work, tasks: work.tasks.map((task) => (task.id === event.task ? undone(task) : task)) }
    case 'help_asked': {
      const { agent, alias, text } = event
      return { ...work, help: { agent, alias, text, at: place.at } }
    }
    case 'help_given':
      return unaided(work)
    case 'colleague_mentioned': {
      const { whom, agent: by } = event
      const mention = { whom, by, note: noteOf(place.seq), at: place.at }
      return { ...work, mentions: [...work.mentions, mention].slice(-MOST_MENTIONS) }
    }
    case 'mention_seen': {
      const { agent, note } = event
      return {
        ...work,
        mentions: work.mentions.filter((one) => one.whom !== agent || one.note !== note),
      }
    }
    case 'case_viewed': {
      const { agent, as } = event
      const others = work.viewed.filter((one) => one.agent !== agent || one.as !== as)
      return { ...work, viewed: [...others, { agent, as, at: place.at }].slice(-MOST_VIEWED) }
    }
    default:
      return work
  }
}

const undone = (task: Task): Task => {
  const { doneAt: _, ...rest } = task
  return rest
}
