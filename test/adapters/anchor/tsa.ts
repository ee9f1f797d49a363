import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Certificates of a test: an authority with its root, and others that must not pass. */
const CONFIG = `
[ req ]
distinguished_name = dn
[ dn ]
[ root ]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[ tsa ]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[ loose ]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = timeStamping
[ server ]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, serverAuth
[ tsa_config ]
serial = ./serial
default_policy = 1.2.3.4.1
digests = sha1, sha256, sha384, sha512
accuracy = secs:1
ordering = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`

export type Tsa = {
  readonly folder: string
  readonly openssl: (...args: readonly string[]) => Buffer
  /** PEM of the root named so. */
  readonly root: (name: string) => string
  /** The answer of `openssl ts` to a request, signed by the certificate named so. */
  readonly reply: (request: Uint8Array, signer?: string, ...more: readonly string[]) => Buffer
  readonly close: () => void
}

/**
 * Real certificates and a real authority by openssl: `good` (RSA) and `curve` (P-256) under `root`,
 * `chained` under `middle` under `root`, `good` of `stranger`; `loose` and `server` under `root`
 * may not stamp; `weak` has 1024 bits.
 */
export const openTsa = (): Tsa => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-tsa-'))
  const openssl = (...args: readonly string[]): Buffer =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  writeFileSync(join(folder, 'config'), CONFIG)
  writeFileSync(join(folder, 'serial'), '01')
  const newKey = (name: string, bits = '2048'): void =>
    void openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`, '-out', `${name}.key`)
  const newRoot = (name: string): void => {
    newKey(name)
    openssl(
      'req',
      '-new',
      '-x509',
      '-key',
      `${name}.key`,
      '-subj',
      `/CN=${name}`,
      '-days',
      '30',
      '-config',
      'config',
      '-extensions',
      'root',
      '-out',
      `${name}.pem`,
    )
  }
  const issue = (name: string, issuer: string, extensions: string): void => {
    openssl(
      'req',
      '-new',
      '-key',
      `${name}.key`,
      '-subj',
      `/CN=${name}`,
      '-config',
      'config',
      '-out',
      `${name}.csr`,
    )
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      `${issuer}.pem`,
      '-CAkey',
      `${issuer}.key`,
      '-CAcreateserial',
      '-days',
      '20',
      '-extfile',
      'config',
      '-extensions',
      extensions,
      '-out',
      `${name}.pem`,
    )
  }
  newRoot('root')
  newRoot('stranger')
  newKey('middle')
  issue('middle', 'root', 'root')
  for (const [name, issuer, extensions] of [
    ['good', 'root', 'tsa'],
    ['false', 'stranger', 'tsa'],
    ['chained', 'middle', 'tsa'],
    ['loose', 'root', 'loose'],
    ['server', 'root', 'server'],
  ] as const) {
    newKey(name)
    issue(name, issuer, extensions)
  }
  newKey('weak', '1024')
  issue('weak', 'root', 'tsa')
  openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'curve.key')
  issue('curve', 'root', 'tsa')
  let replies = 0
  return {
    folder,
    openssl,
    root: (name) => readFileSync(join(folder, `${name}.pem`), 'utf8'),
    reply: (request, signer = 'good', ...more) => {
      const file = `request-${(replies += 1)}.tsq`
      writeFileSync(join(folder, file), request)
      const chain = signer === 'chained' ? ['-chain', 'middle.pem'] : []
      return openssl(
        'ts',
        '-reply',
        '-config',
        'config',
        '-section',
        'tsa_config',
        '-queryfile',
        file,
        '-signer',
        `${signer}.pem`,
        '-inkey',
        `${signer}.key`,
        ...chain,
        '-sha256',
        ...more,
      )
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type Answer = (request: Buffer, response: ServerResponse, headers: IncomingMessage['headers']) => void

/** The authority's address; what it answers can be changed between two requests. */
export const serveTsa = async (
  answer: Answer,
): Promise<{
  readonly url: string
  readonly answer: (next: Answer) => void
  readonly close: () => Promise<void>
}> => {
  let now = answer
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => now(Buffer.concat(parts), response, request.headers))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    answer: (next) => void (now = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const sendToken = (response: ServerResponse, token: Uint8Array): void =>
  void response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(token)
