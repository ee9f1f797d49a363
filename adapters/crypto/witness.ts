import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../../core/base/failure.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { Hasher } from '../../core/ports/hasher.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Signer } from '../../core/ports/signer.ts'
import type { Erasure, ErasureList, Mark, Witness } from '../../core/ports/witness.ts'
import { openNote, signNote } from '../../core/custody/note.ts'
import { instant } from '../../core/base/units.ts'

export type WitnessParts = {
  readonly markFile: string
  /** The same list in each of these places; what one of them lacks is read from the others. */
  readonly erasureFiles: readonly string[]
  readonly signer: Signer
  /** Keys that are believed. */
  readonly keys: () => readonly Uint8Array[]
  readonly hasher: Hasher
  readonly log: Log
}

/** Begins the mark's text, so that no other note of the same key passes for one. */
const MARK = 'amin highest checkpoint\n'
/** Begins what is signed of an erasure; not written down. */
const ERASURE = 'amin erasure\n'

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return ''
    throw new Failure(
      'data_unwritable',
      'what is kept beside the checkpoint key cannot be read (AMIN_WITNESS)',
      error,
    )
  }
}

const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const replace = async (file: string, text: string): Promise<void> => {
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
    await sync(dirname(file))
  } catch (error) {
    await unlink(draft).catch(() => undefined)
    throw new Failure(
      'data_unwritable',
      'nothing can be kept beside the checkpoint key (AMIN_WITNESS)',
      error,
    )
  }
}

const isMark = (value: unknown): value is Mark => {
  const { no, size, root, at, erasures } = (value ?? {}) as Partial<Record<keyof Mark, unknown>>
  return [no, size, at, erasures].every(Number.isSafeInteger) && typeof root === 'string'
}

const isErasure = (value: unknown): value is Erasure => {
  const { caseId, seq, hash, at } = (value ?? {}) as Partial<Record<keyof Erasure, unknown>>
  return (
    typeof caseId === 'string' &&
    typeof hash === 'string' &&
    Number.isSafeInteger(seq) &&
    Number.isSafeInteger(at)
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * A line of the list: canonical JSON, a tab, the signature in base64. Its order says nothing, so
 * that lists of two places can be put together.
 */
const makeList = ({
  erasureFiles,
  signer,
  keys,
  hasher,
  log,
}: WitnessParts): ErasureList & { readonly merge: (file: string) => Promise<void> } => {
  const noted = new Set<CaseId>()
  /**
   * What was read before, so that no signature is tried twice: the list is read with every look at
   * readiness.
   */
  const known = new Map<string, Erasure | undefined>()

  const lineOf = ({ caseId, seq, hash, at }: Erasure): string => {
    const body = hasher.canonical({ at, caseId, hash, seq })
    return `${body}\t${Buffer.from(signer.sign(hasher.utf8(`${ERASURE}${body}`))).toString('base64')}\n`
  }
  const readLine = (line: string): Erasure | undefined => {
    if (!known.has(line)) known.set(line, openLine(line))
    return known.get(line)
  }
  const openLine = (line: string): Erasure | undefined => {
    const [body = '', signature = ''] = line.split('\t')
    const erasure = parsed(body)
    if (!isErasure(erasure)) return undefined
    const message = hasher.utf8(`${ERASURE}${body}`)
    const raw = new Uint8Array(Buffer.from(signature, 'base64'))
    return keys().some((key) => signer.verify(key, message, raw))
      ? { ...erasure, at: instant(erasure.at) }
      : undefined
  }
  const readLines = async (files: readonly string[]): Promise<ReadonlyMap<string, Erasure>> => {
    const found = new Map<string, Erasure>()
    const cases = new Set<CaseId>()
    let strange = 0
    for (const file of files)
      for (const line of (await readText(file)).split('\n')) {
        if (line === '' || found.has(line)) continue
        const erasure = readLine(line)
        if (erasure === undefined) strange += 1
        else if (!cases.has(erasure.caseId)) {
          cases.add(erasure.caseId)
          found.set(line, erasure)
        }
      }
    if (strange > 0)
      log.warn('lines in the list of erasures are signed by nobody known here, and are passed over', {
        count: strange,
      })
    return found
  }
  const append = async (file: string, lines: readonly string[]): Promise<void> => {
    if (lines.length === 0) return
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const handle = await open(file, 'a', 0o600)
    try {
      // One write: another process may append at the same time.
      await handle.write(lines.join(''))
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  return {
    note: async (erasures) => {
      const fresh = erasures.filter(({ caseId }) => !noted.has(caseId))
      if (fresh.length === 0) return
      for (const file of erasureFiles) {
        try {
          const there = new Set([...(await readLines([file])).values()].map(({ caseId }) => caseId))
          await append(file, fresh.filter(({ caseId }) => !there.has(caseId)).map(lineOf))
        } catch (error) {
          log.error('the list of erasures cannot be written; the erasure goes on', { error })
          return
        }
      }
      for (const { caseId } of fresh) noted.add(caseId)
    },
    read: async () => [...(await readLines(erasureFiles)).values()],
    merge: async (file) => {
      const all = await readLines([...erasureFiles, file])
      for (const each of [...erasureFiles, file]) {
        const there = new Set([...(await readLines([each])).values()].map(({ caseId }) => caseId))
        await append(
          each,
          [...all].filter(([, { caseId }]) => !there.has(caseId)).map(([line]) => `${line}\n`),
        )
      }
    },
  }
}

/** `mergeErasures`: makes this list and that in another file say the same; neither loses a line. */
export const openWitness = (
  parts: WitnessParts,
): Witness & { readonly mergeErasures: (file: string) => Promise<void> } => {
  const { markFile, signer, keys, hasher } = parts
  const list = makeList(parts)
  return {
    mark: async () => {
      const note = await readText(markFile)
      if (note === '') return undefined
      for (const key of keys()) {
        const text = openNote(signer, hasher, note, key)
        const mark = text?.startsWith(MARK) === true ? parsed(text.slice(MARK.length)) : undefined
        if (isMark(mark)) return { ...mark, at: instant(mark.at) }
      }
      return 'unreadable'
    },
    keep: async ({ no, size, root, at, erasures }) =>
      replace(
        markFile,
        signNote(signer, hasher, `${MARK}${hasher.canonical({ at, erasures, no, root, size })}\n`),
      ),
    erasures: { note: list.note, read: list.read },
    mergeErasures: list.merge,
  }
}
