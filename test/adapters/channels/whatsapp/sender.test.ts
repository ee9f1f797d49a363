import { describe, expect, test } from 'vitest'
import { makeSender } from '../../../../adapters/channels/whatsapp/sender.ts'
import type { Connection } from '../../../../adapters/channels/whatsapp/connection.ts'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'

const ASKED = { chat: '1@s.whatsapp.net', message: 'ID', mediaKey: new Uint8Array(32), kind: 'imageMessage' }

/** What comes of asking the sender's phone for a file once more, where it answers so. */
const askAgain = async (answer: () => Promise<unknown>, { open = true, waits = true } = {}) => {
  const timers = {
    now: () => 0,
    after: (_: number, then: () => void) => {
      if (!waits) then()
      return () => undefined
    },
    random: () => 0,
  }
  const connection = { isOpen: () => open, reupload: answer } as unknown as Connection
  const sender = makeSender({
    connection: () => connection,
    mapping: {} as never,
    pacer: {} as never,
    timers,
    log: makeMemoryLog(),
    restricted: () => undefined,
  })
  return sender.reupload(ASKED)
}
const refusal = (statusCode?: unknown) => () =>
  Promise.reject(Object.assign(new Error('refused'), { output: { statusCode } }))

describe('a file that its host no longer has, asked for at the phone it came from,', () => {
  test('comes from where the phone puts it', async () => {
    const moved = { message: { imageMessage: { directPath: '/new/place' } } }
    expect(await askAgain(async () => moved)).toEqual({ status: 'moved', directPath: '/new/place' })
  })

  test.each([
    ['the phone no longer has it', refusal(404)],
    ['the phone cannot find it', refusal(412)],
    ['the phone says of no place', async () => ({ message: { imageMessage: { directPath: '' } } })],
    ['the phone speaks of something else', async () => ({ message: { videoMessage: { directPath: '/x' } } })],
    ['the phone answers nothing', async () => ({ message: null })],
  ])('is gone for good where %s', async (_, answer) => {
    expect(await askAgain(answer)).toEqual({ status: 'gone' })
  })

  test.each([
    ['the phone is slow to decide', refusal(408), {}],
    ['the connection breaks', refusal(undefined), {}],
    ['what breaks names no number', refusal('404'), {}],
    ['nobody answers in time', () => new Promise(() => undefined), { waits: false }],
    [
      'there is no connection',
      async () => ({ message: { imageMessage: { directPath: '/x' } } }),
      { open: false },
    ],
  ])('is tried again later where %s: nothing of it is given up', async (_, answer, how) => {
    expect(await askAgain(answer, how)).toEqual({ status: 'later' })
  })
})
