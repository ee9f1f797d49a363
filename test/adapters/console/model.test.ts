import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  ModelFacts,
  ModelKept,
  ModelState,
  ModelSummary,
  ModelText,
  ModelTried,
} from '../../../adapters/console/contract/model.ts'
import { makeMemoryHelper, saidByMemory, type MemoryHelper } from '../../../adapters/memory/helper.ts'
import { silent, type HelperUse } from '../../../core/ports/helper.ts'
import { makeHelpDesk, type HelpDesk } from '../../../core/services/helper/desk.ts'
import { makeGuard } from '../../../core/services/helper/guard.ts'
import { makeStops } from '../../../core/services/helper/stops.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

const USES = new Set<HelperUse>(['danger', 'facts', 'summary', 'reply', 'translate'])
const WORDS = 'Haider wants 500 dollars by tomorrow on instagram, his number is 0770 123 4567'

let helper: MemoryHelper
let world: World
let item: BuiltCase
let cookie: string
let code: string

/** The console is opened before what it asks: the desk of the world is known only then. */
const open = async (about?: Parameters<typeof makeMemoryHelper>[0]): Promise<void> => {
  helper = makeMemoryHelper(about)
  const later: { desk?: HelpDesk } = {}
  const desk = (): HelpDesk => {
    if (later.desk === undefined) throw new Error('asked before the world stands')
    return later.desk
  }
  const help: HelpDesk = {
    about: helper.about,
    uses: USES,
    health: () => desk().health(),
    mayShow: (state) => desk().mayShow(state),
    tries: () => desk().tries(),
    summary: (...asked) => desk().summary(...asked),
    reply: (...asked) => desk().reply(...asked),
    translate: (...asked) => desk().translate(...asked),
    facts: (...asked) => desk().facts(...asked),
  }
  world = await openWorld({ help })
  const asking = { helper, guard: makeGuard(world.clock, 100), stops: makeStops() }
  later.desk = makeHelpDesk(world.ports, world, asking, USES)
  item = await aCase(world, { name: 'Zaynab' })
  code = item.code
  await item.receive({ kind: 'text', text: untrusted(WORDS) }, { from: { name: untrusted('Zaynab') } })
  cookie = (await world.member('sara')).cookie
}
beforeEach(() => open())
afterEach(() => world.close())

const ask = async (path: string, body: unknown = {}) =>
  (await world.post(`/api/v1/cases/${code}/model/${path}`, body, { cookie })).json<unknown>()
const claim = (quotation: string) => ({ of: 1, quotation })

describe('a model that an agent asks about a case', () => {
  test('is shown no number, no name and no account that is known', async () => {
    helper.answers.push(silent('refused'))
    await ask('summary?lang=en')
    expect(helper.shown).toHaveLength(1)
    expect(JSON.stringify(helper.shown)).not.toMatch(/0770|4567|Zaynab/)
  })

  test('gives a summary in which each sentence leads to the message it rests on; one that rests on nothing, or names another number, is left out', async () => {
    helper.answers.push(
      saidByMemory([
        { ...claim('wants 500 dollars by tomorrow'), sentence: 'They demand 500 dollars.' },
        { ...claim('wants 500 dollars'), sentence: 'They demand 900 dollars.' },
        { ...claim('he has a knife'), sentence: 'They have a knife.' },
        { ...claim('his number is [PHONE_1]'), sentence: 'The number is [PHONE_1].' },
      ]),
    )
    const summary = ModelSummary.strict().parse(await ask('summary?lang=en'))
    expect(summary.sentences).toEqual([
      {
        text: 'They demand 500 dollars.',
        quotation: 'wants 500 dollars by tomorrow',
        message: expect.any(String) as string,
      },
      {
        text: 'The number is 0770 123 4567.',
        quotation: 'his number is 0770 123 4567',
        message: expect.any(String) as string,
      },
    ])
  })

  test('drafts a reply without numbers, links and promises, and says nothing to the person', async () => {
    helper.answers.push(
      saidByMemory(
        'I am with you. The police will arrest him. Call 0780 555 1234. See https://example.org now. What did he write last?',
      ),
    )
    expect(ModelText.strict().parse(await ask('reply'))).toEqual({
      text: 'I am with you. What did he write last?',
      model: 'memory',
    })
    const opened = await world.desk.open(item.code)
    expect(JSON.stringify(opened === undefined || opened === 'erased' ? {} : opened.events)).not.toContain(
      'I am with you',
    )
  })

  test('puts a message into the language of the agent, with what was taken out put back', async () => {
    const book = await world.desk.open(item.code)
    const line =
      book === undefined || book === 'erased' ? undefined : book.lines.find(({ from }) => from === 'person')
    helper.answers.push(saidByMemory('حيدر يريد ٥٠٠ دولار، رقمه [PHONE_1]'))
    expect(ModelText.strict().parse(await ask('translate', { message: line?.id, into: 'ar' }))).toEqual({
      text: 'حيدر يريد ٥٠٠ دولار، رقمه 0770 123 4567',
      model: 'memory',
    })
    expect(
      (await world.post(`/api/v1/cases/${code}/model/translate`, { message: '9.9', into: 'ar' }, { cookie }))
        .statusCode,
    ).toBe(404)
  })

  test('suggests facts as words of the message, which are kept as suggestions', async () => {
    helper.answers.push(
      saidByMemory([
        { ...claim('by tomorrow'), field: 'deadline' },
        { ...claim('in Baghdad'), field: 'where' },
      ]),
    )
    const { facts } = ModelFacts.strict().parse(await ask('facts'))
    expect(facts).toEqual([
      { field: 'deadline', words: 'by tomorrow', message: expect.any(String) as string },
    ])
    const kept = ModelKept.strict().parse((await world.get(`/api/v1/cases/${code}/model`, { cookie })).json())
    expect(kept).toEqual({ mayAsk: true, facts, heard: [] })
  })

  test('is not offered where words of the case may not be shown to it', async () => {
    await world.close()
    await open({ at: 'away', host: 'api.example.org', model: 'memory' })
    const kept = (await world.get(`/api/v1/cases/${code}/model`, { cookie })).json<ModelKept>()
    expect(kept.mayAsk).toBe(false)
  })

  test('that says nothing is told why, and the case is as it was', async () => {
    const before = (await world.ports.store.ledger.read(item.id)).length
    for (const why of ['late', 'unreachable', 'unauthorised', 'budget'] as const) {
      helper.answers.push(silent(why))
      expect(await ask('reply')).toEqual({ none: why })
    }
    // One entry: that this agent looked.
    expect((await world.ports.store.ledger.read(item.id)).length - before).toBeLessThanOrEqual(1)
  })

  test('is asked by nobody who may not see the case', async () => {
    const other = (await world.member('omar', 'agent', ['minors'])).cookie
    for (const path of ['summary', 'reply', 'facts'])
      expect(
        (await world.post(`/api/v1/cases/${code}/model/${path}`, {}, { cookie: other })).statusCode,
      ).toBe(404)
    expect(helper.shown).toEqual([])
  })
})

test('a model elsewhere is shown nothing of who did not agree to that', async () => {
  await world.close()
  await open({ at: 'away', host: 'api.example.org', model: 'memory' })
  expect(await ask('summary')).toEqual({ sentences: [], none: 'withheld' })
  expect(helper.shown).toEqual([])
})

test('the page tells where words go, for what, and how it is; an administrator tries it with a made-up message', async () => {
  const admin = (await world.member('root', 'admin')).cookie
  const state = ModelState.strict().parse((await world.get('/api/v1/model', { cookie: admin })).json())
  expect(state).toMatchObject({
    uses: [...USES],
    at: 'here',
    host: 'localhost',
    health: { status: 'untried', budget: 100 },
  })
  helper.answers.push(saidByMemory('جاهز'))
  const tried = ModelTried.strict().parse(
    (await world.post('/api/v1/model/try', {}, { cookie: admin })).json(),
  )
  expect(tried).toMatchObject({ text: 'جاهز', model: 'memory' })
  expect(JSON.stringify(helper.shown)).not.toContain('500')
  expect((await world.post('/api/v1/model/try', {}, { cookie })).statusCode).toBe(403)
})

test('what an agent sends that began as a draft says so in the chain', async () => {
  const { version } = (await world.post(`/api/v1/cases/${code}/claim`, {}, { cookie })).json<{
    version: number
  }>()
  const body = { text: 'I am with you', expectedVersion: version, helped: true }
  expect((await world.post(`/api/v1/cases/${code}/messages`, body, { cookie })).statusCode).toBe(200)
  const book = await world.desk.open(item.code)
  const said = book === undefined || book === 'erased' ? [] : book.events.map(({ event }) => event)
  expect(said.find(({ type }) => type === 'agent_said')).toMatchObject({
    text: 'I am with you',
    helped: true,
  })
})

test('without a model every route says that it is off', async () => {
  await world.close()
  world = await openWorld()
  item = await aCase(world)
  code = item.code
  cookie = (await world.member('sara')).cookie
  expect((await world.get('/api/v1/model', { cookie })).json()).toEqual({ uses: [] })
  for (const path of ['summary', 'reply', 'facts']) expect(await ask(path)).toMatchObject({ none: 'off' })
})
