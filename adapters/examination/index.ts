import { Failure } from '../../core/base/failure.ts'
import type { Examiner, ExaminerReport, ExaminerSource } from '../../core/ports/examiner.ts'
import type { Log } from '../../core/ports/log.ts'
import { openConfinement, type Confinement } from '../confine/index.ts'
import { PATH } from '../confine/find.ts'
import { findPrograms } from './programs.ts'
import type { Programs } from './programs.ts'
import type { World } from '../confine/index.ts'
import { MEMORY_FD } from './protocol.ts'
import { digestOf, examineKept, tooLarge } from './reading.ts'
import { run } from './run.ts'
import { openScratch } from './scratch.ts'
import type { Scratch } from './scratch.ts'
import { makeStaff } from './staff.ts'
import { startWorker } from './worker.ts'

export type ExaminerLimits = {
  /** Wall clock for one reader over one file. */
  readonly readerMs: number
  readonly startMs: number
  /** Resident memory of the child, and of a program, while they work: 50 megapixels of HEIC take 0.7 GB. */
  readonly residentBytes: number
  /** Larger files are hashed and not examined. */
  readonly fileBytes: number
  readonly filesPerChild: number
  readonly idleMs: number
}

const DEFAULTS: ExaminerLimits = {
  readerMs: 30_000,
  startMs: 30_000,
  residentBytes: 1_342_177_280,
  fileBytes: 1_073_741_824,
  filesPerChild: 100,
  idleMs: 60_000,
}

const CLOSED = 'the process that examines files was closed'

/**
 * Files are examined one at a time, in the order they were asked for; see core/ports/examiner.ts.
 * The child starts with the first file and ends when nothing came for `idleMs`. `path`: folders, as
 * in PATH, in which ffmpeg, ffprobe and perl are looked for, once. `confine`: the world they run
 * in; where it refuses them, `examine` rejects with `part_unavailable`.
 */
export const openExaminer = (
  options: {
    readonly log?: Log
    readonly path?: string
    readonly limits?: Partial<ExaminerLimits>
    readonly confine?: Confinement
  } = {},
): Examiner => {
  const limits = { ...DEFAULTS, ...options.limits }
  const bounds = { ms: limits.readerMs, residentBytes: limits.residentBytes }
  const closing = new AbortController()
  let closed = false
  let idle: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const confine =
    options.confine ??
    openConfinement({
      log: options.log,
      reads: (options.path ?? '').split(':').filter((folder) => folder.startsWith('/')),
    })
  let opening:
    Promise<{ readonly scratch: Scratch; readonly programs: Programs; readonly world: World }> | undefined

  const open = (): NonNullable<typeof opening> => {
    opening ??= (async () => {
      const world = await confine()
      if (world.held.refused)
        throw new Failure(
          'part_unavailable',
          'files are not read by root where nothing holds what reads them',
        )
      const scratch = await openScratch()
      return { scratch, world, programs: await findPrograms(options.path ?? PATH, scratch.folder(), world) }
    })().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }

  const staff = makeStaff(
    async () => {
      const { scratch, world } = await open()
      return startWorker({ ...bounds, startMs: limits.startMs }, scratch.descriptors, [
        ...world.before,
        ...world.child,
      ])
    },
    limits.filesPerChild,
    options.log,
  )

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      if (closed) throw new Failure('part_unavailable', CLOSED)
      clearTimeout(idle)
      try {
        return await work()
      } finally {
        if (!closed)
          idle = setTimeout(() => void inTurn(staff.retire).catch(() => undefined), limits.idleMs).unref()
      }
    })
    queue = turn.catch(() => undefined)
    return turn
  }

  const examine = async ({
    size,
    bytes,
    declaredMime,
    declaredExtension,
  }: ExaminerSource): Promise<ExaminerReport> => {
    const { scratch, programs } = await open()
    try {
      const filled = await scratch.fill(bytes(), size, limits.fileBytes)
      const digest = digestOf(filled)
      if (!filled.isKept) return tooLarge(digest)
      const about = {
        fd: filled.fd,
        size: filled.size,
        ...(declaredMime === undefined ? {} : { declaredMime }),
        ...(declaredExtension === undefined ? {} : { declaredExtension }),
      }
      const descriptor = scratch.descriptors[filled.fd === MEMORY_FD ? 0 : 1]
      const report = await examineKept(
        {
          programs,
          ask: (op, more, body) => staff.ask({ op, ...about, ...more }, body),
          read: ({ command }, args, most, onData) =>
            run({
              command: [...command, ...args],
              folder: scratch.folder(),
              descriptor,
              signal: closing.signal,
              bounds,
              most,
              ...(onData === undefined ? {} : { onData }),
            }),
        },
        digest,
      )
      // A program that was stopped by closing says nothing about the file.
      if (closed) throw new Failure('part_unavailable', CLOSED)
      return report
    } finally {
      await scratch.empty()
      await staff.rest()
    }
  }

  const nameAndVersion = (tool: string): { readonly name: string; readonly version?: string } => {
    const [, name, version] = /^(.+?) (\d[\w.+~:-]*)/.exec(tool) ?? []
    return name === undefined || version === undefined ? { name: tool } : { name, version }
  }

  return {
    examine: (source) => inTurn(() => examine(source)),
    tools: () =>
      inTurn(async () => {
        const { programs, world } = await open()
        const parts = await staff.parts()
        const held = (
          name: string,
          version: string | undefined,
        ): { readonly name: string; readonly version?: string } =>
          version === undefined ? { name } : { name, version }
        return [
          ...Object.values(parts).map(nameAndVersion),
          nameAndVersion(programs.ffmpeg?.tool ?? 'ffmpeg'),
          nameAndVersion(programs.ffprobe?.tool ?? 'ffprobe'),
          nameAndVersion(programs.exiftool?.tool ?? 'exiftool'),
          held('perl', programs.perl),
          ...world.tools,
        ]
      }),
    close: async () => {
      closed = true
      clearTimeout(idle)
      // What is under way rejects, so that nobody takes this for a fault of the file.
      closing.abort()
      await staff.close()
      await queue
      await staff.close()
      const opened = await opening?.catch(() => undefined)
      await opened?.scratch.close()
    },
  }
}
