import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../adapters/console/contract/index.ts'
import type { WantedList } from '../../../adapters/console/contract/wanted.ts'
import type { RoleName } from '../../../adapters/console/contract/rights.ts'
import { openStage, reachStory, type Stage } from '../../build/stage.ts'
import { openWorld, type World } from './world.ts'

let stage: Stage
let world: World
let code: string
beforeEach(async () => {
  stage = await openStage()
  world = await openWorld({ desk: stage.desk, feed: stage.store.feed, clock: stage.clock })
  const person = stage.person('1')
  await reachStory(person)
  code = await person.code()
})
afterEach(() => world.close())

const wantsAllErased = async () => {
  const person = stage.person('1')
  await person.says('erase')
  await person.says('yes')
  await stage.workAll()
}

const as = async (name: string, role: RoleName = 'agent') => {
  const { cookie } = await world.member(name, role)
  return {
    post: (path: string, body: unknown) => world.post(`/api/v1/cases/${code}/${path}`, body, { cookie }),
    file: async () => (await world.get(`/api/v1/cases/${code}`, { cookie })).json<CaseFile>(),
    wanted: async () =>
      (await world.get('/api/v1/me/wanted', { cookie }))
        .json<WantedList>()
        .wanted.filter(({ kind }) => kind === 'hold')
        .map((one) => one.code),
  }
}

describe('a hold in the console', () => {
  test('is set and lifted by a supervisor with a reason, and everybody who may read sees who and why', async () => {
    const salma = await as('salma', 'supervisor')
    const noor = await as('noor')
    expect((await noor.file()).endsAt).toBeDefined()
    expect((await salma.post('hold', { reason: 'Karkh court, letter 114' })).statusCode).toBe(200)
    const file = await noor.file()
    expect(file.hold).toEqual({
      at: expect.stringMatching(/^20/),
      by: 'salma',
      reason: 'Karkh court, letter 114',
    })
    expect(file.endsAt).toBeUndefined()
    const again = await salma.post('hold', { reason: 'again' })
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'already'])
    expect((await salma.post('hold/lift', { reason: 'the court closed its file' })).statusCode).toBe(200)
    expect((await noor.file()).hold).toBeUndefined()
    expect((await salma.post('hold/lift', { reason: 'again' })).statusCode).toBe(409)
  })

  test('is no business of an agent, nor of a key that may write', async () => {
    const noor = await as('noor')
    for (const path of ['hold', 'hold/lift'])
      expect((await noor.post(path, { reason: 'because' })).statusCode).toBe(403)
    expect((await (await as('omar', 'analyst')).post('hold', { reason: 'because' })).statusCode).toBe(403)
    expect((await (await as('ada', 'admin')).post('hold', { reason: 'because' })).statusCode).toBe(200)
  })

  test.each([{}, { reason: '' }, { reason: '  ' }, { reason: 'x'.repeat(501) }, { reason: 7 }])(
    'needs a reason: %j',
    async (body) => {
      const salma = await as('salma', 'supervisor')
      expect((await salma.post('hold', body)).statusCode).toBe(400)
    },
  )

  test('set on the command line shows no name', async () => {
    await stage.desk.hold(code as never, undefined, 'letter 9')
    expect((await (await as('noor')).file()).hold).toEqual({ at: expect.any(String), reason: 'letter 9' })
  })

  test('of an erased case, or of none, is refused', async () => {
    const salma = await as('salma', 'supervisor')
    await stage.desk.erase(code as never, 'operator', 'r')
    expect((await salma.post('hold', { reason: 'too late' })).statusCode).toBe(410)
    code = 'ZZZZ9999'
    expect((await salma.post('hold', { reason: 'because' })).statusCode).toBe(404)
  })

  test('tells that the person wants everything erased', async () => {
    const salma = await as('salma', 'supervisor')
    await salma.post('hold', { reason: 'letter 9' })
    expect((await salma.file()).eraseWanted).toBeUndefined()
    await wantsAllErased()
    expect((await salma.file()).eraseWanted).toBe(true)
  })
})

describe('a wish to erase everything that a hold keeps', () => {
  const members = async () =>
    [await as('salma', 'supervisor'), await as('hala', 'supervisor'), await as('noor')] as const
  const holdAndWish = async () => {
    const all = await members()
    await all[0].post('hold', { reason: 'letter 9' })
    expect(await all[0].wanted()).toEqual([])
    await wantsAllErased()
    return all
  }

  test('waits for each who may lift the hold, for nobody else, and goes when it is lifted: then it is done', async () => {
    const [salma, hala, noor] = await holdAndWish()
    for (const boss of [salma, hala]) expect(await boss.wanted()).toEqual([code])
    expect(await noor.wanted()).toEqual([])
    expect((await hala.post('hold/lift', { reason: 'the court closed its file' })).statusCode).toBe(200)
    for (const boss of [salma, hala]) expect(await boss.wanted()).toEqual([])
    await stage.workAll()
    expect((await world.get(`/api/v1/cases/${code}`, await world.member('rana'))).statusCode).toBe(410)
  })

  test('goes as well when one of them says why the hold stays, which stands in the case; no second time', async () => {
    const [salma, hala] = await holdAndWish()
    expect((await hala.file()).wishWaits).toBe(true)
    expect((await hala.post('hold', { reason: 'asked the judge today: it stays' })).statusCode).toBe(200)
    for (const boss of [salma, hala]) expect(await boss.wanted()).toEqual([])
    const { hold, eraseWanted, wishWaits } = await salma.file()
    expect({ reason: hold?.reason, eraseWanted, wishWaits }).toEqual({
      reason: 'asked the judge today: it stays',
      eraseWanted: true,
    })
    expect((await salma.post('hold', { reason: 'again' })).statusCode).toBe(409)
    await salma.post('hold/lift', { reason: 'the court closed its file' })
    await stage.workAll()
    expect((await world.get(`/api/v1/cases/${code}`, await world.member('rana'))).statusCode).toBe(410)
  })

  test('waits too where the hold came between their yes and the erasing: who set it knew of no wish', async () => {
    const salma = await as('salma', 'supervisor')
    const person = stage.person('1')
    await person.says('erase')
    await person.says('yes')
    await salma.post('hold', { reason: 'letter 9' })
    await stage.workAll()
    expect(await salma.wanted()).toEqual([code])
  })
})
