import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifierFiles } from '../../../../adapters/bundle/verifier/files.ts'
import { makeBundle, membersOf, zipOf } from '../../../fakes/bundle/bundle.ts'
import { makeDraw } from '../../../fakes/bundle/random.ts'

const bundle = makeBundle(makeDraw(21), { items: 3, language: 'ckb', stamped: true })
let folder: string
let program: string
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amin-verifier-'))
  program = at('verify.mjs')
  await writeFile(program, (await verifierFiles())['verify.mjs'])
  const zip = zipOf(bundle)
  await writeFile(at('good.zip'), zip)
  const changed = Buffer.from(zip)
  changed.writeUInt8((changed[4000] ?? 0) ^ 1, 4000)
  await writeFile(at('bad.zip'), changed)
  await writeFile(at('sealed.zip.age'), 'age-encryption.org/v1\n-> X25519 abc\n')
  for (const { name, bytes } of membersOf(bundle)) {
    await mkdir(dirname(at(name)), { recursive: true })
    await writeFile(at(name), bytes)
  }
})

afterAll(() => rm(folder, { recursive: true, force: true }))

type Ran = { readonly code: number; readonly out: string; readonly err: string }

const run = (
  node: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(node, args, { env: { PATH: '/usr/bin:/bin', LANG: 'C', ...env } }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err })
    })
  })

const isPlain = (path: string): boolean =>
  existsSync(path) && Number(execFileSync(path, ['--version']).toString().slice(1).split('.')[0]) >= 18

/** The machine's own Node where it has one, which may be years older than ours; and ours. */
const NODES = ['/usr/bin/node', process.execPath].filter(isPlain)

describe.each(NODES)('verify.mjs, run by %s and nothing else', (node) => {
  test('says that a bundle holds, as an archive and as a folder', async () => {
    for (const given of ['good.zip', `amin-${bundle.code}`, '.']) {
      const { code, out, err } = await run(node, [program, given === '.' ? folder : at(given)])
      if (given === '.') expect(code).toBe(1)
      else {
        expect(out).toContain('The bundle holds')
        expect({ code, err }).toEqual({ code: 0, err: '' })
      }
    }
  })

  test('names what was changed, and leaves with 1', async () => {
    const { code, out } = await run(node, [program, at('bad.zip')])
    expect(code).toBe(1)
    expect(out).toContain('The bundle does not hold')
    expect(out.split('\n').filter((line) => line.includes('✗')).length).toBeGreaterThan(0)
  })

  test('compares the fingerprint that is given', async () => {
    const { out } = await run(node, [program, at('good.zip')])
    const fingerprint = /\(SHA-256\): ([0-9a-f]{64})/.exec(out)?.[1] ?? ''
    expect((await run(node, [program, at('good.zip'), '--key', fingerprint])).code).toBe(0)
    const other = await run(node, [program, at('good.zip'), '--key', 'ab'.repeat(32)])
    expect(other.code).toBe(1)
    expect(other.out).toContain('Somebody else signed this')
  })

  test('speaks the language of the system or the one that is asked for', async () => {
    expect((await run(node, [program, at('good.zip')], { LANG: 'ar_IQ.UTF-8' })).out).toContain(
      'الحزمة سليمة',
    )
    expect((await run(node, [program, at('good.zip'), '--lang', 'ckb'])).out).toContain('پاکێجەکە دروستە')
  })

  test('says in one line what to do with an age file, a missing file and wrong use, and leaves with 2', async () => {
    for (const [args, says] of [
      [[at('sealed.zip.age')], 'age --decrypt'],
      [[at('nothing.zip')], 'cannot be read'],
      [[], 'usage:'],
      [[at('good.zip'), '--key', 'short'], 'usage:'],
      [[at('good.zip'), '--lang', 'fr'], 'usage:'],
      [[at('good.zip'), at('bad.zip')], 'usage:'],
    ] as const) {
      const { code, out, err } = await run(node, [program, ...args])
      expect({ code, out, lines: err.split('\n').length }).toEqual({ code: 2, out: '', lines: 2 })
      expect(err).toContain(says)
    }
  })
})

test('the program and the page are the same bytes each time they are made, and nothing is said on stderr', async () => {
  const url = new URL('../../../../adapters/bundle/verifier/files.ts', import.meta.url).href
  const script = `const { verifierFiles } = await import(${JSON.stringify(url)}); for (const bytes of Object.values(await verifierFiles())) process.stdout.write(Buffer.from(bytes).toString('base64') + '\\n')`
  const [one, two] = await Promise.all(
    [1, 2].map(() => run(process.execPath, ['--input-type=module', '--eval', script])),
  )
  expect(one?.err).toBe('')
  expect(one?.out).toBe(two?.out)
  const own = Object.values(await verifierFiles()).map(
    (bytes) => `${Buffer.from(bytes).toString('base64')}\n`,
  )
  expect(one?.out).toBe(own.join(''))
})

test('the program imports nothing but what Node brings, and neither names an address of the network', async () => {
  const files = await verifierFiles()
  const texts = Object.values(files).map((bytes) => Buffer.from(bytes).toString())
  const imported = [...(texts[0] ?? '').matchAll(/^import .* from '([^']+)'/gm)].map(([, from]) => from ?? '')
  expect(imported.every((from) => from.startsWith('node:'))).toBe(true)
  for (const text of texts)
    expect(text).not.toMatch(
      /https?:\/\/|\bfetch\(|XMLHttpRequest|WebSocket|node:(?:http|net|tls|dns|child_process)/,
    )
})
