import { request as plain, type IncomingMessage } from 'node:http'
import { request as secure } from 'node:https'
import { readText } from '../kit/text.ts'
import type { Answer, Send } from '../../core/custody/exchange/parts.ts'
import { REFUSALS } from '../../core/custody/exchange/refusal.ts'
import { minutes, type Ms } from '../../core/base/units.ts'
import { PATH, TYPE } from './wire.ts'

/** The other side reads its cases and works a minute for the largest set. */
const PATIENCE = minutes(10)

type Parts = {
  /** Where the other side serves; http or https, with no path of its own but one that a proxy takes away. */
  readonly url: string
  /** Bytes of the longest message that may come back. */
  readonly longest: number
  readonly patience?: Ms
}

const UNANSWERED: Answer = { status: 'refused', why: 'unanswered' }

const refusedIn = (text: string): Answer => {
  const said = /^refused ([a-z_]+)\n$/.exec(text)?.[1]
  const why = REFUSALS.find((known) => known === said)
  return why === undefined ? UNANSWERED : { status: 'refused', why }
}

/** Not by `fetch`, which gives up after five minutes whatever its signal says. Follows no redirection. */
const post = (url: URL, text: string, signal: AbortSignal): Promise<IncomingMessage> => {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const body = Buffer.from(text, 'utf8')
  const options = {
    method: 'POST',
    headers: { 'content-type': TYPE, 'content-length': body.length },
    agent: false,
    signal,
  }
  const asked = (url.protocol === 'https:' ? secure : plain)(url, options, resolve)
  asked.on('error', reject)
  asked.end(body)
  return promise
}

/**
 * Sends a message and gives what comes back. `unanswered` for everything that is none of what the other side can
 * say: no line, another program, a redirection, an answer that is cut, too long or too late.
 */
export const makeSend =
  ({ url, longest, patience = PATIENCE }: Parts): Send =>
  async (text) => {
    try {
      const signal = AbortSignal.timeout(patience)
      const response = await post(new URL(`${url.replace(/\/$/, '')}${PATH}`), text, signal)
      const answer = await readText(response, longest)
      if (answer === undefined) return UNANSWERED
      return response.statusCode === 200 ? { status: 'answered', text: answer } : refusedIn(answer)
    } catch {
      // What Node says may name addresses; that there was no answer is all that matters.
      return UNANSWERED
    }
  }
