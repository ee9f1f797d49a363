import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openExaminer } from '../../../adapters/examination/index.ts'
import { ASPECTS } from '../../../core/base/examination.ts'
import type { Examiner, ExaminerReport } from '../../../core/ports/examiner.ts'
import { hasFfmpeg, sourceOf } from './files.ts'
import { makeDice, makeHostile, twist, wholes } from './hostile.ts'

const onLinux = process.platform === 'linux'
const RESIDENT = 1_000_000_000
/**
 * Some 20 seconds alone; a machine that does much else gives the programs, which have low priority,
 * little.
 */
const SLOW_MS = 400_000

const fact = z.union([z.int(), z.string().max(500)])
const base = {
  aspect: z.enum(ASPECTS),
  tool: z.string().min(3).max(160),
  facts: z.record(z.string().max(80), fact),
}
const result = z.union([
  z.strictObject({ ...base, found: z.enum(['found', 'broken', 'none']) }),
  z.strictObject({
    ...base,
    found: z.literal('not_computed'),
    why: z.enum(['tool_absent', 'unsupported', 'too_large', 'too_slow', 'damaged', 'failed']),
  }),
])
const side = z.int().min(1).max(480)
const report = z.strictObject({
  mime: z.string().max(120).optional(),
  results: z.array(result.refine(({ facts }) => Object.keys(facts).length <= 100)),
  pictures: z.array(
    z.strictObject({
      what: z.enum(['preview', 'poster', 'frame', 'page']),
      index: z.int().min(0).max(8),
      bytes: z.custom<Uint8Array>(
        (bytes) => bytes instanceof Uint8Array && Buffer.from(bytes).toString('latin1', 8, 12) === 'WEBP',
      ),
      width: side,
      height: side,
      tool: z.string().min(3),
    }),
  ),
})
const ALWAYS = ['type', 'digest', 'container', 'metadata', 'provenance', 'generation'] as const

const childrenOf = async (pid: number): Promise<readonly number[]> => {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, 'latin1').catch(() => '')
  const own = listed
    .split(' ')
    .map(Number)
    .filter((child) => child > 0)
  return [...own, ...(await Promise.all(own.map(childrenOf))).flat()]
}

/**
 * Peak memory of our examining process, in bytes, as the kernel counted it; it may be a child of
 * what holds it.
 */
const peak = async (): Promise<number> => {
  let most = 0
  for (const pid of await childrenOf(process.pid)) {
    if (!(await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')).includes('examination/child'))
      continue
    const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '')
    most = Math.max(most, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1_024)
  }
  return most
}

const check = (name: string, content: Buffer, answer: ExaminerReport): void => {
  const parsed = report.safeParse(answer)
  expect(parsed.success ? [] : parsed.error.issues, name).toEqual([])
  expect(
    ALWAYS.filter((aspect) => !answer.results.some((one) => one.aspect === aspect)),
    name,
  ).toEqual([])
  const digest = answer.results.find(({ aspect }) => aspect === 'digest')
  expect(digest?.facts, name).toEqual({
    sha256: createHash('sha256').update(content).digest('hex'),
    md5: createHash('md5').update(content).digest('hex'),
    size: content.length,
  })
}

const examineAll = async (
  examiner: Examiner,
  files: readonly (readonly [string, Buffer])[],
): Promise<number> => {
  let most = 0
  for (const [name, content] of files) {
    check(name, content, await examiner.examine(sourceOf(content, { declaredMime: 'image/jpeg' })))
    if (onLinux) most = Math.max(most, await peak())
  }
  return most
}

test(
  '300 and more hostile files are all answered and hashed, in bounded memory',
  async () => {
    const files = await makeHostile()
    expect(files.length).toBeGreaterThanOrEqual(300)
    // Without programs: they are tried below.
    const examiner = openExaminer({ path: '', limits: { readerMs: 5_000, residentBytes: RESIDENT } })
    try {
      // What is looked at every 50 ms may be over for that long.
      const most = await examineAll(examiner, files)
      expect(most).toBeLessThan(RESIDENT + 300_000_000)
      if (onLinux) expect(most).toBeGreaterThan(50_000_000)
    } finally {
      await examiner.close()
    }
  },
  SLOW_MS,
)

test.runIf(hasFfmpeg)(
  'twisted and cut films, sounds and pictures do no harm by way of ffmpeg and exiftool',
  async () => {
    const dice = makeDice(42)
    const files = (await wholes()).flatMap(([name, whole]) => [
      [`${name}, twisted`, twist(whole, dice)] as const,
      [`${name}, twisted again`, twist(whole, dice)] as const,
      [`${name}, cut`, whole.subarray(0, 1 + dice(whole.length))] as const,
    ])
    const examiner = openExaminer({ limits: { readerMs: 10_000 } })
    try {
      await examineAll(examiner, files)
    } finally {
      await examiner.close()
    }
  },
  SLOW_MS,
)
