import type { Desk } from '../../../../core/services/desk/desk.ts'
import type { AgentId } from '../../../../core/base/ids.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import type { Log } from '../../../../core/ports/log.ts'
import type { Feed, FeedItem } from '../../../../core/ports/store/feed.ts'
import type { CaseRow } from '../../../../core/ports/store/views.ts'
import { minutes, seconds, type Instant } from '../../../../core/base/units.ts'
import type { Agents } from '../identity/agents.ts'
import type { Member } from '../identity/roster.ts'
import { deskMember, isReader } from '../identity/member-agent.ts'
import type { PushBook, PushBrowser } from './push-book.ts'

/** What wakes browsers; see adapters/push. */
export type PushLine = {
  readonly publicKey: () => Promise<string>
  readonly takes: (endpoint: string) => Promise<boolean>
  readonly send: (
    target: { readonly endpoint: string; readonly p256dh: string; readonly auth: string },
    word: string,
  ) => Promise<'taken' | 'gone' | 'failed'>
  /** Whether this process wakes: of several with the same key one does. */
  readonly isMine: (key: string) => Promise<boolean>
}

/**
 * A member is woken at most once in this time: one line says that something waits, and more of it
 * says no more. While many that are alike wait and nobody takes one, they wake ever more rarely;
 * somebody who is like none of them still wakes after the first pause.
 */
const PAUSE = seconds(60)
const LONGEST = minutes(30)
const PAGE = 500

/** By these a case begins to wait, becomes grave, or is called for again. */
const WAITS: ReadonlySet<string> = new Set([
  'handoff_requested',
  'case_released',
  'case_transferred',
  'case_reopened',
  'severity_judged',
  'severity_set',
  'team_assigned',
  'snooze_ended',
  'paged',
])
/** Somebody is at work. */
const ENDS: ReadonlySet<string> = new Set(['case_claimed', 'case_closed'])
const SPEAKS: ReadonlySet<string> = new Set([
  'message_received',
  'evidence_received',
  'case_transferred',
  'snooze_ended',
])

type WakerParts = {
  readonly feed: Feed
  readonly desk: Pick<Desk, 'rowOf' | 'sees' | 'inCrowd' | 'mentioned'>
  readonly agents: Pick<Agents, 'list'>
  readonly book: PushBook
  readonly line: PushLine
  readonly clock: Clock
  readonly log: Log
}

/** By this a note names somebody. */
const NAMES = 'colleague_mentioned'

/** Whom an item wakes: everybody who may see the case, or these alone. */
type To = 'team' | readonly AgentId[]

/**
 * Whom an item concerns: everybody who may see a grave case that waits, also where its holder has not
 * answered a danger; whoever holds the case of a
 * person who speaks; whom a note names.
 */
const concerns = async (desk: WakerParts['desk'], { kinds, seq }: FeedItem, row: CaseRow): Promise<To> => {
  if (
    row.waitingSince !== undefined &&
    (row.severity === 'P1' || row.severity === 'P2') &&
    kinds.some((kind) => WAITS.has(kind))
  )
    return 'team'
  const holder =
    row.status === 'agent' && row.assignee !== undefined && kinds.some((kind) => SPEAKS.has(kind))
      ? [row.assignee]
      : []
  return kinds.includes(NAMES) ? [...holder, ...(await desk.mentioned(row, seq))] : holder
}

/**
 * Wakes a member's own browsers with one fixed word, like every call: that their account was
 * changed by somebody, or that something waits.
 */
export const wakeMember = async (
  { book, line, log }: Pick<WakerParts, 'book' | 'line' | 'log'>,
  member: AgentId,
  why: 'account' | 'waiting',
): Promise<void> => {
  try {
    const browsers = (await book.all(await line.publicKey())).filter((browser) => browser.member === member)
    await Promise.all(
      browsers.map(async (browser) => {
        const word = why === 'account' ? `account-${browser.language}` : browser.language
        await book.settle(browser, await line.send(browser, word))
      }),
    )
  } catch (error) {
    // What was done is done, and told at the next sign-in.
    log.warn('a member could not be told of a change', { agentId: member, error })
  }
}

/**
 * Wakes the browsers of those whom news concern. Best effort: a process that dies loses calls,
 * never cases; those are called for again.
 */
export const startWaker = ({
  feed,
  desk,
  agents,
  book,
  line,
  clock,
  log,
}: WakerParts): { readonly stop: () => Promise<void> } => {
  const wokenAt = new Map<AgentId, Instant>()
  /** For crowds. */
  let pause: number = PAUSE
  let position: number | undefined
  const state = { wanted: false, stopped: false }
  let running: Promise<void> | undefined

  const mayHear = async (member: Member, row: CaseRow, to: To): Promise<boolean> => {
    if (!isReader(member) || (to !== 'team' && !to.includes(member.id))) return false
    return desk.sees(row, deskMember(member))
  }

  const wake = async (browser: PushBrowser): Promise<void> => {
    // The word is the language of the one line that the browser shows: nothing else is sent.
    const outcome = await line.send(browser, browser.language)
    if (await book.settle(browser, outcome))
      log.info('a browser is woken no more', { agentId: browser.member, code: outcome })
  }

  const tell = async (items: readonly FeedItem[]): Promise<void> => {
    if (!(await book.any())) return
    const key = await line.publicKey()
    if (!(await line.isMine(key))) return
    const browsers = await book.all(key)
    const owners = new Set(browsers.map(({ member }) => member))
    const members = (await agents.list()).filter(({ id }) => owners.has(id))
    const now = clock.now()
    const woken = new Set<AgentId>()
    let crowded = false
    const wakeFor = async (item: FeedItem): Promise<void> => {
      const row = await desk.rowOf(item.caseId)
      const to = row === undefined ? [] : await concerns(desk, item, row)
      if (row === undefined || to.length === 0) return
      const isCrowd = to === 'team' && (await desk.inCrowd(row))
      for (const member of members) {
        const last = wokenAt.get(member.id)
        const rests = last !== undefined && now - last < (isCrowd ? pause : PAUSE)
        if (rests || woken.has(member.id) || !(await mayHear(member, row, to))) continue
        woken.add(member.id)
        if (isCrowd) crowded = true
      }
    }
    for (const item of items) {
      if (item.kinds.some((kind) => ENDS.has(kind))) pause = PAUSE
      // A case that does not open must not silence the others.
      await wakeFor(item).catch((error: unknown) => log.warn('a case woke nobody', { error }))
    }
    if (crowded) pause = Math.min(LONGEST, pause * 2)
    for (const id of woken) wokenAt.set(id, now)
    await Promise.all(browsers.filter(({ member }) => woken.has(member)).map(wake))
  }

  const pump = async (): Promise<void> => {
    try {
      position ??= await feed.head()
      while (state.wanted && !state.stopped) {
        state.wanted = false
        const items = await feed.read(position, PAGE)
        const last = items.at(-1)
        if (last === undefined) continue
        // Before it is told: what cannot be told is not tried for ever.
        position = last.position
        state.wanted = true
        await tell(
          items.filter(({ kinds }) =>
            kinds.some((kind) => kind === NAMES || WAITS.has(kind) || SPEAKS.has(kind) || ENDS.has(kind)),
          ),
        )
      }
    } catch (error) {
      log.warn('browsers could not be woken', { error })
    }
  }
  const beat = (): void => {
    state.wanted = true
    if (!state.stopped) running ??= pump().finally(() => (running = undefined))
  }

  const end = feed.subscribe(beat)
  // From now on: what happened before is not called for.
  running = feed
    .head()
    .then((head) => void (position ??= head))
    .catch(() => undefined)
    .finally(() => {
      running = undefined
      if (state.wanted) beat()
    })
  return {
    stop: async () => {
      state.stopped = true
      end()
      await running
    },
  }
}
