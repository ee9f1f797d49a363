import { z } from 'zod'
import { address } from '../../address.ts'
import { settingGroup } from '../../setting-group.ts'

/** Which Botpress integration hands people over, and what may be fetched for it. */
export type BotpressConfig = {
  readonly integration: string
  readonly token: string
  readonly pathKey: string
  readonly apiRoot: string
  readonly fileHosts: readonly string[]
  /** A file server on this machine in place of all others. */
  readonly trial?: string
}

const HOST = /^\.?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

const shape = {
  BOTPRESS_TOKEN: z
    .string()
    .regex(/^\S{8,}$/, 'BOTPRESS_TOKEN must be the integration access key, without spaces')
    .optional(),
  BOTPRESS_INTEGRATION_ID: z
    .string()
    .regex(/^[\w-]{4,128}$/, 'BOTPRESS_INTEGRATION_ID must be the id that Botpress gave the integration')
    .optional(),
  BOTPRESS_PATH_KEY: z
    .string()
    .regex(
      /^[\w-]{43,128}$/,
      'BOTPRESS_PATH_KEY must have at least 43 letters, digits, - and _: 32 random bytes',
    )
    .optional(),
  BOTPRESS_API_ROOT: address('BOTPRESS_API_ROOT', 'https://api.botpress.cloud').default(
    'https://api.botpress.cloud',
  ),
  BOTPRESS_FILE_HOSTS: z
    .string()
    .transform((value) => value.split(',').map((host) => host.trim().toLowerCase()))
    .refine(
      (hosts) => hosts.every((host) => HOST.test(host)),
      'BOTPRESS_FILE_HOSTS must be a comma list of host names such as files.example.org or .example.org',
    )
    .optional(),
}

const Settings = z.object(shape)

/** Where tests keep the files of a Botpress of their own. */
const TRIAL = 'AMIN_TEST_BOTPRESS_FILES'

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Nothing where no token is set: then it is off, and a half of it is a slip of the pen. */
const readTogether = (
  set: z.infer<typeof Settings>,
  trial: string | undefined,
): BotpressConfig | { readonly faults: readonly string[] } | undefined => {
  const {
    BOTPRESS_TOKEN: token,
    BOTPRESS_INTEGRATION_ID: integration,
    BOTPRESS_PATH_KEY: pathKey,
    BOTPRESS_FILE_HOSTS: hosts,
  } = set
  const needed = { BOTPRESS_TOKEN: token, BOTPRESS_INTEGRATION_ID: integration, BOTPRESS_PATH_KEY: pathKey }
  if (Object.values(needed).every((value) => value === undefined)) return undefined
  const { protocol, hostname } = new URL(set.BOTPRESS_API_ROOT)
  const faults = [
    ...Object.entries(needed)
      .filter(([, value]) => value === undefined)
      .map(
        ([name]) =>
          `${name} is needed as well: BOTPRESS_TOKEN, BOTPRESS_INTEGRATION_ID and BOTPRESS_PATH_KEY go together`,
      ),
    // The token goes there with every call.
    ...(protocol === 'http:' && !LOOPBACK.test(hostname)
      ? ['BOTPRESS_API_ROOT must begin with https:// unless it is a loopback address']
      : []),
    ...(trial !== undefined && !(URL.canParse(trial) && LOOPBACK.test(new URL(trial).hostname))
      ? [`${TRIAL} must be a loopback address`]
      : []),
  ]
  if (faults.length > 0 || token === undefined || integration === undefined || pathKey === undefined)
    return { faults }
  return {
    integration,
    token,
    pathKey,
    apiRoot: set.BOTPRESS_API_ROOT.replace(/\/$/, ''),
    fileHosts: hosts ?? [],
    ...(trial === undefined ? {} : { trial }),
  }
}

export const botpressSettings = settingGroup({
  shape,
  secrets: ['BOTPRESS_TOKEN', 'BOTPRESS_PATH_KEY'],
  trial: TRIAL,
  read: (set, trial): { readonly botpress?: BotpressConfig } | { readonly faults: readonly string[] } => {
    const botpress = readTogether(set, trial)
    if (botpress === undefined) return {}
    return 'faults' in botpress ? botpress : { botpress }
  },
})
