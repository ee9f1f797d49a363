import { existsSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { CHANNELS } from '../core/base/message.ts'
import { address } from './address.ts'
import { inFile, secretFaults, SECRETS, UNREADABLE } from './environment.ts'
import { CHANNEL_SETTINGS } from './channels/settings.ts'
import { isFaulty } from './setting-group.ts'
import { SETTING_GROUPS, type GroupConfig } from './setting-groups.ts'

export const ROLES = ['console', ...CHANNELS, 'worker'] as const
export type Role = (typeof ROLES)[number]

/**
 * What the environment said, checked. The table of scripts/deploy/settings.md and this file are
 * kept in step by a test.
 */
export type Config = OwnConfig & GroupConfig

type OwnConfig = {
  readonly dataDir: string
  readonly store:
    { readonly engine: 'sqlite'; readonly file: string } | { readonly engine: 'mongo'; readonly uri: string }
  /** Where sealed evidence and uploads lie: `disk` in the data folder, `gridfs` in the MongoDB database. */
  readonly vault: 'disk' | 'gridfs'
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  /**
   * Whose word about the address of a caller is believed: the reverse proxy in front; nobody's
   * without one.
   */
  readonly proxy: string | false
  readonly masterKeyFile: string
  /** The key that checkpoints and bundles are signed with; apart from the one that seals. */
  readonly checkpointKeyFile: string
  /** Where the highest checkpoint and the list of erasures are kept, apart from the store. */
  readonly witnessDir: string
  readonly firstAdmin?: { readonly email: string; readonly password: string }
  readonly roles: readonly Role[]
  readonly operatorFile: string
  /** Minutes without anything done after which a browser of an agent has to sign in again. */
  readonly idleMinutes: number
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** Words in pictures of chats are read, on this machine (adapters/ocr). */
  readonly readsPictures: boolean
  /** Where it is in doubt of a danger, a second reader reads whole sentences (adapters/sentences). */
  readonly readsSentences: boolean
}

/**
 * Every fault, one line each: the setting, what is wrong, what to do. A value is never repeated: it
 * may be a secret.
 */
export type ConfigFaults = { readonly faults: readonly string[] }

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\]|::1)$/

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  return (
    version !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  )
}

/** Links are made of it, and nothing is served below a path. */
const isOrigin = (value: string): boolean => {
  if (!URL.canParse(value)) return true
  const { pathname, search, hash, username, password } = new URL(value)
  return pathname === '/' && `${search}${hash}${username}${password}` === ''
}

/** Shapes of single settings; the messages are whole lines. */
const Settings = z.object({
  AMIN_DATA: z.string().min(1, 'AMIN_DATA must name a folder').default('./data'),
  AMIN_STORE: z
    .string()
    .regex(/^(sqlite:.+|mongodb(\+srv)?:\/\/.+)/, 'AMIN_STORE must be sqlite:FILE or mongodb://...')
    .optional(),
  AMIN_VAULT: z.enum(['disk', 'gridfs'], 'AMIN_VAULT must be disk or gridfs').optional(),
  AMIN_HOST: z
    .string()
    .refine(
      (host) => host === 'localhost' || isIP(host) !== 0,
      'AMIN_HOST must be an IP address or localhost',
    )
    .default('127.0.0.1'),
  AMIN_PORT: z.coerce
    .number('AMIN_PORT must be a port number, 0 to 65535')
    .int('AMIN_PORT must be a whole number')
    .min(0, 'AMIN_PORT must be 0 to 65535')
    .max(65_535, 'AMIN_PORT must be 0 to 65535')
    .default(8080),
  AMIN_PUBLIC_URL: address('AMIN_PUBLIC_URL')
    .refine(isOrigin, 'AMIN_PUBLIC_URL must be an address without a path, such as https://amin.example.org')
    .optional(),
  AMIN_PROXY: z
    .string()
    .refine(
      (list) => list.split(',').every((one) => isNetwork(one.trim())),
      'AMIN_PROXY must be a comma list of addresses or networks such as 10.0.0.0/8',
    )
    .optional(),
  AMIN_MASTER_KEY_FILE: z.string().min(1, 'AMIN_MASTER_KEY_FILE must name a file').optional(),
  AMIN_CHECKPOINT_KEY_FILE: z.string().min(1, 'AMIN_CHECKPOINT_KEY_FILE must name a file').optional(),
  AMIN_WITNESS: z.string().min(1, 'AMIN_WITNESS must name a folder').optional(),
  AMIN_ADMIN_EMAIL: z.email('AMIN_ADMIN_EMAIL must be an e-mail address').optional(),
  AMIN_ADMIN_PASSWORD: z.string().min(12, 'AMIN_ADMIN_PASSWORD must have at least 12 characters').optional(),
  AMIN_ROLES: z
    .string()
    .transform((value) => value.split(',').map((role) => role.trim()))
    .refine(
      (roles) => roles.every((role) => role === 'all' || (ROLES as readonly string[]).includes(role)),
      `AMIN_ROLES must be all, or a comma list of ${ROLES.join(', ')}`,
    )
    .default(['all']),
  AMIN_OPERATOR_FILE: z.string().min(1, 'AMIN_OPERATOR_FILE must name a file').optional(),
  AMIN_IDLE_MINUTES: z.coerce
    .number('AMIN_IDLE_MINUTES must be 5 to 720')
    .int('AMIN_IDLE_MINUTES must be a whole number')
    .min(5, 'AMIN_IDLE_MINUTES must be 5 to 720')
    .max(720, 'AMIN_IDLE_MINUTES must be 5 to 720')
    .default(60),
  AMIN_LOG_LEVEL: z
    .enum(LOG_LEVELS, 'AMIN_LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent')
    .default('info'),
  AMIN_READ_PICTURES: z.enum(['on', 'off'], 'AMIN_READ_PICTURES must be on or off').default('on'),
  AMIN_READ_SENTENCES: z.enum(['on', 'off'], 'AMIN_READ_SENTENCES must be on or off').default('on'),
})
/** And those of the groups, each judged by itself. */
const All = Settings.extend(Object.assign({}, ...SETTING_GROUPS.map(({ shape }) => shape)) as z.ZodRawShape)

/** Names this program reads; anything else that begins like one of ours is a slip of the pen and is said. */
export const SETTINGS: readonly string[] = [...Object.keys(All.shape), ...SECRETS.map(inFile)]
const OURS = new RegExp(`^(AMIN|${Object.keys(CHANNEL_SETTINGS).join('|').toUpperCase()})(_|$)`)

const unknownNames = (env: Readonly<Record<string, string | undefined>>): readonly string[] =>
  Object.keys(env)
    .filter((name) => OURS.test(name) && !SETTINGS.includes(name) && !name.startsWith('AMIN_TEST_'))
    .map((name) => `${name} is not a setting of Amin: scripts/deploy/settings.md lists them`)

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/**
 * What settings say of each other and of the disk. Passed over where one of them is wrong by
 * itself: that is said already.
 */
const crossFaults = (
  config: Config,
  env: Readonly<Record<string, string>>,
  isWrong: (name: string) => boolean,
): readonly string[] => {
  const { protocol, hostname } = new URL(config.publicUrl)
  const { store } = config
  const faults: readonly (readonly [boolean, readonly string[], string])[] = [
    [
      protocol === 'http:' && !LOOPBACK.test(hostname),
      ['AMIN_PUBLIC_URL', 'AMIN_HOST'],
      'AMIN_PUBLIC_URL must begin with https:// unless it is a loopback address',
    ],
    [
      config.vault === 'gridfs' && store.engine === 'sqlite',
      ['AMIN_VAULT', 'AMIN_STORE'],
      'AMIN_VAULT is gridfs only where AMIN_STORE is mongodb://...',
    ],
    [
      // The data folder itself is made at the first start.
      store.engine === 'sqlite' &&
        (isFolder(store.file) || (dirname(store.file) !== config.dataDir && !isFolder(dirname(store.file)))),
      ['AMIN_STORE'],
      'AMIN_STORE must name a file in a folder that is there',
    ],
    [
      // Without the variable no file is needed; where one is named, its rules must not be left out
      // for a slip of the pen.
      env['AMIN_OPERATOR_FILE'] !== undefined && !existsSync(config.operatorFile),
      ['AMIN_OPERATOR_FILE'],
      'AMIN_OPERATOR_FILE names a file that is not there',
    ],
  ]
  return faults.filter(([holds, names]) => holds && !names.some(isWrong)).map(([, , line]) => line)
}

const without = (
  env: Readonly<Record<string, string>>,
  names: ReadonlySet<string>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !names.has(name)))

/** Where the operator file lies, whatever else is wrong. */
export const operatorFileOf = (env: Readonly<Record<string, string>>): string => {
  const named = env['AMIN_OPERATOR_FILE']
  return named === undefined ? join(resolve(env['AMIN_DATA'] ?? './data'), 'operator.json') : resolve(named)
}

export const readConfig = (env: Readonly<Record<string, string>>): Config | ConfigFaults => {
  const wrong = new Set<string>(SECRETS.filter((name) => env[name] === UNREADABLE))
  const faults = [...secretFaults(env), ...unknownNames(env)]
  const first = All.safeParse(without(env, wrong))
  for (const { path, message } of first.error?.issues ?? []) {
    wrong.add(String(path[0]))
    faults.push(message)
  }
  if ((env['AMIN_ADMIN_EMAIL'] === undefined) !== (env['AMIN_ADMIN_PASSWORD'] === undefined))
    faults.push('AMIN_ADMIN_EMAIL and AMIN_ADMIN_PASSWORD go together: set both or neither')
  // What is sound goes on, with defaults in the place of the rest, so that the faults between
  // settings are said in the same breath.
  const sound = without(env, wrong)
  const set = Settings.parse(sound)
  const isWrong = (name: string): boolean => wrong.has(name)
  const parts = SETTING_GROUPS.flatMap(({ shape, onlyIfSound = false, read }) => {
    if (onlyIfSound && Object.keys(shape).some(isWrong)) return []
    const part = read(sound)
    if (!isFaulty(part)) return [part]
    // What is wrong by itself is said already.
    faults.push(...part.faults.filter((line) => !isWrong(line.split(' ', 1)[0] ?? '')))
    return []
  })
  const config = Object.assign(toConfig(set), ...parts) as Config
  faults.push(...crossFaults(config, env, isWrong))
  return faults.length > 0 ? { faults } : config
}

const toStore = (dataDir: string, store: string | undefined): Config['store'] => {
  if (store?.startsWith('mongodb') === true) return { engine: 'mongo', uri: store }
  return {
    engine: 'sqlite',
    file: store === undefined ? join(dataDir, 'amin.db') : resolve(store.slice('sqlite:'.length)),
  }
}

const toConfig = (set: z.infer<typeof Settings>): OwnConfig => {
  const dataDir = resolve(set.AMIN_DATA)
  const checkpointKeyFile =
    set.AMIN_CHECKPOINT_KEY_FILE === undefined
      ? join(dataDir, 'checkpoint.key')
      : resolve(set.AMIN_CHECKPOINT_KEY_FILE)
  return {
    dataDir,
    store: toStore(dataDir, set.AMIN_STORE),
    vault: set.AMIN_VAULT ?? (set.AMIN_STORE?.startsWith('mongodb') === true ? 'gridfs' : 'disk'),
    host: set.AMIN_HOST,
    port: set.AMIN_PORT,
    publicUrl: (
      set.AMIN_PUBLIC_URL ??
      `http://${set.AMIN_HOST === '::1' ? '[::1]' : set.AMIN_HOST.replace(/^0\.0\.0\.0$/, '127.0.0.1')}:${set.AMIN_PORT}`
    ).replace(/\/$/, ''),
    proxy: set.AMIN_PROXY ?? (set.AMIN_PUBLIC_URL?.startsWith('https:') === true ? 'loopback' : false),
    masterKeyFile:
      set.AMIN_MASTER_KEY_FILE === undefined
        ? join(dataDir, 'master.key')
        : resolve(set.AMIN_MASTER_KEY_FILE),
    checkpointKeyFile,
    witnessDir: set.AMIN_WITNESS === undefined ? dirname(checkpointKeyFile) : resolve(set.AMIN_WITNESS),
    ...(set.AMIN_ADMIN_EMAIL === undefined || set.AMIN_ADMIN_PASSWORD === undefined
      ? {}
      : { firstAdmin: { email: set.AMIN_ADMIN_EMAIL, password: set.AMIN_ADMIN_PASSWORD } }),
    roles: set.AMIN_ROLES.includes('all') ? ROLES : ROLES.filter((role) => set.AMIN_ROLES.includes(role)),
    operatorFile: operatorFileOf({
      AMIN_DATA: dataDir,
      ...(set.AMIN_OPERATOR_FILE === undefined ? {} : { AMIN_OPERATOR_FILE: set.AMIN_OPERATOR_FILE }),
    }),
    idleMinutes: set.AMIN_IDLE_MINUTES,
    logLevel: set.AMIN_LOG_LEVEL,
    readsPictures: set.AMIN_READ_PICTURES === 'on',
    readsSentences: set.AMIN_READ_SENTENCES === 'on',
  }
}
