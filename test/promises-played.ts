import { relative } from 'node:path'
import {
  afterAll,
  beforeAll,
  beforeEach,
  TestRunner,
  type RunnerTestCase,
  type RunnerTestFile,
  type RunnerTestSuite,
} from 'vitest'
import type { App } from '../core/ports/channel.ts'
import { whenPlayed } from './plays.ts'
import { PROMISES } from './promises.ts'

/*
 * The table of promises names the channels on which a test shows one: that test must have opened each of
 * them (test/plays.ts). Looked at in every file that the table names, once its tests have passed.
 */

const ROOT = new URL('..', import.meta.url).pathname
/** What was opened before the tests is opened for all of them. */
const FOR_ALL = ''
const played = new Map<string, Set<App>>()

whenPlayed((app) => {
  const test = TestRunner.getCurrentTest<RunnerTestCase | undefined>()?.id ?? FOR_ALL
  played.set(test, (played.get(test) ?? new Set()).add(app))
})

const testsIn = (suite: Readonly<RunnerTestSuite>): readonly RunnerTestCase[] =>
  suite.tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task) : [task]))

/** A sentence as the tests say that are made of it: `%s` is filled in. */
const asSaid = (sentence: string): RegExp =>
  new RegExp(`^${sentence.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`).replaceAll('%s', '.*')}$`, 's')

let file: RunnerTestFile | undefined

beforeAll(() => {
  played.clear()
  file = undefined
})
beforeEach(({ task }) => {
  file = task.file
})
afterAll(() => {
  if (file === undefined) return
  const path = relative(ROOT, file.filepath)
  const tests = testsIn(file)
  const untrue = PROMISES.flatMap(({ shows }) =>
    shows
      .filter(([name]) => name === path)
      .flatMap(([, sentence, ...on]) => {
        const made = tests.filter(({ name }) => asSaid(sentence).test(name))
        if (made.some(({ result }) => result?.state !== 'pass')) return []
        const opened = new Set(
          [FOR_ALL, ...made.map(({ id }) => id)].flatMap((id) => [...(played.get(id) ?? [])]),
        )
        return on.filter((app) => !opened.has(app)).map((app) => `${app}: ${sentence}`)
      }),
  )
  if (untrue.length > 0)
    throw new Error(
      `test/promises*.ts: shown on a channel that was not opened\n${[...new Set(untrue)].join('\n')}`,
    )
})
