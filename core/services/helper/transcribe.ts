import type { TranscribeJob } from '../../model/help-events.ts'
import { after, hours, mebibytes, minutes, ms } from '../../base/units.ts'
import { untrusted } from '../../base/untrusted.ts'
import { MODEL } from '../../base/danger.ts'
import { mayBeShown } from '../../policy/access/outside.ts'
import type { Silence } from '../../ports/helper.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { Transcriber } from '../../ports/transcriber.ts'
import type { Vault } from '../../ports/vault.ts'
import { yearOf } from '../../text/danger/ages.ts'
import type { Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { withOpinions } from '../casebook/second-opinion.ts'
import { readSealed } from '../evidence/reading.ts'
import { readUpTo } from '../../base/stream.ts'
import type { Guard } from './guard.ts'
import { keepSuggestions, type Suggestion } from './keep.ts'
import type { Stops } from './stops.ts'

const LATER: ReadonlySet<Silence> = new Set<Silence>(['late', 'unreachable', 'busy', 'budget', 'stopped'])
const MOST_ATTEMPTS = 4
const FIRST_PAUSE = minutes(2)
const STALE = hours(12)
/** Half an hour of speech as messengers code it. */
const LARGEST = mebibytes(8)
/** More than is said in such a note. */
const LONGEST = 20_000

type Ports = Pick<CasePorts, 'store' | 'sealer' | 'hasher' | 'clock' | 'flow' | 'crisis' | 'sentences'> & {
  readonly vault: Vault
}

export type Hearing = { readonly transcriber: Transcriber; readonly guard: Guard; readonly stops: Stops }

/**
 * Does a `transcribe` job: has a sealed voice note written down by a machine. What that says stands
 * beside the note as a suggestion; rules read it, and what they find is a soft sign, for a machine
 * may have misheard. A voice cannot be redacted: to a server elsewhere it goes only as
 * core/policy/access/outside allows it.
 */
export const makeTranscription =
  (ports: Ports, casebook: Casebook, { transcriber, guard, stops }: Hearing) =>
  async (job: JobRow): Promise<void> => {
    const { jobs } = ports.store
    const sealer = await ports.sealer.forCase(job.caseId)
    const { evidence } = sealer.open(jobContext(job.id), job.sealed) as TranscribeJob
    const state = await casebook.load(job.caseId)
    const item = state.evidence[evidence]
    const isStale = ports.clock.now() > after(job.dueAt, STALE)
    if (
      item?.status !== 'sealed' ||
      item.size > LARGEST ||
      isStale ||
      !mayBeShown(ports.flow, state, transcriber.about.at)
    )
      return jobs.finish(job.id)
    const reading = await readSealed(ports, job.caseId, item.object)
    const recording = { bytes: await readUpTo(reading.bytes(), LARGEST), mime: item.mime ?? 'audio/ogg' }
    const outcome = await stops.during(job.caseId, (stop) =>
      guard.run(() => transcriber.transcribe(recording, state.language, stop)),
    )
    if (outcome.kind === 'none') {
      if (!LATER.has(outcome.why) || job.attempts >= MOST_ATTEMPTS) return jobs.finish(job.id)
      return jobs.postpone(job.id, after(ports.clock.now(), ms(FIRST_PAUSE * 2 ** (job.attempts - 1))))
    }
    const { model, prompt } = outcome
    const text = outcome.value.slice(0, LONGEST)
    const { inbound } = item
    const year = yearOf(ports.clock.now())
    const hits = await withOpinions(ports, (crisis) => crisis.read(text, year))
    const dangers = hits.map((hit): Suggestion => {
      const { label, start, end, about } = hit
      const soft = { label, hard: false, rule: `${MODEL}${label}`, start, end, about } as const
      return {
        type: 'danger_suggested',
        inbound,
        hit: soft,
        sentence: untrusted(text.slice(start, end)),
        model,
        prompt,
      }
    })
    const heard: Suggestion = {
      type: 'voice_transcribed',
      evidence,
      inbound,
      text: untrusted(text),
      model,
      prompt,
    }
    await keepSuggestions(casebook, jobs, job.caseId, () => [heard, ...dangers], job.id)
  }
