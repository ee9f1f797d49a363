import { toHex, toText } from './bytes.ts'
import { crc32 } from './crc32.ts'
import type { Tell } from './finding.ts'
import { SLICE, type FileRef, type Platform, type Source } from './source.ts'
import { readZip, withReadAhead, type ZipFile } from './zip.ts'

/** What was read of one file: never its bytes, but where they are what the checks stand on. */
export type Content = {
  readonly size: number
  readonly sha256: string
  readonly md5?: string
  readonly bytes?: Uint8Array
}

export type Contents = {
  /** By the name below the root folder. */
  readonly files: ReadonlyMap<string, Content>
  /** As the root folder calls the case; nothing in a folder that was given without its name. */
  readonly code?: string
}

export type Progress = (done: number, total: number) => void

const ROOT = /^amin-([0-9A-Z]{4,16})\//
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/
/** Kept in memory: lists, notes, the chain. A chain of fifty thousand entries has 40 MiB. */
const KEPT = /^(?:[^/]+\.txt|data\/[^/]+\.(?:json|csv)|data\/custody\/[^/]+)$/
const LARGEST_KEPT = 256 * 1024 * 1024
/** MD5 stands in the index for these only. */
const WITH_MD5 = /^data\/evidence\//

const readFile = async (
  file: FileRef | ZipFile,
  name: string,
  platform: Platform,
  tell: Tell,
  told: (bytes: number) => void,
): Promise<Content> => {
  const sha256 = platform.startSha256()
  const md5 = WITH_MD5.test(name) ? platform.startMd5() : undefined
  const keeps = KEPT.test(name) && file.size <= LARGEST_KEPT
  const kept = keeps ? new Uint8Array(file.size) : undefined
  let crc = 0
  let at = 0
  while (at < file.size) {
    const part = await file.read(at, Math.min(SLICE, file.size - at))
    if (part.length === 0) break
    sha256.update(part)
    md5?.update(part)
    if ('crc' in file) crc = crc32(part, crc)
    kept?.set(part, at)
    at += part.length
    told(part.length)
  }
  if (at < file.size) tell.fault('file-unreadable', name)
  else if ('crc' in file && crc !== file.crc) tell.fault('zip-crc', name)
  return {
    size: at,
    sha256: toHex(sha256.end()),
    ...(md5 === undefined ? {} : { md5: toHex(md5.end()) }),
    ...(kept === undefined ? {} : { bytes: kept }),
  }
}

/** The folder that all lie in, where there is one. */
const rootOf = (files: readonly FileRef[]): string | undefined => {
  const root = ROOT.exec(files[0]?.name ?? '')?.[0]
  return root !== undefined && files.every(({ name }) => name.startsWith(root)) ? root : undefined
}

/** Reads every file once from front to back. */
export const readContents = async (
  source: Source,
  platform: Platform,
  tell: Tell,
  progress: Progress,
): Promise<Contents> => {
  const files: readonly (FileRef | ZipFile)[] =
    source.kind === 'zip' ? await readZip(withReadAhead(source, SLICE), tell) : source.files
  const root = rootOf(files)
  if (root === undefined && source.kind === 'zip') tell.fault('zip-root')
  const code = root === undefined ? undefined : ROOT.exec(root)?.[1]
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const found = new Map<string, Content>()
  let done = 0
  progress(0, total)
  for (const file of files) {
    const name = root === undefined ? file.name : file.name.slice(root.length)
    if (!NAME.test(name)) tell.fault('name-unsafe', file.name)
    const content = await readFile(file, name, platform, tell, (bytes) => {
      done += bytes
      progress(done, total)
    })
    if (!found.has(name)) found.set(name, content)
  }
  return { files: found, ...(code === undefined ? {} : { code }) }
}

/** A kept file as text; nothing where it is missing, too large or not UTF-8. */
export const textOf = (contents: Contents, name: string): string | undefined => {
  const bytes = contents.files.get(name)?.bytes
  return bytes === undefined ? undefined : toText(bytes)
}
