import { globSync } from 'node:fs'

/**
 * Data, texts and what runs in a browser or in a process of its own: a change there is not seen by
 * tests that run in this one.
 */
const LEFT_OUT = [
  'bots/amin/**',
  'bots/main.ts',
  'core/ports/**',
  'core/model/events.ts',
  'core/model/*-events.ts',
  'adapters/console/ui/**',
  'adapters/console/contract/index/**',
  'adapters/channels/webchat/page/**',
  'adapters/bundle/verifier/**',
  'adapters/**/child.ts',
  'adapters/**/child/**',
]

/**
 * Tests outside of the mirrored folder that state what an area has to do. The parts of the core are
 * tested through each other, so that for a change in one of them all of its tests are asked;
 * Stryker runs those that reach it.
 */
const BESIDE: readonly (readonly [area: RegExp, tests: readonly string[]])[] = [
  [/^core\b/, ['test/core/**/*.test.ts', 'test/property/*.test.ts', 'test/vectors/*.test.ts']],
  // What these decide for the team is stated where the team sees it.
  [/^core(\/services)?$/, ['test/adapters/console/{search,conflict,networks,ties,hold}.test.ts']],
  [/^core\/services\/search$/, ['test/adapters/console/{search,conflict}.test.ts']],
  [/^core\/services\/(linkage|networks)$/, ['test/adapters/console/{networks,ties}.test.ts']],
  [/^core\/services\/statistics$/, ['test/adapters/console/statistics.test.ts']],
  [/^adapters\/sqlite$/, ['test/contract/{store,keys}.test.ts', 'test/property/store.test.ts']],
  [/^adapters\/memory$/, ['test/contract/*.test.ts']],
  [/^adapters\/vault$/, ['test/contract/vault.test.ts']],
  [/^adapters\/crypto$/, ['test/property/sealing.test.ts', 'test/vectors/sealing.test.ts']],
]

/** The parts of an area that are tested apart from each other. */
export const areasIn = (root: URL, area: string): readonly string[] => {
  const inner =
    area === 'adapters'
      ? globSync(['adapters/!(channels)/', 'adapters/channels/*/'], { cwd: root.pathname })
      : [area]
  return inner.filter((one) => filesOf(root, one).length > 0 && testsOf(root, one).length > 0).toSorted()
}

/** Files of an area of the source, such as `core/services/casebook`, `adapters/sqlite` or `bots`. */
export const filesOf = (root: URL, area: string): readonly string[] =>
  globSync(`${area}/**/*.ts`, { cwd: root.pathname, exclude: LEFT_OUT })

export const testsOf = (root: URL, area: string): readonly string[] => {
  const beside = BESIDE.flatMap(([of, tests]) => (of.test(area) ? tests : []))
  return globSync([`test/${area}/**/*.test.ts`, ...beside], { cwd: root.pathname })
}
