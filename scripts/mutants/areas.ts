import { globSync } from 'node:fs'

/** Data, texts and what runs in a browser or in a process of its own: a change there is not seen by tests that run in this one. */
const LEFT_OUT = [
  'bots/amin/**',
  'bots/main.ts',
  'core/ports/**',
  'core/events.ts',
  'adapters/console/ui/**',
  'adapters/console/contract/**',
  'adapters/webchat/page/**',
  'adapters/bundle/verifier/**',
  'adapters/**/child.ts',
  'adapters/**/child/**',
]

/** Tests beside the mirrored folder that state what an area has to do. */
const BESIDE: readonly (readonly [area: RegExp, tests: readonly string[]])[] = [
  [/^core/, ['test/core/**', 'test/property/**', 'test/vectors/**']],
  [/^adapters\/(?:sqlite|memory|mongo|vault|crypto)/, ['test/contract/**', 'test/property/store.test.ts']],
  [/^adapters\/(?:identifiers|phrases)/, ['test/core/identifiers/**', 'test/property/identifiers.test.ts']],
]

/** Files of an area of the source, such as `core`, `core/case` or `adapters/sqlite`. */
export const filesOf = (root: URL, area: string): readonly string[] =>
  globSync([`${area}.ts`, `${area}/**/*.ts`], { cwd: root.pathname, exclude: LEFT_OUT })

export const testsOf = (root: URL, area: string): readonly string[] => {
  const beside = BESIDE.flatMap(([of, tests]) => (of.test(area) ? tests : []))
  const named = [`test/${area}.test.ts`, `test/${area}/**/*.test.ts`, ...beside.map((glob) => glob.replace(/\*\*$/, '**/*.test.ts'))]
  return globSync(named, { cwd: root.pathname })
}
