import { createHash } from 'node:crypto'
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openExaminer } from '../../../adapters/examination/index.ts'
import { openScratch } from '../../../adapters/examination/scratch.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { Failure, isFailure } from '../../../core/base/failure.ts'
import type { Examiner, ExaminerReport, ExaminerSource } from '../../../core/ports/examiner.ts'
import { bytes } from '../../../core/base/units.ts'
import { draw } from '../imaging/pictures.ts'
import { openConfinement } from '../../../adapters/confine/index.ts'
import { hasFfmpeg, makeMp4, sourceOf } from './files.ts'

const onLinux = process.platform === 'linux'
const PLANTED = Buffer.from('PLANTED-WORDS of a person '.repeat(100))

const findChildren = async (name: string): Promise<readonly number[]> => {
  const found: number[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const facts = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
    const [state, parent] = facts.slice(facts.lastIndexOf(')') + 2).split(' ')
    const command = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')
    if (Number(parent) === process.pid && state !== 'Z' && command.includes(name)) found.push(Number(pid))
  }
  return found
}
/**
 * Whoever's child it is: what runs inside a namespace is that of what made it, and nobody's once
 * that is gone.
 */
const isAnywhere = async (name: string): Promise<boolean> => {
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const facts = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
    const command = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')
    if (facts.slice(facts.lastIndexOf(')') + 2)[0] !== 'Z' && command.replaceAll('\0', ' ').includes(name))
      return true
  }
  return false
}
const child = async (): Promise<number> => {
  const [pid] = await findChildren('examination/child')
  if (pid === undefined) throw new Error('no examining process')
  return pid
}

const results = (report: ExaminerReport): readonly string[] =>
  report.results.map(({ aspect, found, why }) => `${aspect} ${found}${why === undefined ? '' : ` ${why}`}`)
const sha256 = (report: ExaminerReport): unknown =>
  report.results.find(({ aspect }) => aspect === 'digest')?.facts['sha256']
const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

let own: Examiner | undefined
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amin-test-programs-'))
})
afterEach(async () => {
  await own?.close()
  own = undefined
  await rm(folder, { recursive: true, force: true })
})

/** A program of ours under another's name. */
const fake = async (name: string, script: string): Promise<void> => {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
}
const VERSION = 'if [ "$1" = -version ]; then echo "ffmpeg version 99"; exit 0; fi'

describe('what is not on the machine', () => {
  test('is named without a version, and its results are not computed, never none', async () => {
    own = openExaminer({ path: '' })
    const tools = await own.tools()
    const absent = tools.filter(({ version }) => version === undefined).map(({ name }) => name)
    expect(absent).toEqual(['ffmpeg', 'ffprobe', 'exiftool', 'perl'])
    const mp4 = hasFfmpeg ? makeMp4() : Buffer.from('\0\0\0\u0018ftypisom\0\0\0\0isommp42', 'latin1')
    const seen = results(await own.examine(sourceOf(mp4)))
    expect(seen.filter((one) => one.endsWith('tool_absent')).toSorted()).toEqual(
      ['container', 'fingerprint', 'metadata', 'rendering'].map(
        (aspect) => `${aspect} not_computed tool_absent`,
      ),
    )
    expect(seen).toContain('container found')
  })

  test.runIf(hasFfmpeg)('is found where it is, with its version', async () => {
    own = openExaminer()
    const tools = new Map((await own.tools()).map(({ name, version }) => [name, version]))
    for (const name of [
      'file-type',
      'sharp',
      'exifr',
      'c2pa-wasm',
      'heic-decode',
      'mupdf',
      'PDQ',
      'ffmpeg',
      'ffprobe',
    ])
      expect(tools.get(name), name).toMatch(/^\d/)
  })
})

describe.runIf(onLinux)('the examining process', () => {
  test('has nothing in its environment, may read only code, write nothing and start nothing, and goes first when memory runs out', async () => {
    own = openExaminer()
    await own.examine(sourceOf(PLANTED))
    const pid = await child()
    expect(await readFile(`/proc/${pid}/environ`, 'latin1')).toBe('')
    expect(await readFile(`/proc/${pid}/oom_score_adj`, 'latin1')).toBe('1000\n')
    const command = (await readFile(`/proc/${pid}/cmdline`, 'latin1')).split('\0')
    expect(command).toContain('--permission')
    const readable = command
      .filter((argument) => argument.startsWith('--allow-fs-read='))
      .map((argument) => argument.slice(16))
    expect(
      readable.every((path) =>
        /\/(node_modules|adapters\/(examination(\/child)?|confine)|core)\/$/.test(path),
      ),
    ).toBe(true)
    expect(
      command.filter((argument) => argument.startsWith('--allow-')).map((argument) => argument.split('=')[0]),
    ).toEqual(['--allow-addons', ...readable.map(() => '--allow-fs-read')])
  })

  test('is kept from file to file, and replaced after its share of them', async () => {
    own = openExaminer({ path: '', limits: { filesPerChild: 2 } })
    const seen: number[] = []
    for (let i = 0; i < 3; i++) {
      const before = own.examine(sourceOf(PLANTED))
      await own.tools()
      await before
      seen.push(await child())
    }
    expect(new Set(seen).size).toBeGreaterThan(1)
    own = (await own.close(), openExaminer({ path: '' }))
    await own.examine(sourceOf(PLANTED))
    const first = await child()
    await own.examine(sourceOf(await draw(20, 20).png().toBuffer()))
    expect(await child()).toBe(first)
  })

  test('that was killed is replaced, and the file is read all the same', async () => {
    own = openExaminer({ path: '' })
    await own.examine(sourceOf(PLANTED))
    const first = await child()
    const picture = await draw(20, 20).png().toBuffer()
    const source: ExaminerSource = {
      size: bytes(picture.length),
      bytes: async function* () {
        process.kill(first, 'SIGKILL')
        yield picture
      },
    }
    expect(results(await own.examine(source))).toContain('fingerprint found')
    expect(await child()).not.toBe(first)
  })

  test('that takes too long is ended: what it had to say is not computed, the hash is there, and the next file is read', async () => {
    const log = makeMemoryLog()
    own = openExaminer({ path: '', limits: { readerMs: 1 }, log })
    const picture = await draw(4_000, 4_000).png().toBuffer()
    const report = await own.examine(sourceOf(picture))
    expect(results(report)).toContain('type not_computed too_slow')
    expect(sha256(report)).toBe(hash(picture))
    expect(log.lines[0]).toEqual({
      level: 'warn',
      message: 'an examining process ended over a file',
      fields: { kind: 'late' },
    })
    await own.close()
    own = openExaminer({ path: '' })
    expect(results(await own.examine(sourceOf(picture)))).toContain('fingerprint found')
  })

  test('that takes too much memory is ended', async () => {
    own = openExaminer({ path: '', limits: { residentBytes: 1_000_000 } })
    const picture = await draw(9_000, 9_000).png({ compressionLevel: 1 }).toBuffer()
    const report = await own.examine(sourceOf(picture))
    expect(results(report).some((one) => one.endsWith('not_computed too_large'))).toBe(true)
    expect(sha256(report)).toBe(hash(picture))
  })

  test('ends when nothing comes, and starts again', async () => {
    own = openExaminer({ path: '', limits: { idleMs: 1 } })
    await own.examine(sourceOf(PLANTED))
    while ((await findChildren('examination/child')).length > 0) await setImmediate()
    expect(sha256(await own.examine(sourceOf(PLANTED)))).toBe(hash(PLANTED))
  })

  test('is gone after closing; what was under way or comes later rejects', async () => {
    const closing = openExaminer({ path: '' })
    await closing.examine(sourceOf(PLANTED))
    const under = closing
      .examine(sourceOf(await draw(6_000, 6_000).png({ compressionLevel: 1 }).toBuffer()))
      .catch((error: unknown) => error)
    await closing.close()
    expect(isFailure(await under, 'part_unavailable')).toBe(true)
    await expect(closing.examine(sourceOf(PLANTED))).rejects.toThrow(Failure)
    expect(await findChildren('examination/child')).toEqual([])
  })
})

describe('files', () => {
  test('are examined in the order they come, each with its own answer', async () => {
    own = openExaminer({ path: '' })
    const files = await Promise.all([30, 31, 32, 33].map((width) => draw(width, 20).png().toBuffer()))
    const order: number[] = []
    const widths = await Promise.all(
      files.map(async (file, i) => {
        const report = await own!.examine(sourceOf(file))
        order.push(i)
        return report.results.find(({ aspect }) => aspect === 'container')?.facts['width']
      }),
    )
    expect(widths).toEqual([30, 31, 32, 33])
    expect(order).toEqual([0, 1, 2, 3])
  })

  test('that are larger than we examine are hashed, and said to be too large', async () => {
    own = openExaminer({ path: '', limits: { fileBytes: 1_000 } })
    const report = await own.examine(sourceOf(PLANTED))
    expect(sha256(report)).toBe(hash(PLANTED))
    expect(results(report)).toEqual([
      'digest found',
      ...['type', 'container', 'metadata', 'provenance', 'generation'].map(
        (aspect) => `${aspect} not_computed too_large`,
      ),
    ])
  })

  test('that break off reject with what broke them, and the next one is read', async () => {
    own = openExaminer({ path: '' })
    const broken: ExaminerSource = {
      size: bytes(100),
      bytes: async function* () {
        yield Buffer.alloc(50)
        throw new Failure('object_missing')
      },
    }
    await expect(own.examine(broken)).rejects.toThrow(expect.objectContaining({ code: 'object_missing' }))
    expect(sha256(await own.examine(sourceOf(PLANTED)))).toBe(hash(PLANTED))
  })

  test('whose size was a lie are read as they are', async () => {
    own = openExaminer({ path: '' })
    const picture = await draw(30, 20).png().toBuffer()
    for (const size of [0, 1, 1_000_000_000])
      expect(results(await own.examine(sourceOf(picture, { size: bytes(size) })))).toContain(
        'fingerprint found',
      )
  })
})

describe.runIf(onLinux)('the plain bytes', () => {
  const ours = async (root: string): Promise<readonly string[]> =>
    (await readdir(root)).filter((name) => name.startsWith(`amin-examination-${process.pid}-`))
  /** Sizes of our open files that have no name any more. */
  const nameless = async (): Promise<readonly number[]> => {
    const sizes: number[] = []
    for (const fd of await readdir('/proc/self/fd')) {
      const target = await readlink(`/proc/self/fd/${fd}`).catch(() => '')
      if (target.includes('amin-examination-') && target.endsWith(' (deleted)'))
        sizes.push((await stat(`/proc/self/fd/${fd}`)).size)
    }
    return sizes
  }

  test('have no name while they are read, are gone after it, and leave nothing when closed', async () => {
    own = openExaminer({ path: '' })
    const seen: (readonly number[])[] = []
    await own.examine({
      size: bytes(PLANTED.length),
      bytes: async function* () {
        yield PLANTED
        seen.push(await nameless())
        for (const name of await ours(tmpdir())) expect(await readdir(join(tmpdir(), name))).toEqual([])
      },
    })
    expect(Math.max(...(seen[0] ?? []))).toBe(PLANTED.length)
    expect(await nameless()).toEqual([0, 0, 0, 0])
    expect((await stat(join(tmpdir(), (await ours(tmpdir()))[0] ?? ''))).mode & 0o777).toBe(0o700)
    await own.close()
    own = undefined
    expect([await ours(tmpdir()), await nameless()]).toEqual([[], []])
  })

  test('go into memory where there is room, onto the disk where there is none, and what a dead process left is swept away', async () => {
    const left = join(folder, 'amin-examination-999999999-abcdef')
    const alive = join(folder, `amin-examination-${process.ppid}-abcdef`)
    await mkdir(left)
    await mkdir(alive)
    await writeFile(join(left, 'file'), PLANTED)
    const scratch = await openScratch({ memory: join(folder, 'nothing'), disk: folder })
    expect(await readdir(folder)).toContain(`amin-examination-${process.ppid}-abcdef`)
    expect(await readdir(folder)).not.toContain('amin-examination-999999999-abcdef')
    const one = async function* (): AsyncGenerator<Uint8Array> {
      yield PLANTED
    }
    expect(await scratch.fill(one(), PLANTED.length, 1_000_000)).toMatchObject({
      fd: 4,
      isKept: true,
      sha256: hash(PLANTED),
    })
    await scratch.close()
    const other = await openScratch()
    expect(await other.fill(one(), PLANTED.length, 1_000_000)).toMatchObject({
      fd: 3,
      isKept: true,
      size: PLANTED.length,
    })
    await other.close()
  })
})

describe.runIf(onLinux && hasFfmpeg)('a program', () => {
  const mp4 = hasFfmpeg ? makeMp4() : Buffer.alloc(0)
  beforeEach(async () => {
    for (const name of ['unshare', 'prlimit', 'ffprobe'])
      await symlink(`/usr/bin/${name}`, join(folder, name)).catch(() => undefined)
  })
  const framesBy = async (script: string, limits = {}): Promise<readonly string[]> => {
    await fake('ffmpeg', `${VERSION}\n${script}`)
    own = openExaminer({ path: folder, limits })
    const report = await own.examine(sourceOf(mp4))
    expect(sha256(report)).toBe(hash(mp4))
    return results(report)
  }

  test('gets no environment, no way to write a file, no network, no stdin, and the file as its third descriptor', async () => {
    const probe = [
      'e=$(/usr/bin/wc -c < /proc/$$/environ)',
      'w=0; /bin/echo x > /tmp/amin-test-written 2>/dev/null && w=$(/usr/bin/wc -c < /tmp/amin-test-written); /bin/rm -f /tmp/amin-test-written',
      'i=$(/usr/bin/readlink /proc/$$/fd/0)',
      'n=$(/usr/bin/wc -l < /proc/$$/net/dev)',
      'echo "ffmpeg version e$e.w$w.n$n.i${i##*/}"',
    ].join('\n')
    await fake('ffmpeg', probe)
    own = openExaminer({ path: folder })
    // bubblewrap says where it starts, `PWD=/`, and nothing else.
    const tool = (await own.examine(sourceOf(mp4))).results.find(({ aspect }) => aspect === 'rendering')?.tool
    expect(tool).toMatch(/^ffmpeg e(?:0|6)\.w0\.n\d+\.inull$/)
    if ((await openConfinement()()).held.network) expect(tool).toContain('.n3.')
  })

  test('that never ends is ended', async () => {
    expect(await framesBy('exec /bin/sleep 1000', { readerMs: 1_500 })).toContain(
      'rendering not_computed too_slow',
    )
    expect(await findChildren('sleep')).toEqual([])
  })

  test('that is at work when we close is ended, and nobody takes that for a fault of the file', async () => {
    await fake('ffmpeg', `${VERSION}\nexec /bin/sleep 1000.${process.pid}`)
    const closing = openExaminer({ path: folder })
    const under = closing.examine(sourceOf(mp4)).catch((error: unknown) => error)
    const asleep = `sleep 1000.${process.pid}`
    while (!(await isAnywhere(asleep))) await setImmediate()
    await closing.close()
    expect(isFailure(await under, 'part_unavailable')).toBe(true)
    // What holds it is gone at once; the kernel ends what was inside.
    while (await isAnywhere(asleep)) await setImmediate()
  })

  test('that never stops talking is ended', async () => {
    expect(await framesBy('exec /usr/bin/yes')).toContain('rendering not_computed too_large')
  })

  test.each([
    ['nothing', 'exit 0', 'damaged'],
    ['an error', 'exit 1', 'damaged'],
    ['words', 'echo hello', 'failed'],
    ['a frame larger than asked for', "printf 'P6\\n60000 60000\\n255\\nxxxx'", 'failed'],
    ['half a frame', "printf 'P6\\n100 100\\n255\\nxxxx'", 'damaged'],
    ['a frame of no size', "printf 'P6\\n0 0\\n255\\n'", 'failed'],
  ])('that gives %s gives no frames', async (_, script, why) => {
    expect(await framesBy(script)).toEqual(
      expect.arrayContaining([`fingerprint not_computed ${why}`, `rendering not_computed ${why}`]),
    )
  })

  test('that forges times gives frames without times', async () => {
    const line = (n: number): string => `echo "[Parsed_showinfo_2 @ 0x1] n:   ${n} pts: 0 pts_time:5 pos" >&2`
    await fake(
      'ffmpeg',
      `${VERSION}\n${line(0)}\n${line(1)}\nprintf 'P6\\n8 8\\n255\\n'; /usr/bin/head -c 192 /dev/zero`,
    )
    own = openExaminer({ path: folder })
    const report = await own.examine(sourceOf(mp4))
    const fingerprint = report.results.find(({ aspect }) => aspect === 'fingerprint')
    expect(fingerprint?.facts['frame-0']).toMatch(/^[0-9a-f]{64} q0$/)
  })

  test('that prints JSON of its own making is believed in plain words and numbers only', async () => {
    const said =
      '{"format":{"format_name":"<script>","duration":"1e999"},"streams":[{"codec_type":"video","codec_name":{"a":1},"width":"9; rm -rf"}]}'
    await rm(join(folder, 'ffprobe'))
    await fake(
      'ffprobe',
      `if [ "$1" = -version ]; then echo "ffprobe version 99"; exit 0; fi\necho '${said}'`,
    )
    own = openExaminer({ path: folder })
    const { facts } = (await own.examine(sourceOf(mp4))).results.find(
      ({ tool }) => tool === 'ffprobe 99',
    ) ?? { facts: {} }
    expect(facts).toEqual({ streams: 1, 'stream-0': 'video ?' })
  })
})
