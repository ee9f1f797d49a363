import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { commitTo } from '../../core/model/entry.ts'
import type { CaseEvent } from '../../core/model/events.ts'
import { once } from '../../core/base/stream.ts'
import type { CaseCode, CaseId, EvidenceId, ObjectId } from '../../core/base/ids.ts'
import { bytes } from '../../core/base/units.ts'
import { runCommand } from '../build/command.ts'
import { makeDataDir } from '../journey/amin-process.ts'
import { sameClock } from '../same-clock.ts'
import { builtCommands } from '../build/built.ts'

const AMIN = builtCommands()
const data = makeDataDir()
const config = readConfig({ AMIN_DATA: data.dir }) as Config
const out = (name: string): string => join(data.dir, 'out', name)

type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }
const amin = (...args: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [AMIN, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...sameClock(), AMIN_DATA: data.dir, AMIN_LOG_LEVEL: 'fatal' },
  })
  return { code: status, stdout, stderr }
}

/** The command alone, in this process: where it throws, `amin` words it. */
const run = async (...args: readonly string[]): Promise<Ran> => {
  const { code, printed, said } = await runCommand(config, 'export', args)
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')
  return { code, stdout: text(printed), stderr: text(said) }
}

const withFoundation = async <T>(act: (foundation: Foundation) => Promise<T>): Promise<T> => {
  const foundation = await openFoundation(config, makeMemoryLog())
  try {
    return await act(foundation)
  } finally {
    await foundation.close()
  }
}

const build = ({ ports, casebook }: Foundation) => {
  const id = ports.random.id() as CaseId
  const code = ports.random.code(8) as CaseCode
  const append = async (...events: readonly CaseEvent[]): Promise<void> => {
    await casebook.append(id, () => ({ actor: 'person', events }))
  }
  const seal = async (content: Uint8Array): Promise<ObjectId> => {
    const evidence = ports.random.id() as EvidenceId
    const object = evidence as string as ObjectId
    await append({
      type: 'evidence_announced',
      evidence,
      inbound: 'i' as never,
      kind: 'document',
      capture: 'as_sent',
      forwarded: false,
      sentAt: ports.clock.now(),
    })
    const sealer = await ports.sealer.forCase(id)
    const put = await ports.vault.put(object, sealer.sealStream(object, once(content)))
    const [sha256, salt] = [ports.hasher.sha256(content), ports.hasher.sha256('salt')]
    await casebook.append(id, () => ({
      actor: 'system',
      events: [{ type: 'evidence_received', evidence, object, sha256, size: bytes(content.length), salt }],
      objects: [
        { id: object, sha256: put.sha256, size: put.size, commitment: commitTo(ports.hasher, salt, sha256) },
      ],
    }))
    return object
  }
  return { id, code, append, seal }
}

let agreed: CaseCode
let silent: CaseCode
let agreedId: CaseId
beforeAll(async () => {
  mkdirSync(join(data.dir, 'out'), { recursive: true })
  await withFoundation(async (foundation) => {
    const one = build(foundation)
    await one.append({ type: 'case_opened', code: one.code, channel: 'webchat', language: 'ar' })
    await one.append({ type: 'consent_given', scope: 'share-investigators', version: '1', language: 'ar' })
    await one.seal(new Uint8Array(300_000).fill(1))
    agreed = one.code
    agreedId = one.id
    const two = build(foundation)
    await two.append({ type: 'case_opened', code: two.code, channel: 'webchat', language: 'ar' })
    silent = two.code
  })
})
afterAll(() => data.remove())

describe('amin export', () => {
  test('writes a bundle, says its hash, and the same again the second time', async () => {
    const first = amin('export', agreed.toLowerCase(), '--out', out('a.zip'))
    expect(first).toMatchObject({ code: 0, stderr: '' })
    const zip = readFileSync(out('a.zip'))
    expect(JSON.parse(first.stdout)).toMatchObject({
      case: agreed,
      scope: 'investigators',
      size: zip.length,
      sha256: createHash('sha256').update(zip).digest('hex'),
      recipients: [],
    })
    expect((await run(agreed, '--out', out('b.zip'), '--as', 'Prosecutor')).code).toBe(0)
    expect(readFileSync(out('b.zip')).equals(zip)).toBe(true)
    expect(execFileSync('unzip', ['-t', out('a.zip')], { encoding: 'utf8' })).toContain('No errors detected')
  })

  test.runIf(spawnSync('age-keygen', ['--version']).status === 0)(
    'seals to recipients, with the same bundle inside (needs age)',
    async () => {
      const keys = ['k1', 'k2'].map((name) => {
        execFileSync('age-keygen', ['-o', out(name)], { stdio: 'ignore' })
        return execFileSync('age-keygen', ['-y', out(name)], { encoding: 'utf8' }).trim()
      })
      const ran = await run(agreed, '--out', out('c.zip.age'), ...keys.flatMap((key) => ['--recipient', key]))
      expect(ran).toMatchObject({ code: 0, stderr: '' })
      const plain = execFileSync('age', ['-d', '-i', out('k2'), out('c.zip.age')], { maxBuffer: 100_000_000 })
      expect(plain.equals(readFileSync(out('a.zip')))).toBe(true)
      expect(JSON.parse(ran.stdout)).toMatchObject({
        recipients: keys,
        sha256: createHash('sha256').update(plain).digest('hex'),
      })
    },
  )

  test('without consent says in one line which is missing and what to do; the own copy needs none', async () => {
    const refused = await run(silent, '--out', out('d.zip'))
    expect(refused.code).toBe(1)
    expect(refused.stdout).toBe('')
    expect(refused.stderr.trim().split('\n')).toHaveLength(1)
    expect(refused.stderr).toMatch(/share-investigators.*--scope person/)
    expect((await run(silent, '--out', out('d.zip'), '--scope', 'ngo')).stderr).toMatch(/share-ngo/)
    expect(existsSync(out('d.zip'))).toBe(false)
    expect((await run(silent, '--out', out('d.zip'), '--scope', 'person')).code).toBe(0)
  })

  test.each([
    ['no code', ['--out', 'x.zip'], 2],
    ['no file', ['ABCD2345'], 2],
    ['two codes', ['ABCD2345', 'ABCD2346', '--out', 'x.zip'], 2],
    ['an option that is none', ['ABCD2345', '--out', 'x.zip', '--nope', '1'], 2],
    ['a scope that is none', ['ABCD2345', '--out', 'x.zip', '--scope', 'press'], 2],
    ['a code that no case has', ['ABCD2345', '--out', 'x.zip'], 1],
  ])('refuses %s', async (_what, args, code) => {
    const ran = await run(...args)
    expect(ran.code).toBe(code)
    expect(ran.stderr.trim().split('\n')).toHaveLength(1)
  })

  test('refuses what is no key, and a place that cannot be written', async () => {
    expect((await run(agreed, '--out', out('e.zip'), '--recipient', 'age1nonsense')).code).toBe(2)
    const nowhere = amin('export', agreed, '--out', join(data.dir, 'nowhere', 'e.zip'))
    expect(nowhere.code).toBe(2)
    expect(nowhere.stderr.trim().split('\n')).toHaveLength(1)
  })

  test('with a rule of two people sends to the console, until somebody else agreed', async () => {
    const file = join(data.dir, 'operator.json')
    writeFileSync(file, JSON.stringify({ export: { twoPersons: true } }))
    try {
      const refused = await run(agreed, '--out', out('f.zip'))
      expect([refused.code, refused.stderr.includes('console')]).toEqual([1, true])
      await withFoundation(async ({ exports }) => {
        const order = { scope: 'share-investigators', recipients: [] } as const
        const asked = await exports.request(agreed, { by: 'a', actor: 'agent:a' }, 'for the court', order)
        if (asked.status === 'done')
          await exports.answer(agreed, { by: 'b', actor: 'agent:b' }, asked.seq, true, 'yes')
      })
      expect((await run(agreed, '--out', out('f.zip'))).code).toBe(0)
      expect(readFileSync(out('f.zip')).equals(readFileSync(out('a.zip')))).toBe(true)
    } finally {
      writeFileSync(file, '{}')
    }
  })

  test('with only sealed bundles allowed, or only some keys, says so', async () => {
    const file = join(data.dir, 'operator.json')
    const key = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
    try {
      writeFileSync(file, JSON.stringify({ export: { onlySealed: true, recipients: [key] } }))
      expect((await run(agreed, '--out', out('g.zip'))).stderr).toMatch(/--recipient/)
      const other = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'
      expect((await run(agreed, '--out', out('g.zip'), '--recipient', other)).stderr).toMatch(
        /not among those/,
      )
      expect((await run(agreed, '--out', out('g.zip'), '--recipient', key)).code).toBe(0)
      writeFileSync(file, JSON.stringify({ export: { recipients: ['nonsense'] } }))
      expect((await run(agreed, '--out', out('h.zip'))).code).toBe(2)
    } finally {
      writeFileSync(file, '{}')
    }
  })

  test('leaves nothing where an original is damaged, and says which', async () => {
    let object: ObjectId | undefined
    const code = await withFoundation(async (foundation) => {
      const it = build(foundation)
      await it.append({ type: 'case_opened', code: it.code, channel: 'webchat', language: 'ar' })
      object = await it.seal(new Uint8Array(200_000).fill(5))
      return it.code
    })
    const place = readdirSync(join(data.dir), { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith(String(object)),
    )
    const path = join(data.dir, place ?? '')
    const sealed = readFileSync(path)
    sealed[150_000] = (sealed[150_000] ?? 0) ^ 1
    writeFileSync(path, sealed)
    const before = readdirSync(join(data.dir, 'out'))
    const ran = amin('export', code, '--out', out('i.zip'), '--scope', 'person')
    expect([ran.code, ran.stdout]).toEqual([1, ''])
    expect(ran.stderr).toMatch(/E0001/)
    expect(readdirSync(join(data.dir, 'out'))).toEqual(before)
  })

  test('writes into the chain who had it', async () => {
    const events = await withFoundation(async ({ casebook }) => (await casebook.read(agreedId)).events.flat())
    const left = events.flatMap((event) => (event.type === 'case_exported' ? [event.by] : []))
    expect(left).toContain('command-line')
    expect(left).toContain('Prosecutor')
    expect(events.filter(({ type }) => type === 'export_prepared')).toHaveLength(1)
  })
})
