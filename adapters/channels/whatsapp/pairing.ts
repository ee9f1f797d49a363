import { readClose, reactTo, type Close } from './disconnects.ts'
import type { PairRequest, PairStep } from './protocol.ts'

/** WhatsApp gives no more QR codes: nobody scanned one. */
const NO_MORE_CODES = 408
const RESTART = 515

/** The part of a connection that pairing uses. */
export type PairingLine = {
  readonly close: () => void
  readonly requestCode: (phone: string) => Promise<string>
}
export type PairingEvents = { readonly qr: (qr: string) => void; readonly closed: (close: Close) => void }

/**
 * One try to link this account to a phone. `start` opens a connection with fresh credentials; the
 * try ends with the connection. Calls `tell` with each step and `end` once, with true where the
 * phone accepted: then the session is connected anew, and `paired` is told by whoever sees that
 * stand.
 */
export const beginPairing = (parts: {
  readonly request: PairRequest
  readonly start: (events: PairingEvents) => PairingLine
  readonly accepted: () => boolean
  readonly tell: (step: PairStep) => void
  readonly end: (accepted: boolean) => void
}): { readonly cancel: () => void } => {
  const { request, start, accepted, tell, end } = parts
  let over = false
  let asked = false
  let line: PairingLine | undefined

  const finish = (step: PairStep | undefined): void => {
    if (over) return
    over = true
    line?.close()
    end(step === undefined)
    if (step !== undefined) tell(step)
  }
  const closed = (close: Close): void => {
    const code = close.kind === 'told' ? close.code : undefined
    if (code === RESTART && accepted()) return finish(undefined)
    if (code === NO_MORE_CODES) return finish({ status: 'expired' })
    finish({ status: 'failed', advice: reactTo(close).advice, ...(code === undefined ? {} : { code }) })
  }
  const askForCode = async (phone: string): Promise<void> => {
    try {
      const code = await line?.requestCode(phone)
      if (code !== undefined && !over) tell({ status: 'code', code })
    } catch (error) {
      closed(readClose(error))
    }
  }
  line = start({
    closed,
    qr: (qr) => {
      if (over) return
      if (request.mode === 'qr') return tell({ status: 'qr', qr })
      // WhatsApp takes the request once it offers QR codes, and once only.
      if (asked) return
      asked = true
      void askForCode(request.phone)
    },
  })
  return { cancel: () => finish({ status: 'cancelled' }) }
}
