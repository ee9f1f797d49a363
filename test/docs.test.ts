import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { SETTINGS } from '../bots/config.ts'
import { readOperator } from '../bots/operator.ts'
import { COMMANDS } from '../scripts/commands/table.ts'

/** What a page puts into the first column of its tables, as code. */
const namedIn = (path: string): readonly string[] =>
  readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))

test('scripts/deploy/settings.md and code name the same settings', () => {
  const page = readFileSync(new URL('../scripts/deploy/settings.md', import.meta.url), 'utf8')
  const named = [...page.matchAll(/`((?:AMIN|TELEGRAM|WHATSAPP|BOTPRESS|OPENAI)[A-Z_]*)`/g)].map(
    (match) => match[1],
  )
  expect(new Set(named)).toEqual(new Set(SETTINGS))
})

test('scripts/commands/README.md and code name the same commands', () => {
  const cells = namedIn('scripts/commands/README.md')
  const named = cells.map(
    (cell) => Object.keys(COMMANDS).find((name) => cell === name || cell.startsWith(`${name} `)) ?? cell,
  )
  expect(new Set(named)).toEqual(new Set(Object.keys(COMMANDS)))
})

test('the page of the operator file, its whole example and code know the same names, and the example is taken', () => {
  const example = new URL('../scripts/deploy/operator.example.json', import.meta.url).pathname
  const source = readFileSync(new URL('../bots/operator-schema.ts', import.meta.url), 'utf8')
  const shape = source.split('const File = z.strictObject({\n')[1]?.split('\n})')[0] ?? ''
  const known = new Set([...shape.matchAll(/^ {2}(\w+): /gm)].map((match) => match[1]))
  expect(known.size).toBeGreaterThan(10)
  expect(new Set(namedIn('scripts/deploy/operator-file.md'))).toEqual(known)
  expect(new Set(Object.keys(JSON.parse(readFileSync(example, 'utf8')) as object))).toEqual(known)
  // The secrets lie beside a real file, and have no place here.
  expect(readOperator(example)).toEqual({
    faults: [expect.stringContaining('alarm.secretFile'), expect.stringContaining('webhooks.0.secretFile')],
  })
})

const root = new URL('../', import.meta.url)
const pages = globSync(['*.md', '{core,adapters,bots,scripts,test}/**/*.md'], {
  cwd: root,
  exclude: ['**/node_modules/**', '**/dist/**'],
})
const sources = globSync('{core,adapters,bots,scripts,test}/**/*.{ts,tsx,css,mjs}', {
  cwd: root,
  exclude: ['**/node_modules/**', '**/dist/**'],
})
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
/** A comment as one line, for a citation may stand across two. */
const unwrapped = (source: string): string => source.replaceAll(/\n\s*(?:\*|\/\/) +/g, ' ')

test('every page and heading that a comment cites is there', () => {
  const headings = new Map(
    pages.map((page) => [
      page,
      new Set([...read(page).matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? '')),
    ]),
  )
  const dangling = sources.flatMap((path) =>
    [...unwrapped(read(path)).matchAll(/\(((?:[\w-]+\/)*[A-Z]+\.md)(?:, ([^),]+))?/g)]
      .filter(
        ([, page = '', heading]) =>
          headings.get(page)?.has(heading ?? '') !== true && (heading !== undefined || !headings.has(page)),
      )
      .map(([cited]) => `${path}: ${cited}`),
  )
  expect(dangling).toEqual([])
})

test('comments cite no page that is not here', () => {
  const known = new Set(pages.map((page) => page.split('/').at(-1)))
  const strangers = sources.flatMap((path) =>
    [...read(path).matchAll(/^\s*(?:\/?\*+|\/\/).*?\b([\w-]+\.md)\b/gm)]
      .filter(([, page]) => !known.has(page))
      .map(([line]) => `${path}: ${line.trim()}`),
  )
  expect(strangers).toEqual([])
})

test('every law that a comment cites is one of core/README.md, and each law names a test that is there', () => {
  const laws = read('core/README.md').split('## The laws\n')[1]?.split('\n## ')[0] ?? ''
  const numbers = new Set([...laws.matchAll(/^(\d+)\. /gm)].map((match) => match[1]))
  expect(numbers.size).toBe(12)
  const cited = sources.flatMap((path) =>
    [...unwrapped(read(path)).matchAll(/\blaws? (\d+)(?:(?:,| and| to) (\d+))?/g)]
      .flatMap(([, one, other]) => [one, other])
      .filter((number) => number !== undefined && !numbers.has(number))
      .map((number) => `${path}: law ${number}`),
  )
  expect(cited).toEqual([])
  expect(laws.split(/\n(?=\d+\. )/).filter((law) => /^\d/.test(law) && !law.includes('`test/'))).toEqual([])
})

test('every file that a page names is there', () => {
  const files = pages
    .flatMap((page) => [
      ...read(page).matchAll(/`((?:core|adapters|bots|test|scripts)\/[\w/.-]+\.(?:ts|md))`/g),
    ])
    .map((match) => match[1] ?? '')
  expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([])
})

/** Where the links of a page go that stay in the repository. */
const linksOf = (page: string): readonly string[] =>
  [...read(page).matchAll(/(?:\]\(|src=")([^)"#\s]+)(?:#[^)]*)?[)"]/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^(?:https?:|mailto:)/.test(link))
    .map((link) => normalize(join(dirname(page), link)))

test('every link of a page leads somewhere, and from README every guide is reached', () => {
  const dangling = pages.flatMap((page) =>
    linksOf(page)
      .filter((link) => !existsSync(new URL(link, root)))
      .map((link) => `${page}: ${link}`),
  )
  expect(dangling).toEqual([])
  const reached = new Set(['README.md'])
  for (const page of reached) for (const link of linksOf(page)) if (pages.includes(link)) reached.add(link)
  expect(pages.filter((page) => !reached.has(page) && !page.startsWith('test/'))).toEqual([])
})

test('README is read in two minutes, with two pictures that a slow line can fetch', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(8192)
  const pictures = linksOf('README.md').filter((link) => link.endsWith('.png'))
  expect(pictures).toHaveLength(2)
  for (const picture of pictures) expect(statSync(new URL(picture, root)).size).toBeLessThan(120_000)
})

test('every npm script that a page names is there, and whoever works here is told of each', () => {
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const named = new Set(
    pages.flatMap((page) =>
      [...read(page).matchAll(/npm run (?:-s )?([a-z][\w:]*)/g)].map((match) => match[1] ?? ''),
    ),
  )
  expect([...named].filter((name) => scripts[name] === undefined)).toEqual([])
  expect(
    Object.keys(scripts).filter((name) => !named.has(name) && !['start', 'test', 'prepare'].includes(name)),
  ).toEqual([])
})
