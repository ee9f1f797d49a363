import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NetworkList } from '../../../adapters/console/contract/networks.ts'
import { CaseTies, CommonTexts } from '../../../adapters/console/contract/ties.ts'
import { openStage, reachStory, type Person, type Stage } from '../../build/stage.ts'
import { openWorld, type World } from './world.ts'

const SCRIPT =
  'I have all your pictures and the list of your friends. You send five notes until ten tonight or everybody sees them, your father first, do not think that blocking me helps you'

describe('why a case belongs with others', () => {
  let stage: Stage
  let world: World
  let cookie: string
  beforeEach(async () => {
    stage = await openStage()
    world = await openWorld({ desk: stage.desk, feed: stage.store.feed, clock: stage.clock })
    cookie = (await world.member('noor')).cookie
  })
  afterEach(() => world.close())

  const tells = async (name: string, ...texts: readonly string[]): Promise<Person> => {
    const who = stage.person(name)
    await reachStory(who)
    for (const text of texts) {
      await who.says(text)
      await stage.workAll()
    }
    return who
  }
  const tiesOf = async (who: Person): Promise<CaseTies> =>
    CaseTies.strict().parse((await world.get(`/api/v1/cases/${await who.code()}/ties`, { cookie })).json())

  test('is told with the number as the file shows it, and the cases that have it', async () => {
    const [amal, sara] = [
      await tells('amal', 'he writes from 0770 123 4567'),
      await tells('sara', 'it is 07701234567'),
    ]
    expect(await tiesOf(amal)).toMatchObject({
      ties: [
        {
          kind: 'identifier',
          type: 'phone',
          value: '+9647701234567',
          count: 2,
          cases: [{ code: await sara.code() }],
        },
      ],
      verdicts: [],
    })
  })

  test('shows both copied texts, and that they were read stands in both chains', async () => {
    const [amal, sara] = [await tells('amal', 'he wants money', SCRIPT), await tells('sara', 'x y', SCRIPT)]
    const path = `/api/v1/cases/${await amal.code()}/ties/${await sara.code()}/texts`
    const { texts } = CommonTexts.parse((await world.get(path, { cookie })).json())
    expect(texts).toEqual([
      { mine: [{ text: SCRIPT, common: true }], theirs: [{ text: SCRIPT, common: true }] },
    ])
    for (const who of [amal, sara]) {
      const { events } = await stage.casebook.read((await who.book()).row.caseId)
      expect(events.flat().some(({ type }) => type === 'case_viewed')).toBe(true)
    }
  })

  test('makes a network of cases for a supervisor, with each case and by what it is bound', async () => {
    const [amal, sara] = [
      await tells('amal', 'he writes from telegram @bad_demo'),
      await tells('sara', 'telegram @bad_demo threatens me'),
    ]
    const boss = (await world.member('mona', 'supervisor')).cookie
    const answer = await world.get('/api/v1/networks', { cookie: boss })
    const { networks } = NetworkList.strict().parse(answer.json())
    const [first, second] = [await amal.code(), await sara.code()]
    expect(networks).toMatchObject([{ bonds: ['identifier'], services: ['telegram'] }])
    expect(networks[0]?.cases.map(({ code, bonds }) => [code, bonds])).toEqual([
      [first, [{ code: second, by: ['identifier'] }]],
      [second, [{ code: first, by: ['identifier'] }]],
    ])
  })

  test('takes what somebody says of two cases, with the reason and by name', async () => {
    const [amal, sara] = [await tells('amal', 'he wants money'), await tells('sara', 'a man wants money')]
    const body = { code: await sara.code(), wrong: false, verdict: 'same', reason: 'the same voice' }
    const path = `/api/v1/cases/${await amal.code()}/links`
    expect((await world.post(path, body, { cookie })).statusCode).toBe(200)
    await stage.workAll()
    expect((await tiesOf(sara)).verdicts).toMatchObject([
      { code: await amal.code(), verdict: 'same', by: 'noor', reason: 'the same voice' },
    ])
    expect((await world.post(path, { ...body, wrong: true }, { cookie })).statusCode).toBe(404)
  })
})
