import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { makeDataDir } from '../journey/amin-process.ts'
import { startFakeAdmin } from '../fakes/botpress/admin.ts'
import { builtCommands } from '../build/built.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const TOKEN = 'bp_pat_canaryADMINzzqx'
const WORKSPACE = 'wkspace_1'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

type Ran = { readonly code: number; readonly out: string; readonly err: string }
const start = async (versions?: readonly string[]) => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  const fake = await startFakeAdmin({
    token: TOKEN,
    workspace: WORKSPACE,
    ...(versions === undefined ? {} : { versions }),
  })
  cleanups.push(fake.stop)
  const run = (token: string, more: Readonly<Record<string, string>> = {}, root = fake.root): Promise<Ran> =>
    new Promise((resolve) => {
      const words = [builtCommands(), 'botpress', 'register', '--workspace', WORKSPACE, '--api', root]
      const env = {
        PATH: process.env['PATH'],
        AMIN_DATA: data.dir,
        AMIN_PUBLIC_URL: 'https://amin.example.org',
        ...more,
      }
      const child = execFile(process.execPath, words, { env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      )
      child.stdin?.end(`${token}\n`)
    })
  return { fake, run }
}
const settingsIn = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    out
      .trim()
      .split('\n')
      .map((line) => line.split('=') as [string, string]),
  )

test('the newest interface of the plugin’s generation is filled in whole, and the three settings are printed once and nowhere else', async () => {
  const { fake, run } = await start()
  const { code, out, err } = await run(TOKEN)
  expect({ code, err }).toMatchObject({ code: 0 })
  const settings = settingsIn(out)
  expect(Object.keys(settings)).toEqual(['BOTPRESS_TOKEN', 'BOTPRESS_INTEGRATION_ID', 'BOTPRESS_PATH_KEY'])
  expect(settings['BOTPRESS_PATH_KEY']).toMatch(/^[\w-]{43}$/)
  const [made] = fake.integrations
  expect(made).toMatchObject({
    id: settings['BOTPRESS_INTEGRATION_ID'],
    body: {
      url: `https://amin.example.org/botpress/${settings['BOTPRESS_PATH_KEY']}`,
      interfaces: { hitl: { id: 'interface-2.1.0' } },
    },
  })
  expect(fake.keys).toEqual([{ integration: made?.id, value: settings['BOTPRESS_TOKEN'] }])
  expect(`${out}${err}`).not.toContain(TOKEN)
})

test('done again, there is still one integration, with the address that is in use, and one more key', async () => {
  const { fake, run } = await start()
  const first = settingsIn((await run(TOKEN)).out)
  const again = await run(TOKEN, first)
  expect(again.code).toBe(0)
  expect(fake.integrations).toHaveLength(1)
  expect(settingsIn(again.out)).toMatchObject({
    BOTPRESS_PATH_KEY: first['BOTPRESS_PATH_KEY'],
    BOTPRESS_INTEGRATION_ID: first['BOTPRESS_INTEGRATION_ID'],
  })
  expect(fake.keys).toHaveLength(2)
})

test('what the platform refuses is said by its own word, without the token', async () => {
  const { fake, run } = await start()
  const wrong = await run('bp_pat_canaryWRONGzzqx')
  expect(wrong).toMatchObject({ code: 1, out: '' })
  expect(wrong.err).toContain('Unauthorized')
  expect(wrong.err).not.toContain('zzqx')
  expect(fake.integrations).toEqual([])
  const old = await start(['1.3.0', '3.0.0'])
  expect((await old.run(TOKEN)).err).toContain('no_interface')
})

test('no token leaves over a line that others read, and none is asked for where Botpress could not reach Amin', async () => {
  const { fake, run } = await start()
  expect((await run(TOKEN, {}, 'http://botpress.example.org')).code).toBe(2)
  expect((await run(TOKEN, { AMIN_PUBLIC_URL: 'http://127.0.0.1:8080' })).err).toContain('AMIN_PUBLIC_URL')
  expect((await run('')).code).toBe(2)
  expect(fake.integrations).toEqual([])
})

test('what is registered so is what the definition for the platform’s command line says', async () => {
  const { fake, run } = await start()
  await run(TOKEN)
  const definition = readFileSync(
    `${ROOT}adapters/channels/botpress/author/integration.definition.txt`,
    'utf8',
  )
  const body = fake.integrations[0]?.body as Record<string, Record<string, never>>
  const said = JSON.stringify([
    body['user'],
    body['configuration'],
    body['actions'],
    body['channels'],
    body['title'],
    body['description'],
  ])
  const quoted = [...definition.matchAll(/(?:title|description): (?:'([^']*)'|"([^"]*)")/g)].map(
    ([, one, two]) => one ?? two ?? '',
  )
  const described = [...definition.matchAll(/\.(?:title|describe)\('([^']*)'\)/g)].map(([, one]) => one ?? '')
  expect(quoted.length + described.length).toBeGreaterThan(20)
  for (const words of [...quoted, ...described]) expect(said).toContain(JSON.stringify(words))
  for (const [, tag] of definition.matchAll(/(\w+): \{ title:/g))
    expect(said).toContain(`"${tag ?? ''}":{"title"`)
})
