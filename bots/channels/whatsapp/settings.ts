import { z } from 'zod'
import { address } from '../../address.ts'
import { settingGroup } from '../../setting-group.ts'

/** `baileys`: a linked device of an ordinary account. `cloud`: a number on Meta's Cloud API. */
export type WhatsappConfig =
  | {
      readonly by: 'baileys'
      /** Our own name of the account: part of every chat's key. */
      readonly account: string
      readonly version?: readonly [number, number, number]
      readonly trial?: WhatsappTrial
    }
  | {
      readonly by: 'cloud'
      readonly phoneId: string
      readonly token: string
      readonly appSecret: string
      readonly verifyToken: string
      readonly apiRoot: string
      readonly apiVersion: string
      readonly template?: { readonly name: string; readonly language: string }
    }

/** A server on this machine in WhatsApp's place, for tests and demonstrations; the adapter takes no other. */
type WhatsappTrial = {
  readonly url: string
  readonly root: Uint8Array
  readonly mediaHost: string
  readonly certificate: string
  /** Divides every wait. */
  readonly haste: number
}

const phrase = (name: string): z.ZodType<string> =>
  z.string().min(8, `${name} must have at least 8 characters`)

const shape = {
  WHATSAPP: z.enum(['off', 'baileys', 'cloud'], 'WHATSAPP must be off, baileys or cloud').default('off'),
  WHATSAPP_ACCOUNT: z
    .string()
    .regex(/^[a-z]{1,16}$/, 'WHATSAPP_ACCOUNT must be 1 to 16 small letters')
    .default('main'),
  WHATSAPP_WEB_VERSION: z
    .string()
    .regex(/^\d{1,5}\.\d{1,5}\.\d{1,12}$/, 'WHATSAPP_WEB_VERSION must look like 2.3000.1023223821')
    .optional(),
  WHATSAPP_CLOUD_PHONE_ID: z
    .string()
    .regex(
      /^\d{5,20}$/,
      'WHATSAPP_CLOUD_PHONE_ID must be the id of the phone number (digits), not the number',
    )
    .optional(),
  WHATSAPP_CLOUD_TOKEN: z
    .string()
    .regex(/^\S{8,}$/, 'WHATSAPP_CLOUD_TOKEN must be the token of a system user, without spaces')
    .optional(),
  WHATSAPP_CLOUD_APP_SECRET: phrase('WHATSAPP_CLOUD_APP_SECRET').optional(),
  WHATSAPP_CLOUD_VERIFY_TOKEN: phrase('WHATSAPP_CLOUD_VERIFY_TOKEN').optional(),
  WHATSAPP_CLOUD_API_ROOT: address('WHATSAPP_CLOUD_API_ROOT', 'https://graph.facebook.com').default(
    'https://graph.facebook.com',
  ),
  WHATSAPP_CLOUD_API_VERSION: z
    .string()
    .regex(/^v\d{1,3}\.\d$/, 'WHATSAPP_CLOUD_API_VERSION must look like v26.0')
    .default('v26.0'),
  WHATSAPP_CLOUD_TEMPLATE: z
    .string()
    .regex(
      /^[a-z0-9_]{1,512}\/[A-Za-z_]{2,15}$/,
      'WHATSAPP_CLOUD_TEMPLATE must be NAME/LANGUAGE, such as continue/ar',
    )
    .optional(),
}

const Settings = z.object(shape)
type Set = z.infer<typeof Settings>

/** What tests and `npm run demo:whatsapp` put in WhatsApp's place, as JSON. */
const TRIAL = 'AMIN_TEST_WHATSAPP'

const Trial = z.object({
  url: z.string(),
  root: z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64')),
  mediaHost: z.string(),
  certificate: z.string(),
  haste: z.number().positive().default(1),
})

const readTrial = (written: string): WhatsappTrial | undefined => {
  try {
    return Trial.parse(JSON.parse(written))
  } catch {
    return undefined
  }
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/
const REQUIRED = [
  'WHATSAPP_CLOUD_PHONE_ID',
  'WHATSAPP_CLOUD_TOKEN',
  'WHATSAPP_CLOUD_APP_SECRET',
  'WHATSAPP_CLOUD_VERIFY_TOKEN',
] as const satisfies readonly (keyof Set)[]

const readLinked = (
  set: Set,
  trial: string | undefined,
): WhatsappConfig | { readonly faults: readonly string[] } => {
  const server = trial === undefined ? undefined : readTrial(trial)
  if (trial !== undefined && server === undefined) return { faults: [`${TRIAL} is not what the fake prints`] }
  const [first = 0, second = 0, third = 0] = set.WHATSAPP_WEB_VERSION?.split('.').map(Number) ?? []
  return {
    by: 'baileys',
    account: set.WHATSAPP_ACCOUNT,
    ...(set.WHATSAPP_WEB_VERSION === undefined ? {} : { version: [first, second, third] }),
    ...(server === undefined ? {} : { trial: server }),
  }
}

const readCloud = (set: Set): WhatsappConfig | { readonly faults: readonly string[] } => {
  const missing = REQUIRED.filter((name) => set[name] === undefined)
  const root = new URL(set.WHATSAPP_CLOUD_API_ROOT)
  const faults = [
    ...missing.map((name) => `${name} is needed where WHATSAPP is cloud`),
    // The token goes there with every call.
    ...(root.protocol === 'http:' && !LOOPBACK.test(root.hostname)
      ? ['WHATSAPP_CLOUD_API_ROOT must begin with https:// unless it is a loopback address']
      : []),
  ]
  if (faults.length > 0) return { faults }
  const [name = '', language = ''] = set.WHATSAPP_CLOUD_TEMPLATE?.split('/') ?? []
  return {
    by: 'cloud',
    phoneId: set.WHATSAPP_CLOUD_PHONE_ID ?? '',
    token: set.WHATSAPP_CLOUD_TOKEN ?? '',
    appSecret: set.WHATSAPP_CLOUD_APP_SECRET ?? '',
    verifyToken: set.WHATSAPP_CLOUD_VERIFY_TOKEN ?? '',
    apiRoot: set.WHATSAPP_CLOUD_API_ROOT.replace(/\/$/, ''),
    apiVersion: set.WHATSAPP_CLOUD_API_VERSION,
    ...(set.WHATSAPP_CLOUD_TEMPLATE === undefined ? {} : { template: { name, language } }),
  }
}

/** Which WhatsApp there is; nothing where it is off. */
const readTogether = (
  set: Set,
  trial: string | undefined,
): WhatsappConfig | { readonly faults: readonly string[] } | undefined => {
  switch (set.WHATSAPP) {
    case 'off':
      return undefined
    case 'baileys':
      return readLinked(set, trial)
    case 'cloud':
      return readCloud(set)
  }
}

export const whatsappSettings = settingGroup({
  shape,
  secrets: ['WHATSAPP_CLOUD_TOKEN', 'WHATSAPP_CLOUD_APP_SECRET', 'WHATSAPP_CLOUD_VERIFY_TOKEN'],
  trial: TRIAL,
  read: (set, trial): { readonly whatsapp?: WhatsappConfig } | { readonly faults: readonly string[] } => {
    const whatsapp = readTogether(set, trial)
    if (whatsapp === undefined) return {}
    return 'faults' in whatsapp ? whatsapp : { whatsapp }
  },
})
