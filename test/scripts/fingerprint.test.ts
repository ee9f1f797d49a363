import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLog } from '../../adapters/log/index.ts'
import { readConfig } from '../../bots/config.ts'
import { runCommand } from '../build/command.ts'
import { readReference, readVector } from '../core/base/fingerprint/vectors.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amin-fingerprint-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const run = async (...args: readonly string[]) => {
  const config = readConfig({})
  if ('faults' in config) throw new Error(config.faults.join())
  const { code, said, printed } = await runCommand(config, 'fingerprint', args, openLog({ level: 'silent' }))
  return { code, said, lines: printed.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>) }
}

const put = async (name: string, content: Buffer | string): Promise<string> => {
  await writeFile(join(dir, name), content)
  return join(dir, name)
}

const hexOf = (algorithm: string, content: Buffer | string): string =>
  createHash(algorithm).update(content).digest('hex')

describe('amin fingerprint', () => {
  test('gives hash, quality and digests of every reference picture, in the order they were named', async () => {
    const reference = readReference().filter(({ file }) => !file.includes('bridge-1-'))
    const paths = reference.map(({ file }) =>
      fileURLToPath(new URL(`../vectors/pdq/${file}`, import.meta.url)),
    )
    const { code, said, lines } = await run(...paths)
    expect([code, said]).toEqual([0, []])
    expect(lines).toEqual(
      reference.map(({ file, hash, quality }, i) => {
        const content = readVector(file)
        const mime = file.endsWith('.png') ? 'image/png' : 'image/jpeg'
        const digests = { sha256: hexOf('sha256', content), md5: hexOf('md5', content) }
        return { file: paths[i], ...digests, size: content.length, mime, pdq: hash, quality }
      }),
    )
  })

  test('says why there is none of what is no picture, cut, or too large, and digests it all the same', async () => {
    const jpeg = readVector('bridge-mods/shrink-a-lot.jpg')
    const big = Buffer.concat([jpeg, Buffer.alloc(64 * 1_048_576)])
    const files: readonly (readonly [string, Buffer | string, string | null, string])[] = [
      ['words.jpg', 'only words', null, 'not_a_picture'],
      ['empty', '', null, 'not_a_picture'],
      ['page.pdf', '%PDF-1.7\n', 'application/pdf', 'not_a_picture'],
      ['cut.jpg', jpeg.subarray(0, 3_000), 'image/jpeg', 'damaged'],
      ['big.jpg', big, 'image/jpeg', 'too_large'],
    ]
    const paths = await Promise.all(files.map(([name, content]) => put(name, content)))
    const { code, lines } = await run(...paths)
    expect(code).toBe(0)
    expect(lines).toEqual(
      files.map(([, content, mime, reason], i) => ({
        file: paths[i],
        sha256: hexOf('sha256', content),
        md5: hexOf('md5', content),
        size: content.length,
        mime,
        pdq: null,
        quality: null,
        reason,
      })),
    )
  })

  test('names what cannot be read, one line each, does the others, and leaves with 1', async () => {
    const good = await put('good.png', readVector('reg-test-input/pen-and-coaster.png'))
    const { code, said, lines } = await run(join(dir, 'nothing-here'), good, dir)
    expect(code).toBe(1)
    expect(lines.map(({ file }) => file)).toEqual([good])
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('nothing-here')
  })

  test('is told how it is used where no file or an unknown option is named', async () => {
    for (const args of [[], ['--all'], ['--form', 'csv', 'x']])
      expect(await run(...args)).toMatchObject({ code: 2, lines: [] })
  })
})
