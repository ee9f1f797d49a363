import { makeMemoryRandom } from '../../adapters/memory/random.ts'
import {
  outboxId,
  type CaseCode,
  type CaseId,
  type ChatKey,
  type InboundId,
  type Sha256Hex,
} from '../../core/base/ids.ts'
import type { Commit } from '../../core/ports/store/ledger.ts'
import { instant } from '../../core/base/units.ts'
import { quantile, round } from './figures.ts'

export const CONCURRENCY = 64
export const NOW = instant(1_767_225_600_000)
export const OF = { channel: 'telegram', account: 'bot1', limit: CONCURRENCY } as const

export const random = makeMemoryRandom(7)
export const filled = (size: number): Uint8Array => new Uint8Array(size).fill(7)

export type Chat = {
  readonly caseId: CaseId
  readonly chatKey: ChatKey
  readonly code: CaseCode
  seq: number
  hash: Sha256Hex
}

export const makeChats = (count: number, from = random): readonly Chat[] =>
  Array.from({ length: count }, () => ({
    caseId: from.id() as CaseId,
    chatKey: from.code(43) as ChatKey,
    code: from.code(8) as CaseCode,
    seq: 0,
    hash: '0'.repeat(64) as Sha256Hex,
  }))

/**
 * One turn of a conversation as the core makes it: about 600 sealed bytes of events, one reply, the
 * view, the feed and the cause.
 */
export const makeCommit = (chat: Chat, inbound: InboundId, hash: Sha256Hex): Commit => {
  const seq = chat.seq + 1
  const { caseId, chatKey, code } = chat
  return {
    entry: {
      caseId,
      seq,
      header: JSON.stringify({
        actor: 'person',
        at: NOW,
        case: caseId,
        kinds: ['message_received', 'answer_given', 'bot_said'],
        seq,
        v: 1,
      }),
      sealed: filled(600),
      prev: chat.hash,
      hash,
    },
    cause: inbound,
    outbox: [
      {
        id: outboxId(caseId, seq, 0),
        caseId,
        seq,
        n: 0,
        chatKey,
        channel: OF.channel,
        account: OF.account,
        speaker: 'bot',
        repeatable: true,
        dueAt: NOW,
        sealed: filled(300),
      },
    ],
    jobs: [],
    view: {
      caseId,
      code,
      seq,
      hash,
      status: 'bot',
      severity: 'P3',
      team: 'first',
      copies: [],
      marks: [],
      language: 'ar',
      channel: OF.channel,
      openedAt: NOW,
      lastAt: instant(NOW + seq),
      unread: seq,
      evidence: 0,
      sealed: filled(150),
    },
    kinds: ['message_received', 'answer_given', 'bot_said'],
    at: NOW,
    handles: { inbound },
  }
}

/** Time, processor time and latencies of what was measured, over several stretches. */
export type Tally = { count: number; seconds: number; cpuMicros: number; readonly latencies: number[] }

/**
 * Runs one stretch of operations, `CONCURRENCY` at a time; each worker takes the next as soon as
 * its last is durable.
 */
export const measure = async (
  tally: Tally,
  operations: readonly (() => Promise<unknown>)[],
): Promise<void> => {
  let next = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  const work = async (): Promise<void> => {
    for (let operation = operations[next++]; operation !== undefined; operation = operations[next++]) {
      const began = performance.now()
      await operation()
      tally.latencies.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  tally.seconds += (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  tally.cpuMicros += user + system
  tally.count += operations.length
}

export const summarise = ({
  count,
  seconds,
  cpuMicros,
  latencies,
}: Tally): Readonly<Record<string, number>> => ({
  count,
  perSecond: Math.round(count / seconds),
  p50Ms: round(quantile(latencies, 0.5)),
  p99Ms: round(quantile(latencies, 0.99)),
  cpuMicrosPerOp: round(cpuMicros / count, 1),
})

/** All bytes that a commit hands to the store: what raw inserts are given too. */
export const bytesOf = (commit: Commit): number =>
  JSON.stringify(commit, (_, value: unknown) =>
    value instanceof Uint8Array ? 'x'.repeat(value.length) : value,
  ).length
