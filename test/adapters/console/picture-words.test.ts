import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../adapters/console/contract/index.ts'
import type { PictureWords } from '../../../adapters/console/contract/evidence.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import type { EvidenceId } from '../../../core/base/ids.ts'
import { minutes } from '../../../core/base/units.ts'
import type { ReadPicture } from '../../../core/model/reading-events.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

const READ: ReadPicture = {
  width: 200,
  height: 400,
  bubbles: [
    { side: 'them', box: { left: 10, top: 100, right: 150, bottom: 140 }, confidence: 98 },
    { side: 'me', box: { left: 50, top: 160, right: 190, bottom: 200 }, confidence: 91 },
  ],
  codes: [
    {
      identifier: {
        type: 'phone',
        raw: untrusted('0770 123 4567'),
        normal: '+9647701234567',
        keys: ['phone:+9647701234567'],
        owner: 'perpetrator',
        start: 9,
      },
      sure: true,
      bubble: 0,
    },
  ],
}

let world: World
let noor: { readonly cookie: string }
let item: BuiltCase
let id: EvidenceId
beforeEach(async () => {
  world = await openWorld()
  noor = { cookie: (await world.member('noor')).cookie }
  item = await aCase(world)
  id = await item.seal(Buffer.from('a picture'))
  const facts = { bubble01: 'them (98%): write to 0770 123 4567', bubble02: 'me (91%): please wait' }
  await item.examine(id, [{ aspect: 'reading', found: 'found', tool: 'amin chat reader 1', facts }], [], READ)
})
afterEach(() => world.close())

const path = (rest: string) => `/api/v1/cases/${item.code}/evidence/${id}/${rest}`
const reveal = () => world.post(path('reveal'), { reason: 'to compare what was read' }, noor)
const identifiers = async () =>
  (await world.get(`/api/v1/cases/${item.code}`, noor)).json<CaseFile>().identifiers

describe('the words in a picture', () => {
  test('are shown only after a reveal, for as long as it lasts, with the place of each in the picture', async () => {
    expect((await world.get(path('reading'), noor)).json()).toMatchObject({ code: 'reveal_first' })
    await reveal()
    const words = (await world.get(path('reading'), noor)).json<PictureWords>()
    expect(words).toMatchObject({
      tool: 'amin chat reader 1',
      bubbles: [
        { side: 'them', text: 'write to 0770 123 4567', confidence: 98 },
        { side: 'me', text: 'please wait' },
      ],
      codes: [
        {
          place: 0,
          type: 'phone',
          raw: '0770 123 4567',
          sure: true,
          area: { left: 50, top: 250, right: 750, bottom: 350 },
        },
      ],
    })
    world.clock.advance(minutes(16))
    expect((await world.get(path('reading'), noor)).json()).toMatchObject({ code: 'reveal_first' })
  })

  test('are not there where no words were read', async () => {
    const other = await item.seal(Buffer.from('a cat'))
    await world.post(`/api/v1/cases/${item.code}/evidence/${other}/reveal`, { reason: 'to look' }, noor)
    const answer = await world.get(`/api/v1/cases/${item.code}/evidence/${other}/reading`, noor)
    expect(answer.json()).toMatchObject({ code: 'not_found' })
  })
})

describe('a code in a picture', () => {
  test('is confirmed by nobody who has not opened the picture', async () => {
    const answer = await world.post(path('codes/0'), { verdict: 'right' }, noor)
    expect(answer.json()).toMatchObject({ code: 'reveal_first' })
    expect(await identifiers()).toEqual([])
  })

  test('counts once it was confirmed, with the name of who did, and is confirmed once', async () => {
    await reveal()
    expect((await world.post(path('codes/0'), { verdict: 'right' }, noor)).statusCode).toBe(200)
    expect(await identifiers()).toMatchObject([{ type: 'phone', value: '+9647701234567' }])
    expect((await world.get(path('reading'), noor)).json<PictureWords>().codes[0]?.judged).toEqual({
      verdict: 'confirmed',
      by: 'noor',
      value: '+9647701234567',
    })
    expect((await world.post(path('codes/0'), { verdict: 'wrong' }, noor)).json()).toMatchObject({
      code: 'already',
    })
  })

  test('is put right, or called wrong and counts for nothing; what is none is refused', async () => {
    await reveal()
    const fix = (fixed: string) => world.post(path('codes/0'), { verdict: 'right', fixed }, noor)
    expect((await fix('nothing')).json()).toMatchObject({ code: 'answer_invalid' })
    expect((await world.post(path('codes/0'), { verdict: 'wrong' }, noor)).statusCode).toBe(200)
    expect(await identifiers()).toEqual([])
    expect((await fix('0770 123 9999')).statusCode).toBe(200)
    expect(await identifiers()).toMatchObject([{ value: '+9647701239999' }])
    expect((await world.post(path('codes/7'), { verdict: 'right' }, noor)).json()).toMatchObject({
      code: 'not_found',
    })
  })
})
