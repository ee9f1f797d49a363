import { isFailure } from '../../core/base/failure.ts'
import { redact } from './redact.ts'

export type ErrorFields = {
  readonly name: string
  readonly code?: string
  /** Of a `Failure` only: others may quote what they were given. */
  readonly message?: string
  /** Our own lines, nearest first: `adapters/vault/index.ts:12:3`. */
  readonly at?: readonly string[]
  readonly cause?: ErrorFields
}

const MAX_FRAMES = 8
const MAX_CAUSES = 3
/**
 * Libraries put what they like into `name` and `code`; only what has the form of a class or of an
 * error number is taken for one.
 */
const NAME = /^[A-Z]\w{0,30}(?:Error|Exception)$|^Error$|^Failure$/
const CODE = /^E[A-Z0-9]{2,15}$|^[A-Z]{2,8}(?:_[A-Z0-9]{1,20}){1,6}$/
const MAX_NUMBER = 999

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Folder of the project, as it stands in stack lines. */
const ROOT = decodeURIComponent(new URL('../../', import.meta.url).pathname)
/** A whole stack line of one of our files, so that a message cannot pass for one by holding a piece of it. */
const FRAME = new RegExp(
  `^\\s+at (?:.{0,200} \\()?(?:file://)?${escaped(ROOT)}((?:core|adapters|bots|scripts)/[\\w./-]+:\\d+:\\d+)\\)?$`,
)

const framesOf = (error: Error): readonly string[] => {
  const stack = typeof error.stack === 'string' ? error.stack : ''
  // The head repeats the message, which may hold lines made to look like frames.
  const head = `${error.name}: ${error.message}`
  const lines = (stack.startsWith(head) ? stack.slice(head.length) : stack).split('\n')
  return lines.flatMap((line) => FRAME.exec(line)?.[1] ?? []).slice(0, MAX_FRAMES)
}

const codeOf = (error: Error): string | undefined => {
  if (isFailure(error)) return error.code
  const code: unknown = 'code' in error ? error.code : undefined
  if (typeof code === 'number')
    return Number.isInteger(code) && Math.abs(code) <= MAX_NUMBER ? String(code) : undefined
  return typeof code === 'string' && CODE.test(code) ? code : undefined
}

const describe = (error: unknown, causes: number): ErrorFields => {
  if (!(error instanceof Error)) return { name: `thrown ${error === null ? 'null' : typeof error}` }
  const code = codeOf(error)
  const at = framesOf(error)
  return {
    name: NAME.test(error.name) ? error.name : 'Error',
    ...(code === undefined ? {} : { code }),
    ...(isFailure(error) ? { message: redact(error.message) } : {}),
    ...(at.length === 0 ? {} : { at }),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: describe(error.cause, causes - 1) }),
  }
}

/** What may be said of an error (law 8). Never throws, whatever was thrown. */
export const describeError = (error: unknown): ErrorFields => {
  try {
    return describe(error, MAX_CAUSES)
  } catch {
    return { name: 'unreadable error' }
  }
}
