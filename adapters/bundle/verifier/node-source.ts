import { createHash, createPublicKey, verify } from 'node:crypto'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from './check/digest.ts'
import type { FileRef, Platform, Source } from './check/source.ts'

const startHash = (algorithm: 'sha256' | 'md5'): Digest => {
  const hash = createHash(algorithm)
  return { update: (bytes) => void hash.update(bytes), end: () => new Uint8Array(hash.digest()) }
}

/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410, 4). */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export const nodePlatform: Platform = {
  startSha256: () => startHash('sha256'),
  startMd5: () => startHash('md5'),
  verifyEd25519: async (key, message, signature) => {
    const spki = Buffer.concat([ED25519_SPKI, key])
    return verify(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature)
  },
}

type Opened<S extends Source = Source> = { readonly source: S; readonly close: () => Promise<void> }

const openFile = async (path: string, size: number): Promise<Opened<Extract<Source, { kind: 'zip' }>>> => {
  const handle = await open(path)
  const read = async (at: number, length: number): Promise<Uint8Array> => {
    const wanted = Math.max(0, Math.min(length, size - at))
    const { buffer, bytesRead } = await handle.read(new Uint8Array(wanted), 0, wanted, at)
    return buffer.subarray(0, bytesRead)
  }
  return { source: { kind: 'zip', size, read }, close: () => handle.close() }
}

/** Opened for each piece anew: a folder may hold more files than may be open at once. */
const fileRef = (folder: string, name: string, size: number): FileRef => ({
  name,
  size,
  read: async (at, length) => {
    try {
      const { source, close } = await openFile(join(folder, name), size)
      try {
        return await source.read(at, length)
      } finally {
        await close()
      }
    } catch {
      // Gone, or not for this user: what is not read to its end is named.
      return new Uint8Array()
    }
  },
})

/** Every file below a folder; a link or a device is no file of a bundle, and so named as one too many. */
const listFolder = async (folder: string, below = ''): Promise<readonly FileRef[]> => {
  const files: FileRef[] = []
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) files.push(...(await listFolder(folder, name)))
    else if (entry.isFile()) files.push(fileRef(folder, name, (await stat(join(folder, name))).size))
    else files.push({ name, size: 0, read: async () => new Uint8Array() })
  }
  return files
}

const AGE_HEADERS = ['age-encryption.org/v1', '-----BEGIN AGE ENCRYPTED FILE-----']

/**
 * A bundle on disk: a ZIP, or the folder of one that was unpacked (also the folder around it).
 * `age`: it is sealed to somebody and has to be opened first. Nothing where there is no such file
 * or it cannot be read.
 */
export const openBundle = async (path: string): Promise<Opened | 'age' | undefined> => {
  try {
    const info = await stat(path)
    if (info.isDirectory())
      return { source: { kind: 'folder', files: await listFolder(path) }, close: () => Promise.resolve() }
    const opened = await openFile(path, info.size)
    const start = new TextDecoder('latin1').decode(await opened.source.read(0, 40))
    if (!AGE_HEADERS.some((header) => start.startsWith(header))) return opened
    await opened.close()
    return 'age'
  } catch {
    return undefined
  }
}
