import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { link } from '../../scripts/commands/link.ts'
import type { Call } from '../../scripts/commands/command.ts'

const dir = mkdtempSync(join(tmpdir(), 'amin-link-test-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const run = async (
  set: string | undefined,
): Promise<{ readonly code: number; readonly lines: readonly unknown[] }> => {
  const lines: unknown[] = []
  const call = {
    log: makeMemoryLog(),
    text: () => set,
    say: () => undefined,
    print: (line: string) => lines.push(JSON.parse(line)),
  }
  return { code: await link(call as unknown as Call), lines }
}

const SCRIPT =
  'I saved every photo of you and every chat. Five hundred dollars on the wallet by midnight, or your brothers open my message first.'

test('reports that share a number, a script or a picture come out together, by what, and those that share a hotline do not', async () => {
  mkdirSync(join(dir, 'media'))
  const dots = (seed: number) =>
    Buffer.from(
      Uint8Array.from({ length: 24 * 24 * 3 }, (_, i) => (Math.imul(i + seed, 2_654_435_761) >>> 24) & 255),
    )
  const draw = (seed: number) =>
    sharp(dots(seed), { raw: { width: 24, height: 24, channels: 3 } }).resize(300, 300)
  writeFileSync(join(dir, 'media', 'a.png'), await draw(1).png().toBuffer())
  writeFileSync(join(dir, 'media', 'b.jpg'), await draw(1).flop().jpeg().toBuffer())
  writeFileSync(join(dir, 'media', 'c.png'), await draw(5).png().toBuffer())
  const reports = [
    { case: 'one', story: 'he writes to me from 0770 123 4567', images: ['a.png'] },
    { case: 'two', story: 'somebody threatens me, his number 07701234567, I rang the hotline 0780 123 4567' },
    {
      case: 'three',
      story: 'I called the operator 07801234567 and they did nothing',
      pasted: [SCRIPT],
      images: ['c.png'],
    },
    {
      case: 'four',
      story: 'somebody wrote this to me',
      pasted: [SCRIPT.toLowerCase().replace('Five hundred', '500')],
    },
    { case: 'five', story: 'he sent me this', images: ['b.jpg'] },
    { case: 'six', team: 'minors', story: 'I am afraid of somebody', images: ['a.png'] },
  ]
  writeFileSync(join(dir, 'cases.jsonl'), reports.map((one) => JSON.stringify(one)).join('\n'))
  expect(await run(dir)).toEqual({
    code: 0,
    lines: [
      {
        case: 'one',
        links: [
          { other: 'two', kind: 'identifier' },
          { other: 'five', kind: 'image' },
        ],
        cluster: expect.any(String),
      },
      { case: 'two', links: [{ other: 'one', kind: 'identifier' }], cluster: expect.any(String) },
      { case: 'three', links: [{ other: 'four', kind: 'script' }], cluster: expect.any(String) },
      { case: 'four', links: [{ other: 'three', kind: 'script' }], cluster: expect.any(String) },
      { case: 'five', links: [{ other: 'one', kind: 'image' }], cluster: expect.any(String) },
      // No file of a child is taken, so none is compared.
      { case: 'six', links: [] },
    ],
  })
})

test('without a set it says what it needs', async () => expect((await run(undefined)).code).toBe(2))
