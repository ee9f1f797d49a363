import { accessSync, constants, existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { mongoAvailable } from './build/ferretdb.ts'
import { CHROMIUM } from './chromium.ts'
import { SlowestFirst } from './slowest-first.ts'
import { NOT_PURE, PURE } from './unit.config.ts'

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
const have = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((dir) => dir !== '' && isProgram(join(dir, name)))

/** Some tests fill a small disk of their own, which only root may mount. */
const maySeeDisksFill = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/bin/mount')

/** `within`: these files run, and leave out those of their tests that need it. */
type Part = {
  readonly is: string
  readonly get: string
  readonly here: () => boolean
  readonly files: readonly string[]
  readonly within?: true
}

/**
 * What a fresh machine may lack, and the files that need it. Files that talk to several stores
 * leave out one of them.
 */
const PARTS: readonly Part[] = [
  {
    is: CHROMIUM,
    get: 'apt-get install chromium',
    here: () => existsSync(CHROMIUM),
    files: [
      'test/journey/whatsapp-console.test.ts',
      'test/journey/{handoff,console,passkey,erasure}.test.ts',
      'test/adapters/console-ui/!(parts).test.ts',
      'test/adapters/channels/webchat/{browser,prints,sign}.test.ts',
      'test/adapters/bundle/verifier/browser.test.ts',
    ],
  },
  {
    is: 'a MongoDB server',
    get: '.ci/ferretdb builds one, or name yours in AMIN_TEST_MONGODB_URI',
    here: mongoAvailable,
    files: [
      'test/adapters/mongo/*.test.ts',
      'test/contract/vault-mongo.test.ts',
      'test/journey/many.test.ts',
      'test/scripts/{migrate,migrate-people}.test.ts',
    ],
  },
  {
    is: 'unzip, age and openssl',
    get: 'apt-get install unzip age openssl',
    here: () => ['unzip', 'age', 'openssl'].every(have),
    files: [
      'test/scripts/export.test.ts',
      'test/core/custody/bundle/bundle.test.ts',
      'test/core/custody/note.test.ts',
      'test/adapters/anchor/anchor.test.ts',
      'test/adapters/bundle/{zip,whole,write}.test.ts',
      'test/adapters/push/*.test.ts',
      'test/adapters/console/push.test.ts',
      'test/adapters/bundle/verifier/{exporter,token}.test.ts',
    ],
  },
  {
    is: 'pdftotext, pdftoppm and qpdf',
    get: 'apt-get install poppler-utils qpdf',
    here: () => ['pdftotext', 'pdftoppm', 'qpdf'].every(have),
    files: [
      'test/adapters/report/{report,hostile,large,monthly}.test.ts',
      'test/adapters/console/statistics.test.ts',
      'test/scripts/statistics.test.ts',
    ],
  },
  {
    is: 'nginx, caddy and openssl',
    get: 'apt-get install nginx caddy openssl',
    here: () => existsSync('/usr/sbin/nginx') && existsSync('/usr/bin/caddy') && have('openssl'),
    files: ['test/deploy/proxy.test.ts'],
  },
  {
    is: 'systemd-analyze',
    get: 'apt-get install systemd',
    here: () => have('systemd-analyze'),
    files: ['test/deploy/units.test.ts'],
  },
  {
    is: 'ffmpeg and perl',
    get: 'apt-get install ffmpeg perl',
    here: () => ['ffmpeg', 'ffprobe', 'perl'].every(have),
    files: ['test/journey/examined.test.ts', 'test/adapters/examination/{process,readers,hostile}.test.ts'],
  },
  {
    is: 'root, to mount a small disk and fill it',
    get: 'as root, or in a container',
    here: maySeeDisksFill,
    within: true,
    files: [
      'test/core/services/evidence/full-disk.test.ts',
      'test/adapters/sqlite/faults.test.ts',
      'test/adapters/bundle/write.test.ts',
      'test/adapters/vault/disk.test.ts',
    ],
  },
]

/**
 * What a person does not have at hand is left out, and said at the end (test/global-setup.ts); in
 * CI it is a failure like any other.
 */
const missing = process.env['CI'] === undefined ? PARTS.filter(({ here }) => !here()) : []
if (missing.length > 0)
  process.env['AMIN_TEST_MISSING'] = missing
    .map(
      ({ is, get, files, within }) =>
        `${within === true ? 'some of ' : ''}${files.join(', ')}: not run, for they need ${is} (${get})`,
    )
    .join('\n')

/**
 * What the whole suite is to every test in it. Journeys start browsers and whole processes, so each test
 * may take minutes on a slow machine.
 */
export const suite = {
  root: new URL('..', import.meta.url).pathname,
  include: ['test/**/*.test.ts'],
  exclude: [
    ...configDefaults.exclude,
    ...missing.flatMap(({ files, within }) => (within === true ? [] : files)),
  ],
  globalSetup: 'test/global-setup.ts',
  setupFiles: ['test/promises-played.ts'],
  pool: 'forks' as const,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // One second is vitest's own, and too little where pages and processes share a busy machine.
  // See also test/patience.ts.
  expect: { poll: { timeout: 60_000 } },
}

const pure = globSync(PURE, { cwd: suite.root, exclude: NOT_PURE })

/** The console's server: every test opens one of its own and leaves nothing behind. */
const SERVER = 'test/adapters/console/*.test.ts'

/**
 * One suite, a few files at a time, the slowest first. What is pure, and the console's server, run in one
 * module registry a worker: to import the half of Amin anew for each of their files took longer than its tests.
 */
export default defineConfig({
  test: {
    root: suite.root,
    // Twice the cores that it is measured on: who waits for a page or a process leaves a core to the others.
    maxWorkers: 4,
    sequence: { sequencer: SlowestFirst },
    projects: [
      { test: { ...suite, name: 'whole', exclude: [...suite.exclude, SERVER, ...pure] } },
      { test: { ...suite, name: 'console', include: [SERVER], isolate: false } },
      { test: { ...suite, name: 'pure', include: pure, isolate: false } },
    ],
  },
})
