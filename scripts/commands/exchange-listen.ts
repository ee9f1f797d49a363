import { openExchangeServer } from '../../adapters/exchange/serve.ts'
import type { Exchanging } from '../../bots/exchange.ts'
import { standingOf, type Held } from '../../core/custody/exchange/agreement.ts'
import type { Responder } from '../../core/custody/exchange/answer.ts'
import { longestMessage } from '../../core/custody/exchange/message.ts'
import { WRONG_USE, type Call } from './command.ts'
import { readHeld, WHY } from './exchange-common.ts'

/** The agreements that were named; nothing, and a word said, where one is not even waited with. */
export const readServed = async (
  { words, say }: Call,
  name: string,
  ports: Exchanging['ports'],
  faultOf: (held: Held) => string | undefined,
): Promise<readonly Held[] | undefined> => {
  const agreements: Held[] = []
  for (const file of words) {
    const held = await readHeld(ports, file)
    const standing =
      typeof held === 'string' ? undefined : standingOf(held, ports.signer.publicKey, ports.clock.now())
    const fault =
      typeof held === 'string'
        ? held
        : (faultOf(held) ?? (standing === undefined || standing === 'not_yet' ? undefined : WHY[standing]))
    if (typeof held === 'string' || fault !== undefined) {
      say(`amin ${name}: ${fault}`)
      return undefined
    }
    agreements.push(held)
  }
  return agreements
}

const LISTEN = /^(?:\[([0-9a-fA-F:]+)\]|([\w.-]+)):(\d{1,5})$/

const untilStopped = () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = (): void => resolve()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return {
    stopped: promise,
    stop,
    forget: () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}

/** Answers over HTTP until it is stopped, or after an answer where `isOver`. Returns the exit code. */
export const listen = async (
  { text, say, print, log }: Call,
  name: string,
  agreements: readonly Held[],
  { take }: Pick<Responder, 'take'>,
  isOver: () => boolean,
): Promise<number> => {
  const [, six, host = six, port = ''] = LISTEN.exec(text('listen') ?? '127.0.0.1:8090') ?? []
  if (host === undefined || Number(port) > 65_535) {
    say(`amin ${name}: say --listen HOST:PORT`)
    return WRONG_USE
  }
  const { stopped, stop, forget } = untilStopped()
  const server = await openExchangeServer({
    host,
    port: Number(port),
    longest: longestMessage(Math.max(...agreements.map(({ terms }) => terms.run))),
    take,
    answered: () => {
      if (isOver()) stop()
    },
    log,
  })
  try {
    print(JSON.stringify({ listening: server.url }))
    await stopped
    return 0
  } finally {
    forget()
    await server.close()
  }
}
