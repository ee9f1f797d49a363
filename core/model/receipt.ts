import type { CaseEvent } from './events.ts'
import type { EvidenceId } from '../base/ids.ts'
import type { CaseState, EventPlace } from './state.ts'

/** What came before the chat was left has no receipt there: it would tell how much there is. */
export const receiptApart = ({ receipt, evidence }: CaseState): CaseState['receipt'] => ({
  ...receipt,
  apart: (Object.keys(evidence) as EvidenceId[]).filter((id) => !receipt.given.includes(id)),
})

type Given = Extract<CaseEvent, { type: 'receipt_given' }>

/** A receipt was given: none of these files gets another. The place of the newest that names a file is kept. */
export const receiptGiven = (
  { receipt }: CaseState,
  { evidence }: Given,
  { seq }: EventPlace,
): CaseState['receipt'] => ({
  ...receipt,
  due: false,
  given: [...receipt.given, ...evidence],
  ...(evidence.length === 0 ? {} : { seq }),
})
