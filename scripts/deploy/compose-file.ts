import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export const COMPOSE = new URL('compose.yml', import.meta.url).pathname

/** A service as compose.yml states it, merged; only what is read here is named. */
export type Service = {
  readonly image?: string
  readonly user?: string
  readonly command?: readonly string[]
  readonly restart?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly secrets?: readonly string[]
  readonly ports?: readonly string[]
  readonly networks?: readonly string[] | Readonly<Record<string, { readonly ipv4_address?: string }>>
  readonly network_mode?: string
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean }
  readonly read_only?: boolean
  readonly privileged?: boolean
  readonly cap_drop?: readonly string[]
  readonly cap_add?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly mem_limit?: string
  readonly pids_limit?: number
  readonly logging?: { readonly options?: Readonly<Record<string, string>> }
  readonly volumes?: readonly string[]
  readonly deploy?: { readonly replicas?: number }
}

export type Compose = {
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>
  readonly secrets: Readonly<Record<string, { readonly file?: string }>>
}

/**
 * Throws a `YAMLParseError` where it is none. What stands for a setting of the operator,
 * `${NAME:?...}`, is left as it is.
 */
export const parseCompose = (text: string): Compose => parse(text, { merge: true }) as Compose

export const readCompose = (file = COMPOSE): Compose => parseCompose(readFileSync(file, 'utf8'))

/**
 * `${NAME}`, `${NAME:?why}` and `${NAME:-otherwise}`, as Compose fills them in. Throws where a
 * value is missing.
 */
export const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(
    /\$\{(\w+)(?:(:[?-])([^}]*))?\}/g,
    (_, name: string, sign: string | undefined, rest: string | undefined) => {
      const value = values[name] ?? (sign === ':-' ? rest : undefined)
      if (value === undefined) throw new Error(`${name} has no value`)
      return value
    },
  )

/** A service that is there to end. */
export const isJob = ({ restart }: Service): boolean => restart === 'no'

export const networksOf = ({ networks = [] }: Service): readonly string[] =>
  Array.isArray(networks) ? (networks as readonly string[]) : Object.keys(networks)

/** The roles of a service that runs Amin; nothing for another program or a job. */
export const rolesOf = (service: Service): readonly string[] | undefined =>
  isJob(service) ? undefined : service.environment?.['AMIN_ROLES']?.split(',')
