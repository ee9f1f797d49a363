import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLog } from '../../adapters/log/index.ts'
import { readConfig } from '../../bots/config.ts'
import { drawChat } from '../adapters/ocr/chats.ts'
import { runCommand } from '../build/command.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amin-read-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const put = async (name: string, content: Buffer | string): Promise<string> => {
  await writeFile(join(dir, name), content)
  return join(dir, name)
}

const run = async (...args: readonly string[]) => {
  const config = readConfig({})
  if ('faults' in config) throw new Error(config.faults.join())
  const { code, said, printed } = await runCommand(config, 'read', args, openLog({ level: 'silent' }))
  return { code, said, lines: printed.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>) }
}

describe('amin read', () => {
  test('writes a line for every file: what stands in a chat, with who wrote it and the codes in it, and why another file has none', async () => {
    const chat = await drawChat(
      'Unknown',
      [
        { own: false, text: 'my number 07701234567' },
        { own: true, text: 'please wait' },
      ],
      { rightToLeft: false, dark: false },
    )
    const paths = [await put('chat.jpg', chat), await put('words.jpg', 'only words')]
    const { code, said, lines } = await run(...paths)
    expect([code, said]).toEqual([0, []])
    expect(lines).toMatchObject([
      {
        file: paths[0],
        kind: 'chat',
        direction: 'ltr',
        bubbles: [
          { side: 'them' },
          { side: 'me', text: expect.stringMatching(/wait/), confidence: expect.any(Number) },
        ],
        identifiers: [{ type: 'phone', value: '+9647701234567', sure: expect.any(Boolean) }],
        seconds: expect.any(Number),
      },
      {
        file: paths[1],
        kind: 'none',
        reason: 'not_a_picture',
        direction: 'unknown',
        bubbles: [],
        identifiers: [],
      },
    ])
  })

  test('names a file that is not there, and reads the others', async () => {
    const { code, said, lines } = await run(join(dir, 'absent.jpg'), await put('empty', ''))
    expect(code).toBe(1)
    expect(said).toEqual([`amin read: ${join(dir, 'absent.jpg')} cannot be read (ENOENT)`])
    expect(lines).toMatchObject([{ kind: 'none', reason: 'not_a_picture' }])
  })
})
