import { makeSend } from '../../adapters/exchange/send.ts'
import { isLoopback } from '../../adapters/console/server/identity/auth.ts'
import { runName, type Exchanging } from '../../bots/exchange.ts'
import { sideOf, type Held } from '../../core/custody/exchange/agreement.ts'
import { makeResponder } from '../../core/custody/exchange/answer.ts'
import { makeThird } from '../../core/custody/exchange/third.ts'
import type { Send } from '../../core/custody/exchange/parts.ts'
import { sameBytes } from '../../core/base/bytes.ts'
import { readHeld, withExchanging } from './exchange-common.ts'
import type { Words } from './exchange-words.ts'
import { listen, readServed } from './exchange-listen.ts'
import { ask, type Asked } from '../../core/custody/exchange/ask.ts'
import { longestMessage } from '../../core/custody/exchange/message.ts'
import { WRONG_USE, type Call, type Run } from './command.ts'

const tell = ({ say, print }: Call, { hash }: Held, asked: Asked, words: Words): number => {
  if (asked.status === 'refused') {
    const third = asked.third === undefined ? '' : `: ${words[asked.third]}`
    say(`amin exchange run: ${asked.theirs ? words.theirs : ''}${words[asked.why]}${third}`)
    return 1
  }
  const { session, ours, theirs, left, unconfirmed, found } = asked
  const common = found === undefined ? {} : { common: found.length }
  const run = runName({ agreement: hash, session })
  print(JSON.stringify({ run, sent: ours, received: theirs, left, ...common }))
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

/** How the third is asked; a word on what is missing or too much. */
const thirdFor = (held: Held, url: string | undefined): Send | undefined | string => {
  if (held.terms.third === undefined)
    return url === undefined ? undefined : 'the agreement names no third: leave --third out'
  if (url === undefined || !isSafe(url))
    return 'the agreement names a third: say --third URL, where it assists: https, or http on this machine'
  return makeSend({ url, longest: longestMessage(held.terms.run) })
}

/** One run with the other party. */
export const run: Run = async (call) => {
  const url = call.text('with') ?? ''
  if (!isSafe(url)) {
    call.say('amin exchange run: say --with URL: https, or http on this machine')
    return WRONG_USE
  }
  return withExchanging(call, 'exchange run', async ({ ports }, _, words) => {
    const held = await readHeld(ports, call.words[0] ?? '', words)
    const third = typeof held === 'string' ? held : thirdFor(held, call.text('third'))
    if (typeof held === 'string' || typeof third === 'string') {
      call.say(`amin exchange run: ${String(third)}`)
      return WRONG_USE
    }
    const send = makeSend({ url, longest: longestMessage(held.terms.run) })
    const asked = await ask({ ...ports, ...(third === undefined ? {} : { third }) }, held, send)
    return tell(call, held, asked, words)
  })
}

/** Answers runs of the other parties until it is stopped. */
export const serve: Run = (call) =>
  withExchanging(call, 'exchange serve', async ({ ports }, _, words) => {
    const agreements = await readServed(call, 'exchange serve', { ports, words }, ({ terms }) =>
      sideOf(terms, ports.signer.publicKey) === undefined ? words.wrong_party : undefined,
    )
    if (agreements === undefined) return WRONG_USE
    const thirds = agreements.map((held) => thirdFor(held, call.text('third')))
    // One third for all that are served: whoever has several serves them apart.
    const fault = thirds.find((one) => typeof one === 'string')
    if (fault !== undefined) {
      call.say(`amin exchange serve: ${fault}`)
      return WRONG_USE
    }
    const third = thirds.find((one) => typeof one === 'function')
    let ended = false
    const keep: Exchanging['ports']['keep'] = async (kept) => {
      await ports.keep(kept)
      ended = true
    }
    const responder = makeResponder({ ...ports, keep, ...(third === undefined ? {} : { third }) }, agreements)
    return listen(
      call,
      'exchange serve',
      agreements,
      responder,
      () => ended && call.flag('once') && !responder.isBusy(),
    )
  })

/** Assists two others: turns what they veiled, and sees nothing of it. */
export const assist: Run = (call) =>
  withExchanging(call, 'exchange assist', async ({ ports }, _, words) => {
    const { signer } = ports
    const agreements = await readServed(call, 'exchange assist', { ports, words }, ({ terms }) =>
      terms.third === undefined || !sameBytes(terms.third.key, signer.publicKey) ? words.notThird : undefined,
    )
    if (agreements === undefined) return WRONG_USE
    const responder = makeThird(ports, agreements)
    return listen(call, 'exchange assist', agreements, responder, () => false)
  })
