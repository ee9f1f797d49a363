import { createHmac } from 'node:crypto'
import type { Alarm, AlarmCall, Care, CareCall } from '../../core/ports/alarm.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import { seconds, type Ms } from '../../core/base/units.ts'

/**
 * A line that takes longer to say that it has a call is asked again: the job that asks waits for
 * nobody else.
 */
const PATIENCE = seconds(10)

export type AlarmParts = {
  /** https, or a loopback address. */
  readonly webhook: string
  /** Shared with the other side; see `x-amin-signature`. */
  readonly secret: Uint8Array
  readonly clock: Clock
  readonly log: Log
  readonly patience?: Ms
}

const bodyOf = ({ code, severity, team, step, waitingSince, together }: AlarmCall, now: number): string =>
  JSON.stringify({
    v: 1,
    event: together === undefined ? 'case_waits' : 'cases_wait',
    code,
    severity,
    team,
    step,
    waitingSince: new Date(waitingSince).toISOString(),
    waitedSeconds: Math.max(0, Math.round((now - waitingSince) / 1000)),
    ...together,
  })

const careOf = (call: CareCall): object => {
  const at = new Date(call.at).toISOString()
  switch (call.what) {
    case 'vault_fault':
      return {
        v: 1,
        event: call.what,
        object: call.object,
        case: call.caseId,
        fault: call.fault,
        foundAt: at,
      }
    case 'disk_low':
      return { v: 1, event: call.what, freeBytes: call.room, since: at }
  }
}

/**
 * Posts each call as JSON to the operator's webhook. `x-amin-signature: t=SECONDS,v1=HEX` holds the
 * HMAC-SHA-256 over `SECONDS.BODY`, so that the other side can tell our calls from anybody's and
 * old ones from new; `idempotency-key` is the same for a call that is repeated. Any 2xx means that
 * it has the call. Redirects are not followed: the address is the operator's word alone. Of the
 * answer nothing is read.
 */
export const openAlarm = ({ webhook, secret, clock, log, patience = PATIENCE }: AlarmParts): Alarm & Care => {
  const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('hex')

  const post = async (body: string, call: string): Promise<'taken' | 'unreachable'> => {
    const time = Math.floor(clock.now() / 1000)
    try {
      const answer = await fetch(webhook, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'amin',
          'x-amin-signature': `t=${time},v1=${sign(`${time}.${body}`)}`,
          'idempotency-key': sign(call).slice(0, 32),
        },
        body,
      })
      // Not waited for: an answer without end must not hold the call.
      void answer.body?.cancel().catch(() => undefined)
      if (answer.ok) return 'taken'
      log.error('the line outside refused a call', { status: answer.status })
    } catch (error) {
      log.error('the line outside does not answer', { error })
    }
    return 'unreachable'
  }

  return {
    raise: (call) =>
      post(bodyOf(call, clock.now()), `call.${call.code}.${call.waitingSince}.${call.severity}.${call.step}`),
    tell: (call) =>
      post(
        JSON.stringify(careOf(call)),
        `care.${call.what}.${call.what === 'vault_fault' ? call.object : ''}.${call.at}`,
      ),
  }
}
