import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtCommands } from '../build/built.ts'

const ROOT = new URL('../../', import.meta.url).pathname
let dir: string
const amin = (...words: string[]): string =>
  execFileSync(process.execPath, [builtCommands(), ...words], {
    env: { PATH: process.env['PATH'], AMIN_DATA: join(dir, 'data') },
  }).toString()

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'amin-botpress-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What the platform's command line puts there: the interface, with one message and its actions. */
const HITL = `import { z } from '@botpress/sdk'
const any = { schema: z.object({}) }
export default { type: 'interface', name: 'hitl', version: '2.0.0', id: 'hitl', definition: { name: 'hitl', version: '2.0.0', entities: {},
  events: { hitlAssigned: any, hitlStopped: any }, actions: { startHitl: { input: any, output: any } },
  channels: { hitl: { messages: { text: any } } } } }
`

test('what is written is a definition that the SDK takes, with the tags that Amin uses and both settings of a bot', () => {
  const out = join(dir, 'out')
  expect(amin('botpress', 'definition', '--out', out)).toContain('/botpress/BOTPRESS_PATH_KEY')
  symlinkSync(join(ROOT, 'node_modules'), join(out, 'node_modules'))
  mkdirSync(join(out, 'bp_modules'))
  writeFileSync(join(out, 'bp_modules', 'hitl.ts'), HITL)
  const file = join(out, 'integration.definition.ts')
  // Node wants the ending that bundlers add.
  writeFileSync(file, readFileSync(file, 'utf8').replace('./bp_modules/hitl', './bp_modules/hitl.ts'))
  writeFileSync(join(out, 'package.json'), JSON.stringify({ type: 'module' }))
  const look = `const d = (await import(${JSON.stringify(file)})).default; console.log(JSON.stringify({
    name: d.name, actions: Object.keys(d.actions), tags: Object.keys(d.user.tags), settings: Object.keys(d.configuration.schema.shape),
    interfaces: Object.keys(d.interfaces), channels: { hitl: { message: d.channels.hitl.message, conversation: d.channels.hitl.conversation } } }))`
  const said: unknown = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', look]).toString(),
  )
  expect(said).toMatchObject({
    name: 'amin',
    actions: ['createHandoffLink', 'startHitl'],
    interfaces: ['hitl'],
    tags: ['session', 'open', 'assigned', 'desk', 'from'],
    settings: ['key', 'textsAreOurs'],
    channels: {
      hitl: { message: { tags: { amin: {} } }, conversation: { tags: { person: {}, session: {} } } },
    },
  })
})

test('the texts for the plugin say the same in three languages, and none of them says that somebody joined', () => {
  const texts = JSON.parse(
    readFileSync(join(ROOT, 'adapters/channels/botpress/author/texts.json'), 'utf8'),
  ) as Record<string, Record<string, string>>
  const [first] = Object.values(texts)
  for (const language of ['ar', 'ckb', 'en'])
    expect(Object.keys(texts[language] ?? {})).toEqual(Object.keys(first ?? {}))
  for (const one of Object.values(texts))
    expect([one['onHitlHandoffMessage'], one['onHumanAgentAssignedMessage']]).toEqual(['NULL', 'NULL'])
})

test('a path key is as long as the settings ask, and another each time', () => {
  const keys = [amin('botpress', 'path').trim(), amin('botpress', 'path').trim()]
  for (const key of keys) expect(key).toMatch(/^[\w-]{43,}$/)
  expect(keys[0]).not.toBe(keys[1])
})
