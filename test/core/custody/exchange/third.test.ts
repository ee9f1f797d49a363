import { describe, expect, test } from 'vitest'
import { makeOblivious } from '../../../../adapters/crypto/oblivious.ts'
import { countersign, proposeAgreement, standingOf } from '../../../../core/custody/exchange/agreement.ts'
import { makeResponder } from '../../../../core/custody/exchange/answer.ts'
import { ask } from '../../../../core/custody/exchange/ask.ts'
import { readMessage, writeMessage, type Message } from '../../../../core/custody/exchange/message.ts'
import type { Send } from '../../../../core/custody/exchange/parts.ts'
import { makeThird } from '../../../../core/custody/exchange/third.ts'
import { hours } from '../../../../core/base/units.ts'
import { toHex } from '../../../../core/base/bytes.ts'
import { hasher } from '../world.ts'
import { anItem, ANNE, aSide, BASIM, foundBy, NOON, open, STRANGER, terms, type SideOf } from './world.ts'

const THIRD = STRANGER
const named = terms({ third: { key: THIRD.publicKey, name: 'Chamber of Salma' }, day: 64 })
const byTwo = (agreement: typeof named): string => {
  const half = proposeAgreement({ signer: ANNE, hasher }, agreement)
  return countersign({ signer: BASIM, hasher }, half, open(BASIM, half))
}
const byThree = (file: string) => open(THIRD, countersign({ signer: THIRD, hasher }, file, open(THIRD, file)))
const two = byTwo(named)
const held = byThree(two)

const OURS = ['phone:+9647701', 'phone:+9647702', 'phone:+9647703'].map((normal) => anItem(normal))
const THEIRS = ['phone:+9647702', 'phone:+9647704'].map((normal) => anItem(normal))

const aThird = () => {
  const salma = aSide(THIRD, [])
  const third = () => makeThird(salma.ports, [held])
  return { salma, third }
}

const reach =
  (third: { readonly take: Send }, wire: string[] = []): Send =>
  async (text) => {
    wire.push(text)
    const answer = await third.take(text)
    wire.push(answer.status === 'answered' ? answer.text : answer.why)
    return answer
  }

/** A run in which each side asks the third that is given for it. */
const run = async (anne: SideOf, basim: SideOf, ofAnne: Send, ofBasim: Send, wire: string[] = []) => {
  const responder = makeResponder({ ...basim.ports, third: ofBasim }, [held])
  return ask({ ...anne.ports, third: ofAnne }, held, reach(responder, wire))
}

const setUp = () => ({ anne: aSide(ANNE, OURS), basim: aSide(BASIM, THEIRS), ...aThird() })

describe('an agreement with a third', () => {
  test('holds with three signatures, for the three that it names', () => {
    expect(open(ANNE, two).signedBy).toEqual(['a', 'b'])
    expect(standingOf(open(ANNE, two), ANNE.publicKey, NOON)).toBe('unsigned')
    expect(held.signedBy).toEqual(['a', 'b', 'third'])
    for (const { publicKey } of [ANNE, BASIM, THIRD])
      expect(standingOf(held, publicKey, NOON)).toBeUndefined()
    expect(held.text).toMatch(/\nthird [0-9a-f]{64} Chamber of Salma\npurpose /)
  })

  test('lets the third compare nothing itself', async () => {
    const salma = aSide(THIRD, OURS)
    expect(await ask(salma.ports, held, () => Promise.reject(new Error('sent')))).toMatchObject({
      why: 'wrong_party',
    })
  })
})

describe('a run through a third', () => {
  test('tells each what both have; the third sees neither, and counts each party for itself', async () => {
    const { anne, basim, salma, third } = setUp()
    const wire: string[] = []
    const send = reach(third(), wire)
    expect(await run(anne, basim, send, send, wire)).toMatchObject({ status: 'done', ours: 4, theirs: 4 })
    expect([foundBy(anne), foundBy(basim)]).toEqual([['phone:+9647702'], ['phone:+9647702']])
    expect(salma.counts.map(({ agreement, counted }) => [agreement, counted.items])).toEqual([
      [`${held.hash} a`, 4],
      [`${held.hash} b`, 4],
    ])
    expect([salma.kept, wire.join('\n').includes('9647')]).toEqual([[], false])
    // What both have is veiled otherwise by each: the third cannot tell that it is the same.
    const veiled = wire.filter((text) => text.includes('"step":"veiled"'))
    const points = [ANNE, BASIM].map((signer, at) => {
      const read = readMessage({ signer, hasher }, veiled[at] ?? '', signer.publicKey)
      return read.status === 'read' ? read.message.points.map(toHex) : []
    })
    expect(points.map(({ length }) => length)).toEqual([4, 4])
    expect(new Set(points.flat()).size).toBe(8)
  })

  test('the third’s budget holds also where both parties keep no count', async () => {
    const { anne, basim, salma, third } = setUp()
    const send = reach(third())
    for (let n = 0; n < 16; n += 1) {
      expect((await run(anne, basim, send, send)).status).toBe('done')
      anne.counts.splice(0)
      basim.counts.splice(0)
    }
    expect(await run(anne, basim, send, send)).toEqual({
      status: 'refused',
      why: 'third_refuses',
      theirs: false,
      third: 'budget_spent',
    })
    expect(salma.notes.at(-1)).toEqual({ what: 'refused', why: 'budget_spent' })
    expect(anne.notes.at(-1)).toMatchObject({ outcome: 'refused', why: 'third_refuses: budget_spent' })
  })

  test('another key for the other side is found out, and nothing is learnt', async () => {
    const { anne, basim, third } = setUp()
    expect(await run(anne, basim, reach(third()), reach(third()))).toEqual({
      status: 'refused',
      why: 'third_differs',
      theirs: true,
    })
    expect([foundBy(anne), foundBy(basim)]).toEqual([undefined, undefined])
  })

  const changed = (change: (answer: Message) => Partial<Message>, signer = THIRD): Send => {
    const honest = aThird().third()
    return async (text) => {
      const answer = await honest.take(text)
      if (answer.status === 'refused') return answer
      const read = readMessage({ signer, hasher }, answer.text, THIRD.publicKey)
      if (read.status !== 'read') throw new Error(read.status)
      return {
        status: 'answered',
        text: writeMessage({ signer, hasher }, { ...read.message, ...change(read.message) }).text,
      }
    }
  }

  test.each([
    ['points in another order', ({ points }: Message) => ({ points: points.toReversed() }), 'wrong_tags'],
    [
      'the proof of another',
      ({ tags: [key = new Uint8Array()] }: Message) => ({ tags: [key, key, key] }),
      'wrong_tags',
    ],
    ['no proof', ({ tags }: Message) => ({ tags: tags.slice(0, 1) }), 'wrong_tags'],
    ['nothing', () => ({ tags: [], points: [] }), 'out_of_turn'],
    ['an answer to something else', () => ({ before: 'f'.repeat(64) as never }), 'out_of_turn'],
  ])('%s is not taken from it', async (_, change, third) => {
    const { anne, basim } = setUp()
    const send = changed(change)
    expect(await run(anne, basim, send, send)).toEqual({
      status: 'refused',
      why: 'third_refuses',
      theirs: false,
      third,
    })
    expect(basim.counts).toEqual([])
  })

  test('neither is what somebody else signed, nor no answer at all', async () => {
    const { anne, basim } = setUp()
    const forged = changed(() => ({}), BASIM)
    expect(await run(anne, basim, forged, forged)).toMatchObject({ third: 'wrong_party' })
    const none: Send = async () => ({ status: 'refused', why: 'unanswered' })
    expect(await run(anne, basim, none, none)).toMatchObject({ why: 'third_refuses', third: 'unanswered' })
  })
})

describe('what a third is asked', () => {
  const veiled = async (other: Partial<Message> = {}, signer = ANNE): Promise<string> => {
    const { points } = await makeOblivious().veil(['1', '2', '3', '4'])
    return writeMessage(
      { signer, hasher },
      {
        step: 'veiled',
        agreement: held.hash,
        session: '0123456789ABCDEFGHJKMNPQRS',
        at: NOON,
        before: '',
        points,
        tags: [],
        ...other,
      },
    ).text
  }

  test('is answered once, and only to the parties', async () => {
    const { salma, third } = aThird()
    const { take } = third()
    const good = await veiled()
    expect((await take(good)).status).toBe('answered')
    expect(await take(good)).toEqual({ status: 'refused', why: 'replayed' })
    expect(await take(await veiled({}, THIRD))).toEqual({ status: 'refused', why: 'stranger' })
    expect(await take('hello')).toEqual({ status: 'refused', why: 'stranger' })
    expect(salma.counts).toHaveLength(1)
  })

  test.each([
    [{ step: 'first' as const }, 'out_of_turn'],
    [{ at: (NOON - 700_000) as typeof NOON }, 'wrong_time'],
    [{ points: [] }, 'wrong_size'],
    [{ tags: [new Uint8Array(32)] }, 'malformed'],
  ])('%j is refused before anything is counted', async (other, why) => {
    const { salma, third } = aThird()
    expect(await third().take(await veiled(other))).toEqual({ status: 'refused', why })
    expect(salma.counts).toEqual([])
  })

  test('is turned with another key under each agreement, so no other agreement guesses beyond the budget of one', async () => {
    const accomplice = byThree(byTwo({ ...named, id: '1123456789ABCDEFGHJKMNPQRS' }))
    const { salma } = aThird()
    const { take } = makeThird(salma.ports, [held, accomplice])
    const veil = await makeOblivious().veil(['1', '2', '3', '4'])
    const become: (readonly string[] | undefined)[] = []
    for (const { hash: agreement } of [held, accomplice]) {
      const answer = await take(await veiled({ agreement, points: veil.points }))
      const read = readMessage(
        { signer: THIRD, hasher },
        answer.status === 'answered' ? answer.text : '',
        THIRD.publicKey,
      )
      if (read.status !== 'read') throw new Error(read.status)
      const [key = new Uint8Array(), ...proofs] = read.message.tags
      become.push(await veil.open(key, read.message.points, proofs))
    }
    expect(become.map((items) => items?.length)).toEqual([4, 4])
    expect(new Set(become.flat()).size).toBe(8)
  })

  test('is refused once the agreement has ended, and where not all three have signed', async () => {
    const { salma, third } = aThird()
    const unsigned = makeThird(salma.ports, [open(THIRD, two)])
    expect(await unsigned.take(await veiled())).toEqual({ status: 'refused', why: 'unsigned' })
    salma.clock.advance(hours(24 * 22))
    expect(await third().take(await veiled())).toEqual({ status: 'refused', why: 'expired' })
    expect(salma.counts).toEqual([])
  })

  test('bytes that are no point are refused', async () => {
    const { third } = aThird()
    const set = [0, 1, 2, 3].map((n) => new Uint8Array(32).fill(n))
    expect(await third().take(await veiled({ points: set }))).toEqual({ status: 'refused', why: 'no_point' })
  })
})
