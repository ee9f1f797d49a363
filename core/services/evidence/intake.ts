import { botIsSilent } from '../../policy/access/silent.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { Decision } from '../casebook/decision.ts'
import { commitTo } from '../../model/entry.ts'
import type { TranscribeJob } from '../../model/help-events.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { EvidenceState } from '../../model/exhibits.ts'
import type { CaseState } from '../../model/state.ts'
import { mediaAllowed } from '../../policy/conversation/gates.ts'
import type { Say } from '../../policy/conversation/say.ts'
import { Failure, isFailure } from '../../base/failure.ts'
import type { EvidenceId, ObjectId } from '../../base/ids.ts'
import type { ChannelName, Inbound } from '../../base/message.ts'
import type { Channel } from '../../ports/channel.ts'
import type { Images } from '../../ports/images.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { Vault } from '../../ports/vault.ts'
import { backoff } from '../delivery/backoff.ts'
import { after, bytes, type Bytes } from '../../base/units.ts'
import { sayNoFile } from './accept.ts'
import { makeDelay } from './delay.ts'
import { makeDiscard } from './discard.ts'
import { makeJobSource } from './job-source.ts'
import { makePreview } from './preview.ts'
import { join, once } from '../../base/stream.ts'
import { offerPrint, type FetchPayload } from './waiting.ts'
import { CARD, writtenOf } from './written.ts'
import { pictureOf } from '../../text/card.ts'

export type IntakePorts = CasePorts & {
  readonly vault: Vault
  readonly images: Images
  /** Nothing where that channel runs in another process. */
  readonly channel: (name: ChannelName) => Channel | undefined
}

export type Intake = {
  /** Does a job to its end, or postpones it. Throws only where nothing can be said about it. */
  readonly fetch: (job: JobRow) => Promise<void>
  readonly preview: (job: JobRow) => Promise<void>
  readonly discard: (job: JobRow) => Promise<void>
}

/**
 * Tries before a file is given up and the person is told: about 20 minutes with the back-off.
 * Platform links live for an hour.
 */
const MAX_ATTEMPTS = 12
/** Tries after which the person is told that a file takes longer: about ten seconds. */
const TELL_LATE = 4
/** Shown as typing while a file of this size is fetched. */
const SLOW: Bytes = bytes(1_048_576)
/** Enough of a file to see its type (file-type reads at most 4,100). */
const HEAD = 4_100

export const makeIntake = (ports: IntakePorts, casebook: Casebook): Intake => {
  const source = makeJobSource(ports, casebook)
  const { tellLate, tellNoRoom } = makeDelay(casebook)
  const held = makeDiscard(ports, source)

  /**
   * The first attempt's object bears the item's own id. Each later one has its own, since one that
   * was taken for dead may still be writing; derived from the job, so that what a crash left over
   * can be found without any key.
   */
  const objectOf = (job: JobRow, id: EvidenceId, attempt: number): ObjectId =>
    (attempt === 1
      ? id
      : ports.hasher.sha256(`fetched:${job.id}:${attempt}`).slice(0, 26).toUpperCase()) as ObjectId

  /** Removes what this and earlier attempts wrote, but for what the chain names. */
  const sweep = async (job: JobRow, id: EvidenceId, evidence: EvidenceState | undefined): Promise<void> => {
    const named = evidence?.status === 'sealed' ? evidence.object : undefined
    for (let attempt = 1; attempt <= job.attempts; attempt += 1) {
      const object = objectOf(job, id, attempt)
      if (object !== named) await ports.vault.remove(object)
    }
  }

  const finish = async (
    job: JobRow,
    decide: (state: CaseState, evidence: EvidenceState) => Decision | undefined,
    id: EvidenceId,
  ): Promise<void> => {
    const { status, state } = await casebook.append(job.caseId, (now) => {
      const evidence = now.evidence[id]
      return evidence === undefined ? undefined : decide(now, evidence)
    })
    if (status !== 'done' || job.attempts > 1) await sweep(job, id, state.evidence[id])
    if (status === 'nothing') await ports.store.jobs.finish(job.id)
  }

  const sayWhy = (state: CaseState, why: 'gone' | 'too_large' | 'unreachable' | 'age'): Say =>
    why === 'age' ? offerPrint(ports, state, sayNoFile(ports.flow, state)) : { key: 'evidence-gone' }

  const give = (
    job: JobRow,
    id: EvidenceId,
    why: 'gone' | 'too_large' | 'unreachable' | 'age',
  ): Promise<void> =>
    finish(
      job,
      (state, evidence) =>
        evidence.status !== 'pending'
          ? undefined
          : {
              actor: 'system',
              events: [{ type: 'evidence_failed', evidence: id, why }],
              // Who has the case says it: the bot does not speak over them.
              says: botIsSilent(state) ? [] : [sayWhy(state, why)],
              // What the channel holds of it is held for nothing now.
              jobs:
                evidence.kind === 'statement'
                  ? []
                  : [{ kind: 'discard', dueAt: state.lastAt, payload: { inbound: evidence.inbound } }],
              handles: { job: job.id },
            },
      id,
    )

  /** Hash of what arrived, type by content, and the sealed object, in one pass. */
  const seal = async (
    job: JobRow,
    id: EvidenceId,
    source: AsyncIterable<Uint8Array>,
    written: string | undefined,
  ) => {
    const sealer = await ports.sealer.forCase(job.caseId)
    const hash = ports.hasher.stream()
    const head: Uint8Array[] = []
    let size = 0
    const tee = async function* (): AsyncIterable<Uint8Array> {
      for await (const chunk of source) {
        if (size < HEAD) head.push(chunk.slice(0, HEAD - size))
        size += chunk.length
        hash.update(chunk)
        yield chunk
      }
    }
    const object = objectOf(job, id, job.attempts)
    const stored = await ports.vault.put(object, sealer.sealStream(object, tee()))
    const mime = written ?? (await ports.images.detect(join(head)))
    return { object, stored, sha256: hash.digest(), size: bytes(size), mime }
  }

  const take = async (job: JobRow, { evidence: id, inbound, lines }: FetchPayload): Promise<void> => {
    const state = await casebook.load(job.caseId)
    if (state.evidence[id]?.status !== 'pending') return ports.store.jobs.finish(job.id)
    const message = await source.messageOf(job, inbound)
    if (message === undefined) return give(job, id, 'gone')
    const opened =
      lines === undefined
        ? await open(state, id, message)
        : ({ status: 'open', bytes: once(ports.hasher.utf8(await source.wordsOf(job, lines))) } as const)
    if (opened.status !== 'open') return give(job, id, opened.status)
    const written = writtenOf(message.body)
    const done = await seal(job, id, opened.bytes, written?.mime)
    const isShown = isPicture(done.mime) || (written?.mime === CARD && pictureOf(written.text) !== undefined)
    const preview = ports.random.id() as ObjectId
    // Hashed, so that it is 32 bytes; two ids hold more than 256 random bits.
    const salt = ports.hasher.sha256(ports.random.id() + ports.random.id())
    await finish(
      job,
      (now, evidence) =>
        evidence.status !== 'pending'
          ? undefined
          : {
              actor: 'system',
              events: [
                {
                  type: 'evidence_received',
                  evidence: id,
                  object: done.object,
                  sha256: done.sha256,
                  size: done.size,
                  ...(done.mime === undefined ? {} : { mime: done.mime }),
                  salt,
                },
                ...(isShown
                  ? []
                  : [{ type: 'preview_missing', evidence: id, why: 'not_a_picture' } as const]),
              ],
              objects: [
                {
                  id: done.object,
                  sha256: done.stored.sha256,
                  size: done.stored.size,
                  commitment: commitTo(ports.hasher, salt, done.sha256),
                },
              ],
              jobs: [
                ...(isShown
                  ? [
                      {
                        kind: 'preview',
                        dueAt: now.lastAt,
                        payload: { evidence: id, object: preview },
                      } as const,
                    ]
                  : []),
                { kind: 'examine', dueAt: now.lastAt, payload: { evidence: id } },
                ...(now.evidence[id]?.kind === 'voice' && ports.helps?.uses.has('voice') === true
                  ? [
                      {
                        kind: 'transcribe',
                        dueAt: now.lastAt,
                        payload: { evidence: id } satisfies TranscribeJob,
                      } as const,
                    ]
                  : []),
              ],
              handles: { job: job.id },
            },
      id,
    )
    if (state.evidence[id].kind !== 'statement') await held.letGo(message)
  }

  const open = async (
    state: CaseState,
    id: EvidenceId,
    message: Inbound,
  ): Promise<
    | { readonly status: 'open'; readonly bytes: AsyncIterable<Uint8Array> }
    | { readonly status: 'gone' | 'too_large' | 'age' }
  > => {
    const { body } = message
    const written = writtenOf(body)
    if (written !== undefined) return { status: 'open', bytes: once(ports.hasher.utf8(written.text)) }
    if (body.kind !== 'media') return { status: 'gone' }
    // A statement is words, whatever they came with.
    if (state.evidence[id]?.kind === 'statement')
      return body.caption === undefined
        ? { status: 'gone' }
        : { status: 'open', bytes: once(ports.hasher.utf8(body.caption)) }
    if (mediaAllowed(ports.flow, state.conversation) !== 'open') return { status: 'age' }
    // Asked before a byte is fetched: what is left is kept for words.
    const room = await ports.vault.room()
    if (room !== undefined && room <= (body.media.size ?? 0))
      throw new Failure('disk_full', 'no room for a file')
    const channel = ports.channel(message.channel)
    if (channel === undefined) throw new Failure('channel_unavailable')
    // The file waits for its own account: asked by another one, the platform would say that it is gone.
    if (channel.capabilities.filesOfAccount === true && channel.account !== message.account)
      throw new Failure('channel_unavailable', 'a file of another account')
    // Worth nothing if it fails, so nobody waits for it.
    if (state.address !== undefined && (body.media.size ?? 0) > SLOW)
      void channel.send(state.address.chat, { kind: 'typing' })
    return channel.download(body.media.ref)
  }

  return {
    fetch: async (job) => {
      const payload = await source.orErased(job, () => source.payloadOf(job) as Promise<FetchPayload>)
      if (payload === undefined) return
      try {
        await take(job, payload)
      } catch (error) {
        if (isErased(error)) {
          // It may have been put into the vault after the case let its objects go; nothing can open
          // it any more.
          await sweep(job, payload.evidence, undefined)
          return ports.store.jobs.finish(job.id)
        }
        // A full disk or a part that is down passes; the platform's side, or a fault of ours, is
        // given up in the end and said.
        const ours = isFailure(error) && error.code !== 'download_failed'
        if (!ours && job.attempts >= MAX_ATTEMPTS) return give(job, payload.evidence, 'unreachable')
        ports.log.warn('a file is not sealed yet', {
          jobId: job.id,
          caseId: job.caseId,
          attempt: job.attempts,
          error,
        })
        if (isFailure(error, 'disk_full')) {
          if (job.attempts <= TELL_LATE) await tellNoRoom(job, payload.evidence)
        } else if (job.attempts === TELL_LATE) await tellLate(job)
        await ports.store.jobs.postpone(job.id, after(ports.clock.now(), backoff(job.attempts)))
      }
    },

    discard: (job) => held.discard(job),

    preview: makePreview(ports, casebook),
  }
}

const isPicture = (mime: string | undefined): boolean => mime !== undefined && mime.startsWith('image/')
