import { execFileSync } from 'node:child_process'
import { createDecipheriv, createECDH, createHmac, createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { Agent, createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A browser that subscribed: its keys, by which it reads what it is sent (RFC 8291). */
export type FakeBrowser = {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
  readonly read: (body: Buffer) => string
}
export type Call = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

/**
 * A push service over TLS with a certificate of its own; keeps what it was sent and answers as it
 * is told to.
 */
export type FakePushService = {
  readonly origin: string
  readonly agent: Agent
  readonly calls: Call[]
  /** Of calls to a path; 201 where nothing is said. 0: the line is cut. */
  readonly answers: Map<string, number>
  readonly browser: (name: string) => FakeBrowser
  /**
   * Throws where the server's own key did not sign this call for this service (RFC 8292). Gives
   * what it claims.
   */
  readonly claimsOf: (call: Call, publicKey: string) => Readonly<Record<string, unknown>>
  readonly close: () => Promise<void>
}

const hmac = (key: Buffer, ...data: Buffer[]): Buffer =>
  createHmac('sha256', key).update(Buffer.concat(data)).digest()

/** One record of aes128gcm (RFC 8188) under the key agreed on by RFC 8291. */
const open = (body: Buffer, ecdh: ReturnType<typeof createECDH>, auth: Buffer): string => {
  const salt = body.subarray(0, 16)
  const idLength = body.readUInt8(20)
  const theirs = body.subarray(21, 21 + idLength)
  const sealed = body.subarray(21 + idLength)
  const one = Buffer.from([1])
  const shared = hmac(auth, ecdh.computeSecret(theirs))
  const ikm = hmac(shared, Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), theirs, one)
  const prk = hmac(salt, ikm)
  const key = hmac(prk, Buffer.from('Content-Encoding: aes128gcm\0'), one).subarray(0, 16)
  const nonce = hmac(prk, Buffer.from('Content-Encoding: nonce\0'), one).subarray(0, 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return plain.subarray(0, plain.lastIndexOf(2)).toString()
}

const claimsOf = (authorization: string, publicKey: string): Record<string, unknown> => {
  const [, token = '', key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  if (key !== publicKey) throw new Error('another key')
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!signed) throw new Error('not signed')
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
}

export const openFakePushService = async (): Promise<FakePushService> => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-push-'))
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    // prettier-ignore
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', keyFile, '-out', certFile, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    { stdio: 'ignore' },
  )
  const cert = readFileSync(certFile)
  const calls: Call[] = []
  const answers = new Map<string, number>()
  const server = createServer({ key: readFileSync(keyFile), cert }, (request, reply) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      calls.push({ path, headers: request.headers, body: Buffer.concat(chunks) })
      const status = answers.get(path) ?? 201
      if (status === 0) request.socket.destroy()
      else reply.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `https://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`
  const agent = new Agent({ ca: cert, keepAlive: false })
  return {
    origin,
    agent,
    calls,
    answers,
    browser: (name) => {
      const ecdh = createECDH('prime256v1')
      const publicKey = ecdh.generateKeys()
      const auth = Buffer.alloc(16, name)
      return {
        endpoint: `${origin}/${name}`,
        keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
        read: (body) => open(body, ecdh, auth),
      }
    },
    claimsOf: ({ headers }, publicKey) => claimsOf(headers.authorization ?? '', publicKey),
    close: async () => {
      agent.destroy()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
