import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { freePort, startAmin } from '../journey/amin-process.ts'
import { aDataDir, runAmin, type Settings } from './migrate-world.ts'

vi.setConfig({ testTimeout: 90_000 })

/** What doctor says of what only the network can tell. */
const outside = async (settings: Settings, ...more: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await runAmin(settings, ['doctor', ...more])
  return stdout.split('\n').filter((said) => /public address|Telegram:/.test(said))
}

test('doctor says whether the public address leads to this Amin, and whether a file of the size of a photo gets there', async () => {
  const data = aDataDir()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const settings = { ...data, AMIN_PORT: String(port), AMIN_PUBLIC_URL: url }
  expect(await outside(settings)).toEqual([
    expect.stringContaining(`warn  public address: ${url} does not answer from here (ECONNREFUSED)`),
  ])
  const amin = await startAmin(settings)
  try {
    await amin.says(/Console/)
    expect(await outside(settings)).toEqual([
      `ok    public address: ${url} leads to this Amin, and a file of 2 MB gets there`,
    ])
    expect(await outside(settings, '--inside')).toEqual([])
    // Who does not hold the master key is told that there is nothing.
    const answer = await fetch(`${url}/reach`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'x',
    })
    expect(answer.status).toBe(404)
    // Another Amin answers there.
    expect(await outside({ ...aDataDir(), AMIN_PUBLIC_URL: url })).toEqual([
      `warn  public address: ${url} leads to something else than this Amin (it answered 404)`,
    ])
  } finally {
    await amin.stop()
  }
})

test('doctor names the size where something before Amin refuses it, and a token that Telegram no longer takes', async () => {
  const before = createServer((incoming, answer) => {
    const isBot = incoming.url?.startsWith('/bot') === true
    answer.writeHead(isBot ? 401 : 413, { 'content-type': 'application/json', connection: 'close' })
    answer.end(JSON.stringify({ ok: false, error_code: 401, description: 'Unauthorized' }))
    incoming.resume()
  })
  await new Promise<void>((resolve) => before.listen(0, '127.0.0.1', () => resolve()))
  const url = `http://127.0.0.1:${(before.address() as AddressInfo).port}`
  try {
    const said = await outside({
      ...aDataDir(),
      AMIN_PUBLIC_URL: url,
      TELEGRAM_API_ROOT: url,
      TELEGRAM_BOT_TOKEN: '1:abcdefghijklmnopqrstuvwxyzABCDEFGHI',
    })
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^warn {2}public address: .* refuses 2 MB \(413\) before Amin sees them/),
        'warn  Telegram: it no longer accepts the token; the token is of the environment',
      ]),
    )
  } finally {
    before.closeAllConnections()
    before.close()
  }
})
