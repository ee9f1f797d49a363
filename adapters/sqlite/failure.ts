import { Failure, type FailureCode } from '../../core/base/failure.ts'

/** Primary result codes, https://www.sqlite.org/rescode.html. */
const BY_RESULT: Readonly<Record<number, FailureCode>> = {
  3: 'data_unwritable', // PERM
  5: 'store_busy', // BUSY
  6: 'store_busy', // LOCKED
  8: 'data_unwritable', // READONLY
  10: 'disk_full', // IOERR: on a full disk the shared memory and the log fail this way as often as by FULL
  11: 'store_broken', // CORRUPT
  13: 'disk_full', // FULL
  14: 'data_unwritable', // CANTOPEN
  26: 'store_broken', // NOTADB
}
/** IOERR_READ: the disk does not give back what it has; more room would not help. */
const READ_ERROR = 266

const BY_ERRNO: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EACCES: 'data_unwritable',
  EPERM: 'data_unwritable',
  EROFS: 'data_unwritable',
  ENOENT: 'data_unwritable',
  ENOTDIR: 'data_unwritable',
  EISDIR: 'data_unwritable',
  ERR_INVALID_STATE: 'store_unavailable', // the database was closed
}

/** Errors of `node:sqlite` carry the extended result code; of `node:fs`, an errno. */
type Coded = { readonly errcode?: number; readonly code?: string }

/** Whether another connection holds what we need. */
export const isBusy = (error: unknown): boolean => toFailure(error).code === 'store_busy'

/**
 * What SQLite or the file system threw, as one of our broken promises. Only the number is told:
 * SQLite's own text may quote a statement.
 */
export const toFailure = (error: unknown): Failure => {
  if (error instanceof Failure) return error
  const { errcode, code }: Coded = error instanceof Error ? (error as Coded) : {}
  if (errcode === READ_ERROR) return new Failure('store_unavailable', `sqlite ${errcode}`, error)
  if (errcode !== undefined)
    return new Failure(BY_RESULT[errcode & 0xff] ?? 'store_broken', `sqlite ${errcode}`, error)
  return new Failure((code === undefined ? undefined : BY_ERRNO[code]) ?? 'store_broken', code, error)
}
