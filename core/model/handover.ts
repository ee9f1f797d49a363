import type { BundleScope } from './bundle-scope.ts'
import type { CaseEvent } from './events.ts'
import type { Instant } from '../base/units.ts'

type HandoverEvent = Extract<
  CaseEvent,
  { type: 'export_requested' | 'export_approved' | 'export_refused' | 'export_prepared' }
>

/**
 * What bundles of a case were asked for: the open or answered request, named by the seq of its
 * entry, and what was prepared last.
 */
export type Handover = {
  readonly request?: {
    readonly seq: number
    readonly by: string
    readonly reason: string
    readonly at: Instant
    readonly scope: BundleScope
    readonly recipients: readonly string[]
    readonly answer?: { readonly agreed: boolean; readonly by: string; readonly at: Instant }
  }
  readonly prepared?: { readonly seq: number; readonly at: Instant; readonly scope: BundleScope }
}

export const beginHandover = (): Handover => ({})

/** An answer counts for the request it names, once. */
export const evolveHandover = (
  handover: Handover,
  event: HandoverEvent,
  place: { readonly seq: number; readonly at: Instant },
): Handover => {
  switch (event.type) {
    case 'export_requested': {
      const { by, reason, scope = 'share-investigators', recipients = [] } = event
      return { ...handover, request: { seq: place.seq, by, reason, at: place.at, scope, recipients } }
    }
    case 'export_approved':
    case 'export_refused': {
      const { request } = handover
      if (request?.seq !== event.request || request.answer !== undefined) return handover
      return {
        ...handover,
        request: {
          ...request,
          answer: { agreed: event.type === 'export_approved', by: event.by, at: place.at },
        },
      }
    }
    case 'export_prepared':
      return { ...handover, prepared: { seq: place.seq, at: place.at, scope: event.scope } }
  }
}
