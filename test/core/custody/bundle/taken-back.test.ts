import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { untrusted } from '../../../../core/base/untrusted.ts'
import type { EvidenceId, InboundId } from '../../../../core/base/ids.ts'
import { BY, ORDER, openBundleWorld, openCase, takeBundle, unzip, type BundleWorld } from './world.ts'

let world: BundleWorld
beforeEach(async () => {
  world = await openBundleWorld()
})
afterEach(() => world.close())

test('a bundle says which file was taken back before it was fetched, and which message was deleted', async () => {
  const it = await openCase(world)
  const inbound = await it.says('he wants 500 dollars', { message: 'm-said' })
  const { random, clock } = world.ports
  const evidence = random.id() as EvidenceId
  await it.append({
    type: 'evidence_announced',
    evidence,
    inbound,
    kind: 'photo',
    capture: 'as_sent',
    forwarded: false,
    sentAt: clock.now(),
  })
  await it.append(
    {
      type: 'message_edited',
      inbound: random.id() as InboundId,
      message: {
        v: 1,
        channel: 'telegram',
        account: 'bot',
        chat: 'chat-of-the-person',
        message: 'm-said',
        edit: 1,
        sentAt: clock.now(),
        from: { name: untrusted('Name of the person') },
        body: { kind: 'unsupported', what: 'deleted' },
      },
    },
    { type: 'evidence_failed', evidence, why: 'taken_back' },
  )
  const root = unzip(world.folder, await takeBundle(await world.exports.command(it.code, BY, ORDER)), it.code)
  const read = (name: string): string => readFileSync(join(root, 'data', name), 'utf8')
  const { leftOut } = JSON.parse(read('index.json')) as { readonly leftOut: readonly unknown[] }
  expect(leftOut).toMatchObject([{ id: 'E0001', why: 'taken_back' }])
  expect(read('transcript.txt')).toMatch(/\[deleted by the person [-\d:TZ. ]+\].*he wants 500 dollars/)
})
