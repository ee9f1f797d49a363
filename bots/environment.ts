import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { SETTING_GROUPS } from './setting-groups.ts'

/**
 * Settings that may be secrets: `NAME_FILE` names a file that holds the value instead, as
 * containers hand them out.
 */
export const SECRETS: readonly string[] = [
  'AMIN_STORE',
  'AMIN_ADMIN_PASSWORD',
  ...SETTING_GROUPS.flatMap(({ secrets }) => secrets),
]
export const UNREADABLE = '\0'
export const inFile = (name: string): string => `${name}_FILE`

/**
 * The environment, `.env` beneath it where there is one, and what the files hold that `NAME_FILE`
 * names. An empty value counts as unset; a file that cannot be read leaves its setting as a value
 * that no setting takes, so that the fault is told with the others.
 */
export const readEnvironment = (
  env: Readonly<Record<string, string | undefined>>,
  dotEnv = '.env',
): Readonly<Record<string, string>> => {
  const file = existsSync(dotEnv) ? parseEnv(readFileSync(dotEnv, 'utf8')) : {}
  const given = Object.fromEntries(
    Object.entries({ ...file, ...env }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
    ),
  )
  for (const name of SECRETS) {
    const path = given[inFile(name)]
    if (path !== undefined && given[name] === undefined) given[name] = readSecret(path)
  }
  return given
}

const readSecret = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return UNREADABLE
  }
}

export const secretFaults = (env: Readonly<Record<string, string>>): readonly string[] =>
  SECRETS.filter((name) => env[name] === UNREADABLE).map(
    (name) => `${inFile(name)} names a file that cannot be read`,
  )
