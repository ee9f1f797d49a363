import { botIsSilent } from '../../policy/access/silent.ts'
import type { Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { Decision } from '../casebook/decision.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { askOfNew } from './share-ask.ts'
import { isDoubted } from '../../model/apart.ts'
import type { EvidenceState } from '../../model/exhibits.ts'
import { isShut } from '../../policy/access/lock.ts'
import type { CaseState } from '../../model/state.ts'
import { decideConversation } from '../../policy/conversation/decide.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { EvidenceId } from '../../base/ids.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import { RECEIPT_QUIET } from './waiting.ts'
import { sealOf, shortSeal } from '../../model/seal.ts'
import { askCodes } from './ask-codes.ts'
import type { CodesJob } from '../../policy/access/read-codes.ts'
import { endFiles, ENOUGH, type EnoughJob } from './enough.ts'
import { after, minutes, seconds, type Instant } from '../../base/units.ts'
import { isWritten } from '../../base/message.ts'

/** A file that does not arrive must not hold up the receipt of those that did. */
const PATIENCE = minutes(2)

type Kept = Extract<EvidenceState, { status: 'sealed' | 'fingerprint' }>

const itemsOf = (state: CaseState): readonly (readonly [EvidenceId, EvidenceState])[] =>
  (Object.entries(state.evidence) as [EvidenceId, EvidenceState][]).filter(
    ([, item]) => !isWritten(item.kind),
  )

/**
 * Until when the receipt waits: more may come, or something is still under way. Nothing where it
 * can be given now.
 */
const waitsUntil = (state: CaseState, now: Instant): Instant | undefined => {
  const due = itemsOf(state).map(([, item]) => {
    const quiet = after(item.announcedAt, RECEIPT_QUIET)
    return item.status === 'pending' && now < after(item.announcedAt, PATIENCE)
      ? after(now, seconds(1))
      : quiet
  })
  const latest = due.reduce<number>((max, at) => Math.max(max, at), 0)
  return latest > now ? (latest as Instant) : undefined
}

/** Does a job of kind `receipt`. */
export const giveReceipt = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const payload = (await ports.sealer.forCase(job.caseId)).open(jobContext(job.id), job.sealed) as {
    readonly do?: EnoughJob['do'] | CodesJob['do']
  }
  switch (payload.do) {
    case 'enough':
      return endFiles(ports, casebook, job)
    case 'codes':
      return askCodes(ports, casebook, job)
    case undefined:
      return confirm(ports, casebook, job)
  }
}

/**
 * One receipt for what arrived since the last: how many, when, and a seal that shows a later swap
 * (core/README.md, Three ways through the house).
 */
const confirm = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const now = ports.clock.now()
  const { status, state } = await casebook.append(job.caseId, (state): Decision | undefined => {
    if (!state.receipt.due || waitsUntil(state, now) !== undefined) return undefined
    const all = itemsOf(state).filter(
      (entry): entry is [EvidenceId, Kept] =>
        (entry[1].status === 'sealed' || entry[1].status === 'fingerprint') &&
        !state.receipt.given.includes(entry[0]),
    )
    // In a chat that was left only what came since is counted.
    const apart = isShut(state) ? (state.receipt.apart ?? []) : []
    const told = all.filter(([id]) => !apart.includes(id))
    const fresh = told.length === 0 ? all : told
    // One seal whatever was said in how many messages: it is what the event states.
    const seal = sealOf(
      ports.hasher,
      fresh.map(([, item]) => item.sha256),
    )
    const sayOf = (key: 'receipt' | 'receipt-fingerprint', status: Kept['status']): readonly Say[] => {
      const items = told.flatMap(([, item]) => (item.status === status ? [item] : []))
      if (items.length === 0) return []
      return [
        {
          key,
          args: { count: items.length, time: ports.phrases.time(now), seal: shortSeal(seal) },
        },
      ]
    }
    // That it was taken tells that somebody agreed and is an adult: of who came back by a word alone it is
    // told only where that was said there.
    const { conversation } = state
    const isTold = conversation.unproven !== true || isDoubted(conversation, ports.flow.adult.step)
    const silent =
      botIsSilent(state) ||
      !isTold ||
      state.exited ||
      (told.length === 0 && !state.conversation.said.includes('files-wait'))
    const given = {
      type: 'receipt_given',
      evidence: fresh.map(([id]) => id),
      ...(fresh.length === 0 ? {} : { seal }),
    } as const satisfies CaseEvent
    // What stands under the receipt: that more files can follow, or the review of which this is a part now.
    const context = { now, language: state.language, checks: ports.checks }
    const next = silent
      ? undefined
      : decideConversation(ports.flow, state.conversation, { kind: 'settled' }, context)
    // Two questions at once are none: where one of the flow stands, this one is found under "show
    // me what you have".
    const isFree =
      next !== undefined && next.says.length === 0 && state.conversation.open === undefined && !isShut(state)
    const share = isFree ? askOfNew(ports, state, given.evidence, now) : undefined
    return {
      actor: 'system',
      events: [given, ...(next?.events ?? []), ...(share === undefined ? [] : [share.event])],
      ...(next?.says.some(({ key }) => key === 'files-more') === true
        ? {
            jobs: [
              { kind: 'receipt', dueAt: after(now, ENOUGH), payload: { do: 'enough' } satisfies EnoughJob },
            ],
          }
        : {}),
      says:
        next === undefined
          ? []
          : [
              ...sayOf('receipt', 'sealed'),
              ...sayOf('receipt-fingerprint', 'fingerprint'),
              ...next.says,
              ...(share === undefined ? [] : [share.say]),
            ],
      handles: { job: job.id },
    }
  })
  if (status !== 'nothing') return
  const until = waitsUntil(state, now)
  if (until === undefined) await ports.store.jobs.finish(job.id)
  else await ports.store.jobs.postpone(job.id, until)
}
