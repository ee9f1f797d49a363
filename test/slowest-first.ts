import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { BaseSequencer, type TestModule, type TestSpecification, type Vitest } from 'vitest/node'

const ROOT = new URL('..', import.meta.url).pathname
/**
 * Seconds that files of tests took in the last whole run, tracked so that a fresh clone knows them as well.
 * Whoever runs the whole suite and finds it changed commits it.
 */
const TIMES = new URL('times.json', import.meta.url)
/** Shorter ones make no difference in whatever order they come. */
const LEAST_S = 10
/** A time is written anew where it is this much more or less: machines differ, and an order need only be about right. */
const CHANGED = 2

type Times = Readonly<Record<string, number>>

const readTimes = (): Times => {
  try {
    return JSON.parse(readFileSync(TIMES, 'utf8')) as Times
  } catch {
    return {}
  }
}

/** Writes down how long files took, for the next run. */
const writeTimes = (modules: readonly TestModule[]): void => {
  const before = readTimes()
  const now = modules.flatMap((module): readonly (readonly [string, number])[] => {
    const path = relative(ROOT, module.moduleId)
    const seconds = Math.round(module.diagnostic().duration / 1000)
    const known = before[path] ?? 0
    const isChanged = seconds > known * CHANGED || seconds * CHANGED < known
    if (seconds < LEAST_S && (known === 0 || isChanged)) return []
    return [[path, isChanged ? seconds : known]]
  })
  const times: Times = Object.fromEntries(now.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const textOf = (all: Times): string => `${JSON.stringify(all, undefined, 2)}\n`
  if (textOf(times) !== textOf(before)) writeFileSync(TIMES, textOf(times))
}

/**
 * Runs the files that take long before all others, the longest first: what runs for minutes must not begin
 * when all else has ended, with the other workers idle.
 */
export class SlowestFirst extends BaseSequencer {
  constructor(vitest: Vitest) {
    super(vitest)
    vitest.onClose(async () => {
      const ran = vitest.state.getTestModules()
      // Of a part of the files nothing is told of the others.
      if (ran.length === (await vitest.globTestSpecifications()).length) writeTimes(ran)
    })
  }

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const times = readTimes()
    const timeOf = ({ moduleId }: TestSpecification): number => times[relative(ROOT, moduleId)] ?? 0
    return usual.toSorted((a, b) => timeOf(b) - timeOf(a))
  }
}
