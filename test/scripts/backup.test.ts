import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { startApp } from '../../bots/compose.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { openNote } from '../../core/custody/note.ts'
import { fromHex } from '../../core/base/bytes.ts'
import { runCommand } from '../build/command.ts'
import { fillStore, type Filled } from '../build/filled.ts'
import { makeDataDir } from '../journey/amin-process.ts'

let root: string
let remove: () => void
let config: Config
let cases: Filled

const at = (...names: string[]): string => join(root, ...names)
const configOf = (name: string): Config =>
  readConfig({
    AMIN_DATA: at(name),
    AMIN_ROLES: 'worker',
    AMIN_MASTER_KEY_FILE: at('safe', 'master.key'),
  }) as Config

/** Sealed by each case: what was told, two files, and a preview of each. */
const EACH = 6
const ALL = 3 * EACH

/** Filled once; each test has a copy of its own. */
const filled = makeDataDir()
beforeAll(async () => {
  root = filled.dir
  mkdirSync(at('safe'))
  cases = await fillStore(configOf('data'), 3, [1_000, 150_000])
})
afterAll(() => filled.remove())

beforeEach(() => {
  const data = makeDataDir()
  root = data.dir
  remove = data.remove
  cpSync(filled.dir, root, { recursive: true })
  config = configOf('data')
})
afterEach(() => remove())

const run = async (command: string, args: readonly string[], of = config) => {
  const { code, said, printed } = await runCommand(of, command, args)
  return { code, said: said.join('\n'), printed }
}
const copy = () => run('backup', ['--to', at('copy'), '--keys-to', at('keys')])

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((file) => statSync(file).isFile())
const objectsIn = (dir: string): string[] => filesIn(join(dir, 'vault', 'objects'))

/** A data folder out of copies, as the guide says. */
const putBack = (name: string, from: { readonly store: string; readonly keys: string }): Config => {
  cpSync(from.store, at(name), { recursive: true, filter: (path) => !path.endsWith('manifest-sha256.txt') })
  cpSync(join(from.keys, 'keys.db'), at(name, 'keys.db'))
  return configOf(name)
}

const start = async (of: Config): Promise<string[]> => {
  const log = makeMemoryLog()
  const app = await startApp(of, { official: {} }, log)
  await app.stop()
  return log.lines.map(({ message }) => message)
}

const opens = async (of: Config, { code }: Filled[number]): Promise<'erased' | 'open' | 'unknown'> => {
  const foundation = await openFoundation(of, makeMemoryLog())
  try {
    const book = await foundation.desk.open(code)
    return book === undefined ? 'unknown' : book === 'erased' ? 'erased' : 'open'
  } finally {
    await foundation.close()
  }
}

const wrappedKey = async ({ caseId }: Filled[number]): Promise<Buffer> => {
  const foundation = await openFoundation(config, makeMemoryLog())
  try {
    return Buffer.from((await foundation.keys.get(caseId)) as Uint8Array)
  } finally {
    await foundation.close()
  }
}

describe('a backup', () => {
  test('holds everything but the keys, verified by sha256sum, for its owner alone', async () => {
    const { code, said } = await copy()
    expect(said).toMatch(/18 objects of which 18 new, 0 let go: all copied and read again/)
    expect(code).toBe(0)
    for (const dir of ['copy', 'keys'])
      execFileSync('sha256sum', ['-c', '--quiet', '--strict', 'manifest-sha256.txt'], { cwd: at(dir) })
    expect(
      filesIn(at('keys'))
        .map((file) => file.slice(at('keys').length + 1))
        .sort(),
    ).toEqual(['keys.db', 'manifest-sha256.txt'])
    const names = filesIn(at('copy')).join('\n')
    expect(names).toMatch(/amin\.db$/m)
    expect(names).not.toMatch(/keys\.db|master\.key|checkpoint\.key|-wal$/m)
    const key = await wrappedKey(cases[0]!)
    expect(filesIn(at('copy')).filter((file) => readFileSync(file).includes(key))).toEqual([])
    expect(filesIn(at('keys')).filter((file) => readFileSync(file).includes(key))).toHaveLength(1)
    for (const file of [...filesIn(at('copy')), ...filesIn(at('keys'))])
      expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('put back with its keys opens every case, and holds under the closest look', async () => {
    await copy()
    const again = putBack('again', { store: at('copy'), keys: at('keys') })
    await start(again)
    for (const one of cases) expect(await opens(again, one)).toBe('open')
    const { code, printed } = await run('verify', ['--store', '--deep'], again)
    expect(printed).toEqual([])
    expect(code).toBe(0)
  })

  test('made again writes only what is new, and lets go of what was erased', async () => {
    await copy()
    await run('erase', [cases[0]!.code, '--reason', 'r'])
    const { said, code } = await copy()
    expect(said).toMatch(/12 objects of which 0 new, 6 let go/)
    expect(code).toBe(0)
    expect(objectsIn(at('copy'))).toHaveLength(ALL - EACH)
    execFileSync('sha256sum', ['-c', '--quiet', '--strict', 'manifest-sha256.txt'], { cwd: at('copy') })
  })

  test('keeps its good copy of an object that turned or went in the vault, mends its own bad one, and says so', async () => {
    await copy()
    const [turned, gone, bad] = objectsIn(at('data')) as [string, string, string]
    const good = readFileSync(turned)
    writeFileSync(turned, Buffer.from(good).fill(7, 60, 70))
    rmSync(gone)
    const inCopy = (file: string): string => join(at('copy'), file.slice(at('data').length + 1))
    writeFileSync(inCopy(bad), 'rot')
    const { code, printed } = await copy()
    expect(code).toBe(1)
    expect(printed.toSorted()).toEqual(
      [turned, gone]
        .map((file) => `object ${file.slice(-26)}: only the copy has it as its entry states`)
        .sort(),
    )
    expect(readFileSync(inCopy(turned)).equals(good)).toBe(true)
    expect(existsSync(inCopy(gone))).toBe(true)
    expect(readFileSync(inCopy(bad)).equals(readFileSync(bad))).toBe(true)
  })

  test('may be made while the store is written to', async () => {
    const foundation = await openFoundation(config, makeMemoryLog())
    const state = { over: false }
    const writing = (async () => {
      for (let n = 0; !state.over; n += 1)
        await foundation.desk.note(cases[0]!.code, { id: 'a' as never, alias: 'Noor' }, `note ${n}`)
    })()
    const { code } = await copy()
    state.over = true
    await writing
    await foundation.close()
    expect(code).toBe(0)
    const again = putBack('again', { store: at('copy'), keys: at('keys') })
    expect((await run('verify', ['--store', '--deep'], again)).printed).toEqual([])
  })

  test('refuses places where one hand would take both', async () => {
    mkdirSync(at('other'))
    symlinkSync(at('other'), at('link'))
    for (const [to, keys] of [
      ['copy', 'copy'],
      ['copy', 'copy/keys'],
      ['keys/copy', 'keys'],
      ['other', 'link'],
      ['other', 'link/keys'],
      ['data/copy', 'keys'],
      ['copy', 'data'],
    ] as const) {
      const { code, said } = await run('backup', ['--to', at(to), '--keys-to', at(keys)])
      expect(code, `${to} ${keys}`).toBe(2)
      expect(said).toMatch(/must lie neither in each other/)
    }
    expect((await run('backup', ['--to', at('copy')])).code).toBe(2)
    expect(existsSync(at('copy', 'amin.db'))).toBe(false)
  })
})

describe('an erased case', () => {
  test('does not come back with older keys: they are destroyed again at the start, and it is said', async () => {
    await copy()
    const key = await wrappedKey(cases[0]!)
    await run('erase', [cases[0]!.code, '--reason', 'r'])
    cpSync(at('keys', 'keys.db'), at('data', 'keys.db'))
    expect(filesIn(at('data')).some((file) => readFileSync(file).includes(key))).toBe(true)
    expect(await start(config)).toContain('keys of erased cases were there again, and were destroyed')
    expect(await opens(config, cases[0]!)).toBe('erased')
    expect(await opens(config, cases[1]!)).toBe('open')
    expect(filesIn(at('data')).filter((file) => readFileSync(file).includes(key))).toEqual([])
    expect((await run('verify', ['--store', '--deep'])).code).toBe(0)
  })

  test('does not come back with an older store and vault: its key is gone, and it is buried at the start', async () => {
    await copy()
    await run('erase', [cases[0]!.code, '--reason', 'r'])
    mkdirSync(at('newkeys'))
    cpSync(at('data', 'keys.db'), at('newkeys', 'keys.db'))
    const again = putBack('again', { store: at('copy'), keys: at('newkeys') })
    expect(objectsIn(at('again'))).toHaveLength(ALL)
    expect(await start(again)).toContain('cases whose keys were destroyed were there again, and were erased')
    expect(await opens(again, cases[0]!)).toBe('erased')
    expect(await opens(again, cases[1]!)).toBe('open')
    expect(objectsIn(at('again'))).toHaveLength(ALL - EACH)
    expect((await run('verify', ['--store', '--deep'], again)).printed).toEqual([])
  })

  test('is found by the doctor as well, before anything is started', async () => {
    await copy()
    await run('erase', [cases[0]!.code, '--reason', 'r'])
    cpSync(at('keys', 'keys.db'), at('data', 'keys.db'))
    const { printed } = await run('doctor', [])
    expect(printed.join('\n')).toMatch(/ok {4}erasures: 1 keys destroyed again, 0 cases erased again/)
    expect((await run('doctor', [])).printed.join('\n')).toMatch(
      /ok {4}erasures: store and keys say the same/,
    )
  })

  test('comes back only where both are older: which is why copies of keys are kept for days', async () => {
    await copy()
    await run('erase', [cases[0]!.code, '--reason', 'r'])
    const again = putBack('again', { store: at('copy'), keys: at('keys') })
    await start(again)
    expect(await opens(again, cases[0]!)).toBe('open')
  })
})

describe('the certificate', () => {
  test('says what was looked at, signed, and stands in a signed checkpoint; given again it says the same', async () => {
    const { code, printed } = await run('erase', [
      cases[0]!.code.toLowerCase(),
      '--reason',
      'asked by letter',
    ])
    expect(code).toBe(0)
    const certificate = JSON.parse(printed[0]!) as Record<string, never> & {
      note: string
      inclusion: { seq: number; hash: string }
    }
    expect(certificate).toMatchObject({
      case: cases[0]!.code,
      by: 'command-line',
      reason: 'asked by letter',
      key: 'destroyed',
      objects: { named: EACH, left: 0 },
    })
    const foundation = await openFoundation(config, makeMemoryLog())
    const { custody, ports } = foundation
    const text = openNote(custody.signer, ports.hasher, certificate.note, custody.signer.publicKey)
    const { entries } = (await foundation.desk.custody(cases[0]!.code))!
    await foundation.close()
    expect(text).toMatch(/^amin-erasure\/1\n\{/)
    expect(JSON.parse(text!.split('\n')[1]!)).toMatchObject({
      case: cases[0]!.code,
      tombstone: { entry: entries.length, hash: entries.at(-1)!.hash },
    })
    expect(certificate.inclusion).toMatchObject({ seq: entries.length, hash: entries.at(-1)!.hash })
    expect(fromHex(entries.at(-1)!.hash)).toHaveLength(32)
    const again = await run('erase', [cases[0]!.code, '--reason', 'another'])
    expect(again.code).toBe(0)
    expect(JSON.parse(again.printed[0]!)).toMatchObject({ reason: 'asked by letter', note: certificate.note })
  })

  test('does not say that the key is gone where it is not', async () => {
    await copy()
    await run('erase', [cases[0]!.code, '--reason', 'r'])
    cpSync(at('keys', 'keys.db'), at('data', 'keys.db'))
    expect((await run('verify', ['--store'])).printed).toEqual([`case ${cases[0]!.caseId} key: left`])
    // Asked again, it destroys what was left, and only then says so.
    expect(JSON.parse((await run('erase', [cases[0]!.code, '--reason', 'r'])).printed[0]!)).toMatchObject({
      key: 'destroyed',
    })
    expect((await run('verify', ['--store'])).printed).toEqual([])
  })

  test('after it no byte of the key, and no object or preview of the case, is in any file', async () => {
    const key = await wrappedKey(cases[0]!)
    expect(objectsIn(at('data'))).toHaveLength(ALL)
    await run('erase', [cases[0]!.code, '--reason', 'r'])
    expect(filesIn(at('data')).filter((file) => readFileSync(file).includes(key))).toEqual([])
    expect(objectsIn(at('data'))).toHaveLength(ALL - EACH)
    const { code, said } = await run('verify', ['--store'])
    expect(said).toMatch(/3 cases \(1 erased, 0 on hold\), .* 12 sealed objects: all holds/)
    expect(code).toBe(0)
  })
})

describe('a hold on the command line', () => {
  test('keeps `amin erase` away until it is released', async () => {
    expect((await run('hold', [cases[0]!.code, '--reason', 'letter 9'])).code).toBe(0)
    const { code, said } = await run('erase', [cases[0]!.code, '--reason', 'r'])
    expect([code, said]).toEqual([1, expect.stringMatching(/on hold, so nothing was erased/)])
    expect((await run('verify', ['--store'])).said).toMatch(/1 on hold/)
    expect((await run('hold', [cases[0]!.code, '--reason', 'letter 9'])).said).toMatch(/stands there already/)
    expect((await run('release', [cases[0]!.code, '--reason', 'over'])).code).toBe(0)
    expect((await run('release', [cases[0]!.code, '--reason', 'over'])).said).toMatch(/no hold/)
    expect((await run('erase', [cases[0]!.code, '--reason', 'r'])).code).toBe(0)
  })

  test.each([
    [],
    ['CODE'],
    ['CODE', '--reason', ' '],
    ['CODE', '--reason', 'x'.repeat(501)],
    ['A', 'B', '--reason', 'r'],
  ])('is refused as wrong use: %j', async (...args) => {
    expect((await run('hold', args.flat())).code).toBe(2)
    expect((await run('release', args.flat())).code).toBe(2)
  })

  test('of a case that is not there is said', async () => {
    expect((await run('hold', ['ZZZZZZZZ', '--reason', 'r'])).said).toMatch(/no case with that code/)
  })
})

describe('amin verify --store', () => {
  test('names objects that belong to nothing as a notice, and removes them when told to', async () => {
    const stray = at('data', 'vault', 'objects', '0', '0', '0'.repeat(26))
    mkdirSync(join(stray, '..'), { recursive: true })
    writeFileSync(stray, 'x')
    expect((await run('verify', ['--store'])).printed).toEqual([])
    execFileSync('touch', ['-d', '2 days ago', stray])
    const first = await run('verify', ['--store'])
    expect([first.code, first.printed]).toEqual([0, [`notice object ${'0'.repeat(26)}: no entry names it`]])
    const second = await run('verify', ['--store', '--repair'])
    expect([second.code, second.printed]).toEqual([
      0,
      [`notice object ${'0'.repeat(26)}: no entry names it, removed`],
    ])
    expect(existsSync(stray)).toBe(false)
    expect(objectsIn(at('data'))).toHaveLength(ALL)
  })

  test('goes on where it was cut', async () => {
    const [first] = cases.map(({ caseId }) => caseId).sort()
    const note = { v: 1, cases: 1, entries: 10, objects: 4, erased: 0, held: 0, faults: 0, last: first }
    writeFileSync(at('data', 'run', 'verify.json'), JSON.stringify(note))
    expect((await run('verify', ['--store', '--resume'])).said).toMatch(
      /^3 cases .* 16 sealed objects: all holds/,
    )
    expect(existsSync(at('data', 'run', 'verify.json'))).toBe(false)
  })
})
