import crypto, { type ScryptOptions } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

type Done = (error: Error | null, key: Buffer) => void

/** As the sign-in library asks for it: a tenth of a second of work and 32 MB for each password. */
const DEAR = 16_384
const CHEAP = 16

const { scrypt } = crypto

/**
 * In this process passwords are stretched with little work: members of tests are made and signed in by
 * the hundred. The product asks for what it always asks for, and a hash is still salted and compared.
 */
const cheaply = (password: string, salt: string, length: number, options: ScryptOptions, done: Done): void =>
  scrypt(password, salt, length, options.N === DEAR ? { ...options, N: CHEAP } : options, done)

Object.assign(crypto, { scrypt: cheaply })
syncBuiltinESMExports()
