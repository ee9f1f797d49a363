import { ERASURE_LASTS } from '../../../core/model/erasure-request.ts'
import { Reason } from '../../../adapters/console/contract/index.ts'
import { NewErasure, type Erased, type ErasureState } from '../../../adapters/console/contract/erasure.ts'
import { COLLEAGUE, ME, NOW, type HeldCase } from './world.ts'

type Who = { readonly id: string; readonly name: string }

/** What a case's file tells after somebody asked that it be erased; who did not ask may answer. */
export const askedToErase = (
  who: Who,
  asked: NewErasure = { ground: 'person', reason: 'طلبته في المكالمة، رقمها 114 (USDT-TRC20)' },
): ErasureState => ({
  mayAsk: true,
  request: {
    request: 41,
    by: who,
    at: new Date(NOW - 600_000).toISOString(),
    until: new Date(NOW - 600_000 + ERASURE_LASTS).toISOString(),
    ...asked,
    mayAnswer: who.id !== ME.id,
  },
})

/** What comes of a call below `/erasure`. */
export const actOnErasure = (
  held: HeldCase,
  [, how]: readonly string[],
  body: unknown,
): { readonly kinds: string[] } | { readonly erased: Erased } => {
  const { file } = held
  if (how === undefined) {
    file.erasure = askedToErase(ME, NewErasure.parse(body))
    return { kinds: ['erasure_requested'] }
  }
  const request = file.erasure?.request
  file.erasure = { mayAsk: true }
  if (how === 'refuse') {
    Reason.parse(body)
    return { kinds: ['erasure_refused'] }
  }
  file.status = 'erased'
  const hash = '3f'.repeat(32)
  return {
    erased: {
      code: file.code,
      certificate: {
        case: file.code,
        erasedAt: new Date(NOW).toISOString(),
        asked: request?.by.id ?? COLLEAGUE.id,
        by: ME.id,
        reason: request?.ground ?? 'other',
        tombstone: { entry: 42, hash },
        objects: { named: 3, left: 0 },
        key: 'destroyed',
        note: `amin-erasure/1\n{}\n\n— amin/${'0'.repeat(16)} ${'A'.repeat(90)}\n`,
        publicKey: `amin/${'0'.repeat(16)}+00000000+${'B'.repeat(44)}`,
        checkpoint: `amin/${'0'.repeat(16)}\n12\n${'C'.repeat(43)}=\n`,
        inclusion: { leafIndex: 11, treeSize: 12, leaf: '00', proof: [hash], seq: 42, hash },
      },
    },
  }
}

/** What comes of a call to `/hold` or `/hold/lift`. */
export const actOnHold = (held: HeldCase, [, how]: readonly string[], body: unknown): readonly string[] => {
  const { file } = held
  const { reason } = Reason.parse(body)
  delete file.wishWaits
  if (how === 'lift') delete file.hold
  else file.hold = { at: new Date(NOW).toISOString(), by: ME.name, reason }
  return [how === 'lift' ? 'hold_lifted' : 'hold_set']
}
