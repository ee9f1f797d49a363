import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { readScript } from '../script.ts'
import { areasIn, filesOf, testsOf } from './areas.ts'
import { drawPlaces } from './places.ts'

const ROOT = new URL('../../', import.meta.url)
const STRYKER = 'node_modules/@stryker-mutator/core/bin/stryker.js'
const AREAS = ['core', 'adapters', 'bots']
/** What a compiler refuses or a reader sees: words, and the shape of what is written down. */
const NOT_MADE = ['StringLiteral', 'ObjectLiteral', 'ArrayDeclaration', 'Regex']

type Mutant = {
  readonly status:
    'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'RuntimeError' | 'CompileError'
  readonly mutatorName: string
  readonly replacement?: string
  readonly location: {
    readonly start: { readonly line: number; readonly column: number }
    readonly end: { readonly line: number }
  }
}
type Report = {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

const given = readScript({
  name: 'mutants',
  about:
    'Would the tests notice a mistake? Draws lines of each AREA (a folder; all of the code where none is said), makes each change that Stryker knows to them, one at a time, in a copy of the tree, and runs the tests that reach it. Prints what no test noticed, a JSON line each, and the score.',
  words: { shown: '[AREA...]', least: 0, most: Infinity },
  options: {
    places: { kind: 'text', value: 'N', about: 'so many lines of each area; 20 where not given' },
    seed: {
      kind: 'text',
      value: 'S',
      about: 'the same seed draws the same lines; by chance where not given',
    },
    jobs: { kind: 'text', value: 'N', about: 'so many changes side by side; 1 where not given' },
  },
})
const places = given.number('places') ?? 20
const jobs = given.number('jobs') ?? 1
const seed = given.number('seed') ?? Math.floor(Math.random() * 1_000_000) + 1
for (const area of given.words)
  if (areasIn(ROOT, area).length === 0) given.refuse(`"${area}" has no code, or no tests`)

const run = (config: string, tests: readonly string[]): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [STRYKER, 'run', config], {
      cwd: ROOT.pathname,
      env: { ...process.env, AMIN_MUTANTS_TESTS: tests.join(',') },
      // What it says on the way is for whoever waits; the lines of figures are this program's.
      stdio: ['ignore', process.stderr, process.stderr],
    })
    child.on('close', resolve)
  })

const measure = async (area: string, dir: string): Promise<Report> => {
  const drawn = drawPlaces(ROOT, filesOf(ROOT, area), places, seed)
  const tests = testsOf(ROOT, area)
  if (drawn.length === 0 || tests.length === 0) throw new Error(`mutants: ${area} has no code, or no tests`)
  const config = join(dir, 'stryker.json')
  const fileName = join(dir, 'report.json')
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      vitest: { configFile: 'test/mutants.config.ts', related: false },
      mutate: drawn.map(({ file, line }) => `${file}:${line}:0-${line}:1000`),
      mutator: { excludedMutations: NOT_MADE },
      coverageAnalysis: 'perTest',
      // What runs once when a module is loaded would need the whole suite for each change.
      ignoreStatic: true,
      concurrency: jobs,
      // A busy machine is not a test that noticed.
      timeoutMS: 60_000,
      timeoutFactor: 4,
      dryRunTimeoutMinutes: 60,
      // Types are for `npm run types`; the compiler of this house has no programming interface.
      tsconfigFile: 'none.json',
      disableTypeChecks: false,
      ignorePatterns: ['/data', '/adapters/console/ui/dist/**/*.map'],
      tempDirName: join(dir, 'copy'),
      cleanTempDir: 'always',
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName },
      allowConsoleColors: false,
    }),
  )
  const status = await run(relative(ROOT.pathname, config), tests)
  if (status !== 0) throw new Error(`mutants: stryker ended with ${status}`)
  return JSON.parse(readFileSync(fileName, 'utf8')) as Report
}

const NOTICED: ReadonlySet<Mutant['status']> = new Set(['Killed', 'Timeout'])
const UNNOTICED: ReadonlySet<Mutant['status']> = new Set(['Survived', 'NoCoverage'])

type Made = { readonly file: string; readonly source: string; readonly mutant: Mutant }
const rounded = (part: number): number => Math.round(1000 * part) / 10

/** `byPlace` counts a line with many conditions once, as the part of its changes that was noticed. */
const scoreOf = (made: readonly Made[]) => {
  const judged = made.filter(({ mutant }) => NOTICED.has(mutant.status) || UNNOTICED.has(mutant.status))
  const noticed = judged.filter(({ mutant }) => NOTICED.has(mutant.status))
  const lines = Map.groupBy(judged, ({ file, mutant }) => `${file}:${mutant.location.start.line}`)
  const parts = [...lines.values()].map(
    (of) => of.filter(({ mutant }) => NOTICED.has(mutant.status)).length / of.length,
  )
  return {
    places: lines.size,
    changes: judged.length,
    noticed: noticed.length,
    unreached: judged.filter(({ mutant }) => mutant.status === 'NoCoverage').length,
    score: rounded(noticed.length / Math.max(1, judged.length)),
    byPlace: rounded(parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length)),
  }
}

const tell = (area: string, { files }: Report): void => {
  const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant): Made => ({ file, source, mutant })),
  )
  for (const { file, source, mutant } of all) {
    if (!UNNOTICED.has(mutant.status)) continue
    const { line, column } = mutant.location.start
    const was = source.split('\n')[line - 1]?.trim()
    console.log(
      JSON.stringify({
        file,
        line,
        column,
        change: mutant.mutatorName,
        was,
        now: mutant.replacement,
        status: mutant.status,
      }),
    )
  }
  const parts = Map.groupBy(all, ({ file }) => dirname(file))
  if (parts.size > 1)
    for (const [part, made] of [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      console.log(JSON.stringify({ part, ...scoreOf(made) }))
  console.log(JSON.stringify({ area, seed, ...scoreOf(all) }))
}

process.stderr.write(`mutants: seed ${seed}\n`)
for (const area of (given.words.length === 0 ? AREAS : given.words).flatMap((one) => areasIn(ROOT, one))) {
  const dir = mkdtempSync(join(tmpdir(), 'amin-mutants-'))
  try {
    tell(area, await measure(area, dir))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
