import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeHelper } from '../../../adapters/openai/helper.ts'
import { makeTranscriber } from '../../../adapters/openai/transcriber.ts'
import { makeWire } from '../../../adapters/openai/wire.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { minutes } from '../../../core/base/units.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { HELPER_USES } from '../../../core/ports/helper.ts'
import { startFakeOpenAi, type FakeOpenAi } from '../../fakes/openai/index.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../build/stage.ts'

/** One of each kind of thing that must not leave, odd enough to be found wherever it turns up. */
const CANARIES = {
  name: 'Zaynabzzqx',
  handle: 'canary_handle_zzqx',
  number: '0770 998 8771',
  account: '@dark_canary_zz91',
  wallet: 'TXYZopYRdj2D9XRtbG411XZZ3kM5VkAeBf',
  place: 'Sulaymaniyah',
  file: 'canaryfilezzqx.ogg',
}
const STORY = `I am ${CANARIES.name} from ${CANARIES.place}, he is ${CANARIES.account}, his number is ${CANARIES.number} and he wants money to ${CANARIES.wallet} and he is on his way to my uncle`
/** As they may be written on the way: spaces away, in another form, in part. */
const TRACES = /zzqx|998\s?8771|9988771|dark_canary|TXYZopYR|sulaymani/i
const FROM = { language: 'en', name: untrusted(CANARIES.name), handle: untrusted(CANARIES.handle) }
const noor = agent('noor')
/** An error as a log would print it. */
const withErrors = (_: string, value: unknown): unknown =>
  value instanceof Error ? `${value.message} ${value.stack ?? ''} ${String(value.cause)}` : value

let server: FakeOpenAi
let log: ReturnType<typeof makeMemoryLog>
let stage: Stage
let who: Person
const open = async (budget?: number): Promise<void> => {
  log = makeMemoryLog()
  const wire = (model: string) =>
    makeWire({ baseUrl: server.baseUrl, key: 'sk-canary-zzqx', model, log, lateMs: 5_000 })
  stage = await openStage(undefined, {
    helper: makeHelper(wire('m')),
    transcriber: makeTranscriber(wire('w')),
    uses: HELPER_USES,
    ...(budget === undefined ? {} : { budget }),
  })
  who = stage.person('1')
}
beforeEach(async () => {
  server = await startFakeOpenAi()
  await open()
})
afterEach(() => server.close())

const desk = () => {
  if (stage.help === undefined) throw new Error('no model on this stage')
  return stage.help.desk
}
const tell = async (): Promise<void> => {
  await reachStory(who)
  await who.says(STORY, { from: FROM })
  await stage.workAll()
}
const sendVoice = async (): Promise<void> => {
  await who.sendsFile(new TextEncoder().encode('OggS a voice'), {
    kind: 'voice',
    mime: untrusted('audio/ogg'),
    fileName: untrusted(CANARIES.file),
  })
  await stage.workAll()
}
const askAll = async (): Promise<readonly string[]> => {
  const code = await who.code()
  const line = (await who.book()).lines.findLast((one) => one.from === 'person')
  if (line?.from !== 'person') throw new Error('nothing was told')
  return [
    (await desk().summary(code, noor, 'ar')).status,
    (await desk().reply(code, noor)).status,
    (await desk().facts(code, noor)).status,
    (await desk().translate(code, noor, line.inbound, 'ar')).status,
  ]
}

describe('a case with everything that names somebody in it', () => {
  test('leaves none of it in what any use sends, whatever the server answers, nor in a log', async () => {
    await tell()
    await sendVoice()
    await askAll()
    server.answersWith({ status: 500 })
    await askAll()
    expect(server.requests.length).toBeGreaterThan(6)
    // The key is the operator's own and goes in its header alone.
    const sent = server.requests.map(({ path, headers, body }) => ({
      path,
      headers: { ...headers, authorization: '' },
      body,
    }))
    expect(JSON.stringify(sent)).not.toMatch(TRACES)
    expect(JSON.stringify([...log.lines, ...stage.log.lines], withErrors)).not.toMatch(TRACES)
  })
})

describe('a voice note', () => {
  test('is written down beside it, and what it may mean is a soft sign of a machine', async () => {
    await tell()
    await sendVoice()
    const events = (await who.book()).events.map(({ event }) => event)
    expect(events.filter(({ type }) => type === 'voice_transcribed')).toMatchObject([
      { text: 'he wants money by tonight', model: 'w' },
    ])
    const soft = events.flatMap((event) =>
      event.type === 'danger_suggested' && event.model === 'w' ? [event.hit] : [],
    )
    expect(soft.every(({ hard, rule }) => !hard && rule.startsWith('model-'))).toBe(true)
    expect((await who.book()).state.conversation.answers).not.toHaveProperty('deadline')
  })

  test('that nobody can write down leaves the case as it was', async () => {
    await tell()
    server.answersWith({ status: 400 })
    const before = (await who.book()).state.severity
    await sendVoice()
    const { state, events } = await who.book()
    expect(events.some(({ event }) => event.type === 'voice_transcribed')).toBe(false)
    expect(state.severity).toBe(before)
  })
})

describe('the budget of an hour', () => {
  test('ends calls and nothing else: the person is answered as ever, and after it calls go out again', async () => {
    await open(2)
    await tell()
    await who.says('one more thing')
    await stage.workAll()
    const code = await who.code()
    while ((await desk().summary(code, noor, 'en')).status === 'said');
    const sent = server.requests.length
    expect(sent).toBeLessThanOrEqual(2)
    expect(await desk().summary(code, noor, 'en')).toEqual({ status: 'none', why: 'budget' })
    expect(desk().health()).toMatchObject({ status: 'spent', callsLastHour: 2, budget: 2 })
    const heard = who.heard().length
    await who.says('are you there?')
    expect(who.heard().length).toBeGreaterThan(heard)
    expect(server.requests).toHaveLength(sent)
    stage.clock.advance(minutes(61))
    expect((await desk().reply(code, noor)).status).toBe('said')
  })
})

describe('a server that fails five times in a row', () => {
  test('is left alone for five minutes, then asked by one call, and no case is another for it', async () => {
    await tell()
    const code = await who.code()
    const before = (await who.book()).state
    server.answersWith({ status: 500 })
    for (let n = 0; n < 5; n += 1)
      expect(await desk().summary(code, noor, 'en')).toEqual({ status: 'none', why: 'unreachable' })
    const sent = server.requests.length
    expect(desk().health()).toMatchObject({ status: 'resting', why: 'unreachable' })
    expect((await desk().summary(code, noor, 'en')).status).toBe('none')
    expect(server.requests).toHaveLength(sent)
    server.answersWith('right')
    stage.clock.advance(minutes(6))
    expect((await desk().reply(code, noor)).status).toBe('said')
    expect(desk().health()).toMatchObject({ status: 'ready' })
    expect((await who.book()).state).toEqual(before)
  })
})
