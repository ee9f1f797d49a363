import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freePort, makeDataDir } from './amin-process.ts'

vi.setConfig({ testTimeout: 90_000 })

test('npm start, told to stop, stops Amin cleanly and waits for it', async () => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  const port = await freePort()
  // Told to npm alone, as a supervisor does it; a terminal tells the whole group.
  const npm = spawn('npm', ['start'], {
    env: { PATH: process.env['PATH'], HOME: dir, AMIN_DATA: `${dir}/data`, AMIN_PORT: String(port) },
    cwd: new URL('../../', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  onTestFinished(() => {
    try {
      process.kill(-(npm.pid ?? 0), 'SIGKILL')
    } catch {
      // All of it is gone, as it should be.
    }
  })
  let said = ''
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  await vi.waitFor(() => expect(said).toContain('Console:'), { timeout: 60_000, interval: 50 })
  npm.kill('SIGTERM')
  await once(npm, 'exit')
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed')
  expect(said).toContain('"msg":"stopping"')
})
