import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { CustodyDetail } from '../../contract/evidence.ts'

const detailOf = (event: CaseEvent): CustodyDetail | undefined => {
  const kind = event.type
  switch (event.type) {
    case 'evidence_viewed':
      return { kind, evidence: event.evidence, what: event.what, reason: event.reason }
    case 'evidence_examined':
      return { kind, evidence: event.evidence, tools: [...new Set(event.results.map(({ tool }) => tool))] }
    case 'preview_made':
      return { kind, evidence: event.evidence, tools: [event.tool] }
    case 'evidence_announced':
    case 'evidence_received':
    case 'evidence_failed':
    case 'preview_missing':
    case 'fingerprint_given':
    case 'sharing_allowed':
    case 'sharing_withdrawn':
      return { kind, evidence: event.evidence }
    case 'fingerprints_shared':
      return { kind, form: event.form }
    case 'export_requested':
    case 'hold_set':
    case 'hold_lifted':
    case 'erasure_requested':
    case 'erasure_refused':
      return { kind, reason: event.reason }
    case 'export_prepared':
      return { kind, scope: event.scope }
    case 'case_exported':
      return { kind, sha256: event.sha256, recipients: event.recipients.length }
    default:
      return undefined
  }
}

/** What the entries of a case say beyond their kinds, by seq; nothing of what people wrote to each other. */
export const detailsOf = (book: Pick<CaseBook, 'events'>): ReadonlyMap<number, readonly CustodyDetail[]> => {
  const details = new Map<number, CustodyDetail[]>()
  for (const { event, seq } of book.events) {
    const detail = detailOf(event)
    if (detail === undefined) continue
    const known = details.get(seq)
    if (known === undefined) details.set(seq, [detail])
    else known.push(detail)
  }
  return details
}
