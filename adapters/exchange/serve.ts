import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readText } from '../kit/text.ts'
import type { Answer } from '../../core/custody/exchange/parts.ts'
import { Failure } from '../../core/base/failure.ts'
import type { Log } from '../../core/ports/log.ts'
import { seconds, type Ms } from '../../core/base/units.ts'
import { PATH, STATUS, TYPE } from './wire.ts'

/** A party needs one. More strangers than this at once are turned away, and a party beside them. */
const MOST_CONNECTIONS = 16
/** In which a message has to be here, however slow the line is. */
const PATIENCE = seconds(60)

export type ExchangeServer = { readonly url: string; readonly close: () => Promise<void> }

type Parts = {
  readonly host: string
  /** 0: one that is free. */
  readonly port: number
  /** Bytes of the longest message that may come. */
  readonly longest: number
  readonly take: (text: string) => Promise<Answer>
  /** After each answer, where it left and where nobody waited for it any more. */
  readonly answered?: () => void
  readonly log: Log
  readonly patience?: Ms
}

const reply = (response: ServerResponse, status: number, text: string): void => {
  // Whoever is refused begins anew: a line that was misused is not used again.
  response.writeHead(status, {
    'content-type': TYPE,
    'cache-control': 'no-store',
    ...(status === 200 ? {} : { connection: 'close' }),
  })
  response.end(text)
}

/**
 * POST /exchange/v1: a message in, the next one back with 200; else `refused WHY` with 403 for strangers, 429
 * where the budget is spent, 413 for what is too long, 400 for all else. 404 for every other address. 500, with
 * nothing in it, where something is broken here. Throws `port_taken`.
 */
export const openExchangeServer = async ({
  host,
  port,
  longest,
  take,
  answered: told = () => undefined,
  log,
  patience = PATIENCE,
}: Parts): Promise<ExchangeServer> => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || request.url !== PATH) return reply(response, 404, '')
    const text = await readText(request, longest)
    if (text === undefined) return reply(response, 413, 'refused stranger\n')
    const answered = await take(text)
    if (answered.status === 'answered') reply(response, 200, answered.text)
    else reply(response, STATUS[answered.why] ?? 400, `refused ${answered.why}\n`)
    // Who went away in between is not waited for: that was told before anybody listened.
    if (response.destroyed) told()
    else response.once('close', told)
  }
  const server = createServer(
    {
      requestTimeout: patience,
      headersTimeout: patience,
      connectionsCheckingInterval: Math.min(patience, seconds(5)),
      keepAliveTimeout: seconds(5),
    },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        // Cut on the way: nobody is there to be told.
        if (request.destroyed && !request.complete) return
        log.error('an exchange could not be answered', { error })
        if (!response.headersSent) reply(response, 500, '')
      })
    },
  )
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Failure('port_taken', 'the address that --listen names cannot be listened on', error)),
    )
    server.listen(port, host, resolve)
  })
  const { address, port: bound, family } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
