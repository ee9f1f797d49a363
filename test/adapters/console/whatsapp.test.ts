import { afterEach, expect, test } from 'vitest'
import type {
  WhatsappDesk,
  WhatsappState,
  WhatsappStep,
} from '../../../adapters/console/server/administration/whatsapp-routes.ts'
import { instant } from '../../../core/base/units.ts'
import { openWorld, type World } from './world.ts'
import { eventually } from '../../patience.ts'

const worlds: World[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})
const open = async (whatsapp?: WhatsappDesk | 'elsewhere'): Promise<World> => {
  const world = await openWorld(whatsapp === undefined ? {} : { whatsapp })
  worlds.push(world)
  return world
}

const SINCE = instant(1_760_000_000_000)

/** An account whose steps the test tells. */
const makeDesk = (state: WhatsappState) => {
  const asked: (string | undefined)[] = []
  const acts: string[] = []
  let tell: (step: WhatsappStep, last?: boolean) => void = () => undefined
  const desk: WhatsappDesk = {
    state: () => state,
    health: () => ({ status: 'down', since: SINCE, reason: 'unauthorised' }),
    look: () => void acts.push('look'),
    link: {
      connect: () => void acts.push('connect'),
      unlink: () => void acts.push('unlink'),
      cancel: () => void acts.push('cancel'),
      pair: async function* (phone) {
        asked.push(phone)
        for (;;) {
          const { step, last } = await new Promise<{ step: WhatsappStep; last: boolean }>((resolve) => {
            tell = (step, last = false) => resolve({ step, last })
          })
          yield step
          if (last) return
        }
      },
    },
  }
  return { desk, asked, acts, tell: (step: WhatsappStep, last?: boolean) => tell(step, last) }
}
const UNPAIRED: WhatsappState = {
  by: 'baileys',
  advice: 'pair',
  account: { status: 'unpaired', refused: 0, waiting: 0 },
}

test('only administrators see and touch the account', async () => {
  const { desk, acts, asked } = makeDesk(UNPAIRED)
  const world = await open(desk)
  for (const role of ['agent', 'supervisor', 'analyst'] as const) {
    const { cookie } = await world.member(role, role)
    expect((await world.get('/api/v1/whatsapp', { cookie })).statusCode, role).toBe(403)
    for (const path of ['look', 'connect', 'unlink', 'pairing', 'pairing/cancel'])
      expect(
        (await world.post(`/api/v1/whatsapp/${path}`, {}, { cookie })).statusCode,
        `${role} ${path}`,
      ).toBe(403)
  }
  expect((await world.get('/api/v1/whatsapp')).statusCode).toBe(401)
  const { cookie } = await world.member('admin', 'admin')
  // By cookie only from our own page.
  expect(
    (
      await world.post(
        '/api/v1/whatsapp/unlink',
        {},
        { cookie, headers: { origin: 'https://elsewhere.example' } },
      )
    ).statusCode,
  ).toBe(403)
  expect([...acts, ...asked]).toEqual([])
})

test('what to do is said in the language that is asked for, and a pairing is followed step by step', async () => {
  const { desk, asked, acts, tell } = makeDesk(UNPAIRED)
  const world = await open(desk)
  const { cookie } = await world.member('admin', 'admin')
  const look = async (lang = 'en') =>
    (await world.get(`/api/v1/whatsapp?lang=${lang}`, { cookie })).json<Record<string, unknown>>()
  expect(await look()).toEqual({
    by: 'baileys',
    health: { status: 'down', since: '2025-10-09T08:53:20.000Z', reason: 'unauthorised' },
    advice: world.ports.phrases.say('en', 'whatsapp-advice-pair'),
    linked: { status: 'unpaired', refused: 0, waiting: 0 },
  })
  expect((await look('ckb'))['advice']).toBe(world.ports.phrases.say('ckb', 'whatsapp-advice-pair'))

  expect(
    (await world.post('/api/v1/whatsapp/pairing', { ownNumber: true, phone: 'somebody' }, { cookie }))
      .statusCode,
  ).toBe(400)
  // Nobody is linked before it is said that the number is this service's alone.
  expect(
    (await world.post('/api/v1/whatsapp/pairing', { phone: '+964 770 000 0000' }, { cookie })).statusCode,
  ).toBe(400)
  expect(
    (
      await world.post(
        '/api/v1/whatsapp/pairing',
        { ownNumber: true, phone: '+964 770 000 0000' },
        { cookie },
      )
    ).statusCode,
  ).toBe(200)
  expect(asked).toEqual(['+964 770 000 0000'])
  expect((await look())['pairing']).toEqual({ status: 'asked' })
  tell({ status: 'code', code: 'ABCD1234' })
  await eventually(async () =>
    expect((await look())['pairing']).toEqual({ status: 'code', code: 'ABCD1234' }),
  )
  tell({ status: 'failed', advice: 'refused' }, true)
  const advice = world.ports.phrases.say('en', 'whatsapp-advice-refused')
  await eventually(async () => expect((await look())['pairing']).toEqual({ status: 'failed', advice }))

  for (const [path, act] of [
    ['look', 'look'],
    ['connect', 'connect'],
    ['unlink', 'unlink'],
    ['pairing/cancel', 'cancel'],
  ]) {
    expect((await world.post(`/api/v1/whatsapp/${path}`, {}, { cookie })).statusCode).toBe(200)
    expect(acts.at(-1)).toBe(act)
  }
  expect(JSON.stringify(world.log.lines)).not.toMatch(/ABCD1234|7700000/)
})

test('where there is no account, or another process has it, that is said and nothing can be done', async () => {
  for (const [whatsapp, by] of [
    [undefined, 'off'],
    ['elsewhere', 'elsewhere'],
  ] as const) {
    const world = await open(whatsapp)
    const { cookie } = await world.member('admin', 'admin')
    expect((await world.get('/api/v1/whatsapp', { cookie })).json()).toEqual({ by })
    expect((await world.post('/api/v1/whatsapp/pairing', { ownNumber: true }, { cookie })).statusCode).toBe(
      404,
    )
    expect((await world.post('/api/v1/whatsapp/unlink', {}, { cookie })).statusCode).toBe(404)
  }
})

test('a number on Meta’s Cloud API is looked at, and has nothing to link', async () => {
  const acts: string[] = []
  const world = await open({
    health: () => ({ status: 'ready', since: SINCE }),
    look: () => void acts.push('look'),
    state: () => ({ by: 'cloud', account: { checkedAt: SINCE, quality: 'green', limit: 'tier_1k' } }),
  })
  const { cookie } = await world.member('admin', 'admin')
  expect((await world.get('/api/v1/whatsapp', { cookie })).json()).toMatchObject({
    by: 'cloud',
    cloud: { checkedAt: '2025-10-09T08:53:20.000Z', quality: 'green', limit: 'tier_1k' },
  })
  expect((await world.post('/api/v1/whatsapp/look', {}, { cookie })).statusCode).toBe(200)
  expect(acts).toEqual(['look'])
  for (const path of ['connect', 'unlink', 'pairing', 'pairing/cancel'])
    expect(
      (await world.post(`/api/v1/whatsapp/${path}`, { ownNumber: true }, { cookie })).statusCode,
      path,
    ).toBe(404)
})
