/**
 * The closed table of broken promises. `retry` says whether the same call may succeed later without
 * anybody doing anything. Outcomes that are expected (a lost race, a refused file, a full queue)
 * are values, not failures.
 */
export const FAILURES = {
  settings_invalid: { retry: false, says: 'a setting is missing or wrong' },
  data_unwritable: { retry: false, says: 'the data folder cannot be written' },
  disk_full: { retry: true, says: 'the disk has no room left' },
  master_key_wrong: { retry: false, says: 'the master key does not open this store' },
  master_key_missing: { retry: false, says: 'this store has a master key, but its file is not there' },
  rotation_interrupted: {
    retry: false,
    says: 'a rotation of the master key was interrupted: give `amin key rotate` again',
  },
  store_busy: { retry: true, says: 'another process holds this store' },
  store_broken: { retry: false, says: 'the store cannot be read' },
  store_behind: { retry: false, says: 'the store is not as far as it was' },
  store_unavailable: { retry: true, says: 'the store does not answer' },
  seal_broken: { retry: false, says: 'sealed data was changed or belongs elsewhere' },
  keys_missing: { retry: false, says: 'keys of cases are missing' },
  key_destroyed: { retry: false, says: 'the key of this case was destroyed' },
  object_missing: { retry: false, says: 'a sealed object is not in the vault' },
  channel_unauthorised: { retry: false, says: 'the platform no longer accepts the token' },
  channel_unavailable: { retry: true, says: 'the platform does not answer' },
  download_failed: { retry: true, says: 'a file could not be fetched from the platform' },
  flow_invalid: { retry: false, says: 'the flow contradicts itself' },
  text_missing: { retry: false, says: 'a text is missing in a language' },
  part_unavailable: { retry: true, says: 'a part of Amin does not start' },
  port_taken: { retry: false, says: 'the address is in use by another program' },
} as const satisfies Record<string, { retry: boolean; says: string }>

export type FailureCode = keyof typeof FAILURES

/**
 * A broken promise. `detail` must be safe to show anywhere: no words, names, numbers, handles or
 * file names of a person (law 8).
 */
export class Failure extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, detail?: string, cause?: unknown) {
    super(
      detail === undefined ? FAILURES[code].says : `${FAILURES[code].says}: ${detail}`,
      cause === undefined ? undefined : { cause },
    )
    this.name = 'Failure'
    this.code = code
  }
}

export const isFailure = (error: unknown, code?: FailureCode): error is Failure =>
  error instanceof Failure && (code === undefined || error.code === code)
