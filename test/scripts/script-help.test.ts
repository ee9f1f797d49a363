import { execFile } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { BENCHES } from '../../scripts/bench/benches.ts'

const root = new URL('../..', import.meta.url)

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string }
const call = (file: string, ...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [file, ...words], { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })

/** Wrong values of each script; a line in its help for each of `knows`. */
const SCRIPTS = [
  {
    file: 'scripts/bench/main.ts',
    knows: [...Object.keys(BENCHES), '--smallest', '--limit SECONDS', '--cases N', '--dir DIR', '--each'],
    wrong: [['--cases', '0'], ['--limit', '1.5'], ['people'], ['people', '--dir', 'nowhere']],
  },
  {
    file: 'scripts/fuzz/main.ts',
    knows: ['--inputs N', '--seed S', '--way W'],
    wrong: [
      ['--inputs', 'many'],
      ['--way', 'post'],
    ],
  },
  {
    file: 'scripts/mutants/main.ts',
    knows: ['--places N', '--seed S', '--jobs N'],
    wrong: [['--places=-1'], ['nowhere']],
  },
  {
    file: 'scripts/learn/main.ts',
    knows: ['--danger', '--sayings', '--subjects', '--facts', '--sentences', '--curve'],
    wrong: [['--facts', '--curve']],
  },
  { file: 'scripts/learn/add.ts', knows: ['--voices WHO', '--second'], wrong: [['NN.jsonl']] },
  {
    file: 'scripts/texts/main.ts',
    knows: ['--sheet', '--screens', '--language LANGUAGE'],
    wrong: [[], ['--sheet', '--language', 'fr']],
  },
] as const

describe.each(SCRIPTS)('$file', ({ file, knows, wrong }) => {
  test('says in its help what it does, with a line for each thing that it knows; the same and no stack after what it does not know', async () => {
    const [long, short, unknown] = await Promise.all([
      call(file, '--help'),
      call(file, '-h'),
      call(file, '--nothing-of-that-name'),
    ])
    expect(long).toMatchObject({ code: 0, stderr: '' })
    expect(short).toEqual(long)
    expect(long.stdout).toMatch(/^usage: npm run -s /)
    for (const known of knows)
      expect(long.stdout.split('\n').filter((line) => line.startsWith(`  ${known}  `))).toHaveLength(1)
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toMatch(/^[a-z:]+: [^\n]*'--nothing-of-that-name'\n\n/)
    expect(unknown.stderr.slice(unknown.stderr.indexOf('\n\n') + 2)).toBe(long.stdout)
  })

  test.each(wrong.map((words) => [words]))('refuses %j in one line', async (words) => {
    const { code, stdout, stderr } = await call(file, ...words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^[a-z:]+: [^\n]+\n$/)
  })
})

test('an unknown bench is named, with the list of those that there are', async () => {
  const { code, stderr } = await call('scripts/bench/main.ts', 'telegram', 'telegraph')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^bench: there is no "telegraph"\n/)
  for (const name of Object.keys(BENCHES)) expect(stderr).toMatch(new RegExp(`^  ${name} `, 'm'))
})
