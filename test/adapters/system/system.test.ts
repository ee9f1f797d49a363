import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { makeClock } from '../../../adapters/system/clock.ts'

const urlOf = (file: string): string =>
  JSON.stringify(new URL(`../../../adapters/system/${file}`, import.meta.url).href)
const children: ChildProcess[] = []
const node = (script: string): ChildProcess => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
const said = async (child: ChildProcess): Promise<string> =>
  String((await once(child.stdout!, 'data'))[0]).trim()

const listening = `
  import { listenForStop } from ${urlOf('signals.ts')}
  const end = listenForStop((signal) => console.log('stopping ' + signal))
  setInterval(() => {}, 60_000)
  console.log('ready')`

describe('signals', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'the first %s asks to stop, and does not end the process by itself',
    async (signal) => {
      const child = node(listening)
      expect(await said(child)).toBe('ready')
      child.kill(signal)
      expect(await said(child)).toBe(`stopping ${signal}`)
      expect(child.exitCode).toBeNull()
    },
  )

  test('a second signal of either kind ends the process at once', async () => {
    const child = node(listening)
    expect(await said(child)).toBe('ready')
    child.kill('SIGTERM')
    expect(await said(child)).toBe('stopping SIGTERM')
    child.kill('SIGINT')
    expect((await once(child, 'close'))[0]).toBe(130)
  })

  test('after the end of listening a signal kills as it does by default', async () => {
    const child = node(`${listening.replace("console.log('ready')", 'end()')}\nconsole.log('ready')`)
    expect(await said(child)).toBe('ready')
    child.kill('SIGTERM')
    expect((await once(child, 'close'))[1]).toBe('SIGTERM')
  })
})

test('the umask leaves files to their owner', () => {
  const script = `
    import { restrictUmask } from ${urlOf('umask.ts')}
    restrictUmask()
    console.log(process.umask().toString(8))`
  expect(
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout.trim(),
  ).toBe('77')
})

test('the clock tells the time of the machine', () => {
  const before = Date.now()
  const now = makeClock().now()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(Date.now())
})
