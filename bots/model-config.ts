import { z } from 'zod'
import { HELPER_USES, type HelperUse } from '../core/ports/helper.ts'
import { settingGroup } from './setting-group.ts'

/** Which language model helps agents, and with what. It is off unless a use is named. */
export type ModelConfig = {
  readonly baseUrl: string
  /** Servers on this machine often need none. */
  readonly key: string
  readonly model?: string
  readonly transcribeModel?: string
  readonly uses: ReadonlySet<HelperUse>
  /** Calls that may be made in an hour. */
  readonly budget: number
}

const OPENAI = 'https://api.openai.com/v1'

const isUse = (name: string): name is HelperUse => HELPER_USES.some((use) => use === name)

const shape = {
  OPENAI_API_KEY: z
    .string()
    .regex(/^\S{1,400}$/, 'OPENAI_API_KEY must be a key without spaces')
    .optional(),
  OPENAI_BASE_URL: z
    .string()
    .refine(
      (value) =>
        URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).username === '',
      'OPENAI_BASE_URL must be an address such as https://api.openai.com/v1 or http://127.0.0.1:11434/v1',
    )
    .optional(),
  AMIN_MODEL: z
    .string()
    .regex(/^\S{1,120}$/, 'AMIN_MODEL must be the name of a model, without spaces')
    .optional(),
  AMIN_MODEL_USES: z
    .string()
    .transform((value) => value.split(',').map((use) => use.trim()))
    .refine((uses) => uses.every(isUse), `AMIN_MODEL_USES must be a comma list of ${HELPER_USES.join(', ')}`)
    .optional(),
  AMIN_TRANSCRIBE_MODEL: z
    .string()
    .regex(/^\S{1,120}$/, 'AMIN_TRANSCRIBE_MODEL must be the name of a model, without spaces')
    .optional(),
  AMIN_MODEL_BUDGET: z.coerce
    .number('AMIN_MODEL_BUDGET must be calls an hour, 1 to 100000')
    .int('AMIN_MODEL_BUDGET must be a whole number')
    .min(1, 'AMIN_MODEL_BUDGET must be 1 to 100000')
    .max(100_000, 'AMIN_MODEL_BUDGET must be 1 to 100000')
    .default(300),
}

const Settings = z.object(shape)

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Nothing where no use is named: then it is off, whatever keys other programs left in the environment. */
const readTogether = (
  set: z.infer<typeof Settings>,
): ModelConfig | { readonly faults: readonly string[] } | undefined => {
  const { AMIN_MODEL: model, AMIN_TRANSCRIBE_MODEL: transcribeModel, OPENAI_API_KEY: key } = set
  if (set.AMIN_MODEL_USES === undefined) {
    const left = Object.entries({ AMIN_MODEL: model, AMIN_TRANSCRIBE_MODEL: transcribeModel }).filter(
      ([, value]) => value !== undefined,
    )
    const faults = left.map(
      ([name]) => `${name} does nothing without AMIN_MODEL_USES: a comma list of ${HELPER_USES.join(', ')}`,
    )
    return faults.length === 0 ? undefined : { faults }
  }
  const uses = new Set(set.AMIN_MODEL_USES.filter(isUse))
  const baseUrl = (set.OPENAI_BASE_URL ?? OPENAI).replace(/\/$/, '')
  const { protocol, hostname } = new URL(baseUrl)
  const isHere = LOOPBACK.test(hostname)
  const asks = [...uses].some((use) => use !== 'voice')
  const faults = [
    // Words about people's lives, and the key, would be read by everybody on the way.
    ...(protocol === 'http:' && !isHere
      ? ['OPENAI_BASE_URL must begin with https:// unless it is a loopback address']
      : []),
    ...(key === undefined && !isHere
      ? ['OPENAI_API_KEY is needed for AMIN_MODEL_USES, unless OPENAI_BASE_URL is a loopback address']
      : []),
    ...(asks && model === undefined
      ? ['AMIN_MODEL is needed for AMIN_MODEL_USES: the name of the model']
      : []),
    ...(uses.has('voice') && transcribeModel === undefined
      ? ['AMIN_TRANSCRIBE_MODEL is needed where AMIN_MODEL_USES names voice']
      : []),
    ...(!asks && model !== undefined
      ? ['AMIN_MODEL does nothing where AMIN_MODEL_USES names voice alone']
      : []),
    ...(!uses.has('voice') && transcribeModel !== undefined
      ? ['AMIN_TRANSCRIBE_MODEL does nothing where AMIN_MODEL_USES does not name voice']
      : []),
  ]
  if (faults.length > 0) return { faults }
  return {
    baseUrl,
    key: key ?? 'none',
    ...(model === undefined ? {} : { model }),
    ...(transcribeModel === undefined ? {} : { transcribeModel }),
    uses,
    budget: set.AMIN_MODEL_BUDGET,
  }
}

export const modelSettings = settingGroup({
  shape,
  secrets: ['OPENAI_API_KEY'],
  onlyIfSound: true,
  read: (set): { readonly model?: ModelConfig } | { readonly faults: readonly string[] } => {
    const model = readTogether(set)
    if (model === undefined) return {}
    return 'faults' in model ? model : { model }
  },
})
