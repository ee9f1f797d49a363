import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeDataDir } from '../journey/amin-process.ts'

vi.setConfig({ testTimeout: 60_000 })

const AMIN = new URL('../../scripts/amin.ts', import.meta.url).pathname

const aDataDir = (): string => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  return dir
}

const amin = (words: readonly string[], input = '', settings: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [AMIN, ...words], {
    env: { PATH: process.env['PATH'], HOME: tmpdir(), ...settings },
    cwd: tmpdir(),
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr }
}

describe('a reader that has enough', () => {
  test('ends a command without a word, even one whose input never ends', async () => {
    const child = spawn(process.execPath, [AMIN, 'assess'], {
      env: { PATH: process.env['PATH'] },
      cwd: tmpdir(),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const said: string[] = []
    child.stderr.setEncoding('utf8').on('data', (text: string) => void said.push(text))
    child.stdin.on('error', () => undefined)
    const more = (): void => {
      while (child.stdin.writable && child.stdin.write(`${JSON.stringify({ id: 1, text: 'hello' })}\n`));
    }
    child.stdin.on('drain', more)
    child.stdout.once('data', () => child.stdout.destroy())
    more()
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
    expect(said).toEqual([])
  })
})

describe('amin assess', () => {
  test("reads what Windows' editors write: a mark of the encoding, and two signs at the end of a line", () => {
    const { status, stdout, stderr } = amin(['assess'], '\uFEFF{"id":"a","text":"hello"}\r\n\r\n{"id":"b","text":"hello"}\r\n')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.trim().split('\n')).toEqual([expect.stringContaining('"id":"a"'), expect.stringContaining('"id":"b"')])
  })
})

describe('amin agent add', () => {
  test('refuses what is no e-mail address', () => {
    const { status, stdout, stderr } = amin(['agent', 'add', 'nobody', '--name', 'N'], '', { AMIN_DATA: aDataDir() })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^amin agent add: say EMAIL [^\n]+\n$/)
  })
})

describe('the key of another store', () => {
  test('is a wrong setting, not a store that does not hold', () => {
    const dir = aDataDir()
    expect(amin(['doctor'], '', { AMIN_DATA: dir })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('ok    checkpoints: none yet\n'),
    })
    writeFileSync(join(dir, 'master.key'), randomBytes(32).toString('base64'))
    expect(amin(['verify', '--store'], '', { AMIN_DATA: dir })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'amin: the master key does not open this store\n',
    })
  })
})
