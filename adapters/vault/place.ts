import { join } from 'node:path'
import type { ObjectId } from '../../core/base/ids.ts'

/**
 * Checked to be 26 capital letters and digits, as all ids are: it can name a file in its folder and
 * nothing else.
 */
export type SafeName = string & { readonly safe: 'name' }

const NAME = /^[0-9A-Z]{26}$/

export const toSafeName = (id: string): SafeName | undefined => (NAME.test(id) ? (id as SafeName) : undefined)
export const toObjectId = (name: SafeName): ObjectId => name as string as ObjectId

/** Where drafts grow: on the same file system, so that a rename moves them in one step. */
export const INCOMING = 'incoming'
export const OBJECTS = 'objects'

/**
 * `objects/<first character>/<second>/<id>`: at most 1,024 folders, of a thousand files each at a
 * million objects.
 */
export type ObjectPlace = { readonly first: string; readonly second: string; readonly file: string }

export const placeOf = (dir: string, name: SafeName): ObjectPlace => {
  const first = join(dir, OBJECTS, name.charAt(0))
  const second = join(first, name.charAt(1))
  return { first, second, file: join(second, name) }
}
