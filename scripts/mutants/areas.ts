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

/** Tests outside of the mirrored folder that state what an area has to do. */
const BESIDE: readonly (readonly [area: string, tests: readonly string[]])[] = [
  ['core/delivery', ['test/core/access/{erase,hidden,take-back}.test.ts', 'test/core/inbound/respond.test.ts', 'test/bots/sender.test.ts']],
  ['core/evidence', ['test/core/inbound/respond.test.ts', 'test/core/access/{bytes,left-files}.test.ts']],
  ['core/conversation', ['test/property/conversation.test.ts', 'test/core/inbound/together.test.ts']],
  ['core/crisis', ['test/property/{ages,crisis}.test.ts']],
  ['core/identifiers', ['test/property/identifiers.test.ts']],
  ['core/inbound', ['test/core/conversation/{engine,unread,old-buttons}.test.ts', 'test/core/evidence/waiting.test.ts']],
  ['core/access', ['test/core/case/{opening,erasure}.test.ts', 'test/core/evidence/waiting.test.ts']],
  ['core/case', ['test/core/access/{quiet,return,erase}.test.ts', 'test/property/triage.test.ts']],
  ['core/custody', ['test/property/merkle.test.ts', 'test/vectors/*.test.ts']],
  ['core/intake', ['test/core/conversation/*.test.ts']],
  ['core/search', ['test/adapters/console/{search,conflict}.test.ts']],
  ['core/statistics', ['test/adapters/console/statistics.test.ts']],
  ['adapters/sqlite', ['test/contract/{store,keys}.test.ts', 'test/property/store.test.ts']],
  ['adapters/memory', ['test/contract/*.test.ts']],
  ['adapters/vault', ['test/contract/vault.test.ts']],
  ['adapters/crypto', ['test/property/sealing.test.ts', 'test/vectors/sealing.test.ts']],
]

/** The folders of an area that has some, such as `core`; else itself. */
export const areasIn = (root: URL, area: string): readonly string[] => {
  const inner = area === 'core' || area === 'adapters' ? globSync(`${area}/*/`, { cwd: root.pathname }) : [area]
  return inner.filter((one) => filesOf(root, one).length > 0 && testsOf(root, one).length > 0).toSorted()
}

/** Files of an area of the source, such as `core/case`, `adapters/sqlite` or `bots`. */
export const filesOf = (root: URL, area: string): readonly string[] =>
  globSync(`${area}/**/*.ts`, { cwd: root.pathname, exclude: LEFT_OUT })

export const testsOf = (root: URL, area: string): readonly string[] => {
  const beside = BESIDE.flatMap(([of, tests]) => (of === area ? tests : []))
  return globSync([`test/${area}/**/*.test.ts`, `test/property/${area.replace(/^core\//, '')}.test.ts`, ...beside], { cwd: root.pathname })
}
