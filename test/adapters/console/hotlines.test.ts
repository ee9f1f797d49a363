import { createSecretKey, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Administration } from '../../../adapters/console/server/administration/administration-routes.ts'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import { OperatorState } from '../../../adapters/console/contract/operator.ts'
import { makeHasher } from '../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../adapters/crypto/secrets.ts'
import { makeMemoryClock } from '../../../adapters/memory/clock.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { accessRules } from '../../../bots/amin/access.ts'
import { triageRules } from '../../../bots/amin/triage.ts'
import { hotlineOf, makeConfirmations, type Confirmations } from '../../../bots/confirmations.ts'
import { describeOperator } from '../../../bots/operator-state.ts'
import type { Operator } from '../../../bots/operator.ts'
import { emergencyOf, withConfirmed } from '../../../bots/operator-rules.ts'
import { openTexts } from '../../../bots/texts.ts'
import { instant } from '../../../core/base/units.ts'
import { aroundNow, openWorld, type World } from './world.ts'

const NAME = { ar: 'شرطة النجدة', ckb: 'پۆلیسی فریاکەوتن', en: 'Emergency police' }
const CALLED = { number: '104', name: NAME }
const PATH = '/api/v1/operator/hotlines/police/confirm'
const operator: Operator = {
  official: {},
  hotlines: [{ id: 'police', ...CALLED, for: ['emergency'], source: 'a letter', lastChecked: '2020-01-01' }],
}

let world: World
let confirmations: Confirmations
let admin: { readonly id: string; readonly cookie: string }

beforeEach(async () => {
  const hasher = makeHasher(deriveSecrets(createSecretKey(randomBytes(32))))
  const clock = makeMemoryClock(instant(Date.now()))
  confirmations = makeConfirmations({
    operator,
    hasher,
    clock,
    log: makeMemoryLog(),
    publicUrl: 'http://127.0.0.1:8080',
    authSecret: () => 'a secret of forty characters for testing',
    openPeople: async () => ({ agentsDb: world.database, close: () => undefined }),
  })
  const inForce = {
    targets: triageRules.targets,
    retention: accessRules.retention,
    teams: [],
    secondFactor: 'optional' as const,
  }
  const administration: Pick<Administration, 'operator' | 'hotline'> = {
    operator: async (nameOf) => {
      await confirmations.look()
      return describeOperator(operator, inForce, openTexts(), clock.now(), { of: confirmations.of, nameOf })
    },
    hotline: (id) => hotlineOf(hasher, operator, id),
  }
  world = await openWorld({ administration: administration as Administration })
  admin = await world.member('noor', 'admin')
})
afterEach(() => world.close())

const confirm = (body: unknown = CALLED, path = PATH) => world.post(path, body, { cookie: admin.cookie })
const read = async () => (await world.get('/api/v1/operator', { cookie: admin.cookie })).json<OperatorState>()
const shown = () =>
  emergencyOf(withConfirmed(operator, confirmations.of, world.clock.now()), world.clock.now())

describe('a number that an administrator called', () => {
  test('is shown to people from then on, and the page says who called it and when', async () => {
    expect((await read()).hotlines).toMatchObject([{ state: 'lapsed', lastChecked: '2020-01-01' }])
    expect(shown()).toBeUndefined()
    const answer = await confirm()
    expect(OperatorState.strict().parse(answer.json())).toEqual(await read())
    const now = new Date(world.clock.now()).toISOString()
    expect((await read()).hotlines).toMatchObject([
      {
        state: 'shown',
        lastChecked: now.slice(0, 10),
        confirmed: { at: now, by: { id: admin.id, name: 'noor' } },
      },
    ])
    expect(shown()).toBe('104')
  })

  test('stands in the log of what administrators did', async () => {
    await confirm()
    const { deeds } = (
      await world.get(`/api/v1/audit?${aroundNow()}`, { cookie: admin.cookie })
    ).json<Audit>()
    expect(deeds.filter(({ kind }) => kind === 'hotline_checked')).toMatchObject([
      { by: { id: admin.id }, subject: { id: 'hotlines' }, detail: { hotline: 'police', number: '104' } },
    ])
  })

  test.each([
    ['another number', { ...CALLED, number: '105' }],
    ['another name', { ...CALLED, name: { ...NAME, ckb: 'x' } }],
  ])('is not confirmed as %s than the operator states by now', async (_, body) => {
    expect((await confirm(body)).json()).toMatchObject({ status: 409, code: 'outdated' })
    expect((await read()).hotlines[0]?.confirmed).toBeUndefined()
  })

  test('is not confirmed where no such line is stated, nor by a program', async () => {
    expect((await confirm(CALLED, PATH.replace('police', 'nobody'))).statusCode).toBe(404)
    const { key } = await world.console.agents.createKey({ name: 'machine', scopes: ['admin'], teams: null })
    expect((await world.post(PATH, CALLED, { key })).json()).toMatchObject({ status: 403, code: 'forbidden' })
    expect((await read()).hotlines[0]?.confirmed).toBeUndefined()
  })
})
