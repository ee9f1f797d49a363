import { expect, test } from 'vitest'
import { makeBlinding } from '../../../../adapters/crypto/blinding.ts'
import { ask } from '../../../../core/custody/exchange/ask.ts'
import { readMessage, writeMessage, type Message } from '../../../../core/custody/exchange/message.ts'
import { hiddenText, tagsOf } from '../../../../core/custody/exchange/sets.ts'
import type { Answer } from '../../../../core/custody/exchange/parts.ts'
import type { Signer } from '../../../../core/ports/signer.ts'
import { toHex } from '../../../../core/base/bytes.ts'
import { hasher } from '../world.ts'
import { agreed, anItem, ANNE, aSide, BASIM, between, foundBy, NOON } from './world.ts'

/*
 * What a party that has the key of the agreement can make the other side believe. Nothing here is prevented: the
 * guide says so (scripts/deploy/exchange.md), and so does `amin exchange show`.
 */

const SESSION = '0123456789ABCDEFGHJKMNPQRS'
const held = agreed()

const read = (answer: Answer | string, { publicKey }: Signer): Message & { readonly hash: string } => {
  const text = typeof answer === 'string' ? answer : answer.status === 'answered' ? answer.text : answer.why
  const found = readMessage({ signer: ANNE, hasher }, text, publicKey)
  if (found.status !== 'read') throw new Error(text)
  return { ...found.message, hash: found.hash }
}

const only = async (points: Promise<readonly Uint8Array[] | undefined>): Promise<Uint8Array> =>
  (await points)?.[0] ?? new Uint8Array()

test('who has one item in common with us can make us find all of ours', async () => {
  const [common, ...others] = [
    'phone:+9647701',
    'phone:+9647702',
    'phone:+9647703',
    'phone:+9647704',
  ] as const
  const basim = aSide(
    BASIM,
    [common, ...others].map((normal) => anItem(normal)),
  )
  const { responder } = between(held, aSide(ANNE, []), basim)
  // A set that is the common item four times, each time under another secret.
  const made = await Promise.all(
    [1, 2, 3, 4].map(async (n) => {
      const secret = makeBlinding(() => new Uint8Array(64).fill(n)).begin()
      return { secret, point: await only(secret.hide([hiddenText('numbers', common)], 0)) }
    }),
  )
  const set = made.toSorted((a, b) => (toHex(a.point) < toHex(b.point) ? -1 : 1))
  const say = (message: Pick<Message, 'step' | 'points' | 'tags' | 'before'>): string =>
    writeMessage({ signer: ANNE, hasher }, { ...message, agreement: held.hash, session: SESSION, at: NOON })
      .text
  const points = set.map(({ point }) => point)
  const second = read(await responder.take(say({ step: 'first', points, tags: [], before: '' })), BASIM)
  const tag = async (learner: 'a' | 'b', at: number, point: Uint8Array): Promise<Uint8Array> => {
    const both = await only(set[at]?.secret.over([point]) ?? Promise.resolve(undefined))
    const [made = both] = tagsOf(hasher, { agreement: held.hash, session: SESSION, learner }, [both])
    return made
  }
  // Which of the points that came is the common item: its tag is there.
  const answers = await Promise.all(second.points.map((point) => tag('a', 0, point)))
  const place = answers.findIndex((one) => toHex(one) === toHex(second.tags[0] ?? new Uint8Array()))
  const mine = second.points[place] ?? new Uint8Array()
  const tags = await Promise.all(second.points.map((_, at) => tag('b', at, mine)))
  const third = say({ step: 'third', points: [], tags, before: second.hash as Message['before'] })
  expect((await responder.take(third)).status).toBe('answered')
  expect(foundBy(basim)).toEqual([common, ...others])
})

test('who answers in another order makes us find other items of ours than those in common', async () => {
  const ours = ['phone:+9647701', 'phone:+9647702', 'phone:+9647703', 'phone:+9647704']
  const found: (readonly string[] | undefined)[] = []
  for (const turned of [0, 1, 2, 3]) {
    const basim = aSide(
      BASIM,
      ours.map((normal) => anItem(normal)),
      makeBlinding(() => new Uint8Array(64).fill(7)),
    )
    const anne = aSide(ANNE, [anItem('phone:+9647701')])
    const { responder } = between(held, anne, basim)
    await ask(anne.ports, held, (text) => {
      const message = read(text, ANNE)
      if (message.step !== 'third') return responder.take(text)
      const { hash: _, ...rest } = message
      const tags = [...rest.tags.slice(turned), ...rest.tags.slice(0, turned)]
      return responder.take(writeMessage({ signer: ANNE, hasher }, { ...rest, tags }).text)
    })
    found.push(foundBy(basim))
  }
  expect(found.every((items) => items?.length === 1)).toBe(true)
  expect(new Set(found.flat())).toEqual(new Set(ours))
})
