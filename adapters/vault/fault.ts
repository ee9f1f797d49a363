import { Failure } from '../../core/base/failure.ts'

/** EFBIG: the limit on file sizes of the process or the file system. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

/**
 * What the file system said, as a failure; everything but a full disk needs a person. The paths in
 * the cause hold ids only.
 */
export const toFailure = (error: unknown): Failure =>
  NO_ROOM.has(codeOf(error) ?? '')
    ? new Failure('disk_full', 'vault', error)
    : new Failure('data_unwritable', 'vault', error)

/** Tells failures of the file system from those of whoever feeds the vault. */
export const guard = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    throw toFailure(error)
  }
}
