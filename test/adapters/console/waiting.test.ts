import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import type { CaseFile, Custody, Evidence } from '../../../adapters/console/contract/index.ts'
import type { Timeline } from '../../../adapters/console/contract/shift.ts'
import type { MessagePage } from '../../../adapters/console/contract/messages.ts'
import { openImages } from '../../../adapters/imaging/index.ts'
import { makeMemoryChannel } from '../../../adapters/memory/channel.ts'
import { makeIntake } from '../../../core/services/evidence/intake.ts'
import type { EvidenceId } from '../../../core/base/ids.ts'
import { after, hours, minutes } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

let world: World
let me: { readonly id: string; readonly cookie: string }
let item: BuiltCase
let file: EvidenceId
let picture: Buffer
beforeEach(async () => {
  world = await openWorld()
  me = await world.member('noor')
  item = await aCase(world)
  picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c04040' } })
    .jpeg()
    .toBuffer()
  file = world.ports.random.id() as EvidenceId
})
afterEach(() => world.close())

const post = (path: string, body: unknown = {}) =>
  world.post(`/api/v1/cases/${item.code}${path}`, body, { cookie: me.cookie })
const read = async <T>(path: string): Promise<T> => {
  const answer = await world.get(`/api/v1/cases/${item.code}${path}`, { cookie: me.cookie })
  expect(answer.statusCode).toBe(200)
  return answer.json<T>()
}
const filesWait = async (): Promise<CaseFile['filesWait']> => (await read<CaseFile>('?lang=en')).filesWait
const messages = async () => (await read<MessagePage>('/messages')).messages
const agrees = () =>
  item.append({ type: 'answer_given', step: 'consent', answer: { kind: 'choice', option: 'continue' } })
const offers = async (why: 'age' | 'consent') => {
  const inbound = await item.receive({
    kind: 'media',
    media: { kind: 'photo', capture: 'recompressed', ref: 'file-1' },
  })
  const sentAt = world.clock.now()
  await item.append({
    type: 'evidence_waiting',
    evidence: file,
    inbound,
    kind: 'photo',
    capture: 'recompressed',
    forwarded: false,
    message: 'm1',
    sentAt,
    why,
  })
  return inbound
}
/** Does what was put by to fetch, from a platform that still has the file. Returns what was downloaded. */
const fetches = async (): Promise<readonly string[]> => {
  const { clock, casebook, ports } = world
  const channel = makeMemoryChannel({ clock })
  channel.files.set('file-1', picture)
  const images = openImages()
  const intake = makeIntake({ ...ports, images, channel: () => channel }, casebook)
  const jobs = await ports.store.jobs.claim(
    { owner: 'test', now: clock.now(), until: after(clock.now(), hours(1)) },
    20,
  )
  for (const job of jobs) if (job.kind === 'fetch') await intake.fetch(job)
  await images.close()
  return channel.downloads
}

describe('a case in which a file waits', () => {
  test('says so in its file and at the message, and what for', async () => {
    expect(await filesWait()).toBeUndefined()
    await offers('consent')
    expect(await filesWait()).toEqual({ count: 1, why: 'consent', step: 'age' })
    await agrees()
    expect(await filesWait()).toEqual({ count: 1, why: 'age', step: 'age' })
    expect((await messages()).find(({ media }) => media !== undefined)).toMatchObject({
      media: { kind: 'photo', state: 'waiting' },
    })
    expect(await fetches()).toEqual([])
  })

  test('says that its files went along where the person went back to an older case', async () => {
    const inbound = await offers('consent')
    await item.append({ type: 'files_carried', files: [{ evidence: file, inbound }] })
    expect(await filesWait()).toBeUndefined()
    expect((await messages()).find(({ media }) => media !== undefined)).toMatchObject({
      media: { kind: 'photo', state: 'carried' },
    })
  })

  test('says at the message, and in what happened, that it was taken back before it was fetched', async () => {
    const inbound = await offers('age')
    await item.append({ type: 'evidence_refused', evidence: file, inbound, why: 'taken_back' })
    expect((await messages()).find(({ media }) => media !== undefined)).toMatchObject({
      media: { kind: 'photo', state: 'taken-back' },
    })
    const { entries } = await read<Timeline>('/timeline?lang=en')
    expect(entries.find(({ kind }) => kind === 'evidence_refused')).toMatchObject({ detail: 'taken_back' })
  })

  test('has the person asked for the age by who holds it, with buttons in their language, and by nobody else', async () => {
    await agrees()
    await offers('age')
    expect((await post('/age')).json()).toMatchObject({ code: 'not_yours' })
    await post('/claim')
    expect((await post('/age')).statusCode).toBe(200)
    const asked = (await messages()).findLast(({ from }) => from === 'bot')
    expect(asked?.buttons).toEqual(expect.arrayContaining(['Me, 18+']))
    // The person was asked; nothing is fetched for it.
    expect(await filesWait()).toMatchObject({ count: 1 })
    expect(await fetches()).toEqual([])
  })

  test('is not asked where it must not appear on the phone', async () => {
    await agrees()
    await offers('age')
    await post('/claim')
    await item.append({ type: 'duress_used', channel: 'telegram' })
    expect((await post('/age')).json()).toMatchObject({ code: 'quiet' })
  })

  test('has it fetched and sealed once who holds it notes the age of an adult, with a reason', async () => {
    await agrees()
    await offers('age')
    await post('/claim')
    world.clock.advance(minutes(1))
    expect(
      (await post('/answers/age', { options: ['me-18'], reason: 'she said it on the phone' })).statusCode,
    ).toBe(200)
    expect(await filesWait()).toBeUndefined()
    expect(await fetches()).toEqual(['file-1'])
    expect((await read<{ evidence: Evidence[] }>('/evidence')).evidence).toMatchObject([
      { id: file, kind: 'photo', state: 'sealed', sha256: world.ports.hasher.sha256(picture) },
    ])
    expect((await post('/age')).json()).toMatchObject({ code: 'already' })
  })

  test('has it let go where the age that is noted is under 18: nothing of it was downloaded', async () => {
    await agrees()
    await offers('age')
    await post('/claim')
    expect(
      (await post('/answers/age', { options: ['me-16-17'], reason: 'she said it on the phone' })).statusCode,
    ).toBe(200)
    expect(await filesWait()).toBeUndefined()
    expect(await fetches()).toEqual([])
    const { entries } = await read<Custody>('/custody')
    expect(entries.flatMap(({ kinds }) => kinds)).toContain('evidence_refused')
  })
})
