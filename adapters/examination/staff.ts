import { Failure } from '../../core/base/failure.ts'
import type { Log } from '../../core/ports/log.ts'
import type { NotComputed } from '../../core/base/examination.ts'
import { isSpoilt, toReply } from './check.ts'
import { notComputed } from './facts.ts'
import { OPERATIONS } from './protocol.ts'
import type { Parts, ExaminationQuestion, Reply } from './protocol.ts'
import type { Answer, Worker } from './worker.ts'

/**
 * Keeps one child at work: started at the first question, replaced after any breach, after its
 * death and after its share of files.
 */
export type Staff = {
  /** An answer in any case; rejects with `part_unavailable` where no child comes up or after `close`. */
  readonly ask: (question: ExaminationQuestion, body?: Uint8Array) => Promise<Reply>
  readonly parts: () => Promise<Parts>
  /** A file is done: the child may be changed for a new one. */
  readonly rest: () => Promise<void>
  readonly retire: () => Promise<void>
  readonly close: () => Promise<void>
}

const CLOSED = 'the process that examines files was closed'

const whyNot = (status: Exclude<Answer['status'], 'answered'>): NotComputed => {
  switch (status) {
    case 'late':
      return 'too_slow'
    case 'swollen':
      return 'too_large'
    case 'died':
    case 'broke_rules':
      return 'damaged'
  }
}

export const makeStaff = (
  start: () => Promise<Worker | undefined>,
  filesPerChild: number,
  log: Log | undefined,
): Staff => {
  let worker: Worker | undefined
  let done = 0
  let closed = false
  /** Of the last child: a question that ended it still needs the name of its tool. */
  let known: Parts | undefined

  const retire = async (): Promise<void> => {
    const old = worker
    worker = undefined
    await old?.kill()
  }

  const ready = async (): Promise<Worker> => {
    if (closed) throw new Failure('part_unavailable', CLOSED)
    if (worker !== undefined && !worker.alive()) await retire()
    if (worker !== undefined) return worker
    const started = await start()
    if (started === undefined) throw new Failure('part_unavailable', 'the process that examines files')
    if (closed) {
      await started.kill()
      throw new Failure('part_unavailable', CLOSED)
    }
    worker = started
    known = started.parts
    done = 0
    return started
  }

  const askOnce = async (question: ExaminationQuestion, body: Uint8Array | undefined): Promise<Answer> => {
    const answer = await (await ready()).ask(question, body)
    if (answer.status !== 'answered' && !closed)
      log?.warn('an examining process ended over a file', { kind: answer.status })
    return answer
  }

  const refuse = (question: ExaminationQuestion, why: NotComputed): Reply => ({
    results: OPERATIONS[question.op].map((aspect) => notComputed(aspect, toolOf(question, known), why)),
    pictures: [],
  })

  return {
    ask: async (question, body) => {
      let answer = await askOnce(question, body)
      // A death may have nothing to do with the file (somebody's kill, the machine's memory): one
      // more try in a new child.
      if (answer.status === 'died') answer = await askOnce(question, body)
      if (closed) throw new Failure('part_unavailable', CLOSED)
      if (answer.status !== 'answered') return refuse(question, whyNot(answer.status))
      const reply = toReply(answer.frame, question.op)
      if (reply === undefined || isSpoilt(answer.frame)) {
        log?.warn('an examining process is replaced', {
          kind: reply === undefined ? 'broke_rules' : 'spoilt',
        })
        await retire()
      }
      return reply ?? refuse(question, 'failed')
    },
    parts: async () => (await ready()).parts,
    rest: async () => {
      done += 1
      if (done >= filesPerChild) await retire()
    },
    retire,
    close: async () => {
      closed = true
      await retire()
    },
  }
}

const toolOf = ({ op }: ExaminationQuestion, parts: Parts | undefined): string => {
  if (parts === undefined) return 'amin reader'
  switch (op) {
    case 'type':
      return parts['file-type']
    case 'metadata':
      return parts.exifr
    case 'provenance':
      return parts['c2pa-wasm']
    case 'fingerprint':
    case 'frame':
      return `${parts.pdq}, ${parts.sharp}`
    case 'heic':
      return parts['heic-decode']
    case 'pages':
      return parts.mupdf
    case 'container':
    case 'generation':
      return parts.reader
  }
}
