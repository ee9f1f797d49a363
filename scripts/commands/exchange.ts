import { readFile } from 'node:fs/promises'
import { openExchangeServer } from '../../adapters/exchange/serve.ts'
import { makeSend } from '../../adapters/exchange/send.ts'
import { isLoopback } from '../../adapters/console/server/identity/auth.ts'
import { openExchanging, type Exchanging } from '../../bots/exchange.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import { openAgreement, standingOf, type Held } from '../../core/custody/exchange/agreement.ts'
import { makeResponder } from '../../core/custody/exchange/answer.ts'
import { ask, type Asked } from '../../core/custody/exchange/ask.ts'
import { longestMessage } from '../../core/custody/exchange/message.ts'
import type { Refusal } from '../../core/custody/exchange/refusal.ts'
import { refuseFaults, WRONG_USE, type Call, type Run } from './command.ts'

/** Why nothing was compared, as whoever gave the command is told it. */
const WHY: Readonly<Record<Refusal, string>> = {
  stranger: 'no agreement between this key and that one is served there',
  malformed: 'a message was not as it has to be: is the other side of the same version?',
  unsigned: 'not both parties have signed the agreement: `amin exchange sign` does',
  not_yet: 'the agreement does not hold yet',
  expired: 'the agreement does not hold any more: a new one has to be signed',
  wrong_party: 'the key of this Amin, or of whoever answered, is not that of a party of the agreement',
  wrong_time: 'the clocks of both machines are more than ten minutes apart',
  replayed: 'this run was begun before: nothing is answered twice',
  out_of_turn: 'a message came that does not belong here now: give `amin exchange run` again',
  wrong_size: 'a set was sent whose size is not one of those that the agreement names',
  too_many: 'a set was sent that is larger than the agreement lets a run be',
  unordered: 'a set was sent in which something stands twice, or in an order that says something',
  no_point: 'a set was sent with something in it that hides nothing',
  echoed: 'our own set was sent back to us as if it were theirs',
  wrong_tags: 'an answer to our set was sent that is none',
  budget_spent:
    'as many items as the agreement lets one side compare within 24 hours were compared: later, then',
  unanswered: 'there was no answer, or none of an Amin that serves an exchange',
}

/** What is wrong with a file that should be an agreement; else the agreement. */
export const readHeld = async (
  parts: Parameters<typeof openAgreement>[0],
  file: string,
): Promise<Held | string> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return 'the agreement cannot be read'
  }
  return (
    openAgreement(parts, text) ??
    'this is no agreement that `amin exchange offer` wrote, or it was changed after it was signed'
  )
}

/** Runs `act` with everything that an exchange stands on open. */
export const withExchanging = async (
  { config, log, say }: Call,
  name: string,
  act: (exchanging: Exchanging, foundation: Foundation) => Promise<number>,
): Promise<number> => {
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, name, operator.faults)
  const foundation = await openFoundation(config, log, operator)
  try {
    const exchanging = await openExchanging(config, foundation)
    try {
      return await act(exchanging, foundation)
    } finally {
      exchanging.close()
    }
  } finally {
    await foundation.close()
  }
}

const tell = ({ say, print }: Call, asked: Asked): number => {
  if (asked.status === 'refused') {
    say(`amin exchange run: ${asked.theirs ? 'the other side refuses: ' : ''}${WHY[asked.why]}`)
    return 1
  }
  const { session, ours, theirs, left, unconfirmed, found } = asked
  const common = found === undefined ? {} : { common: found.length }
  print(JSON.stringify({ run: session, sent: ours, received: theirs, left, ...common }))
  if (left > 0) say(`amin exchange run: ${left} older items did not fit in a run, and were not compared`)
  if (unconfirmed) say('amin exchange run: the other side did not say that it has our answer')
  return 0
}

const isSafe = (url: string): boolean => {
  if (!URL.canParse(url)) return false
  const { protocol, search, hash, username } = new URL(url)
  const plain = search === '' && hash === '' && username === ''
  return plain && (protocol === 'https:' || (protocol === 'http:' && isLoopback(url)))
}

/** One run with the other party. */
export const run: Run = async (call) => {
  const url = call.text('with') ?? ''
  if (!isSafe(url)) {
    call.say('amin exchange run: say --with URL: https, or http on this machine')
    return WRONG_USE
  }
  return withExchanging(call, 'exchange run', async ({ ports }) => {
    const held = await readHeld(ports, call.words[0] ?? '')
    if (typeof held === 'string') {
      call.say(`amin exchange run: ${held}`)
      return WRONG_USE
    }
    const send = makeSend({ url, longest: longestMessage(held.terms.run) })
    return tell(call, await ask(ports, held, send))
  })
}

const LISTEN = /^(?:\[([0-9a-fA-F:]+)\]|([\w.-]+)):(\d{1,5})$/

const untilStopped = (): {
  readonly stopped: Promise<void>
  readonly forget: () => void
  readonly stop: () => void
} => {
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

/** Why an agreement is not even waited with; nothing where it is. */
const notServed = (held: Held, { signer, clock }: Exchanging['ports']): string | undefined => {
  const fault = standingOf(held, signer.publicKey, clock.now())
  return fault === undefined || fault === 'not_yet' ? undefined : WHY[fault]
}

/** Answers runs of the other parties until it is stopped. */
export const serve: Run = async (call) => {
  const { text, flag, words, say, print, log } = call
  const [, six, host = six, port = ''] = LISTEN.exec(text('listen') ?? '127.0.0.1:8090') ?? []
  if (host === undefined || Number(port) > 65_535) {
    say('amin exchange serve: say --listen HOST:PORT')
    return WRONG_USE
  }
  return withExchanging(call, 'exchange serve', async ({ ports }) => {
    const agreements: Held[] = []
    for (const file of words) {
      const held = await readHeld(ports, file)
      const fault = typeof held === 'string' ? held : notServed(held, ports)
      if (typeof held === 'string' || fault !== undefined) {
        say(`amin exchange serve: ${fault}`)
        return WRONG_USE
      }
      agreements.push(held)
    }
    const { stopped, stop, forget } = untilStopped()
    let ended = false
    const responder = makeResponder(
      {
        ...ports,
        keep: async (kept) => {
          await ports.keep(kept)
          ended = true
        },
      },
      agreements,
    )
    const server = await openExchangeServer({
      host,
      port: Number(port),
      longest: longestMessage(Math.max(...agreements.map(({ terms }) => terms.run))),
      take: responder.take,
      answered: () => {
        if (ended && flag('once')) stop()
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
  })
}
