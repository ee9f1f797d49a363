import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { makeRecall, type Opened } from '../../../../core/services/casebook/event-cache.ts'
import { Failure, isFailure } from '../../../../core/base/failure.ts'
import type { CaseId, Sha256Hex } from '../../../../core/base/ids.ts'
import { openStage, reachStory } from '../../../build/stage.ts'
import { runs } from '../../../property/runs.ts'

const caseOf = (n: number): CaseId => `case${n}` as CaseId
const hashOf = (caseId: CaseId, seq: number, branch = ''): Sha256Hex =>
  `${branch}${caseId}.${seq}` as Sha256Hex

/** A ledger that says how many entries were read from it. */
const openLedger = () => {
  const lengths = new Map<CaseId, number>()
  const ledger = {
    lengths,
    branch: '',
    read: 0,
    erased: new Set<CaseId>(),
    before: async (): Promise<void> => {},
    whole: (caseId: CaseId, afterSeq = 0): Opened => {
      const seqs = Array.from({ length: lengths.get(caseId) ?? 0 }, (_, i) => i + 1).filter(
        (seq) => seq > afterSeq,
      )
      return {
        entries: seqs.map((seq) => ({
          caseId,
          seq,
          header: '{}',
          sealed: new Uint8Array(),
          prev: hashOf(caseId, seq - 1, ledger.branch),
          hash: hashOf(caseId, seq, ledger.branch),
        })),
        events: seqs.map(() => []),
      }
    },
  }
  const recall = makeRecall(async (caseId, afterSeq) => {
    const opened = ledger.whole(caseId, afterSeq)
    await ledger.before()
    if (ledger.erased.has(caseId)) throw new Failure('key_destroyed')
    ledger.read += opened.entries.length
    return opened
  })
  return { ledger, ...recall }
}

describe('what was opened of a case', () => {
  test('is the whole case, whatever was asked for and appended before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            n: fc.integer({ min: 0, max: 4 }),
            more: fc.integer({ min: 0, max: 4_000 }),
            forget: fc.boolean(),
          }),
        ),
        async (steps) => {
          const { ledger, recall, forget } = openLedger()
          for (const { n, more, forget: forgets } of steps) {
            const caseId = caseOf(n)
            ledger.lengths.set(caseId, (ledger.lengths.get(caseId) ?? 0) + more)
            if (forgets) forget(caseId)
            const opened = await recall(caseId)
            expect(opened.entries.length).toBe(ledger.lengths.get(caseId))
            expect(opened.entries.every(({ seq }, i) => seq === i + 1)).toBe(true)
            expect(opened.events.length).toBe(opened.entries.length)
          }
        },
      ),
      runs(20),
    )
  })

  test('is read once, and then only what came since', async () => {
    const { ledger, recall } = openLedger()
    ledger.lengths.set(caseOf(1), 5_000)
    for (let n = 0; n < 4; n += 1) await recall(caseOf(1))
    ledger.lengths.set(caseOf(1), 5_001)
    await recall(caseOf(1))
    expect(ledger.read).toBe(5_001)
  })

  test('stays for ten thousand entries and not for more', async () => {
    const { ledger, recall } = openLedger()
    for (let n = 0; n < 20; n += 1) {
      ledger.lengths.set(caseOf(n), 1_000)
      await recall(caseOf(n))
    }
    const before = ledger.read
    for (let n = 19; n >= 10; n -= 1) await recall(caseOf(n))
    expect(ledger.read).toBe(before)
    await recall(caseOf(9))
    expect(ledger.read).toBe(before + 1_000)
  })

  test('is read anew where the chain goes on from something else', async () => {
    const { ledger, recall } = openLedger()
    ledger.lengths.set(caseOf(1), 3)
    await recall(caseOf(1))
    Object.assign(ledger, { branch: 'restored' })
    ledger.lengths.set(caseOf(1), 4)
    expect((await recall(caseOf(1))).entries.map(({ hash }) => hash)).toEqual(
      [1, 2, 3, 4].map((seq) => hashOf(caseOf(1), seq, 'restored')),
    )
  })

  test('is gone once the key is, and what was being read when it was forgotten is not kept', async () => {
    const { ledger, recall, forget } = openLedger()
    ledger.lengths.set(caseOf(1), 100)
    await recall(caseOf(1))
    ledger.erased.add(caseOf(1))
    await expect(recall(caseOf(1))).rejects.toSatisfy((error) => isFailure(error, 'key_destroyed'))
    ledger.erased.clear()
    ledger.before = async () => forget(caseOf(1))
    await recall(caseOf(1))
    ledger.before = async () => {}
    const before = ledger.read
    await recall(caseOf(1))
    expect(ledger.read).toBe(before + 100)
  })
})

test('a desk that had a case open shows what another process appended, and nothing once another process erased it', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  const code = await person.code()
  const { caseId } = (await person.book()).row
  const elsewhere = makeCasebook(stage.ports)
  await elsewhere.append(caseId, () => ({
    actor: 'agent:a',
    events: [
      { type: 'severity_set', agent: 'a' as never, severity: 'P2', why: 'r' },
      { type: 'note_added', agent: 'a' as never, alias: 'A', text: 'from elsewhere' },
    ],
  }))
  const opened = await stage.desk.open(code)
  if (opened === undefined || opened === 'erased') throw new Error('the case is there')
  expect(opened.events.at(-1)?.event).toMatchObject({ type: 'note_added', text: 'from elsewhere' })
  expect(opened.state.severity).toBe('P2')
  expect(opened.state.seq).toBe(opened.row.seq)
  expect(opened.state.hash).toBe(opened.row.hash)
  await elsewhere.append(caseId, () => ({
    actor: 'system',
    events: [{ type: 'case_erased', by: 'elsewhere' }],
  }))
  expect(await stage.desk.open(code)).toBe('erased')
})
