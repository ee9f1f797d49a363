import { readdir, readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { openChecks } from '../../../adapters/identifiers/index.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { openPictureReader } from '../../../adapters/ocr/index.ts'
import type { PictureReader, PictureReading } from '../../../core/ports/picture-reader.ts'
import { readChat } from '../../../core/text/reading/read-codes.ts'
import { makeBomb, until } from '../imaging/pictures.ts'
import { drawChat, drawPhoto, type Drawn } from './chats.ts'

const onLinux = process.platform === 'linux'
const CHAT: readonly Drawn[] = [
  { own: false, text: 'send the money to me' },
  { own: true, text: 'please wait until tomorrow' },
  { own: false, text: 'number 07701234567' },
  { own: true, text: 'there is nothing left' },
]

let reader: PictureReader
let chat: Buffer
beforeAll(async () => {
  reader = openPictureReader()
  chat = await drawChat('Unknown', CHAT, { rightToLeft: false, dark: false })
})
afterAll(() => reader.close())

const readOf = (reading: PictureReading): Extract<PictureReading, { status: 'read' }> => {
  if (reading.status !== 'read') throw new Error(`not read: ${reading.why}`)
  return reading
}

/** Letters that came out wrong, as a part of all: the alignment with the fewest changes. */
const errorsIn = (read: string, truth: string): number => {
  let row = Array.from({ length: truth.length + 1 }, (_, i) => i)
  for (const [i, letter] of Array.from(read).entries()) {
    const next = [i + 1]
    for (let j = 1; j < row.length; j += 1)
      next.push(
        Math.min(
          (next[j - 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + (letter === truth[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return (row.at(-1) ?? 0) / truth.length
}

describe('a picture of a chat', () => {
  test.each([
    { rightToLeft: false, dark: false },
    { rightToLeft: true, dark: false },
    { rightToLeft: false, dark: true },
    { rightToLeft: true, dark: true },
  ])(
    'gives bubbles in their order, with who wrote each, without being told the direction: %o',
    async (screen) => {
      const reading = readOf(await reader.read(await drawChat('Unknown', CHAT, screen)))
      const { bubbles } = readChat(reading, openChecks())
      expect(reading.direction).toBe(screen.rightToLeft ? 'rtl' : 'ltr')
      expect(bubbles.map(({ side }) => side)).toEqual(CHAT.map(({ own }) => (own ? 'me' : 'them')))
      for (const [i, { text }] of bubbles.entries())
        expect(errorsIn(text, CHAT[i]?.text ?? '')).toBeLessThan(0.2)
    },
  )

  test('has no letters where an emoji stands close to the words', async () => {
    const lines: readonly Drawn[] = [
      { own: false, text: 'my channel ghost17', emoji: true },
      { own: true, text: 'please wait' },
    ]
    const reading = readOf(
      await reader.read(await drawChat('Unknown', lines, { rightToLeft: false, dark: false })),
    )
    expect(readChat(reading, openChecks()).bubbles[0]?.text).toBe('my channel ghost17')
  })

  test('names what read it with a version', async () => {
    expect((await reader.read(chat)).tool).toMatch(/^amin chat reader \d+, sharp [\d.]+$/)
  })
})

describe('what is no chat leaves one honest result:', () => {
  test('a photo', async () => {
    expect(await reader.read(await drawPhoto())).toMatchObject({ status: 'none', why: 'not_a_chat' })
  })

  test('words, a cut file and a format that is not decoded', async () => {
    expect(await reader.read(Buffer.from('only words'))).toMatchObject({
      status: 'none',
      why: 'not_a_picture',
    })
    expect(await reader.read(chat.subarray(0, 3_000))).toMatchObject({ status: 'none', why: 'damaged' })
    const tiff = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .tiff()
      .toBuffer()
    expect(await reader.read(tiff)).toMatchObject({ status: 'none', why: 'unsupported' })
  })

  test('a bomb, and a file above the bound, which the child is not even asked about', async () => {
    expect(await reader.read(makeBomb(30_000, 30_000, 10))).toMatchObject({
      status: 'none',
      why: 'too_large',
    })
    expect(await reader.read(new Uint8Array(64 * 1_048_576 + 1))).toMatchObject({
      status: 'none',
      why: 'too_large',
    })
  })

  test('forty million pixels of nothing', async () => {
    expect(await reader.read(makeBomb(5_000, 8_000))).toMatchObject({ status: 'none', why: 'not_a_chat' })
  })
})

describe.runIf(onLinux)('the process that reads', () => {
  let own: PictureReader | undefined
  afterEach(() => own?.close())

  const children = async (): Promise<readonly number[]> => {
    const found: number[] = []
    for (const name of await readdir('/proc')) {
      if (!/^\d+$/.test(name)) continue
      const command = await readFile(`/proc/${name}/cmdline`, 'latin1').catch(() => '')
      const stat = await readFile(`/proc/${name}/stat`, 'latin1').catch(() => '')
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (Number(parent) === process.pid && state !== 'Z' && command.includes('ocr/child/child.ts'))
        found.push(Number(name))
    }
    return found
  }
  const newChild = (others: readonly number[]): Promise<number> =>
    until(async () => (await children()).find((pid) => !others.includes(pid)))

  test('has nothing in its environment and may read only its code', async () => {
    const others = await children()
    own = openPictureReader()
    await own.read(chat)
    const pid = await newChild(others)
    expect(await readFile(`/proc/${pid}/environ`, 'latin1')).toBe('')
    const command = (await readFile(`/proc/${pid}/cmdline`, 'latin1')).split('\0')
    expect(command).toContain('--permission')
    const readable = command
      .filter((argument) => argument.startsWith('--allow-fs-read='))
      .map((argument) => argument.slice(16))
    expect(
      readable.every((folder) => /\/(node_modules|adapters\/(ocr|ocr\/child|confine)|core)\/$/.test(folder)),
    ).toBe(true)
  })

  test('that is killed over a picture is replaced, and the picture is tried once more; killed again, it says so', async () => {
    const others = await children()
    const log = makeMemoryLog()
    own = openPictureReader({ log })
    await own.read(chat)
    const first = await newChild(others)
    const again = own.read(chat)
    process.kill(first, 'SIGKILL')
    readOf(await again)
    const second = await newChild([...others, first])
    const lost = own.read(chat)
    process.kill(second, 'SIGKILL')
    process.kill(await newChild([...others, first, second]), 'SIGKILL')
    // Killed before it was asked it does not come up at all; either way the next picture finds a new one.
    const result = await lost.catch((error: unknown) => error)
    expect(result instanceof Error || (result as PictureReading).status === 'none').toBe(true)
    readOf(await own.read(chat))
  })

  test('that takes too long or too much is ended, with the reason', async () => {
    own = openPictureReader({ limits: { pictureMs: 1 } })
    expect(await own.read(chat)).toMatchObject({ status: 'none', why: 'too_slow' })
    await own.close()
    own = openPictureReader({ limits: { residentBytes: 1 } })
    expect(await own.read(makeBomb(5_000, 8_000))).toMatchObject({ status: 'none', why: 'too_large' })
  })
})

test('after closing nothing is read', async () => {
  const closed = openPictureReader()
  await closed.close()
  await expect(closed.read(chat)).rejects.toMatchObject({ code: 'part_unavailable' })
})
