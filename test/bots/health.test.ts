import { openConfinement } from '../../adapters/confine/index.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { HealthState } from '../../adapters/console/contract/health.ts'
import { makeMemoryClock } from '../../adapters/memory/clock.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { makeMemoryVault } from '../../adapters/memory/vault.ts'
import { makeHealth } from '../../bots/health.ts'
import { missingPrograms } from '../../bots/readers.ts'
import type { CaseId, ChatKey, InboundId, ObjectId } from '../../core/base/ids.ts'
import type { ChannelHealth } from '../../core/ports/channel.ts'
import { after, hours, instant, mebibytes, minutes, seconds, type Instant } from '../../core/base/units.ts'
import { eventually } from '../patience.ts'

const NOW = instant(Date.parse('2026-05-01T08:00:00Z'))
type Parts = Parameters<typeof makeHealth>[0]

let parts: Parts
let store: ReturnType<typeof makeMemoryStore>
const log = makeMemoryLog()
beforeEach(() => {
  store = makeMemoryStore()
  parts = {
    config: { roles: ['console', 'worker'], readsPictures: true, store: { engine: 'sqlite', file: 'x' } },
    ports: { store, vault: makeMemoryVault(() => '' as never), clock: makeMemoryClock(NOW), log },
    channels: { health: () => [], heard: () => undefined },
    keeping: () => ({ v: 1 }),
    standing: async () => ({ anchors: [] }),
    lastBackup: () => 0,
    examiner: undefined,
    confine: openConfinement(),
    sentences: undefined,
    reserve: mebibytes(200),
    page: 'current',
    scrubEvery: hours(24 * 30),
  }
})
const look = async (more: Partial<Parts> = {}): Promise<HealthState> => {
  const state = await makeHealth({ ...parts, ...more })()
  expect(HealthState.parse(state)).toEqual(state)
  return state
}
const health = (status: ChannelHealth['status'], reason?: ChannelHealth['reason']): ChannelHealth => ({
  status,
  since: after(NOW, minutes(-14)),
  ...(reason === undefined ? {} : { reason }),
})

describe('a channel', () => {
  const telegram = { token: 't', apiRoot: 'https://api.telegram.org', from: 'environment' } as const
  const statesOf = ({ channels }: HealthState) =>
    Object.fromEntries(channels.map(({ name, status }) => [name, status]))

  test('that nobody set is off, one that another process runs is elsewhere', async () => {
    const { config } = parts
    expect(statesOf(await look())).toEqual({
      telegram: 'off',
      whatsapp: 'off',
      webchat: 'elsewhere',
      botpress: 'off',
    })
    expect(statesOf(await look({ config: { ...config, telegram } }))).toMatchObject({ telegram: 'elsewhere' })
    expect((await look({ config: { ...config, telegram } })).channels).toContainEqual({
      name: 'telegram',
      status: 'elsewhere',
      from: 'environment',
    })
    expect(statesOf(await look({ config: { ...config, roles: ['console', 'telegram'] } }))).toMatchObject({
      telegram: 'off',
    })
  })

  test('that runs here tells its state, since when, why, and how long the platform was silent', async () => {
    const heard = (): Instant => after(NOW, seconds(-840))
    const { channels } = await look({
      channels: { health: () => [{ name: 'telegram', health: health('degraded', 'unreachable') }], heard },
    })
    expect(channels.find(({ name }) => name === 'telegram')).toEqual({
      name: 'telegram',
      status: 'degraded',
      reason: 'unreachable',
      since: '2026-05-01T07:46:00.000Z',
      silentSeconds: 840,
    })
  })
})

test('queues tell how many wait and for how long', async () => {
  await store.inbox.put(
    [1, 2].map((n) => ({
      id: `i${n}` as InboundId,
      chatKey: 'c' as ChatKey,
      receivedAt: after(NOW, minutes(-n)),
      sealed: new Uint8Array(),
    })),
  )
  const { queues } = await look()
  expect(queues).toEqual({
    inbox: { waiting: 2, oldestSeconds: 120 },
    outbox: { waiting: 0, oldestSeconds: 0 },
    jobs: { waiting: 0, oldestSeconds: 0 },
  })
})

describe('storage', () => {
  test('tells faults by kind and never which object of which case', async () => {
    const fault = (n: number, what: 'missing' | 'differs') =>
      ({
        caseId: 'CASEID' as CaseId,
        seq: n,
        object: `OBJECT${n}` as ObjectId,
        fault: what,
        at: NOW,
        told: false,
      }) as const
    const state = await look({
      keeping: () => ({
        v: 1,
        scrub: {
          v: 1,
          began: NOW,
          after: 'CASEID' as CaseId,
          faults: [fault(1, 'missing'), fault(2, 'missing'), fault(3, 'differs')],
        },
        low: { since: NOW, told: true },
      }),
    })
    expect(state.storage.faults).toEqual([
      { fault: 'missing', count: 2 },
      { fault: 'differs', count: 1 },
    ])
    expect(state.storage.scrub).toEqual({ began: '2026-05-01T08:00:00.000Z', everyDays: 30, underWay: true })
    expect(state.storage.fullSince).toBe('2026-05-01T08:00:00.000Z')
    expect(JSON.stringify(state)).not.toMatch(/CASEID|OBJECT/)
  })

  test('that is not usable is told as down, beside all that still can be told', async () => {
    const broken = async (): Promise<never> => Promise.reject(new Error('gone'))
    const state = await look({
      ports: { ...parts.ports, vault: { ...parts.ports.vault, probe: broken, room: broken } },
    })
    expect(state.storage).toMatchObject({ store: 'ready', vault: 'down', reserveBytes: 209_715_200 })
    expect(state.storage.roomBytes).toBeUndefined()
  })
})

describe('checkpoints', () => {
  test('tell the newest, and which witness is late', async () => {
    const standing: Parts['standing'] = async () => ({
      latest: { no: 3, at: after(NOW, minutes(-22)), size: 7 } as never,
      anchors: [
        { id: 'good', every: hours(24), last: { no: 3, size: 7, at: after(NOW, hours(-30)) } },
        { id: 'late', every: hours(24), last: { no: 1, size: 7, at: after(NOW, hours(-49)) } },
        { id: 'never', every: hours(24) },
      ],
    })
    const { checkpoints } = await look({ standing })
    expect(checkpoints?.latest).toEqual({ at: '2026-05-01T07:38:00.000Z', ageSeconds: 1_320, size: 7 })
    expect(checkpoints?.anchors.map(({ id, late }) => [id, late])).toEqual([
      ['good', false],
      ['late', true],
      ['never', true],
    ])
  })

  test('that cannot be read leave the rest to be read', async () => {
    const state = await look({ standing: async () => Promise.reject(new Error('broken')) })
    expect(state.checkpoints).toBeUndefined()
    expect(state.queues.inbox.waiting).toBe(0)
  })
})

describe('the tools that read files', () => {
  test('are asked once, and nobody waits for their answer', async () => {
    let answer = (_tools: { name: string; version?: string }[]): void => undefined
    const tools = vi.fn(
      () => new Promise<{ name: string; version?: string }[]>((resolve) => (answer = resolve)),
    )
    const condition = makeHealth({ ...parts, examiner: { tools } })
    expect((await condition()).tools.status).toBe('asking')
    expect((await condition()).tools.status).toBe('asking')
    answer([{ name: 'ffmpeg', version: '7.1' }, { name: 'perl' }])
    await eventually(async () =>
      expect((await condition()).tools).toEqual({
        status: 'known',
        list: [{ name: 'ffmpeg', version: '7.1' }, { name: 'perl' }],
      }),
    )
    expect(tools).toHaveBeenCalledTimes(1)
  })

  test('are said to be elsewhere, or to have failed', async () => {
    expect((await look()).tools.status).toBe('elsewhere')
    const condition = makeHealth({
      ...parts,
      examiner: { tools: async () => Promise.reject(new Error('no child')) },
    })
    await condition()
    await eventually(async () => expect((await condition()).tools.status).toBe('failed'))
  })
})

test('what holds the programs that read files is told thing by thing, and which of them are missing', async () => {
  const held = {
    by: 'landlock',
    files: true,
    network: false,
    processes: false,
    limits: true,
    refused: false,
  } as const
  const confine: Parts['confine'] = async () => ({ held, before: [], program: [], child: [], tools: [] })
  expect((await look({ confine })).readers).toEqual({ ...held, missing: missingPrograms() })
})

test('the last whole copy is told where Amin makes them, and nothing of one that the database makes', async () => {
  expect((await look()).backup).toEqual({})
  const at = after(NOW, hours(-30))
  expect((await look({ lastBackup: () => at })).backup).toEqual({ lastAt: new Date(at).toISOString() })
  const mongo: Parts['config'] = { ...parts.config, store: { engine: 'mongo', uri: 'mongodb://x' } }
  expect((await look({ config: mongo, lastBackup: () => at })).backup).toBeUndefined()
})

test('who reads sentences is said as it is: at work, resting, failed, off, or in another process', async () => {
  const of = async (sentences: Parts['sentences'], roles: Parts['config']['roles']) =>
    (await makeHealth({ ...parts, sentences, config: { ...parts.config, roles } })()).sentences
  for (const state of ['reading', 'resting', 'failed'] as const)
    expect(await of({ state: () => state }, ['worker'])).toBe(state)
  expect(await of(undefined, ['worker'])).toBe('off')
  expect(await of({ state: () => 'resting' }, ['console'])).toBe('elsewhere')
})
