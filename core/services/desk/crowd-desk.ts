import type { CaseRow } from '../../ports/store/views.ts'
import { CROWD, makeCrowds } from '../paging/crowd.ts'
import type { Desk } from './desk.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { sightOf } from '../../policy/visibility/sight.ts'

/** What of waiting cases is alike, as far as the reader may know of them. */
export const makeCrowdDesk = (
  ports: Pick<CasePorts, 'store' | 'sealer' | 'clock'>,
  isHiddenRow: (reader: DeskAgent | undefined, row: CaseRow) => Promise<boolean>,
): Pick<Desk, 'alike' | 'inCrowd'> => {
  const crowds = makeCrowds(ports)
  return {
    alike: async (code, reader) => {
      const sight = sightOf(reader)
      const crowd = await crowds(sight === undefined ? {} : { sight })
      const named = new Set(crowd.of(code).flatMap(({ codes }) => codes))
      const rows = crowd.waiting.filter((row) => row.code !== code && named.has(row.code))
      const hidden = await Promise.all(rows.map((row) => isHiddenRow(reader, row)))
      return rows
        .filter((_, i) => hidden[i] === false)
        .map((row) => ({
          row,
          by: crowd.of(row.code).flatMap(({ by, codes }) => (codes.includes(code) ? [by] : [])),
        }))
    },
    inCrowd: async ({ code }) => (await crowds()).of(code).some(({ codes }) => codes.length >= CROWD),
  }
}
