import { openConfinement, type Confinement } from '../confine/index.ts'
import { isPdqHash } from '../../core/base/fingerprint/distance.ts'
import type { FingerprintOutcome, ImageOutcome, Images } from '../../core/ports/images.ts'
import type { Log } from '../../core/ports/log.ts'
import { Failure } from '../../core/base/failure.ts'
import { never } from '../../core/base/never.ts'
import type { Frame } from '../confine/frame.ts'
import type { Operation } from './operation.ts'
import { startWorker } from './worker.ts'
import type { Answer, Limits, Worker } from './worker.ts'

export type ImageLimits = Limits & { readonly picturesPerChild: number; readonly idleMs: number }

const DEFAULTS: ImageLimits = {
  pictureMs: 15_000,
  startMs: 30_000,
  residentBytes: 1_073_741_824,
  picturesPerChild: 200,
  idleMs: 60_000,
}

/** Larger files are evidence like any other, without a preview. The child's own bound is the same. */
const MAX_PICTURE = 64 * 1_048_576
/** All that any format needs to be told (file-type reads 4,100 bytes of most). */
const MAX_HEAD = 65_536
const SIDES = { preview: 480, view: 1_600, clean: 2_560 } as const
const REASONS = ['not_a_picture', 'unsupported', 'damaged', 'too_large', 'too_slow'] as const
type Why = (typeof REASONS)[number]

/** Ours: it is raised where a hash could come out otherwise. */
const PDQ_VERSION = 'PDQ 1'

const CLOSED = 'the process that decodes pictures was closed'

const none = (why: Why): Extract<ImageOutcome, { status: 'none' }> => ({ status: 'none', why })

const isWebp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'

const isJpeg = (bytes: Buffer): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9

const isSide = (value: unknown, longest: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= longest

const reasonIn = (head: unknown): Why | undefined => {
  const { why } = (head ?? {}) as { readonly why?: unknown }
  return REASONS.find((known) => known === why)
}

/**
 * The child read hostile bytes and may be theirs by now: its answer is checked like anything from
 * outside. Nothing where it is not an answer.
 */
const toOutcome = (
  { head, body }: Frame,
  tool: string,
  longest: number,
  mime: 'image/webp' | 'image/jpeg' = 'image/webp',
): ImageOutcome | undefined => {
  const { width, height } = (head ?? {}) as { readonly width?: unknown; readonly height?: unknown }
  const isSo = mime === 'image/webp' ? isWebp(body) : isJpeg(body)
  if (!isSide(width, longest) || !isSide(height, longest) || !isSo) return undefined
  return { status: 'made', bytes: body, mime, width, height, tool }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && isPdqHash(value)

const toFingerprint = ({ head }: Frame, tool: string): FingerprintOutcome | undefined => {
  const { quality, dihedral, reduced } = (head ?? {}) as Readonly<Record<string, unknown>>
  const [pdq, ...others] = Array.isArray(dihedral) ? dihedral.filter(isHash) : []
  if (pdq === undefined || others.length !== 7) return undefined
  if (typeof quality !== 'number' || !Number.isInteger(quality) || quality < 0 || quality > 100)
    return undefined
  return {
    status: 'made',
    pdq,
    quality,
    dihedral: [pdq, ...others],
    reduced: reduced === true,
    tool: `${PDQ_VERSION}, ${tool}`,
  }
}

/** Without its parameters (`; codecs=opus`). */
const toMime = ({ head }: Frame): string | undefined => {
  const { mime } = (head ?? {}) as { readonly mime?: unknown }
  const type = typeof mime === 'string' ? mime.split(';', 1)[0] : undefined
  return type !== undefined && /^[\w.+-]{1,40}\/[\w.+-]{1,80}$/.test(type) ? type : undefined
}

/**
 * Pictures are decoded one at a time, in the order they were asked for, in a child process that is
 * started at the first of them, replaced after `picturesPerChild`, after any breach of a limit and
 * after its death, and ended when nothing came for `idleMs`. `preview`, `view`, `fingerprint` and
 * `detect` reject only where no child can be started at all, or after `close`.
 */
export const openImages = (
  options: {
    readonly log?: Log
    readonly limits?: Partial<ImageLimits>
    readonly confine?: Confinement
  } = {},
): Images => {
  const confine = options.confine ?? openConfinement({ log: options.log })
  const limits = { ...DEFAULTS, ...options.limits }
  let worker: Worker | undefined
  let asked = 0
  let closed = false
  let idle: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const retire = async (): Promise<void> => {
    const old = worker
    worker = undefined
    await old?.kill()
  }

  const ready = async (): Promise<Worker> => {
    if (worker !== undefined && (!worker.alive() || asked >= limits.picturesPerChild)) await retire()
    if (worker !== undefined) return worker
    const world = await confine()
    if (world.held.refused)
      throw new Failure(
        'part_unavailable',
        'pictures are not decoded by root where nothing holds what decodes them',
      )
    const started = await startWorker(limits, [...world.before, ...world.child])
    if (started === undefined) throw new Failure('part_unavailable', 'the process that decodes pictures')
    worker = started
    asked = 0
    return started
  }

  const askOnce = async (
    op: Operation,
    body: Uint8Array,
  ): Promise<{ readonly answer: Answer; readonly tool: string }> => {
    const current = await ready()
    asked++
    const answer = await current.ask(op, body)
    if (answer.status !== 'answered' && !closed)
      options.log?.warn('a picture process ended over a picture', { kind: answer.status })
    return { answer, tool: current.tool }
  }

  /**
   * A death may have nothing to do with the picture (somebody's kill, the machine's memory): it
   * gets one more try in a new child.
   */
  const ask = async (
    op: Operation,
    body: Uint8Array,
  ): Promise<{ readonly answer: Answer; readonly tool: string }> => {
    const first = await askOnce(op, body)
    if (first.answer.status !== 'died') return first
    if (closed) throw new Failure('part_unavailable', CLOSED)
    return askOnce(op, body)
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      if (closed) throw new Failure('part_unavailable', CLOSED)
      clearTimeout(idle)
      try {
        return await work()
      } finally {
        idle = setTimeout(() => void inTurn(retire).catch(() => undefined), limits.idleMs).unref()
      }
    })
    queue = turn.catch(() => undefined)
    return turn
  }

  const decode = <T>(
    op: Exclude<Operation, 'detect'>,
    picture: Uint8Array,
    read: (frame: Frame, tool: string) => T | undefined,
  ): Promise<T | Extract<ImageOutcome, { status: 'none' }>> => {
    if (picture.length > MAX_PICTURE) return Promise.resolve(none('too_large'))
    return inTurn(async () => {
      const { answer, tool } = await ask(op, picture)
      switch (answer.status) {
        case 'answered': {
          const reason = reasonIn(answer.frame.head)
          return reason === undefined ? (read(answer.frame, tool) ?? none('damaged')) : none(reason)
        }
        case 'late':
          return none('too_slow')
        case 'swollen':
          return none('too_large')
        case 'died':
        case 'broke_rules':
          return none('damaged')
        default:
          return never(answer)
      }
    })
  }

  return {
    preview: (picture) => decode('preview', picture, (frame, tool) => toOutcome(frame, tool, SIDES.preview)),
    view: (picture) => decode('view', picture, (frame, tool) => toOutcome(frame, tool, SIDES.view)),
    clean: (picture) =>
      decode('clean', picture, (frame, tool) => toOutcome(frame, tool, SIDES.clean, 'image/jpeg')),
    fingerprint: (picture) => decode('fingerprint', picture, toFingerprint),
    detect: (head) =>
      inTurn(async () => {
        const { answer } = await ask('detect', head.subarray(0, MAX_HEAD))
        return answer.status === 'answered' ? toMime(answer.frame) : undefined
      }),
    close: async () => {
      closed = true
      clearTimeout(idle)
      // What is under way rejects, so that nobody takes this for a fault of the picture.
      await retire()
      await queue
      await retire()
    },
  }
}
