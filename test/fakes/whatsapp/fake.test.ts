import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:https'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { startFakeMedia } from './media.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

type Got = { readonly status: number; readonly bytes: Buffer; readonly whole: boolean }
const get = (host: string, path: string, ca: string): Promise<Got> =>
  new Promise((resolve, reject) => {
    const [name, port] = host.split(':')
    const asked = request({ host: name, port, path, ca }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', () => undefined)
      response.on('close', () =>
        resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks), whole: response.complete }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })

test('the media host speaks TLS with a certificate that can be trusted, and fails on command', async () => {
  const media = await startFakeMedia()
  cleanups.push(media.stop)
  const { directPath } = await media.upload(Buffer.alloc(50_000, 7), 'document')
  const good = await get(media.host, directPath, media.certificate)
  expect(good).toMatchObject({ status: 200, whole: true })
  await expect(get(media.host, directPath, '')).rejects.toThrow()
  media.fault(directPath, { kind: 'tamper', at: 10 })
  expect((await get(media.host, directPath, media.certificate)).bytes.equals(good.bytes)).toBe(false)
  media.fault(directPath, { kind: 'cut', after: 20_000 })
  expect((await get(media.host, directPath, media.certificate)).whole).toBe(false)
  media.fault(directPath, { kind: 'status', status: 410 })
  expect((await get(media.host, directPath, media.certificate)).status).toBe(410)
  media.fault(directPath, undefined)
  const moved = media.move(directPath)
  expect((await get(media.host, directPath, media.certificate)).status).toBe(404)
  expect((await get(media.host, moved, media.certificate)).bytes.equals(good.bytes)).toBe(true)
})

test('the fake in a process of its own says where it is, does what it is told, and ends with its input', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('serve.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  cleanups.push(() => child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { control, url, root } = JSON.parse(line.toString()) as { control: string; url: string; root: string }
  expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\//)
  expect(Buffer.from(root, 'base64')).toHaveLength(32)
  const told = async (verb: unknown): Promise<unknown> =>
    (await fetch(control, { method: 'POST', body: JSON.stringify(verb) })).json()
  expect(await told({ do: 'person', name: 'Sara' })).toEqual({ person: 0 })
  expect(await told({ do: 'read', person: 0 })).toEqual([])
  expect((await fetch(control, { method: 'POST', body: '{"do":"read","person":9}' })).status).toBe(400)
  child.stdin.end()
  expect(await once(child, 'close')).toEqual([0, null])
})
