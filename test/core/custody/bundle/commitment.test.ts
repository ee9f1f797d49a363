import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { commitTo, makeEntry, readHeader, verifyChain } from '../../../../core/model/entry.ts'
import type { CaseId, ObjectId, Sha256Hex } from '../../../../core/base/ids.ts'
import { bytes, instant } from '../../../../core/base/units.ts'
import { openStage, reachStory } from '../../../build/stage.ts'

const sha256 = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

test('a sealed file is committed to in the open header, under a salt that only the sealed event holds', async () => {
  const stage = await openStage()
  const who = stage.person('1')
  await reachStory(who)
  for (const fill of [1, 1])
    await who.sendsFile(new Uint8Array(500).fill(fill), { kind: 'document', capture: 'as_sent' })
  await stage.workAll()
  const { row } = await who.book()
  const { entries, events } = await stage.casebook.read(row.caseId)
  const found = entries.flatMap((entry, i) => {
    const received = events[i]?.find((event) => event.type === 'evidence_received')
    if (received?.type !== 'evidence_received') return []
    const object = readHeader(stage.ports.hasher, entry.header)?.objects?.find(
      ({ id }) => id === received.object,
    )
    return [
      {
        header: entry.header,
        salt: received.salt ?? '',
        sha256: received.sha256,
        commitment: object?.commitment,
      },
    ]
  })
  expect(found).toHaveLength(2)
  for (const one of found) {
    expect(one.salt).toMatch(/^[0-9a-f]{64}$/)
    expect(one.commitment).toBe(sha256(Buffer.from(one.salt, 'hex'), Buffer.from(one.sha256, 'hex')))
    expect(one.header).not.toContain(one.salt)
    expect(one.header).not.toContain(one.sha256)
  }
  // The same file twice: nobody who sees the headers alone can tell.
  expect(found[0]?.sha256).toBe(found[1]?.sha256)
  expect(found[0]?.commitment).not.toBe(found[1]?.commitment)
  expect(verifyChain(stage.ports.hasher, row.caseId, entries)).toEqual([])
})

test('headers of before there were commitments are read, and one that is none is not', async () => {
  const { ports } = await openStage()
  const caseId = 'a-case' as CaseId
  const file = { id: 'an-object' as ObjectId, sha256: 'a'.repeat(64) as Sha256Hex, size: bytes(1) }
  const faultsOf = (object: object): readonly string[] => {
    const header = {
      v: 1,
      case: caseId,
      seq: 1,
      at: instant(1),
      actor: 'system',
      kinds: ['evidence_received'],
      objects: [object],
    } as never
    return verifyChain(ports.hasher, caseId, [
      makeEntry(ports.hasher, '0'.repeat(64) as Sha256Hex, header, new Uint8Array([1])),
    ]).map(({ fault }) => fault)
  }
  expect(faultsOf(file)).toEqual([])
  expect(faultsOf({ ...file, commitment: commitTo(ports.hasher, 'b'.repeat(64), file.sha256) })).toEqual([])
  for (const commitment of [1, '', 'B'.repeat(64), 'b'.repeat(63)])
    expect(faultsOf({ ...file, commitment })).toEqual(['header_unreadable'])
})
