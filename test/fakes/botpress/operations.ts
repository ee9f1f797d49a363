import { connect } from 'node:net'
import { request } from 'node:http'

/** How the platform calls an installation of the integration. */
export type Installed = { readonly bot: string; readonly alias: string; key: string; textsAreOurs: boolean }

export type Answered = { readonly status: number; readonly body: string; readonly retryAfter?: string }

export const headersOf = (
  integration: string,
  { bot, alias, key, textsAreOurs }: Installed,
  operation: string,
): Record<string, string> => ({
  'content-type': 'application/json',
  'x-bot-id': bot,
  'x-bot-user-id': `${bot}_user`,
  'x-integration-id': integration,
  'x-integration-alias': alias,
  'x-webhook-id': `wh_${bot}`,
  'x-bp-operation': operation,
  'x-bp-configuration-type': '',
  'x-bp-configuration': Buffer.from(JSON.stringify({ key, textsAreOurs })).toString('base64'),
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
})

export const post = (
  url: string,
  headers: Record<string, string>,
  body: string | Uint8Array,
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const call = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
    })
    call.once('error', reject)
    call.once('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('error', reject)
      response.once('end', () => {
        const retryAfter = response.headers['retry-after']
        const status = response.statusCode ?? 0
        resolve({
          status,
          body: Buffer.concat(parts).toString('utf8'),
          ...(retryAfter === undefined ? {} : { retryAfter }),
        })
      })
    })
    call.end(body)
  })

/** The same call with its body in packets of one byte each, so that every letter of more than one is cut. */
export const postByByte = async (
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<Answered> => {
  const { hostname, port, pathname } = new URL(url)
  const bytes = Buffer.from(body, 'utf8')
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  const lines = Object.entries({
    host: `${hostname}:${port}`,
    ...headers,
    'content-length': String(bytes.length),
    connection: 'close',
  })
  socket.write(
    `POST ${pathname} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`,
  )
  for (const byte of bytes) {
    await new Promise<void>((resolve) => void socket.write(Buffer.from([byte]), () => setImmediate(resolve)))
  }
  const parts: Buffer[] = []
  for await (const part of socket) parts.push(part as Buffer)
  const said = Buffer.concat(parts).toString('utf8')
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0),
    body: said.slice(said.indexOf('\r\n\r\n') + 4),
  }
}
