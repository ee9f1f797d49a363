import { execFileSync } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { initSync, WasmBuilder } from '@contentauth/c2pa-wasm'

/**
 * A C2PA signer of our own: a test authority made by openssl, COSE_Sign1 (RFC 9052) with Ed25519
 * put together by hand.
 */
export type Signer = {
  /** `definition` as c2pa-rs reads it; `remote`: only an address goes into the file. */
  readonly sign: (mime: string, asset: Uint8Array, definition: object, remote?: string) => Promise<Buffer>
}

const CONFIG = `[req]
distinguished_name=dn
[dn]
[ca]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[leaf]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,emailProtection
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
`
const RESERVED = 4_096

const head = (major: number, n: number): Buffer =>
  n < 24
    ? Buffer.from([(major << 5) | n])
    : n < 256
      ? Buffer.from([(major << 5) | 24, n])
      : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value])
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
const list = (...items: readonly Buffer[]): Buffer => Buffer.concat([head(4, items.length), ...items])
const map = (...items: readonly Buffer[]): Buffer => Buffer.concat([head(5, items.length / 2), ...items])

const seal = (payload: Uint8Array, key: KeyObject, chain: readonly Buffer[]): Buffer => {
  // 1 (alg): -8 (EdDSA); 33: x5chain.
  const signed = map(head(0, 1), head(1, 7), head(0, 33), list(...chain.map(bytes)))
  const signature = sign(
    null,
    list(text('Signature1'), bytes(signed), bytes(Buffer.alloc(0)), bytes(payload)),
    key,
  )
  const whole = (pad: number): Buffer =>
    Buffer.concat([
      Buffer.from([0xd2]),
      list(bytes(signed), map(text('pad'), bytes(Buffer.alloc(pad))), Buffer.from([0xf6]), bytes(signature)),
    ])
  return whole(RESERVED - (whole(1_000).length - 1_000))
}

const makeChain = (): { readonly key: KeyObject; readonly chain: readonly Buffer[] } => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-test-signer-'))
  const openssl = (...args: readonly string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  try {
    writeFileSync(join(folder, 'cnf'), CONFIG)
    const fresh = ['-newkey', 'ed25519', '-nodes', '-config', 'cnf']
    openssl(
      'req',
      '-x509',
      ...fresh,
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '30',
      '-subj',
      '/O=Test Authority/CN=Test Root',
      '-extensions',
      'ca',
    )
    openssl(
      'req',
      '-new',
      ...fresh,
      '-keyout',
      'leaf.key',
      '-out',
      'leaf.csr',
      '-subj',
      '/O=Test Signer/CN=Test Leaf',
    )
    openssl(
      'x509',
      '-req',
      '-in',
      'leaf.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-out',
      'leaf.pem',
      '-days',
      '20',
      '-extfile',
      'cnf',
      '-extensions',
      'leaf',
    )
    const chain = ['leaf.pem', 'ca.pem'].map((name) =>
      Buffer.from(readFileSync(join(folder, name), 'utf8').replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64'),
    )
    return { key: createPrivateKey(readFileSync(join(folder, 'leaf.key'))), chain }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

class MemoryBlob extends Blob {
  readonly held: Uint8Array
  constructor(held: Uint8Array) {
    super([Uint8Array.from(held)])
    this.held = held
  }
  override slice(from = 0, to = this.held.length): Blob {
    return new MemoryBlob(this.held.subarray(from, to))
  }
}

export const openSigner = (): Signer => {
  const { key, chain } = makeChain()
  Object.assign(globalThis, {
    FileReaderSync: class {
      readAsArrayBuffer({ held }: MemoryBlob): ArrayBuffer {
        return Uint8Array.from(held).buffer
      }
    },
  })
  initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('@contentauth/c2pa-wasm/c2pa.wasm'))) })
  return {
    sign: async (mime, asset, definition, remote) => {
      const builder = WasmBuilder.fromJson(
        JSON.stringify({ ...definition, format: mime }),
        JSON.stringify({ verify: { verify_after_sign: false } }),
      )
      if (remote !== undefined) {
        builder.setRemoteUrl(remote)
        builder.setNoEmbed(true)
      }
      const signed = await builder.sign(
        {
          alg: 'ed25519',
          reserveSize: RESERVED,
          sign: (claim: Uint8Array) => Promise.resolve(Uint8Array.from(seal(claim, key, chain))),
        },
        mime,
        new MemoryBlob(asset),
      )
      return Buffer.from(signed)
    },
  }
}
