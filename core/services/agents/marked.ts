import { receiptContext, type Receipt } from '../delivery/deliver.ts'
import type { CaseId } from '../../base/ids.ts'
import type { Outbox } from '../../ports/store/outbox.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { TranscriptLine } from '../../model/transcript.ts'

type Row = Awaited<ReturnType<Outbox['ofCase']>>[number]

/**
 * Which line each mark is under, by the platform's id of the message: ours by their receipts,
 * others by their own.
 */
export const markedLines = async (
  { sealer }: Pick<CasePorts, 'sealer'>,
  caseId: CaseId,
  lines: readonly TranscriptLine[],
  rows: readonly Row[],
): Promise<ReadonlyMap<string, TranscriptLine>> => {
  const theirs = lines.filter((line) => line.from === 'person')
  const wanted = new Set(
    theirs.flatMap(({ message: { body } }) => (body.kind === 'reaction' ? [body.of] : [])),
  )
  const found = new Map<string, TranscriptLine>()
  if (wanted.size === 0) return found
  for (const line of lines)
    if ((line.from === 'person' || line.from === 'phone') && wanted.has(line.message.message))
      found.set(line.message.message, line)
  const seals = await sealer.forCase(caseId)
  const ours = new Map(
    lines.flatMap((line) => {
      if (line.from !== 'bot' && line.from !== 'agent') return []
      const { seq, row } = line.sent ?? line
      return [[`${seq}.${row}`, line] as const]
    }),
  )
  for (const { id, seq, n, receipt } of rows) {
    const line = ours.get(`${seq}.${n}`)
    if (line === undefined || receipt === undefined) continue
    const { message } = seals.open(receiptContext(id), receipt) as Receipt
    if (wanted.has(message)) found.set(message, line)
  }
  return found
}
