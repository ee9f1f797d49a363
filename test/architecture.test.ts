import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** Importing file -> what it may reach; the first matching row decides. Packages read `npm:name`. The only copy of this table. */
const MAY_IMPORT: ReadonlyArray<readonly [from: RegExp, to: RegExp]> = [
  [/^core\//, /^core\//],
  [/^adapters\/telegram\//, /^(core\/|adapters\/telegram\/|node:|npm:grammy(\/.*)?$)/],
  [/^adapters\/whatsapp\//, /^(core\/|adapters\/whatsapp\/|node:|npm:@whiskeysockets\/baileys$)/],
  [/^adapters\/whatsapp-cloud\//, /^(core\/|adapters\/whatsapp-cloud\/|node:|npm:fastify$)/],
  [/^adapters\/webchat\//, /^(core\/|adapters\/webchat\/|node:|npm:fastify$)/],
  // Run at build, on the machine that builds.
  [
    /^adapters\/console\/ui\/(vite\.config|shell\/build)\.ts$/,
    /^(adapters\/console\/(ui\/|built\.ts$)|node:|npm:(vite|@vitejs\/plugin-react|@mantine\/core|sharp)$)/,
  ],
  [
    /^adapters\/console\/ui\//,
    /^(adapters\/console\/(ui\/|contract(\/|\.ts$))|npm:(react|react-dom|@mantine|@tanstack|@tabler|@fluent|@fontsource-variable|vite|@vitejs|zod)(\/|$))/,
  ],
  [
    /^adapters\/console\//,
    /^(core\/|adapters\/console\/(?!ui\/)|node:|npm:(fastify|fastify-type-provider-zod|@fastify\/swagger|zod|better-auth|@better-auth\/(?:api-key|passkey)|@zxcvbn-ts\/(?:core|language-common))(\/|$))/,
  ],
  [/^adapters\/sqlite\//, /^(core\/|adapters\/sqlite\/|node:)/],
  [/^adapters\/mongo\//, /^(core\/|adapters\/mongo\/|node:|npm:(mongoose|better-auth\/adapters\/mongodb)$)/],
  [/^adapters\/vault\//, /^(core\/|adapters\/vault\/|node:)/],
  [/^adapters\/crypto\//, /^(core\/|adapters\/crypto\/|node:|npm:canonicalize$)/],
  [
    /^adapters\/identifiers\//,
    /^(core\/|adapters\/identifiers\/|npm:(libphonenumber-js\/max|@noble\/hashes\/sha[23]\.js|@scure\/base|ibantools|tldts)$)/,
  ],
  // Where readers of hostile files run: both kinds of them stand on it.
  [/^adapters\/confine\//, /^(core\/|adapters\/confine\/|node:)/],
  [/^adapters\/imaging\//, /^(core\/|adapters\/(imaging|confine)\/|node:|npm:(sharp|file-type)$)/],
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
  [/^adapters\/phrases\//, /^(core\/|adapters\/phrases\/|node:|npm:@fluent\/bundle$)/],
  [/^adapters\/anchor\//, /^(core\/|adapters\/anchor\/|node:|npm:(pkijs|asn1js)$)/],
  [/^adapters\/push\//, /^(core\/|adapters\/push\/|node:|npm:web-push$)/],
  [/^adapters\/alarm\//, /^(core\/|adapters\/alarm\/|node:)/],
  [/^adapters\/system\//, /^(core\/|adapters\/system\/|node:)/],
  [/^adapters\/memory\//, /^(core\/|adapters\/memory\/)/],
  [/^bots\/amin\//, /^(core\/|bots\/amin\/)/],
  [/^bots\//, /^((core|adapters|bots)\/|node:|npm:(zod|fastify)$)/],
  [/^scripts\//, /^(?!test\/)/],
]
const SPECIFIER = /^\s*(?:import|export)\s(?:[\w*{},\s$]+?\sfrom\s)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm

const resolved = (from: string, specifier: string): string => {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  return specifier.startsWith('node:') ? specifier : `npm:${specifier}`
}

const forbidden = (from: string, specifier: string): boolean => {
  const row = MAY_IMPORT.find(([pattern]) => pattern.test(from))
  return row === undefined || !row[1].test(resolved(from, specifier))
}

/** `bots/amin` is content: from core it takes types only. */
const takesValuesFromCore = (source: string): boolean => /^\s*import\s+(?!type\b)[^'"]*["'][^"']*core\//m.test(source)

const files = globSync('{bots,core,adapters,scripts}/**/*.{ts,tsx}', {
  exclude: (name) => name.includes('node_modules') || name.endsWith('/dist'),
})

test.each(files)('%s imports only what its room allows', (file) => {
  const found = [...readFileSync(file, 'utf8').matchAll(SPECIFIER)].map((m) => m[1] ?? m[2] ?? '')
  expect(found.filter((specifier) => forbidden(file, specifier))).toEqual([])
})

test.each(files.filter((file) => file.startsWith('bots/amin/')))('%s is data: it takes nothing but types from the core', (file) => {
  expect(takesValuesFromCore(readFileSync(file, 'utf8'))).toBe(false)
})

test('the table refuses planted violations', () => {
  expect(forbidden('core/case/decide.ts', 'node:fs')).toBe(true)
  expect(forbidden('core/case/decide.ts', '../../adapters/sqlite/ledger.ts')).toBe(true)
  expect(forbidden('adapters/telegram/index.ts', '../sqlite/ledger.ts')).toBe(true)
  expect(forbidden('adapters/telegram/index.ts', 'mongoose')).toBe(true)
  expect(forbidden('adapters/whatsapp/index.ts', '../whatsapp-cloud/index.ts')).toBe(true)
  expect(forbidden('adapters/console/ui/app.tsx', '../server.ts')).toBe(true)
  expect(forbidden('adapters/bundle/verifier/check/verify.ts', 'node:fs')).toBe(true)
  expect(forbidden('adapters/unknown/index.ts', 'node:fs')).toBe(true)
  expect(takesValuesFromCore("import { never } from '../../core/never.ts'")).toBe(true)
})
