import { setInterval } from 'node:timers'
import { openExchangeServer } from '../../adapters/exchange/serve.ts'
import { listenForStop } from '../../adapters/system/signals.ts'
import { minutes } from '../../core/base/units.ts'
import type { Exchanging } from '../../bots/exchange.ts'
import { standingOf, type Held } from '../../core/custody/exchange/agreement.ts'
import type { Responder } from '../../core/custody/exchange/answer.ts'
import { longestMessage } from '../../core/custody/exchange/message.ts'
import { WRONG_USE, type Call } from './command.ts'
import { readHeld } from './exchange-common.ts'
import type { Words } from './exchange-words.ts'

/** The agreements that were named; nothing, and a word said, where one is not even waited with. */
export const readServed = async (
  { words: files, say }: Call,
  name: string,
  { ports, words }: { readonly ports: Exchanging['ports']; readonly words: Words },
  faultOf: (held: Held) => string | undefined,
): Promise<readonly Held[] | undefined> => {
  const agreements: Held[] = []
  for (const file of files) {
    const held = await readHeld(ports, file, words)
    const standing =
      typeof held === 'string' ? undefined : standingOf(held, ports.signer.publicKey, ports.clock.now())
    const fault =
      typeof held === 'string'
        ? held
        : (faultOf(held) ?? (standing === undefined || standing === 'not_yet' ? undefined : words[standing]))
    if (typeof held === 'string' || fault !== undefined) {
      say(`amin ${name}: ${fault}`)
      return undefined
    }
    agreements.push(held)
  }
  return agreements
}

const LISTEN = /^(?:\[([0-9a-fA-F:]+)\]|([\w.-]+)):(\d{1,5})$/

/** How often it is looked whether a run was left. */
const SWEEP = minutes(1)

type Answering = Pick<Responder, 'take'> & Partial<Responder>

/**
 * Answers over HTTP until it is stopped, or `isOver` after an answer or after a run that was left. Runs that still
 * wait then are written down as left. Returns the exit code.
 */
export const listen = async (
  { text, say, print, log }: Call,
  name: string,
  agreements: readonly Held[],
  { take, sweep, close }: Answering,
  isOver: () => boolean,
): Promise<number> => {
  const [, six, host = six, port = ''] = LISTEN.exec(text('listen') ?? '127.0.0.1:8090') ?? []
  if (host === undefined || Number(port) > 65_535) {
    say(`amin ${name}: say --listen HOST:PORT`)
    return WRONG_USE
  }
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
  const forget = listenForStop(() => stop())
  const stopWhereOver = (): void => {
    if (isOver()) stop()
  }
  const server = await openExchangeServer({
    host,
    port: Number(port),
    longest: longestMessage(Math.max(...agreements.map(({ terms }) => terms.run))),
    take,
    answered: stopWhereOver,
    log,
  })
  const sweeping = setInterval(() => {
    sweep?.().then(stopWhereOver, (error: unknown) =>
      log.error('a run that was left was not ended', { error }),
    )
  }, SWEEP)
  try {
    print(JSON.stringify({ listening: server.url }))
    await stopped
    return 0
  } finally {
    clearInterval(sweeping)
    await server.close()
    await close?.()
    forget()
  }
}
