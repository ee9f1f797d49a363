import { expect, test } from 'vitest'
import { startWorker } from '../../bots/worker.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import type { PictureReading } from '../../core/ports/picture-reader.ts'
import { openStage, reachStory } from '../build/stage.ts'
import { eventually } from '../patience.ts'

const NONE: PictureReading = { status: 'none', why: 'not_a_chat', tool: 'amin chat reader 1' }
const PICTURES = 20

test('while 20 pictures wait to be read, what the person writes is taken before any of them is done', async () => {
  let isOpen: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    isOpen = resolve
  })
  let begun = 0
  let done = 0
  const pictures = {
    read: async () => {
      begun += 1
      await gate
      done += 1
      return NONE
    },
    close: async () => {},
  }
  const none = async () => ({ status: 'none', why: 'unsupported' }) as const
  const images = {
    preview: none,
    fingerprint: none,
    clean: none,
    view: none,
    detect: async () => 'image/jpeg',
    close: async () => {},
  }
  const stage = await openStage(images, undefined, pictures)
  const who = stage.person('1')
  await reachStory(who)
  await who.says('He wants money')
  for (let n = 0; n < PICTURES; n += 1)
    await who.sendsFile(new TextEncoder().encode(`picture ${n}`), { kind: 'photo' })
  const worker = startWorker(stage.ports, stage.casebook, 'test')
  const beat = (): void => {
    worker.jobs.beat()
    worker.inbox.beat()
  }
  await eventually(() => {
    beat()
    expect(begun).toBeGreaterThan(0)
  })
  await stage.sink.put([who.inbound({ kind: 'text', text: untrusted('my brother will kill me tonight') })])
  await eventually(async () => {
    beat()
    expect((await who.book()).state.severity).toBe('P1')
  })
  expect(done).toBe(0)
  isOpen()
  await eventually(() => {
    beat()
    expect(done).toBe(PICTURES)
  })
  await worker.stop()
})
