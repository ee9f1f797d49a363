import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judge, type Finding } from '../../../../adapters/bundle/verifier/check/finding.ts'
import { sectionsOf } from '../../../../adapters/bundle/verifier/check/summary.ts'
import { readToken } from '../../../../adapters/bundle/verifier/check/token.ts'
import { makeBundle, sealFiles, zipOf, type FakeBundle } from '../../../fakes/bundle/bundle.ts'
import { makeDraw } from '../../../fakes/bundle/random.ts'
import { openTsa, type Tsa } from '../../anchor/tsa.ts'
import { findingsOf, zipSource } from './check.ts'

const CHECKPOINT = 'data/custody/checkpoint.txt'
const SIGNERS = ['good', 'curve', 'chained'] as const
let tsa: Tsa
let folder: string
let bundle: FakeBundle
let findings: readonly Finding[]

beforeAll(async () => {
  tsa = openTsa()
  folder = mkdtempSync(join(tmpdir(), 'amin-token-'))
  const plain = makeBundle(makeDraw(41), { items: 1, language: 'en', stamped: false })
  const files = new Map(plain.files)
  writeFileSync(join(folder, 'checkpoint'), files.get(CHECKPOINT) ?? '')
  const request = execFileSync(
    'openssl',
    ['ts', '-query', '-data', join(folder, 'checkpoint'), '-sha256', '-cert'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  for (const signer of SIGNERS) {
    files.set(`data/custody/timestamp-${signer}.tsr`, tsa.reply(request, signer))
    files.set(`data/custody/timestamp-${signer}.crt`, Buffer.from(tsa.root('root')))
  }
  bundle = { ...plain, files: sealFiles(plain.code, files, plain.key) }
  findings = await findingsOf(zipSource(zipOf(bundle)))
})

afterAll(() => {
  tsa.close()
  rmSync(folder, { recursive: true, force: true })
})

test('tokens of a real authority, by RSA and by an elliptic curve, are read: what they are over and when', () => {
  expect(judge(findings)).toBe('holds')
  const times = findings.filter(({ key }) => key === 'token-time')
  expect(new Set(times.map(({ values }) => values?.['authority']))).toEqual(new Set(SIGNERS))
  for (const { values } of times)
    expect(Math.abs(Date.parse((values?.['time'] ?? '').replace(' UTC', 'Z')) - Date.now())).toBeLessThan(
      600_000,
    )
})

test('a stamped checkpoint is said to fit, never to be proved by the stamp: its signature is for openssl', () => {
  expect(sectionsOf(findings).find(({ topic }) => topic === 'timestamps')?.standing).toBe('fits')
})

test('the command that is told does check the authority, with openssl alone', () => {
  for (const [name, bytes] of bundle.files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  const commands = findings.flatMap(({ key, values }) =>
    key === 'token-authority' ? [values?.['command'] ?? ''] : [],
  )
  expect(commands).toHaveLength(SIGNERS.length)
  for (const command of commands) {
    const [program = '', ...args] = command.split(' ')
    expect(
      execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    ).toContain('Verification: OK')
  }
})

test('no cut or changed token makes anything but a value', () => {
  const token = new Uint8Array(bundle.files.get('data/custody/timestamp-good.tsr') ?? [])
  expect(readToken(token)?.granted).toBe(true)
  for (let length = 0; length < token.length; length += 1)
    expect(readToken(token.subarray(0, length))).toBeUndefined()
  const draw = makeDraw(42)
  for (let n = 0; n < 3000; n += 1) {
    const changed = Uint8Array.from(token)
    changed[draw.number(300)] = draw.number(256)
    expect(() => readToken(changed)).not.toThrow()
  }
})
