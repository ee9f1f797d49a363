import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

/** What the bot says to these lines, one after the other. */
const chat = (lines: readonly string[], ...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/amin.ts', 'chat', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
    child.on('error', reject)
    child.on('close', () => resolve(said.replaceAll(/[\u2068\u2069]/g, '')))
    child.stdin.end(`${lines.join('\n')}\n`)
  })

test('who has everything erased in the terminal reads an everyday line, and starts anew', async () => {
  const said = await chat(['erase', '1', 'hello'], '--lang', 'en')
  expect(said).toMatch(/Erase everything now\?[^]*(?:Tea|Lentil soup|Rice): [^]*Hello, it is good that you wrote/)
}, 30_000)
