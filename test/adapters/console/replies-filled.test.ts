import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Replies } from '../../../adapters/console/contract/replies.ts'
import type { Done } from '../../../adapters/console/contract/index.ts'
import { describeOperator } from '../../../bots/operator-state.ts'
import type { Operator } from '../../../bots/operator.ts'
import { openTexts } from '../../../bots/texts.ts'
import { content } from '../../../bots/content.ts'
import type { Identifier } from '../../../core/text/identifiers/identifier.ts'
import { instant } from '../../../core/base/units.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aCase, openWorld, type World } from './world.ts'

const names = (name: string) => ({ ar: `${name} ar`, ckb: `${name} ckb`, en: `${name} en` })
const today = new Date().toISOString().slice(0, 10)
const line = (id: string, number: string, more: object = {}) => ({
  id,
  name: names(id),
  number,
  for: ['cyber' as const],
  source: 'a letter',
  lastChecked: today,
  ...more,
})
/** Only the third may be named: the first is too old, the second answers in one place. */
const OPERATOR: Operator = {
  official: {},
  organisation: { name: names('Amal'), kind: 'ngo' },
  hotlines: [
    line('old', '100', { lastChecked: '2020-01-01' }),
    line('here', '101', { area: names('Basra') }),
    line('cyber', '497'),
    line('children', '116', { for: ['children'] }),
  ],
}

const account = (type: Identifier['type'], owner: Identifier['owner'] = 'perpetrator') => ({
  type,
  raw: untrusted(`a-name-on-${type}`),
  normal: `u:a-name-on-${type}`,
  keys: [],
  owner,
  start: 0,
  marks: [],
})

describe('a ready text is filled with what is known when it is used:', () => {
  let world: World
  beforeEach(async () => {
    const phrases = openTexts()
    world = await openWorld({
      teams: [{ id: 'violence', name: names('Violence') }],
      administration: {
        operator: async () =>
          describeOperator(
            OPERATOR,
            {
              teams: ['violence'],
              secondFactor: 'optional',
              targets: content.triage.targets,
              retention: content.access.retention,
            },
            phrases,
            instant(Date.now()),
          ),
        webhooks: { state: () => ({ webhooks: [] }), test: async () => undefined },
        hotline: () => undefined,
        texts: () => ({ groups: [] }),
        health: () => Promise.reject(new Error('not asked here')),
      },
    })
  })
  afterEach(() => world.close())

  const used = async (text: string, ...found: readonly ReturnType<typeof account>[]) => {
    const item = await aCase(world)
    const inbound = await item.receive({ kind: 'text', text: untrusted('they write to me') })
    if (found.length > 0) await item.append({ type: 'identifiers_found', inbound, identifiers: found })
    const sara = await world.member(`sara-${item.code.toLowerCase()}`)
    await world.put('/api/v1/me/replies', { replies: [{ id: 'r1', name: 'x', texts: { en: text } }] }, sara)
    const read = async () =>
      (await world.get(`/api/v1/cases/${item.code}/replies?lang=ar`, sara)).json<Replies>().replies[0]
    return { ...item, cookie: sara.cookie, read }
  }

  test('the team, who stands behind it, and a number that is checked and answers everywhere', async () => {
    const { code, cookie, read } = await used('{team}, {organisation}: {hotline}')
    await world.post(`/api/v1/cases/${code}/team`, { team: 'violence' }, { cookie })
    expect(await read()).toMatchObject({ text: 'Violence en, Amal en: cyber en 497' })
    expect((await read())?.missing).toBeUndefined()
  })

  test('the place that whoever blackmails writes from, and nothing where there are two or it is the person’s own', async () => {
    const one = await used('in {platform}', account('instagram'), account('telegram', 'self'))
    expect((await one.read())?.text).toBe('in Instagram')
    const two = await used('in {platform}', account('instagram'), account('tiktok'))
    expect(await two.read()).toMatchObject({ text: 'in {platform}', missing: ['platform'] })
    const none = await used('in {platform}', account('snapchat', 'self'))
    expect(await none.read()).toMatchObject({ missing: ['platform'] })
  })

  test('the time until which it was set aside, in Baghdad, with its day where that is not today', async () => {
    const { code, cookie, read } = await used('at {until}')
    expect(await read()).toMatchObject({ text: 'at {until}', missing: ['until'] })
    await world.post(`/api/v1/cases/${code}/claim`, {}, { cookie })
    const at = instant(world.clock.now() + 3 * 86_400_000)
    const answer = await world.post(
      `/api/v1/cases/${code}/snooze`,
      { until: new Date(at).toISOString() },
      { cookie },
    )
    expect(answer.json<Done>()).toMatchObject({ code })
    const { phrases } = world.ports
    expect((await read())?.text).toBe(`at ${phrases.date(at)} ${phrases.time(at)}`)
  })
})
