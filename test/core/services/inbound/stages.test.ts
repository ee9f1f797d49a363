import { describe, expect, test } from 'vitest'
import type { InboundId } from '../../../../core/base/ids.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { makeAccessReader } from '../../../../core/services/access/read.ts'
import { buildDecision } from '../../../../core/services/casebook/decision-builder.ts'
import { redact, type Arrival, type Kept } from '../../../../core/services/inbound/arrival.ts'
import type { Answered } from '../../../../core/services/inbound/keep.ts'
import { pipeline, type Stage } from '../../../../core/services/inbound/pipeline.ts'
import { MESSAGE_STAGES } from '../../../../core/services/inbound/respond.ts'
import { openStage, type Person, type Stage as World } from '../../../build/stage.ts'
import { setSecrets, submit } from '../access/people.ts'

const PIN = '483917'
const DECOY = 'kolkwitzia'
const DURESS = 'zinnober'

const { stages } = MESSAGE_STAGES

/** What each stage was given, as data: of tools and of what only answers a question nothing can be read. */
const seenByStages = (arrival: Arrival): ReadonlyMap<string, string> => {
  const seen = new Map<string, string>()
  let given: unknown = arrival
  for (const stage of stages) {
    const { ports: _, ...data } = given as Kept
    seen.set(stage.name, JSON.stringify(data))
    given = (stage as Stage<unknown, unknown>)(given)
    if (given === undefined) break
  }
  return seen
}

const arrivalOf = async (world: World, who: Person, text: string): Promise<Arrival> => {
  const item = who.inbound({ kind: 'text', text: untrusted(text) })
  const state = await world.casebook.load((await who.book()).row.caseId)
  const inbound = 'inbound' as InboundId
  const access = await makeAccessReader(world.ports, world.casebook)(state, inbound, item)
  const now = world.clock.now()
  const supplies = { now, code: state.code, evidence: [], access, dice: '0000' }
  return { ports: world.ports, out: buildDecision(state, now), inbound, arrived: item, supplies }
}

describe('the way of a message', () => {
  test('is open, hear, redact, keep, access, converse, statements, receipt, in this order', () => {
    const order = stages.map(({ name }) => name)
    const told = ['open', 'hear', 'redact', 'keep', 'access', 'converse', 'statements', 'receipt']
    expect(order.filter((name) => told.includes(name))).toEqual(told)
    expect(order.indexOf('redact')).toBe(order.indexOf('hear') + 1)
  })

  test('ends where a stage has decided all', () => {
    const ran: string[] = []
    const first = (text: string): string | undefined => (ran.push('first'), text === 'on' ? text : undefined)
    const second = (text: string): string => (ran.push('second'), text)
    const way = pipeline(first).next(second)
    way.run('off')
    expect(ran).toEqual(['first'])
    way.run('on')
    expect(ran).toEqual(['first', 'first', 'second'])
  })

  test.each([
    ['a PIN that nobody asked for', PIN],
    ['a PIN in a sentence', `my pin is ${PIN}, is it right`],
    ['a word that opens a decoy', DECOY],
    ['a danger word', DURESS],
  ])('shows no stage after redaction %s', async (_, text) => {
    const world = await openStage()
    const who = world.person('1')
    await submit(who)
    await setSecrets(who, { pin: PIN, decoy: DECOY, duress: DURESS })
    const seen = seenByStages(await arrivalOf(world, who, text))
    const [secret = ''] = [PIN, DECOY, DURESS].filter((one) => text.includes(one))
    const order = [...seen.keys()]
    const after = order.slice(order.indexOf('redact') + 1)
    expect(seen.get('redact')).toContain(secret)
    expect(after).toContain('access')
    for (const stage of after) expect(seen.get(stage), stage).not.toContain(secret)
  })

  test('shows no stage after redaction an answer to the question for a PIN', async () => {
    const world = await openStage()
    const who = world.person('1')
    await submit(who)
    await who.says('code')
    const seen = seenByStages(await arrivalOf(world, who, PIN))
    const order = [...seen.keys()]
    for (const stage of order.slice(order.indexOf('redact') + 1))
      expect(seen.get(stage), stage).not.toContain(PIN)
  })

  test('is typed so that a stage after redaction can ask for nothing of what came', () => {
    const nosy = ({ out }: Arrival): Answered | undefined => void out.state
    // @ts-expect-error The item as it came is not handed on.
    pipeline(redact).next(nosy)
    const plain = ({ out, item }: Kept): string => `${out.state.seq}${item.message}`
    expect(pipeline(redact).next(plain).stages).toHaveLength(2)
  })
})
