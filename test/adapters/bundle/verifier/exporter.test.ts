import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../../adapters/bundle/verifier/check/finding.ts'
import { verifierFiles } from '../../../../adapters/bundle/verifier/files.ts'
import { nodePlatform, openBundle } from '../../../../adapters/bundle/verifier/node-source.ts'
import { sealOf } from '../../../../core/model/seal.ts'
import type { EvidenceId, Sha256Hex } from '../../../../core/base/ids.ts'
import { readConfig, type Config } from '../../../../bots/config.ts'
import { runCommand } from '../../../build/command.ts'
import {
  BY,
  openBundleWorld,
  openCase,
  takeBundle,
  unzip,
  type BundleWorld,
} from '../../../core/custody/bundle/world.ts'
import { findingsOf, zipSource } from './check.ts'

let world: BundleWorld
let zip: Buffer
let code: string

beforeAll(async () => {
  world = await openBundleWorld()
  const it = await openCase(world)
  await it.says('He wants money \u2028 or\u0000 he sends my photos')
  const files = [new Uint8Array(70_000).fill(7), new Uint8Array(0), new Uint8Array(2_500_000).fill(9)]
  const ids: EvidenceId[] = []
  for (const [n, data] of files.entries())
    ids.push(
      await it.sends(data, {
        mime: ['image/jpeg', 'x/unknown', 'video/mp4'][n] ?? '',
        fileName: '=a,"b"\u202e\n.jpg',
      }),
    )
  ids.push(await it.sends(new TextEncoder().encode('لە وشەی خۆمەوە'), { kind: 'statement' }))
  const own = world.ports.random.id() as EvidenceId
  const stayed = world.ports.hasher.sha256('stays on the device')
  await it.append(
    {
      type: 'evidence_announced',
      evidence: own,
      inbound: 'lane' as never,
      kind: 'photo',
      capture: 'as_sent',
      forwarded: false,
      sentAt: world.clock.now(),
    },
    { type: 'fingerprint_given', evidence: own, sha256: stayed },
  )
  const sealed: Sha256Hex[] = files.map((data) => world.ports.hasher.sha256(data))
  await it.act('system', {
    type: 'receipt_given',
    evidence: [...ids.slice(0, 3), own],
    seal: sealOf(world.ports.hasher, [...sealed, stayed]),
  })
  await it.act('system', { type: 'receipt_given', evidence: [] })
  await it.act('agent:noor', { type: 'note_added', agent: 'noor' as never, alias: 'Noor', text: 'a note' })
  const exports = world.exportsWith({
    verifier: verifierFiles,
    report: { render: () => Promise.resolve(new TextEncoder().encode('%PDF-1.7\n')) },
  })
  zip = await takeBundle(await exports.command(it.code, BY, { scope: 'share-investigators', recipients: [] }))
  code = it.code
})

afterAll(() => world.close())

describe('a bundle of the exporter itself', () => {
  test('holds in everything, byte by byte', async () => {
    const findings = await findingsOf(zipSource(zip))
    expect(findings.filter(({ kind, open }) => kind === 'fault' || open === true)).toEqual([])
    expect(judge(findings)).toBe('holds')
    expect(findings.some(({ key, values }) => key === 'receipt-good' && values?.['n'] === '4')).toBe(true)
  })

  test.each(['person', 'share-ngo'] as const)('holds for the scope %s as well', async (scope) => {
    const it = await openCase(world, ['share-ngo'])
    await it.says('my number is +9647701234567')
    await it.sends(new Uint8Array(1000).fill(3), { mime: 'image/png' })
    const data = await takeBundle(await world.exports.command(it.code, BY, { scope, recipients: [] }))
    expect((await findingsOf(zipSource(data))).filter(({ kind }) => kind === 'fault')).toEqual([])
  })

  test('holds by the verify.mjs that it brings along, unpacked, with the oldest Node of this machine', () => {
    const root = unzip(world.folder, zip, code)
    const done = spawnSync('node', [join(root, 'verify.mjs'), root], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', LANG: 'C' },
    })
    const own = spawnSync(process.execPath, [join(root, 'verify.mjs'), join(root, '..', 'bundle.zip')], {
      encoding: 'utf8',
      env: { LANG: 'C' },
    })
    if (done.error === undefined) expect([done.status, done.stderr]).toEqual([0, ''])
    expect([own.status, own.stderr]).toEqual([0, ''])
  })

  test('does not hold with one bit of any file changed', async () => {
    const { items } = JSON.parse(
      readFileSync(join(unzip(world.folder, zip, code), 'data/index.json'), 'utf8'),
    ) as {
      items: { path: string }[]
    }
    for (const { path } of items) {
      const at = zip.indexOf(`amin-${code}/${path}`) + `amin-${code}/${path}`.length
      const changed = Buffer.from(zip)
      changed.writeUInt8((zip[at] ?? 0) ^ 16, at)
      expect(judge(await findingsOf(zipSource(changed)))).toBe('broken')
    }
  })
})

describe('amin verify', () => {
  const run = async (
    ...args: readonly string[]
  ): Promise<{ readonly code: number; readonly out: string[]; readonly err: string[] }> => {
    const { code, printed, said } = await runCommand(readConfig({}) as Config, 'verify', args)
    return { code, out: [...printed], err: [...said] }
  }
  const file = (name: string, data: Uint8Array): string => {
    const path = join(world.folder, name)
    writeFileSync(path, data)
    return path
  }

  test('leaves with 0 where all holds, packed and unpacked, and shows the fingerprint', async () => {
    for (const path of [file('good.zip', zip), unzip(world.folder, zip, code)]) {
      const { code, out, err } = await run(path)
      expect({ code, out, last: err.at(-1) }).toEqual({ code: 0, out: [], last: 'all holds' })
      expect(err.join('\n')).toMatch(/\(SHA-256\): [0-9a-f]{64}/)
    }
  })

  test('leaves with 1 and one line a fault where something does not', async () => {
    const changed = Buffer.from(zip)
    changed.writeUInt8(1, zip.indexOf(`amin-${code}/data/evidence/E0001`) + 500)
    const { code: left, out } = await run(file('bad.zip', changed))
    expect(left).toBe(1)
    expect(out.length).toBeGreaterThan(0)
    expect(out.join('\n')).toContain('data/evidence/E0001')
    expect((await run(file('good.zip', zip), '--key', 'ab'.repeat(32))).code).toBe(1)
  })

  test('leaves with 2 and one line for an age file, a missing file and wrong use', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'amin-age-'))
    const key = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const recipient = /age1\w+/.exec(key)?.[0] ?? ''
    const plain = file('good.zip', zip)
    const sealed = join(folder, 'bundle.zip.age')
    execFileSync('age', ['--recipient', recipient, '--output', sealed, plain])
    for (const args of [
      [sealed],
      ['/nowhere/at/all'],
      [plain, '--key', 'short'],
      [plain, '--store'],
      [plain, plain],
      [],
      ['--key', 'ab'.repeat(32)],
    ]) {
      const { code, out, err } = await run(...args)
      expect([args, code, out, err.length]).toEqual([args, 2, [], 1])
    }
    expect((await run(sealed)).err[0]).toContain('age --decrypt')
    rmSync(folder, { recursive: true, force: true })
  })
})

test('a file that goes away or shrinks between listing and reading is named, not an exception', async () => {
  const root = unzip(world.folder, zip, code)
  const opened = await openBundle(root)
  if (opened === undefined || opened === 'age') throw new Error('not opened')
  writeFileSync(join(root, 'data', 'hashes.csv'), '')
  rmSync(join(root, 'data', 'index.json'))
  const findings = await findingsOf(opened.source, {}, nodePlatform)
  const unread = findings.filter(({ key }) => key === 'file-unreadable').map(({ place }) => place)
  expect(new Set(unread)).toEqual(new Set(['data/hashes.csv', 'data/index.json']))
})
