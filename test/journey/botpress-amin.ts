import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { randomBytes } from 'node:crypto'
import type { FakeBotpress } from '../fakes/botpress/index.ts'

const PROGRAM = new URL('../../scripts/amin.ts', import.meta.url).pathname

/** What an operator sets so that this Botpress hands people over. */
export const settingsOf = (
  fake: FakeBotpress,
  dir: string,
  port: number,
): Readonly<Record<string, string>> => ({
  AMIN_DATA: dir,
  AMIN_PORT: String(port),
  BOTPRESS_TOKEN: fake.token,
  BOTPRESS_INTEGRATION_ID: fake.integration,
  BOTPRESS_PATH_KEY: randomBytes(32).toString('base64url'),
  BOTPRESS_API_ROOT: fake.api.root,
  AMIN_TEST_BOTPRESS_FILES: `${fake.api.root}/files/`,
})

/** A key for one bot, made as an administrator does on the command line. */
export const makeBotKey = async (
  settings: Readonly<Record<string, string>>,
  name: string,
): Promise<string> => {
  const env = { PATH: process.env['PATH'], ...settings }
  const words = [PROGRAM, 'api-key', 'create', '--scope', 'handover', '--name', name, '--teams', 'all']
  return (await promisify(execFile)(process.execPath, words, { env })).stdout.trim()
}
