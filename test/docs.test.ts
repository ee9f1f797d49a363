import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SETTINGS } from '../bots/config.ts'
import { COMMANDS } from '../scripts/commands/table.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const section = (title: string): string => readme.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

test('README and code name the same settings', () => {
  const named = [...section('Settings').matchAll(/`((?:AMIN|TELEGRAM|WHATSAPP|BOTPRESS)[A-Z_]*)`/g)].map((match) => match[1])
  expect(new Set(named)).toEqual(new Set(SETTINGS))
})

test('README and code name the same commands', () => {
  const cells = section('Command line')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
  const named = cells.map((cell) => Object.keys(COMMANDS).find((name) => cell === name || cell.startsWith(`${name} `)) ?? cell)
  expect(new Set(named)).toEqual(new Set(Object.keys(COMMANDS)))
})

const root = new URL('../', import.meta.url)
const pages = globSync(['*.md', '{core,adapters,bots,scripts,test}/**/*.md'], { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] })
const sources = globSync('{core,adapters,bots,scripts,test}/**/*.{ts,tsx,css,mjs}', {
  cwd: root,
  exclude: ['**/node_modules/**', '**/dist/**'],
})
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
/** A comment as one line, for a citation may stand across two. */
const unwrapped = (source: string): string => source.replaceAll(/\n\s*(?:\*|\/\/) +/g, ' ')

test('every page and heading that a comment cites is there', () => {
  const headings = new Map(pages.map((page) => [page, new Set([...read(page).matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? ''))]))
  const dangling = sources.flatMap((path) =>
    [...unwrapped(read(path)).matchAll(/\(((?:[\w-]+\/)*[A-Z]+\.md)(?:, ([^),]+))?/g)]
      .filter(([, page = '', heading]) => headings.get(page)?.has(heading ?? '') !== true && (heading !== undefined || !headings.has(page)))
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
    .flatMap((page) => [...read(page).matchAll(/`((?:core|adapters|bots|test|scripts)\/[\w/.-]+\.(?:ts|md))`/g)])
    .map((match) => match[1] ?? '')
  expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([])
})
