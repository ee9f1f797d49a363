import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import unit from './unit.config.ts'

const ROOT = new URL('../', import.meta.url)
const { include = [], exclude = [] } = unit.test ?? {}
const files = globSync([...include], { cwd: ROOT, exclude: [...exclude] })

const SPECIFIER = /^\s*(?:import|export)\s+(?!type\b)(?:[\w*{},\s$]+?\sfrom\s)?\s*["']([^"']+)["']/gm
/** What a test that needs a server, a browser or a process would import. */
const NOT_PURE = /^(?:node:(?:child_process|http|https|net)|playwright-core|fastify|vite)$/

/** Reached by tests that are pure all the same: they take a function of the module, and start nothing. */
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(new URL(file, ROOT), 'utf8').matchAll(SPECIFIER)].map(([, specifier = '']) => specifier)

/** The module, and those of the tests that it stands on. */
const withHelpers = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const specifier of importsOf(file)) {
    const path = normalize(join(dirname(file), specifier))
    if (specifier.startsWith('.') && path.startsWith('test/') && path.endsWith('.ts')) withHelpers(path, seen)
  }
  return seen
}

test('npm run test:unit takes the pure half of the suite and nothing that starts a server, a browser or a process', () => {
  expect(files.length).toBeGreaterThan(100)
  const impure = files.flatMap((file) =>
    [...withHelpers(file)].flatMap((module) =>
      importsOf(module)
        .filter((specifier) => NOT_PURE.test(specifier))
        .map((specifier) => `${file}: ${module} imports ${specifier}`),
    ),
  )
  expect(impure).toEqual([])
})
