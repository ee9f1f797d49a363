import { createPublicKey, verify } from 'node:crypto'
import { startMd5 } from '../../../../adapters/bundle/verifier/check/md5.ts'
import { startSha256 } from '../../../../adapters/bundle/verifier/check/sha256.ts'
import type { Finding } from '../../../../adapters/bundle/verifier/check/finding.ts'
import type { Platform, Source } from '../../../../adapters/bundle/verifier/check/source.ts'
import { verifyBundle, type VerifyOptions } from '../../../../adapters/bundle/verifier/check/verify.ts'

/** The verifier's own hashes, as in a browser; only the signature is checked by Node, at once. */
export const ownPlatform: Platform = {
  startSha256,
  startMd5,
  verifyEd25519: (key, message, signature) => {
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key])
    return Promise.resolve(
      verify(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature),
    )
  },
}

export const zipSource = (zip: Uint8Array): Source => ({
  kind: 'zip',
  size: zip.length,
  read: (at, length) => Promise.resolve(zip.subarray(at, at + length)),
})

export const folderSource = (files: ReadonlyMap<string, Uint8Array>): Source => ({
  kind: 'folder',
  files: [...files].map(([name, bytes]) => ({
    name,
    size: bytes.length,
    read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)),
  })),
})

export const findingsOf = async (
  source: Source,
  options: VerifyOptions = {},
  platform = ownPlatform,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for await (const finding of verifyBundle(source, platform, options)) findings.push(finding)
  return findings
}

export const faultsOf = async (source: Source, options: VerifyOptions = {}): Promise<readonly Finding[]> =>
  (await findingsOf(source, options)).filter(({ kind }) => kind === 'fault')
