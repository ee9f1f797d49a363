import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLog } from '../../adapters/log/index.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation } from '../../bots/foundation.ts'
import type { CaseEvent } from '../../core/model/events.ts'
import type { CaseCode, CaseId, EvidenceId, InboundId, Sha256Hex } from '../../core/base/ids.ts'
import type { Instant } from '../../core/base/units.ts'
import { runCommand } from '../build/command.ts'

let dir: string
let config: Config
const log = openLog({ level: 'silent' })
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amin-hashes-'))
  const read = readConfig({ AMIN_DATA: join(dir, 'data') })
  if ('faults' in read) throw new Error(read.faults.join())
  config = read
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const run = (...args: readonly string[]) => runCommand(config, 'hashes', args, log)

/** A case of an adult who agreed in general, with a fingerprint of this digit that may go or not. */
const addCase = async (name: string, digit: string, agrees: boolean): Promise<void> => {
  const { casebook, close } = await openFoundation(config, log)
  const evidence = `evidence-${name}` as EvidenceId
  const inbound = `inbound-${name}` as InboundId
  const answer = (step: string, option: string): CaseEvent => ({
    type: 'answer_given',
    step,
    answer: { kind: 'choice', option },
  })
  const events: readonly CaseEvent[] = [
    { type: 'case_opened', code: name as CaseCode, channel: 'webchat', language: 'en' },
    answer('consent', 'continue'),
    answer('age', 'me-18'),
    { type: 'consent_given', scope: 'hashes-to-platforms', version: '1', language: 'en' },
    {
      type: 'evidence_announced',
      evidence,
      inbound,
      kind: 'photo',
      capture: 'as_sent',
      forwarded: false,
      sentAt: 0 as Instant,
    },
    {
      type: 'fingerprint_given',
      evidence,
      sha256: digit.repeat(64) as Sha256Hex,
      pdq: { hash: digit.repeat(64), quality: 80 },
    },
    { type: agrees ? 'sharing_allowed' : 'sharing_withdrawn', evidence },
  ]
  await casebook.append(`case-of-${name}`.padEnd(26, '0') as CaseId, () => ({ actor: 'person', events }))
  await close()
}

const sharedIn = async (name: string): Promise<number> => {
  const { casebook, close } = await openFoundation(config, log)
  const { events } = await casebook.read(`case-of-${name}`.padEnd(26, '0') as CaseId)
  await close()
  return events.flat().filter(({ type }) => type === 'fingerprints_shared').length
}

describe('amin hashes', () => {
  test('writes what was agreed to, readable by nobody else, and each case says so', async () => {
    await addCase('AAAA1111', 'a', true)
    await addCase('BBBB2222', 'b', false)
    const out = join(dir, 'list.csv')
    expect(await run('--form', 'csv', '--out', out)).toEqual({
      code: 0,
      said: [],
      printed: ['{"form":"csv","items":1,"cases":1}'],
    })
    const lines = (await readFile(out, 'utf8')).split('\n')
    expect(lines[0]).toBe('pdq_hex,quality,md5,sha256,media_type,created')
    expect(lines[1]).toMatch(
      new RegExp(`^${'a'.repeat(64)},80,,${'a'.repeat(64)},photo,\\d{4}-\\d\\d-\\d\\d$`),
    )
    expect(lines.slice(2)).toEqual([''])
    expect((await stat(out)).mode & 0o777).toBe(0o600)
    expect((await readdir(dir)).sort()).toEqual(['data', 'list.csv'])
    expect([await sharedIn('AAAA1111'), await sharedIn('BBBB2222')]).toEqual([1, 0])
  })

  test('writes the lines that ThreatExchange reads, of one case where one is named', async () => {
    await addCase('AAAA1111', 'a', true)
    await addCase('BBBB2222', 'b', true)
    const out = join(dir, 'list.txt')
    expect((await run('--form', 'threatexchange', '--out', out, '--case', 'bbbb2222')).code).toBe(0)
    expect(await readFile(out, 'utf8')).toBe(`pdq ${'b'.repeat(64)}\n`)
    expect([await sharedIn('AAAA1111'), await sharedIn('BBBB2222')]).toEqual([0, 1])
  })

  test('writes nothing into a chain where the list cannot be written', async () => {
    await addCase('AAAA1111', 'a', true)
    const { code, said } = await run('--form', 'csv', '--out', join(dir, 'no-such-folder', 'list.csv'))
    expect([code, said.length]).toEqual([1, 1])
    expect(await sharedIn('AAAA1111')).toBe(0)
  })

  test('knows what it cannot do', async () => {
    expect((await run('--form', 'csv', '--out', join(dir, 'x'), '--case', 'ZZZZ9999')).code).toBe(1)
    for (const args of [
      [],
      ['--form', 'pdf', '--out', 'x'],
      ['--form', 'csv'],
      ['--form', 'csv', '--out', 'x', 'more'],
      ['--all'],
    ])
      expect((await run(...args)).code).toBe(2)
  })
})
