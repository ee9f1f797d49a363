import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Importing file -> what it may reach; the first matching row decides. Packages read `npm:name`.
 * The only copy of this table.
 */
const MAY_IMPORT: ReadonlyArray<readonly [from: RegExp, to: RegExp]> = [
  [/^core\//, /^core\//],
  [
    /^adapters\/channels\/telegram\//,
    /^(core\/|adapters\/(channels\/telegram|kit)\/|node:|npm:grammy(\/.*)?$)/,
  ],
  [
    /^adapters\/channels\/whatsapp\//,
    /^(core\/|adapters\/(channels\/whatsapp|kit)\/|node:|npm:@whiskeysockets\/baileys$)/,
  ],
  [
    /^adapters\/channels\/whatsapp-cloud\//,
    /^(core\/|adapters\/(channels\/whatsapp-cloud|kit)\/|node:|npm:fastify$)/,
  ],
  [
    /^adapters\/channels\/botpress\//,
    /^(core\/|adapters\/(channels\/botpress|kit)\/|node:|npm:(fastify|@botpress\/(sdk|client))$)/,
  ],
  [/^adapters\/channels\/webchat\//, /^(core\/|adapters\/channels\/webchat\/|node:|npm:fastify$)/],
  // Run at build, on the machine that builds.
  [
    /^adapters\/console\/ui\/(vite\.config|shell\/build)\.ts$/,
    /^(adapters\/console\/(ui\/|server\/http\/built\.ts$)|node:|npm:(vite|@vitejs\/plugin-react|@mantine\/core|sharp)$)/,
  ],
  [
    /^adapters\/console\/ui\//,
    /^(adapters\/console\/(ui|contract)\/|npm:(react|react-dom|@mantine|@tanstack|@tabler|@fluent|@fontsource-variable|vite|@vitejs|zod)(\/|$))/,
  ],
  // What the page and the server agree on: neither of them.
  [/^adapters\/console\/contract\//, /^(core\/|adapters\/console\/contract\/|npm:zod$)/],
  [
    /^adapters\/console\//,
    /^(core\/|adapters\/console\/(?!ui\/)|node:|npm:(fastify|fastify-type-provider-zod|@fastify\/swagger|zod|better-auth|@better-auth\/(?:api-key|passkey)|@zxcvbn-ts\/(?:core|language-common))(\/|$))/,
  ],
  [/^adapters\/sqlite\//, /^(core\/|adapters\/sqlite\/|node:)/],
  [/^adapters\/mongo\//, /^(core\/|adapters\/mongo\/|node:|npm:(mongoose|better-auth\/adapters\/mongodb)$)/],
  [/^adapters\/vault\//, /^(core\/|adapters\/vault\/|node:)/],
  [
    /^adapters\/crypto\//,
    /^(core\/|adapters\/crypto\/|node:|npm:(canonicalize|@noble\/curves\/ed25519\.js)$)/,
  ],
  // Two Amins that compare what they hold: HTTP alone.
  [/^adapters\/exchange\//, /^(core\/|adapters\/(exchange|kit)\/|node:)/],
  [
    /^adapters\/identifiers\//,
    /^(core\/|adapters\/identifiers\/|npm:(libphonenumber-js\/max|@noble\/hashes\/sha[23]\.js|@scure\/base|ibantools|tldts)$)/,
  ],
  [/^adapters\/sentences\//, /^(core\/|adapters\/sentences\/|node:)/],
  // What several adapters need: any of them may stand on it, it stands on none.
  [/^adapters\/kit\//, /^(core\/|adapters\/kit\/|node:)/],
  // Where readers of hostile files run: both kinds of them stand on it.
  [/^adapters\/confine\//, /^(core\/|adapters\/confine\/|node:)/],
  [/^adapters\/imaging\//, /^(core\/|adapters\/(imaging|confine)\/|node:|npm:(sharp|file-type)$)/],
  [/^adapters\/ocr\//, /^(core\/|adapters\/(ocr|confine)\/|node:|npm:(sharp|file-type|zod)$)/],
  [
    /^adapters\/examination\//,
    /^(core\/|adapters\/(examination|confine)\/|node:|npm:(sharp|file-type|exifr|@contentauth\/c2pa-wasm|heic-decode|mupdf)$)/,
  ],
  [/^adapters\/report\//, /^(core\/|adapters\/report\/|node:|npm:@myriaddreamin\/typst-ts-node-compiler$)/],
  [/^adapters\/log\//, /^(core\/|adapters\/log\/|node:|npm:pino$)/],
  // What goes into bundles stands alone: it imports nothing but its own modules.
  [/^adapters\/bundle\/verifier\/check\//, /^adapters\/bundle\/verifier\/check\//],
  [/^adapters\/bundle\/verifier\/page\//, /^adapters\/bundle\/verifier\/(check|page)\//],
  [/^adapters\/bundle\/verifier\//, /^(adapters\/bundle\/verifier\/(?!page\/)|node:)/],
  [/^adapters\/bundle\/(?!verifier\/)/, /^(core\/|adapters\/bundle\/|node:|npm:age-encryption$)/],
  [/^adapters\/openai\//, /^(core\/|adapters\/(openai|kit)\/|node:|npm:openai(\/.*)?$)/],
  [/^adapters\/phrases\//, /^(core\/|adapters\/phrases\/|node:|npm:@fluent\/bundle$)/],
  [/^adapters\/anchor\//, /^(core\/|adapters\/anchor\/|node:|npm:(pkijs|asn1js)$)/],
  [/^adapters\/push\//, /^(core\/|adapters\/push\/|node:|npm:web-push$)/],
  [/^adapters\/alarm\//, /^(core\/|adapters\/alarm\/|node:)/],
  [/^adapters\/webhook\//, /^(core\/|adapters\/webhook\/|node:)/],
  [/^adapters\/system\//, /^(core\/|adapters\/system\/|node:)/],
  [/^adapters\/memory\//, /^(core\/|adapters\/memory\/)/],
  [/^bots\/amin\//, /^(core\/|bots\/amin\/)/],
  [/^bots\//, /^((core|adapters|bots)\/|node:|npm:(zod|fastify)$)/],
  [/^scripts\//, /^(?!test\/)/],
]
const SPECIFIER =
  /^\s*(?:import|export)\s(?:[\w*{},\s$]+?\sfrom\s)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm

const resolved = (from: string, specifier: string): string => {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  return specifier.startsWith('node:') ? specifier : `npm:${specifier}`
}

const forbidden = (from: string, specifier: string): boolean => {
  const row = MAY_IMPORT.find(([pattern]) => pattern.test(from))
  return row === undefined || !row[1].test(resolved(from, specifier))
}

/**
 * The floors of the core from the ground up: a file imports from its own and from those beneath it,
 * types included.
 */
const FLOORS = ['base', 'ports', 'text', 'model', 'policy', 'services', 'custody']
const floorOf = (file: string): number => FLOORS.indexOf(file.split('/')[1] ?? '')

/** Whether an import in the core climbs to a floor above its own, or a file stands on no floor. */
const climbs = (from: string, specifier: string): boolean => {
  const to = resolved(from, specifier)
  return floorOf(from) < 0 || (to.startsWith('core/') && floorOf(to) > floorOf(from))
}

/** Folders that import each other, each pair once. */
const mutual = (imports: readonly (readonly [from: string, to: string])[]): readonly string[] => {
  const arrows = new Set(
    imports
      .map(([from, to]) => [dirname(from), dirname(to)])
      .flatMap(([a, b]) => (a === b ? [] : [`${a} ${b}`])),
  )
  return [...arrows].filter((arrow) => {
    const [a, b] = arrow.split(' ')
    return `${a}` < `${b}` && arrows.has(`${b} ${a}`)
  })
}

/** `bots/amin` is content: from core it takes types only. */
const takesValuesFromCore = (source: string): boolean =>
  /^\s*import\s+(?!type\b)[^'"]*["'][^"']*core\//m.test(source)

const files = globSync('{bots,core,adapters,scripts}/**/*.{ts,tsx}', {
  exclude: (name) => name.includes('node_modules') || name.endsWith('/dist'),
})

test.each(files)('%s imports only what its room allows', (file) => {
  expect(importsOf(file).filter((specifier) => forbidden(file, specifier))).toEqual([])
})

test.each(files.filter((file) => file.startsWith('bots/amin/')))(
  '%s is data: it takes nothing but types from the core',
  (file) => {
    expect(takesValuesFromCore(readFileSync(file, 'utf8'))).toBe(false)
  },
)

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(SPECIFIER)].map((found) => found[1] ?? found[2] ?? '')
const core = files.filter((file) => file.startsWith('core/'))

test.each(core)('%s stands on a floor and imports none above it', (file) => {
  expect(importsOf(file).filter((specifier) => climbs(file, specifier))).toEqual([])
})

test('no two folders of the core import each other', () => {
  expect(
    mutual(
      core.flatMap((file) => importsOf(file).map((specifier) => [file, resolved(file, specifier)] as const)),
    ),
  ).toEqual([])
})

test('the floors refuse planted violations', () => {
  expect(climbs('core/policy/triage/judge.ts', '../../services/desk/desk.ts')).toBe(true)
  expect(climbs('core/base/units.ts', '../ports/clock.ts')).toBe(true)
  expect(climbs('core/stray.ts', './base/units.ts')).toBe(true)
  expect(climbs('core/services/desk/desk.ts', '../../policy/triage/judge.ts')).toBe(false)
  expect(
    mutual([
      ['core/a/x.ts', 'core/b/y.ts'],
      ['core/b/z.ts', 'core/a/w.ts'],
    ]),
  ).toEqual(['core/a core/b'])
})

test('only the adapter made for it speaks to a language model', () => {
  const others = files.filter((file) => !file.startsWith('adapters/openai/'))
  expect(others.filter((file) => importsOf(file).some((name) => /^openai(?:\/|$)/.test(name)))).toEqual([])
})

/** Everything that these files import, and what that imports, as far as it is of the core; types included. */
const reached = (from: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  const queue = [...from]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file) || !file.startsWith('core/')) continue
    seen.add(file)
    for (const specifier of importsOf(file)) queue.push(resolved(file, specifier))
  }
  return seen
}

test('from what a model says there is no way to a person: suggestions are the only events that it makes, and nothing of it speaks', () => {
  const helping = files.filter((file) =>
    /^core\/(?:services|text)\/helper\/|^core\/ports\/(?:helper|transcriber)\.ts$/.test(file),
  )
  // One file writes, and its events are of a type that holds nothing but suggestions.
  const writes = helping.filter((file) => /\.append\(/.test(readFileSync(file, 'utf8')))
  expect(writes).toEqual(['core/services/helper/keep.ts'])
  expect(
    importsOf('core/services/helper/keep.ts').filter((specifier) => specifier.includes('model/')),
  ).toEqual(['../../model/help-events.ts', '../../model/state.ts'])
  const speaking = /\b(?:says|agentSays|signals|releases|signs|bot_said|agent_said'?\s*,\s*n)\s*:/
  expect(helping.filter((file) => speaking.test(readFileSync(file, 'utf8')))).toEqual([])
  const direct = helping.flatMap((file) => importsOf(file).map((specifier) => resolved(file, specifier)))
  expect(
    direct.filter((file) =>
      /outbox|services\/delivery|conversation\/say|ports\/channel|envelope\.ts$/.test(file),
    ),
  ).toEqual(['core/services/casebook/envelope.ts', 'core/services/casebook/envelope.ts'])
  // What the model is asked through knows no case at all.
  expect(
    [...reached(['core/ports/helper.ts', 'core/ports/transcriber.ts'])].filter((file) =>
      /^core\/(?:services|policy|model)\//.test(file),
    ),
  ).toEqual([])
})

test('words are called redacted nowhere but where they are', () => {
  const named = files.filter((file) => /\bas Redacted\b/.test(readFileSync(file, 'utf8')))
  expect(named).toEqual(['core/text/helper/redact.ts'])
})

test('the table refuses planted violations', () => {
  expect(forbidden('core/policy/decide.ts', 'node:fs')).toBe(true)
  expect(forbidden('core/policy/decide.ts', '../../adapters/sqlite/ledger.ts')).toBe(true)
  expect(forbidden('adapters/channels/telegram/index.ts', '../../sqlite/ledger.ts')).toBe(true)
  expect(forbidden('adapters/channels/telegram/index.ts', 'mongoose')).toBe(true)
  expect(forbidden('adapters/channels/whatsapp/index.ts', '../whatsapp-cloud/index.ts')).toBe(true)
  expect(forbidden('adapters/console/ui/app.tsx', '../server/http/server.ts')).toBe(true)
  expect(forbidden('adapters/console/contract/index.ts', '../server/office.ts')).toBe(true)
  expect(forbidden('adapters/bundle/verifier/check/verify.ts', 'node:fs')).toBe(true)
  expect(forbidden('adapters/unknown/index.ts', 'node:fs')).toBe(true)
  expect(takesValuesFromCore("import { never } from '../../core/never.ts'")).toBe(true)
})
