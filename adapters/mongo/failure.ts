import { mongo } from 'mongoose'
import { Failure, type FailureCode } from '../../core/base/failure.ts'

/**
 * Error codes of the server, https://www.mongodb.com/docs/manual/reference/error-codes/, after
 * which the same call may succeed.
 */
const PASSING: ReadonlySet<number> = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  24, // LockTimeout
  50, // MaxTimeMSExpired
  64, // WriteConcernTimeout: not durable in time, and nothing was promised
  89, // NetworkTimeout
  91, // ShutdownInProgress
  112, // WriteConflict
  134, // ReadConcernMajorityNotAvailableYet
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
])
/**
 * Unauthorized, AuthenticationFailed: passing while a store is in use (a password that is being
 * changed), a wrong setting when it is opened.
 */
const REFUSED: ReadonlySet<number> = new Set([13, 18])
const OUT_OF_DISK = 14031
export const DUPLICATE = 11000

/** What the driver throws where the server does not answer; `Mongoose…` are the same, wrapped. */
const UNREACHABLE =
  /^(Mongo(ose)?ServerSelection|MongoNetwork(Timeout)?|MongoPoolCleared(OnNetwork)?|MongoWaitQueueTimeout|WaitQueueTimeout|MongoConnectionPoolClosed|MongoPoolClosed|MongoNotConnected|MongoTopologyClosed|MongoServerClosed|MongoClientClosed|MongoExpiredSession|MongoCursorExhausted|MongoOperationTimeout|Mongoose)Error$/
/** By name: the reader of addresses is a package of its own, with classes of its own. */
const UNREADABLE = /^Mongo(Parse|InvalidArgument|MissingCredentials|API)Error$/
const ERRNO = /^E[A-Z]{2,20}$/
/** FerretDB tells SQLite's troubles as internal errors. */
const SQLITE_FULL = /disk is full|no space left/i
const SQLITE_BUSY = /database is locked|SQLITE_BUSY/i

/**
 * What is told of an error: its number and the server's name for it. Its text may quote a document,
 * or the address with its password (law 8).
 */
const describe = (error: {
  readonly code?: unknown
  readonly codeName?: unknown
  readonly name: string
}): string => {
  const name =
    typeof error.codeName === 'string' && /^\w{1,60}$/.test(error.codeName) ? error.codeName : undefined
  if (typeof error.code === 'number')
    return ['mongodb', error.code, name].filter((part) => part !== undefined).join(' ')
  if (typeof error.code === 'string' && ERRNO.test(error.code)) return error.code
  return /^\w{1,60}$/.test(error.name) ? error.name : 'mongodb'
}

/** Of a group of writes the driver hides why it failed as a whole. */
const unwrapped = (error: Error): Error => {
  const hidden: unknown = error instanceof mongo.MongoBulkWriteError ? error.errorResponse : undefined
  return hidden instanceof Error ? hidden : error
}

const codeOf = (error: Error & { readonly code?: unknown }): FailureCode => {
  const { code } = error
  if (code === OUT_OF_DISK || SQLITE_FULL.test(error.message)) return 'disk_full'
  if (typeof code === 'number' && (PASSING.has(code) || REFUSED.has(code))) return 'store_unavailable'
  // Of a socket: the driver does not wrap all of them.
  if (typeof code === 'string' && ERRNO.test(code)) return 'store_unavailable'
  // A write concern that was not met: the write may be there, and may go again.
  if (
    error instanceof mongo.MongoWriteConcernError ||
    UNREACHABLE.test(error.name) ||
    SQLITE_BUSY.test(error.message)
  )
    return 'store_unavailable'
  return error instanceof mongo.MongoError && error.hasErrorLabel(mongo.MongoErrorLabel.RetryableWriteError)
    ? 'store_unavailable'
    : 'store_broken'
}

/**
 * What the driver threw, as one of our broken promises: `store_unavailable`, `store_broken` or
 * `disk_full`. The error itself is not kept.
 */
export const asFailure = (error: unknown): Failure => {
  if (error instanceof Failure) return error
  if (!(error instanceof Error)) return new Failure('store_broken')
  const reason = unwrapped(error)
  return new Failure(codeOf(reason), describe(reason))
}

/**
 * What was thrown while opening: there a refused user is a wrong setting, and so is an address that
 * cannot be read.
 */
export const asOpenFailure = (error: unknown): Failure => {
  if (error instanceof Failure) return error
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code === 'number' && REFUSED.has(code))
    return new Failure('settings_invalid', 'the MongoDB server refuses the user or the password')
  if (error instanceof Error && UNREADABLE.test(error.name))
    return new Failure('settings_invalid', 'the MongoDB address cannot be read')
  const failure = asFailure(error)
  return failure.code === 'store_unavailable'
    ? new Failure('store_unavailable', 'no MongoDB server answers at the address')
    : failure
}

/** Runs what asks the server; what it throws is a `Failure`. */
export const ask = async <T>(question: () => Promise<T>): Promise<T> => {
  try {
    return await question()
  } catch (error) {
    throw asFailure(error)
  }
}

export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === DUPLICATE
