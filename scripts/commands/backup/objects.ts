import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { copyTo, filesBelow, hashFile } from './file.ts'

/** What ledgers say of an object: whose it is and the hash of the sealed file, or that its case is erased. */
export type Stated = ReadonlyMap<string, { readonly caseId: string; readonly sha256: string } | 'erased'>

/**
 * `kept_only_here`: the vault lost it or has other bytes, and the copy holds what its entry states.
 * `missing`: nobody has it.
 */
export type ObjectFault = { readonly object: string; readonly fault: 'kept_only_here' | 'missing' }

export type Copied = {
  readonly objects: number
  readonly written: number
  readonly removed: number
  readonly faults: readonly ObjectFault[]
}

/**
 * Brings the copy of a vault's folder up to date. Each object is read on both sides against what
 * its entry states, so that a bit that turned in the vault never replaces a good copy, and one that
 * turned in the copy is written again. What no ledger names and the vault no longer has, and what
 * belongs to an erased case, leaves the copy. `stands`: whether a case is not erased now, asked
 * before anything is called a fault.
 */
export const copyObjects = async (
  { from, to }: { readonly from: string; readonly to: string },
  stated: Stated,
  stands: (caseId: string) => Promise<boolean>,
  heard: (objects: number) => void,
): Promise<Copied> => {
  const paths = new Map<string, string>()
  for (const path of [...(await filesBelow(to)), ...(await filesBelow(from))]) paths.set(basename(path), path)
  for (const [object, said] of stated) if (said !== 'erased' && !paths.has(object)) paths.set(object, '')
  const faults: ObjectFault[] = []
  let objects = 0
  let written = 0
  let removed = 0

  for (const [object, path] of paths) {
    const said = stated.get(object)
    const [source, copy] =
      path === '' || said === 'erased'
        ? []
        : [await hashFile(join(from, path)), await hashFile(join(to, path))]
    const expected = typeof said === 'object' ? said.sha256 : source
    if (said === 'erased' || (said === undefined && source === undefined)) {
      if (path !== '') await rm(join(to, path), { force: true })
      removed += 1
    } else if (source !== expected) {
      if (said !== undefined && (await stands(said.caseId)))
        faults.push({ object, fault: copy === expected ? 'kept_only_here' : 'missing' })
    } else {
      objects += 1
      if (copy !== expected) {
        await copyTo(join(from, path), join(to, path))
        if ((await hashFile(join(to, path))) !== expected) faults.push({ object, fault: 'missing' })
        written += 1
      }
    }
    heard(objects)
  }
  return { objects, written, removed, faults }
}
