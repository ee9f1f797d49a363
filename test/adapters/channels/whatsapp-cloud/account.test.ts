import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWhatsappCloud } from '../../../../adapters/channels/whatsapp-cloud/index.ts'
import { isFailure } from '../../../../core/base/failure.ts'
import { hours, ms } from '../../../../core/base/units.ts'
import { makeRig, type Rig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await makeRig()
})
afterEach(async () => {
  await rig.stop()
  expect(rig.fake.violations).toEqual([])
})

test('the account is known before the platform says anything', () => {
  expect(rig.cloud.channel).toMatchObject({ name: 'whatsapp', account: rig.fake.phoneId })
  expect(rig.cloud.health().status).toBe('starting')
  expect(rig.cloud.account()).toBeUndefined()
  expect(rig.fake.calls).toEqual([])
})

test('quality, limits and state of the number are there for the console', async () => {
  await rig.cloud.start()
  await rig.until(() => rig.cloud.health().status === 'ready')
  expect(rig.cloud.account()).toEqual({
    checkedAt: expect.any(Number) as number,
    quality: 'green',
    limit: 'tier_1k',
    throughput: 'standard',
    status: 'connected',
    sending: 'available',
  })
})

test('what the platform says of it is looked at at once when it says that something changed', async () => {
  await rig.cloud.start()
  await rig.until(() => rig.accounts.length === 1)
  rig.fake.world.account['quality_rating'] = 'RED'
  rig.fake.hook.push({ field: 'phone_number_quality_update', value: { event: 'FLAGGED' } })
  await rig.until(() => rig.cloud.account()?.quality === 'red')
  expect(rig.cloud.health().status).toBe('ready')
  expect(rig.lines.some(({ fields }) => fields.code === 'red')).toBe(true)
})

test.each([
  ['status', 'BANNED'],
  ['status', 'RESTRICTED'],
  ['health_status', { can_send_message: 'BLOCKED' }],
])('a number whose %s is %j needs somebody', async (name, value) => {
  rig.fake.world.account[name] = value
  await rig.cloud.start()
  await rig.until(() => rig.healths.length > 0)
  expect(rig.cloud.health()).toMatchObject({ status: 'down', reason: 'unauthorised' })
})

test('words of the platform that are none are left out', async () => {
  rig.fake.world.account['quality_rating'] = 'a name, or worse'
  rig.fake.world.account['throughput'] = 'x'
  await rig.cloud.look()
  expect(rig.cloud.account()).not.toHaveProperty('quality')
  expect(rig.cloud.account()).not.toHaveProperty('throughput')
})

test('a version that knows fewer fields is asked for those', async () => {
  delete rig.fake.world.account['health_status']
  await rig.cloud.look()
  expect(rig.cloud.account()).toMatchObject({ quality: 'green' })
  expect(rig.cloud.health().status).toBe('ready')
})

test('a platform that does not answer makes the channel late, then down, then well again', async () => {
  await rig.fake.down()
  await rig.cloud.look()
  expect(rig.cloud.health()).toMatchObject({ status: 'degraded', reason: 'unreachable' })
  rig.fake.clock.advance(hours(1))
  await rig.cloud.look()
  expect(rig.cloud.health()).toMatchObject({ status: 'down', reason: 'unreachable' })
  await rig.fake.up()
  await rig.cloud.start()
  await rig.until(() => rig.cloud.health().status === 'ready')
})

test('it is asked again until it answers', async () => {
  const handle = rig.fake.fault({ fault: { kind: 'html', http: 502 }, place: 'phone', times: 3 })
  await rig.cloud.start()
  await rig.until(() => rig.cloud.health().status === 'ready')
  expect(handle.hits()).toBe(3)
})

test('an unreachable platform does not hide that the token is refused', async () => {
  rig.fake.revoke()
  await rig.cloud.look()
  expect(rig.cloud.health()).toMatchObject({ status: 'down', reason: 'unauthorised' })
  await rig.fake.down()
  await rig.cloud.look()
  expect(rig.cloud.health()).toMatchObject({ status: 'down', reason: 'unauthorised' })
  await rig.fake.up()
})

test('an error of the account in a webhook is said once, with its code and nothing else', async () => {
  rig.fake.hook.push({
    field: 'messages',
    value: {
      metadata: { phone_number_id: rig.fake.phoneId },
      errors: [{ code: 131_031, title: 'canarywords' }],
    },
  })
  await rig.settled()
  expect(rig.lines.filter(({ fields }) => fields.code === 'graph_131_031')).toHaveLength(1)
  expect(rig.output()).not.toContain('canarywords')
})

test('stopping does not wait for a platform that hangs', async () => {
  rig.fake.fault({ fault: { kind: 'hang' }, place: 'phone' })
  await rig.cloud.start()
  await rig.until(() => rig.fake.count('phone') === 1)
  await rig.cloud.stop()
})

test('settings that cannot be are said at once', () => {
  const settings = {
    phoneId: '123456',
    token: 'EAAtoken1',
    appSecret: 's',
    verifyToken: 'v',
    apiRoot: rig.fake.apiRoot,
    version: 'v26.0',
    contacts: rig.contacts,
    sink: rig.sink,
    clock: rig.clock,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    timing: { call: ms(1) },
  }
  for (const wrong of [
    { phoneId: '../me' },
    { appSecret: '' },
    { verifyToken: '' },
    { token: 'a b' },
    { version: 'latest' },
  ]) {
    let thrown: unknown
    try {
      openWhatsappCloud({ ...settings, ...wrong })
    } catch (error) {
      thrown = error
    }
    expect(isFailure(thrown, 'settings_invalid')).toBe(true)
  }
})
