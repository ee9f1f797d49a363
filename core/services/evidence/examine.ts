import { isErased, type Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { Decision } from '../casebook/decision.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { EvidenceState } from '../../model/exhibits.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { CaseState } from '../../model/state.ts'
import { backoff } from '../delivery/backoff.ts'
import { isFailure } from '../../base/failure.ts'
import type { EvidenceId, JobId, ObjectId } from '../../base/ids.ts'
import type { LinkJob } from '../casebook/link-lapse.ts'
import { pictureOf, voiceOf } from '../linkage/case-facts.ts'
import { fileMarks, printOf } from '../linkage/pictures.ts'
import type { Examiner, ExaminerPicture, ExaminerReport } from '../../ports/examiner.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { SealedObject } from '../../ports/store/ledger.ts'
import type { Vault } from '../../ports/vault.ts'
import { after, bytes } from '../../base/units.ts'
import { boundPictures, boundResults, MOST_PICTURES } from './bounds.ts'
import { coverOf } from './cover.ts'
import type { Derived, Examination } from '../../base/examination.ts'
import { wordsOf, type PictureWords, type WordsPorts } from './picture-words.ts'
import { readSealed, type Reading } from './reading.ts'
import { once } from '../../base/stream.ts'
import { isWritten } from '../../base/message.ts'
import { judgeDigest, OWN_TOOL, type Sealed } from './digest.ts'

export type ExaminePorts = CasePorts & { readonly vault: Vault; readonly examiner: Examiner } & WordsPorts

/**
 * Failures before custody says that nobody could look: about 25 minutes with the back-off. Counted
 * since this process started.
 */
const MAX_FAILURES = 12
/**
 * Each claim counts as well, also one that only had to wait: a file that ends this very process is
 * not looked at for ever.
 */
const MAX_ATTEMPTS = 100

/** The end of a name says what its sender calls the file, and nothing of the sender. */
const EXTENSION = /\.([A-Za-z0-9]{1,10})$/

/** A picture, or a film by its frames, that has enough in it to be told apart by. */
const isCompared = (results: readonly Examination[]): boolean => pictureOf('', results)?.weak === false

type ExaminePayload = { readonly evidence: EvidenceId }

type Looked = {
  readonly results: readonly Examination[]
  readonly pictures: readonly ExaminerPicture[]
  readonly isWhole: boolean
  readonly words?: PictureWords
}

/** Signs of danger in what the other side wrote in it: soft, whatever they say. */
const dangersIn = (
  evidence: EvidenceId,
  { inbound }: EvidenceState,
  words: PictureWords | undefined,
): readonly CaseEvent[] =>
  (words?.dangers ?? []).map(({ hit, sentence }) => ({
    type: 'picture_danger_found',
    evidence,
    inbound,
    hit,
    sentence,
    tool: words?.result.tool ?? '',
  }))

/**
 * Reads what a sealed file is, and what is in it, in the examiner's process; what it says goes into
 * the chain in one entry, with the pictures made of it as objects of their own. The file itself is
 * only read (law 6).
 */
export const makeExamination = (
  ports: ExaminePorts,
  casebook: Casebook,
): { readonly examine: (job: JobRow) => Promise<void> } => {
  const failures = new Map<JobId, number>()

  /**
   * Derived from the job, so that what a crash left over can be found without any key. Each attempt
   * has its own: one that was taken for dead may still be at work.
   */
  const objectId = (job: JobRow, attempt: number, n: number): ObjectId =>
    ports.hasher.sha256(`examined:${job.id}:${attempt}:${n}`).slice(0, 26).toUpperCase() as ObjectId

  /** Removes what attempts made, but for what the chain names. */
  const sweep = async (job: JobRow, kept: readonly Derived[], from: number): Promise<void> => {
    const named = new Set(kept.map(({ object }) => object))
    for (let attempt = from; attempt <= job.attempts; attempt += 1)
      for (let n = 0; n < MOST_PICTURES; n += 1) {
        const object = objectId(job, attempt, n)
        if (!named.has(object)) await ports.vault.remove(object)
      }
  }

  /** What the examiner says; of a person's own words only their hash is taken. */
  const report = async (
    job: JobRow,
    evidence: EvidenceId,
    item: Sealed,
    reading: Reading,
  ): Promise<ExaminerReport> => {
    if (isWritten(item.kind)) return { results: [], pictures: [] }
    const { events } = await casebook.read(job.caseId)
    const announced = events
      .flat()
      .find((event) => event.type === 'evidence_announced' && event.evidence === evidence)
    const { declaredMime, fileName } = announced?.type === 'evidence_announced' ? announced : {}
    const declaredExtension = fileName === undefined ? undefined : EXTENSION.exec(fileName)?.[1]
    return ports.examiner.examine({
      size: item.size,
      bytes: reading.bytes,
      ...(declaredMime === undefined ? {} : { declaredMime }),
      ...(declaredExtension === undefined ? {} : { declaredExtension }),
    })
  }

  const look = async (job: JobRow, evidence: EvidenceId, item: Sealed, state: CaseState): Promise<Looked> => {
    const reading = await readSealed(ports, job.caseId, item.object)
    let said: ExaminerReport = { results: [], pictures: [] }
    try {
      said = await report(job, evidence, item, reading)
      // It may have had enough of a file before its end; the hash is of the whole.
      if (reading.sha256() === undefined && reading.fault() === undefined)
        for await (const _chunk of reading.bytes());
    } catch (error) {
      if (!isFailure(reading.fault(), 'seal_broken')) throw error
    }
    const fault = reading.fault()
    if (fault !== undefined && !isFailure(fault, 'seal_broken')) throw fault
    const digest = judgeDigest(item, said.results, reading.sha256())
    const isWhole = digest.every(({ found }) => found !== 'broken')
    if (!isWhole)
      ports.log.error('a sealed file is not what arrived', {
        caseId: job.caseId,
        jobId: job.id,
        objectId: item.object,
      })
    const words =
      isWhole && !isWritten(item.kind) ? await wordsOf(ports, state, item, reading.bytes) : undefined
    const others = isWhole ? said.results.filter(({ aspect }) => aspect !== 'digest') : []
    return {
      results: boundResults([...digest, ...others, ...(words === undefined ? [] : [words.result])]),
      pictures: isWhole ? boundPictures(said.pictures) : [],
      isWhole,
      ...(words === undefined ? {} : { words }),
    }
  }

  /** Each picture as an object of its own: whole in the vault before anything names it. */
  const seal = async (job: JobRow, pictures: readonly ExaminerPicture[]) => {
    const sealer = await ports.sealer.forCase(job.caseId)
    const derived: Derived[] = []
    const objects: SealedObject[] = []
    for (const [n, { what, index, bytes: content, width, height, tool }] of pictures.entries()) {
      const object = objectId(job, job.attempts, n)
      const stored = await ports.vault.put(object, sealer.sealStream(object, once(content)))
      objects.push({ id: object, sha256: stored.sha256, size: stored.size })
      const sha256 = ports.hasher.sha256(content)
      derived.push({
        what,
        index,
        object,
        sha256,
        size: bytes(content.length),
        mime: 'image/webp',
        width,
        height,
        tool,
      })
    }
    return { derived, objects }
  }

  const decide = (
    job: JobRow,
    state: CaseState,
    id: EvidenceId,
    looked: Looked,
    made: { readonly derived: readonly Derived[]; readonly objects: readonly SealedObject[] },
  ): Decision | undefined => {
    const item = state.evidence[id]
    if (item?.status !== 'sealed' || item.examined !== undefined) return undefined
    const now = ports.clock.now()
    const print = printOf(looked.results)
    // Their own words name nobody to match by; and a file that is not what arrived matches nothing.
    const marks =
      isWritten(item.kind) || !looked.isWhole
        ? []
        : fileMarks(ports.hasher, { sha256: item.sha256, size: item.size, print })
    const link: LinkJob = {
      marks,
      of: 'file',
      ...(isCompared(looked.results) ? { picture: id } : {}),
      ...(voiceOf(looked.results) === undefined ? {} : { sound: id }),
    }
    const isCovered = item.preview.status === 'none' && coverOf(made.derived) !== undefined
    return {
      actor: 'system',
      events: [
        {
          type: 'evidence_examined',
          evidence: id,
          results: looked.results,
          derived: made.derived,
          ...(marks.length === 0 ? {} : { marks }),
          ...(looked.words?.read === undefined ? {} : { read: looked.words.read }),
        },
        ...dangersIn(id, item, looked.words),
      ],
      ...(made.objects.length === 0 ? {} : { objects: made.objects }),
      jobs: [
        ...(isCovered
          ? [
              {
                kind: 'preview',
                dueAt: now,
                payload: { evidence: id, object: ports.random.id() as ObjectId },
              } as const,
            ]
          : []),
        ...(marks.length === 0 ? [] : [{ kind: 'link', dueAt: now, payload: link } as const]),
      ],
      // What earlier attempts left over is removed before the job ends; without any, the entry ends it.
      ...(job.attempts === 1 ? { handles: { job: job.id } } : { cause: job.id }),
    }
  }

  const settle = async (job: JobRow, id: EvidenceId, looked: Looked): Promise<void> => {
    const made = await seal(job, looked.pictures)
    const { status, state } = await casebook.append(job.caseId, (now) => decide(job, now, id, looked, made))
    if (status === 'done' && job.attempts === 1) return
    await finish(job, state.evidence[id])
  }

  const finish = async (job: JobRow, item: EvidenceState | undefined): Promise<void> => {
    await sweep(job, item?.derived ?? [], 1)
    await ports.store.jobs.finish(job.id)
  }

  /** Custody says that nobody could look, and why it knows no more. */
  const giveUp = (job: JobRow, id: EvidenceId): Promise<void> => {
    failures.delete(job.id)
    const results: readonly Examination[] = [
      { aspect: 'digest', found: 'not_computed', why: 'failed', tool: OWN_TOOL, facts: {} },
    ]
    ports.log.error('a sealed file could not be examined', {
      caseId: job.caseId,
      jobId: job.id,
      attempt: job.attempts,
    })
    return settle(job, id, { results, pictures: [], isWhole: true })
  }

  const work = async (job: JobRow, id: EvidenceId): Promise<void> => {
    const state = await casebook.load(job.caseId)
    const item = state.evidence[id]
    if (item?.status !== 'sealed' || item.examined !== undefined) return finish(job, item)
    if (job.attempts > MAX_ATTEMPTS) return giveUp(job, id)
    try {
      await settle(job, id, await look(job, id, item, state))
      failures.delete(job.id)
    } catch (error) {
      if (isErased(error)) throw error
      const count = (failures.get(job.id) ?? 0) + 1
      failures.set(job.id, count)
      ports.log.warn('a sealed file is not examined yet', {
        jobId: job.id,
        caseId: job.caseId,
        attempt: count,
        error,
      })
      if (count >= MAX_FAILURES) return giveUp(job, id)
      await ports.store.jobs.postpone(job.id, after(ports.clock.now(), backoff(count)))
    }
  }

  return {
    examine: async (job) => {
      try {
        const sealer = await ports.sealer.forCase(job.caseId)
        const { evidence } = sealer.open(jobContext(job.id), job.sealed) as ExaminePayload
        await work(job, evidence)
      } catch (error) {
        if (!isErased(error)) throw error
        // It may have been put into the vault after the case let its objects go; nothing can open
        // it any more.
        await finish(job, undefined)
      }
    },
  }
}
