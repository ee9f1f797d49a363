import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseId } from '../../../../core/base/ids.ts'
import { SEVERITIES } from '../../../../core/base/severity.ts'
import { instant } from '../../../../core/base/units.ts'
import type { CaseRow } from '../../../../core/ports/store/views.ts'
import { makeOrdered } from '../../../../core/services/agents/ordered.ts'
import { runs } from '../../../property/runs.ts'

const NOW = 1_000

const cases = fc
  .array(
    fc.record({
      severity: fc.constantFrom(...SEVERITIES),
      dueAt: fc.option(fc.integer({ min: 0, max: 2 * NOW }), { nil: undefined }),
      lastAt: fc.integer({ min: 0, max: NOW }),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((one, i) => ({ ...one, caseId: `case${i}` as CaseId }) as unknown as CaseRow))

/** Reads all pages, while time goes on between them. */
const readAll = async (rows: readonly CaseRow[], limit: number): Promise<readonly CaseRow[]> => {
  let now = NOW
  const ordered = makeOrdered({
    seen: async () => ({ rows }),
    show: async (row) => row,
    clock: { now: () => instant(now) },
  })
  const found: CaseRow[] = []
  for (let cursor: string | undefined; ;) {
    const page = await ordered('due', {}, { limit, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...page.rows)
    if (page.cursor === undefined) return found
    cursor = page.cursor
    now += 300
  }
}

test('whose time to answer is over stands first: the gravest, and of these who is latest; each case once', async () => {
  await fc.assert(
    fc.asyncProperty(cases, fc.integer({ min: 1, max: 5 }), async (rows, limit) => {
      const found = await readAll(rows, limit)
      expect(found.map(({ caseId }) => caseId).toSorted()).toEqual(
        rows.map(({ caseId }) => caseId).toSorted(),
      )
      const isLate = ({ dueAt }: CaseRow): boolean => dueAt !== undefined && dueAt <= NOW
      for (const [i, next] of found.entries()) {
        const one = found[i - 1]
        if (one === undefined) continue
        if (isLate(next)) expect(isLate(one)).toBe(true)
        if (isLate(next) && isLate(one)) {
          expect(one.severity <= next.severity).toBe(true)
          if (one.severity === next.severity) expect(one.dueAt).toBeLessThanOrEqual(next.dueAt ?? 0)
        } else if (!isLate(one)) {
          expect(one.dueAt ?? Infinity).toBeLessThanOrEqual(next.dueAt ?? Infinity)
        }
      }
    }),
    runs(100),
  )
})
