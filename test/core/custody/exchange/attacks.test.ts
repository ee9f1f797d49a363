import { describe, expect, test } from 'vitest'
import { ristretto255 } from '@noble/curves/ed25519.js'
import { makeBlinding } from '../../../../adapters/crypto/blinding.ts'
import { hours, minutes, instant } from '../../../../core/base/units.ts'
import { ask } from '../../../../core/custody/exchange/ask.ts'
import type { Answer, Send } from '../../../../core/custody/exchange/parts.ts'
import { readMessage, writeMessage, type Message } from '../../../../core/custody/exchange/message.ts'
import type { Signer } from '../../../../core/ports/signer.ts'
import { toHex } from '../../../../core/base/bytes.ts'
import { hasher } from '../world.ts'
import { agreed, anItem, ANNE, aSide, BASIM, between, foundBy, NOON, STRANGER } from './world.ts'

const ITEMS = ['phone:+9647701', 'phone:+9647702'].map((normal) => anItem(normal))
const held = agreed()

const setUp = () => {
  const anne = aSide(ANNE, ITEMS)
  const basim = aSide(BASIM, ITEMS)
  return { anne, basim, ...between(held, anne, basim) }
}

const read = (text: string, signer: Signer): Message => {
  const found = readMessage({ signer, hasher }, text, signer.publicKey)
  if (found.status !== 'read') throw new Error(found.status)
  return found.message
}

const ascending = (points: readonly Uint8Array[]): readonly Uint8Array[] =>
  points.toSorted((a, b) => (toHex(a) < toHex(b) ? -1 : 1))

const SESSION = '0123456789ABCDEFGHJKMNPQRS'
const points = async (count: number): Promise<readonly Uint8Array[]> =>
  ascending(await makeBlinding().begin().hide([], count))

/** A first message of Anne's, changed by somebody who has her key. */
const first = async (other: Partial<Message> = {}, signer = ANNE): Promise<string> =>
  writeMessage(
    { signer, hasher },
    {
      step: 'first',
      agreement: held.hash,
      session: SESSION,
      at: NOON,
      before: '',
      points: await points(4),
      tags: [],
      ...other,
    },
  ).text

const NEUTRAL = ristretto255.Point.ZERO.toBytes()
/** A number beyond the field's prime; an odd one, which no point has; the prime itself, which is nought written anew. */
const NO_POINTS = [
  ['the neutral point', NEUTRAL],
  ['bytes beyond the field', new Uint8Array(32).fill(255)],
  ['a negative number', new Uint8Array(32).fill(0, 1).fill(1, 0, 1)],
  [
    'another form of nought',
    new Uint8Array(Buffer.from('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'hex')),
  ],
  [
    'a number that is no point',
    new Uint8Array(Buffer.from('26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371', 'hex')),
  ],
] as const

describe('a first message that is not as it has to be', () => {
  test.each(NO_POINTS)(
    '%s is refused as a point, and what it stood beside is not answered',
    async (_, bad) => {
      const { basim, responder } = setUp()
      const set = ascending([...(await points(3)), bad])
      expect(await responder.take(await first({ points: set }))).toEqual({
        status: 'refused',
        why: 'no_point',
      })
      expect(basim.kept[0]?.transcript).toContain('outcome refused by us: no_point\n')
    },
  )

  test.each([
    ['wrong_size', 3],
    ['wrong_size', 2],
    ['wrong_size', 0],
    ['too_many', 32],
  ] as const)('%s: a set of %i', async (why, count) => {
    const { basim, responder } = setUp()
    expect(await responder.take(await first({ points: await points(count) }))).toEqual({
      status: 'refused',
      why,
    })
    expect(basim.counts).toEqual([])
  })

  test('a point that stands twice, and any order but one, is refused', async () => {
    const { responder } = setUp()
    const set = await points(4)
    const [one = new Uint8Array()] = set
    const twice = await first({ points: [one, ...set.slice(0, 3)] })
    expect(await responder.take(twice)).toEqual({ status: 'refused', why: 'unordered' })
    const back = await first({ points: set.toReversed() })
    expect(await responder.take(back)).toEqual({ status: 'refused', why: 'unordered' })
  })

  test('who has no key of a party hears the same whatever they send, and nothing is written down', async () => {
    const { basim, responder } = setUp()
    const good = await first()
    const [body = '', signature = ''] = good.split('\n')
    const sent = [
      '',
      'hello',
      '{}\n\n',
      body,
      `${body}\n`,
      `${body}\n${'A'.repeat(86)}==\n`,
      `${body} \n${signature}\n`,
      `${good}\n`,
      body.replace(held.hash, 'f'.repeat(64)),
      good.replace('"v":1', '"v":2'),
      await first({}, STRANGER),
      await first({}, BASIM),
      await first({ agreement: 'f'.repeat(64) as never }),
      good.slice(0, good.length / 2),
    ]
    for (const text of sent)
      expect(await responder.take(text)).toEqual({ status: 'refused', why: 'stranger' })
    expect([basim.counts, basim.notes, basim.kept]).toEqual([[], [], []])
  })

  test.each([
    ['two forms of one message', (body: string) => body.replace('"v":1', '"v":1,"v":1')],
    ['a field too many', (body: string) => body.replace('"v":1', '"u":1,"v":1')],
    ['a step that there is not', (body: string) => body.replace('"first"', '"zeroth"')],
    ['half a point', (body: string) => body.replace(/"points":"[^"]*"/, '"points":"AAAA"')],
    ['points in no base64', (body: string) => body.replace(/"points":"./, '"points":"%')],
    ['a session that is none', (body: string) => body.replace(SESSION, '../../../etc')],
    ['a time that is none', (body: string) => body.replace(/"at":\d+/, '"at":1.5')],
    ['no JSON', (body: string) => body.slice(0, -1)],
  ])('%s is refused also where the party signed it', async (_, change) => {
    const { basim, responder } = setUp()
    const [body = ''] = (await first()).split('\n')
    const bad = change(body)
    const signature = Buffer.from(ANNE.sign(hasher.utf8(`amin exchange message\n${bad}`))).toString('base64')
    expect(await responder.take(`${bad}\n${signature}\n`)).toEqual({ status: 'refused', why: 'malformed' })
    expect([basim.counts, basim.kept]).toEqual([[], []])
    expect(basim.notes).toEqual([{ what: 'refused', why: 'malformed' }])
  })

  test('refused again and again it is written down once an hour for each reason', async () => {
    const { basim, responder } = setUp()
    const early = await first({ at: instant(NOON - minutes(200)) })
    for (let n = 0; n < 20; n += 1) {
      await responder.take(early)
      await responder.take(await first({ step: 'last' }))
    }
    const hour = ['wrong_time', 'out_of_turn'].map((why) => ({ what: 'refused', why }))
    expect(basim.notes).toEqual(hour)
    basim.clock.advance(minutes(60))
    await responder.take(early)
    expect(basim.notes).toEqual([...hour, hour[0]])
  })

  test('one of another time is refused, and one that was sent before', async () => {
    const { basim, responder } = setUp()
    const early = await first({ at: instant(NOON - minutes(11)) })
    expect(await responder.take(early)).toEqual({ status: 'refused', why: 'wrong_time' })
    const good = await first()
    expect((await responder.take(good)).status).toBe('answered')
    expect(await responder.take(good)).toEqual({ status: 'refused', why: 'replayed' })
    // Also by a process that knows nothing but the log.
    const again = between(held, aSide(ANNE, []), basim).responder
    expect(await again.take(good)).toEqual({ status: 'refused', why: 'replayed' })
    expect(basim.counts).toHaveLength(2)
  })

  test('one that names a run of which something is kept is refused also after the day of its budget, uncounted', async () => {
    const { anne, basim, responder, run, wire } = setUp()
    await run()
    const { session } = read(wire[0] ?? '', ANNE)
    const [kept, counts] = [[...basim.kept], basim.counts.length]
    basim.clock.advance(hours(25))
    anne.clock.advance(hours(25))
    const again = await first({ session, at: anne.clock.now() })
    expect(await responder.take(again)).toEqual({ status: 'refused', why: 'replayed' })
    expect([basim.kept, basim.counts.length]).toEqual([kept, counts])
  })
})

describe('an agreement that does not hold', () => {
  test.each([
    ['not_yet', agreed({ from: '2026-03-11' })],
    ['expired', agreed({ until: '2026-03-09' })],
  ] as const)('%s is the reason on both sides, and nothing is hidden or counted', async (why, other) => {
    const [anne, basim] = [aSide(ANNE, ITEMS), aSide(BASIM, ITEMS)]
    const { run, responder } = between(other, anne, basim)
    expect(await run()).toEqual({ status: 'refused', why, theirs: false })
    expect(await responder.take(await first({ agreement: other.hash }))).toEqual({ status: 'refused', why })
    expect([anne.counts, basim.counts, anne.kept, basim.kept]).toEqual([[], [], [], []])
  })

  test('of two others it is refused to ask and to answer', async () => {
    const third = aSide(STRANGER, ITEMS)
    const { responder } = between(held, aSide(ANNE, []), third)
    expect(await ask(third.ports, held, () => Promise.reject(new Error('sent')))).toMatchObject({
      why: 'wrong_party',
    })
    expect(await responder.take(await first())).toEqual({ status: 'refused', why: 'stranger' })
  })

  test('signed by one alone it is none', async () => {
    const anne = aSide(ANNE, ITEMS)
    const half = { ...held, signedBy: ['a'] as const }
    expect(await ask(anne.ports, half, () => Promise.reject(new Error('sent')))).toMatchObject({
      why: 'unsigned',
    })
    const { responder } = between(half, anne, aSide(BASIM, ITEMS))
    expect(await responder.take(await first())).toEqual({ status: 'refused', why: 'unsigned' })
  })
})

/** Anne asks; what Basim answers is changed by somebody who has his key. */
const askChanged = async (change: (second: Message, mine: Message) => Partial<Message>, signer = BASIM) => {
  const { anne, basim, send } = setUp()
  const changed: Send = async (text): Promise<Answer> => {
    const answer = await send(text)
    if (answer.status === 'refused') return answer
    const second = read(answer.text, BASIM)
    if (second.step !== 'second') return answer
    const said = writeMessage({ signer, hasher }, { ...second, ...change(second, read(text, ANNE)) })
    return { status: 'answered', text: said.text }
  }
  return { asked: await ask(anne.ports, held, changed), anne, basim }
}

describe('an answer that is not as it has to be', () => {
  test.each(NO_POINTS)('%s is refused as a point', async (_, bad) => {
    const { asked, anne } = await askChanged(({ points: set }) => ({
      points: ascending([...set.slice(1), bad]),
    }))
    expect(asked).toEqual({ status: 'refused', why: 'no_point', theirs: false })
    expect(foundBy(anne)).toBeUndefined()
  })

  test('our own points sent back are refused', async () => {
    const { asked } = await askChanged((_, mine) => ({ points: mine.points }))
    expect(asked).toMatchObject({ why: 'echoed' })
  })

  test.each([
    ['too few tags', ({ tags }: Message) => ({ tags: tags.slice(1) }), 'wrong_tags'],
    [
      'one tag for all',
      ({ tags: [one = new Uint8Array()] }: Message) => ({ tags: [one, one, one, one] }),
      'wrong_tags',
    ],
    ['a set of no size', ({ points: set }: Message) => ({ points: set.slice(1) }), 'wrong_size'],
    ['another session', () => ({ session: SESSION }), 'out_of_turn'],
    ['another step', () => ({ step: 'last' as const }), 'out_of_turn'],
    ['an answer to something else', () => ({ before: 'f'.repeat(64) as never }), 'out_of_turn'],
  ])('%s: refused, and nothing is learnt', async (_, change, why) => {
    const { asked, anne, basim } = await askChanged(change)
    expect(asked).toEqual({ status: 'refused', why, theirs: false })
    expect([foundBy(anne), foundBy(basim)]).toEqual([undefined, undefined])
    expect(anne.kept[0]?.transcript).toContain(`outcome refused by us: ${why}\n`)
  })

  test('one that somebody else signed is of no party', async () => {
    const { asked } = await askChanged(() => ({}), STRANGER)
    expect(asked).toMatchObject({ why: 'wrong_party' })
  })
})

describe('a third message', () => {
  const upToThird = async () => {
    const set = setUp()
    let third = ''
    await ask(set.anne.ports, held, async (text) => {
      if (read(text, ANNE).step !== 'third') return set.send(text)
      third = text
      return { status: 'refused', why: 'unanswered' }
    })
    return { ...set, third, message: read(third, ANNE) }
  }
  const written = (message: Message): string => writeMessage({ signer: ANNE, hasher }, message).text

  test('that is missing leaves who was asked without a result, and who asked with what it learnt', async () => {
    const { anne, basim } = await upToThird()
    expect(foundBy(anne)).toEqual(['phone:+9647701', 'phone:+9647702'])
    expect(anne.kept[0]?.transcript).toContain('outcome unconfirmed\n')
    expect(foundBy(basim)).toBeUndefined()
  })

  test('counts once', async () => {
    const { basim, responder, third } = await upToThird()
    expect((await responder.take(third)).status).toBe('answered')
    expect(await responder.take(third)).toEqual({ status: 'refused', why: 'out_of_turn' })
    expect(basim.kept).toHaveLength(1)
  })

  test('cannot hand back what was sent as if it were its own answer', async () => {
    const { basim, responder, message, wire } = await upToThird()
    const tags = read(wire[1] ?? '', BASIM).tags
    expect((await responder.take(written({ ...message, tags }))).status).toBe('answered')
    expect(foundBy(basim)).toEqual([])
  })

  test('that comes late, answers something else or has other tags ends the run', async () => {
    for (const [other, why] of [
      [{ before: 'f'.repeat(64) as never }, 'out_of_turn'],
      [{ tags: [] }, 'wrong_tags'],
      [{ points: await points(4) }, 'malformed'],
    ] as const) {
      const { basim, responder, third, message } = await upToThird()
      expect(await responder.take(written({ ...message, ...other }))).toEqual({ status: 'refused', why })
      expect(await responder.take(third)).toEqual({ status: 'refused', why: 'out_of_turn' })
      expect(basim.kept.map(({ found }) => found)).toEqual([undefined])
    }
    const { basim, responder, third } = await upToThird()
    basim.clock.advance(minutes(21))
    expect(await responder.take(third)).toEqual({ status: 'refused', why: 'out_of_turn' })
  })

  test('that never comes ends its run as left once it would be late, and when serving ends', async () => {
    for (const by of ['sweep', 'close'] as const) {
      const { basim, responder, third } = await upToThird()
      if (by === 'sweep') {
        basim.clock.advance(minutes(20))
        await responder.sweep()
        expect([basim.kept, responder.isBusy()]).toEqual([[], true])
        basim.clock.advance(minutes(1))
      }
      await responder[by]()
      expect(responder.isBusy()).toBe(false)
      expect(basim.kept.map(({ transcript }) => /outcome (.*)\n/.exec(transcript)?.[1])).toEqual([
        'left by them',
      ])
      expect(basim.notes).toMatchObject([{ what: 'ended', outcome: 'left' }])
      expect((await responder.take(third)).status).toBe('refused')
    }
  })

  test('is waited for by whoever serves one run, also where an earlier run ended in between', async () => {
    const { basim, responder, anne, send } = await upToThird()
    const busy: boolean[] = []
    await ask(anne.ports, held, async (text) => {
      const answer = await send(text)
      busy.push(responder.isBusy())
      return answer
    })
    // The run that was left ended with the first message of the next one, which has still to be heard out.
    expect(basim.kept).toHaveLength(2)
    expect(busy).toEqual([true, false])
  })

  test('of a run that was left for a new one is out of turn, and both are written down', async () => {
    const { anne, basim, responder, third, run } = await upToThird()
    expect((await run()).status).toBe('done')
    expect(await responder.take(third)).toEqual({ status: 'refused', why: 'out_of_turn' })
    expect(basim.kept.map(({ transcript }) => /outcome (.*)\n/.exec(transcript)?.[1])).toEqual([
      'left by them',
      'done',
    ])
    expect(anne.kept).toHaveLength(2)
  })
})
