import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { textsOf } from '../adapters/console-ui/texts.ts'
import type { FakeBotpress } from '../fakes/botpress/index.ts'
import type { FakePerson } from '../fakes/botpress/person.ts'
import { PASSWORD, type Agent } from './agent.ts'
import { eventually } from '../patience.ts'
import type { reachStory } from './first-questions.ts'
import { sameClock } from '../same-clock.ts'
import { builtCommands } from '../build/built.ts'

const PROGRAM = builtCommands()

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
  const env = { PATH: process.env['PATH'], ...sameClock(), ...settings }
  const words = [PROGRAM, 'api-key', 'create', '--scope', 'handover', '--name', name, '--teams', 'all']
  return (await promisify(execFile)(process.execPath, words, { env })).stdout.trim()
}

/** How a person of the other bot answers what Amin's asks. */
export const answeringAs = (person: FakePerson): Parameters<typeof reachStory>[0] => ({
  hears: (text) =>
    eventually(() =>
      expect(person.screen.some((line) => line.from === 'agent' && line.text.includes(text))).toBe(true),
    ),
  presses: (label) => person.says(label),
  says: (text) => person.says(text),
})

/** Somebody who joins the team by an administrator's invitation, with the password of all tests. */
export const invite = async (
  admin: Agent,
  who: { readonly email: string; readonly name: string },
): Promise<void> => {
  const invited = await admin.post('/agents', { ...who, role: 'agent', teams: null })
  const { link } = (await invited.json()) as { readonly link: string }
  const token = new URL(link).hash.slice(1)
  expect((await admin.post('/invitations/accept', { token, password: PASSWORD })).ok).toBe(true)
}

type Texts = Awaited<ReturnType<typeof textsOf>>

/** Until the page shows who came: nothing is sent over what its writer did not see. */
export const take = async (page: Page, t: Texts): Promise<void> => {
  await page
    .getByRole('button', { name: t('take-over'), exact: true })
    .first()
    .click()
  await page.locator('.bubble').last().filter({ hasText: 'is with you now' }).waitFor()
}
/** Words to the person, as the agent at this page. */
export const reply = async (page: Page, t: Texts, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: t('compose-reply') }).fill(text)
  await page
    .locator('.composer')
    .getByRole('button', { name: t('compose-reply-do') })
    .click()
}
