import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { helpOf, readGiven } from '../../scripts/commands/command.ts'
import { COMMANDS } from '../../scripts/commands/table.ts'
import { runCommand } from '../build/command.ts'
import { makeDataDir } from '../journey/amin-process.ts'
import { sameClock } from '../same-clock.ts'
import { builtCommands } from '../build/built.ts'

vi.setConfig({ testTimeout: 60_000 })

const AMIN = builtCommands()

const aDataDir = (): string => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  return dir
}

const amin = (words: readonly string[], input = '', settings: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [AMIN, ...words], {
    env: { PATH: process.env['PATH'], HOME: tmpdir(), ...sameClock(), ...settings },
    cwd: tmpdir(),
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr }
}

describe('a reader that has enough', () => {
  test('ends a command without a word, even one whose input never ends', async () => {
    const child = spawn(process.execPath, [AMIN, 'assess'], {
      env: { PATH: process.env['PATH'] },
      cwd: tmpdir(),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const said: string[] = []
    child.stderr.setEncoding('utf8').on('data', (text: string) => void said.push(text))
    child.stdin.on('error', () => undefined)
    const more = (): void => {
      while (child.stdin.writable && child.stdin.write(`${JSON.stringify({ id: 1, text: 'hello' })}\n`));
    }
    child.stdin.on('drain', more)
    child.stdout.once('data', () => child.stdout.destroy())
    more()
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
    expect(said).toEqual([])
  })
})

describe('amin assess', () => {
  test("reads what Windows' editors write: a mark of the encoding, and two signs at the end of a line", () => {
    const { status, stdout, stderr } = amin(
      ['assess'],
      '\uFEFF{"id":"a","text":"hello"}\r\n\r\n{"id":"b","text":"hello"}\r\n',
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringContaining('"id":"a"'),
      expect.stringContaining('"id":"b"'),
    ])
  })

  test('says of each danger which words told it, who heard it, and whether that is sure or to be asked about', () => {
    const sure = 'hello. I am 15 years old and he wants money'
    const { stdout } = amin(['assess'], `${JSON.stringify({ id: 1, text: sure })}\n`)
    const { crisis, asks, why } = JSON.parse(stdout)
    expect([crisis, asks]).toEqual([['minor'], []])
    expect(why).toContainEqual(
      expect.objectContaining({ label: 'minor', witness: expect.stringMatching(/^minor\//), sure: true }),
    )
    const [{ start, end }] = why
    expect(sure.slice(start, end)).toContain('15')
  })

  test('reads by both readers, and names the second one as the witness; by the first alone where that is switched off', () => {
    const oblique = 'I put everything in order so that mother finds it easy'
    const heard = (env: Readonly<Record<string, string>>) => {
      const { stdout } = amin(['assess'], `${JSON.stringify({ id: 1, text: oblique })}\n`, env)
      const { asks, why } = JSON.parse(stdout) as {
        readonly asks: readonly string[]
        readonly why: readonly { readonly witness: string; readonly sure: boolean }[]
      }
      return { asks, why: why.map(({ witness, sure }) => [witness, sure]) }
    }
    expect(heard({})).toEqual({ asks: ['self_harm'], why: [['sentences', false]] })
    expect(heard({ AMIN_READ_SENTENCES: 'off' })).toEqual({ asks: [], why: [] })
  })

  test('rates what is only to be asked about no more urgent for it, as the bot does while it asks', () => {
    const { stdout } = amin(['assess'], `${JSON.stringify({ id: 1, text: 'I cannot go on' })}\n`)
    const { crisis, asks, severity } = JSON.parse(stdout)
    expect([crisis, asks, severity]).toEqual([[], ['self_harm'], 'P4'])
  })
})

describe('amin agent add', () => {
  test('refuses what is no e-mail address, and says how it is called', () => {
    const { status, stdout, stderr } = amin(['agent', 'add', 'nobody', '--name', 'N'], '', {
      AMIN_DATA: aDataDir(),
    })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^amin agent add: say EMAIL [^\n]+\n$/)
  })
})

describe('the key of another store', () => {
  test('is a wrong setting, not a store that does not hold', () => {
    const dir = aDataDir()
    expect(amin(['doctor'], '', { AMIN_DATA: dir })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('ok    checkpoints: none yet\n'),
    })
    writeFileSync(join(dir, 'master.key'), randomBytes(32).toString('base64'))
    expect(amin(['verify', '--store'], '', { AMIN_DATA: dir })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'amin: the master key does not open this store\n',
    })
  })
})

describe('what stands after a command', () => {
  const hold = (...args: readonly string[]) => readGiven(COMMANDS['hold']!, ['CODE', ...args])
  const reasonOf = (given: ReturnType<typeof readGiven>): string | undefined =>
    given === 'help' || 'misuse' in given ? undefined : given.text('reason')

  test('a value keeps every sign of it: all after the first "=", and a dash at its beginning', () => {
    expect(reasonOf(hold('--reason=ticket=42'))).toBe('ticket=42')
    expect(reasonOf(hold('--reason=--urgent appeal'))).toBe('--urgent appeal')
    expect(reasonOf(hold('--reason', 'ticket=42'))).toBe('ticket=42')
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(reasonOf(hold(`--reason=${value}`))).toBe(value)
      }),
    )
  })

  test('an address with options of its own reaches the store whole', () => {
    const given = readGiven(COMMANDS['store migrate']!, ['--to=mongodb://h/zz?replicaSet=amin'])
    expect(given === 'help' || 'misuse' in given ? undefined : given.text('to')).toBe(
      'mongodb://h/zz?replicaSet=amin',
    )
  })

  test('an option may stand several times where it is a list', () => {
    const given = readGiven(COMMANDS['export']!, ['CODE', '--recipient', 'age1a', '--recipient=age1b'])
    expect(given === 'help' || 'misuse' in given ? undefined : given.list('recipient')).toEqual([
      'age1a',
      'age1b',
    ])
  })

  test.each([
    ['an unknown option', 'case list', ['--bogus'], /--bogus/],
    ['a word too many', 'case list', ['stray'], /"stray" is one word too many/],
    ['a missing word', 'case show', [], /say CODE/],
    ['a missing value', 'hold', ['CODE', '--reason'], /--reason/],
    ['a value for a flag', 'doctor', ['--json=yes'], /--json/],
  ] as const)('%s is named', (_, name, args, told) => {
    expect(readGiven(COMMANDS[name]!, args)).toEqual({ misuse: expect.stringMatching(told) })
  })

  test.each(Object.keys(COMMANDS))(
    '%s tells what it is with -h and with --help, and each of its options',
    (name) => {
      for (const word of ['-h', '--help']) expect(readGiven(COMMANDS[name]!, [word])).toBe('help')
      const help = helpOf(name, COMMANDS[name]!)
      for (const option of Object.keys(COMMANDS[name]!.options ?? {})) expect(help).toContain(`--${option}`)
    },
  )
})

describe('amin', () => {
  test('says its version, helps without any setting, and names what begins with a word', () => {
    expect(amin(['--version'])).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^amin \d+\.\d+\.\d+\n$/),
      stderr: '',
    })
    expect(amin(['case', 'list', '--help'], '', { AMIN_STORE: 'nonsense' })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('usage: npm run -s amin -- case list [--status S]'),
    })
    const { status, stderr } = amin(['case'])
    expect([status, stderr]).toEqual([2, expect.stringMatching(/case list[^]*case show/)])
    expect(amin(['nothing'])).toMatchObject({ status: 2, stderr: expect.stringContaining('"nothing"') })
  })

  test('lets a lone administrator back in who lost the password and the telephone', async () => {
    const config = readConfig({ AMIN_DATA: aDataDir() }) as Config
    expect((await runCommand(config, 'agent reset', ['nobody@example.org'])).code).toBe(1)
    await runCommand(config, 'agent add', ['sole@example.org', '--name', 'Sole', '--role', 'admin'])
    const { code, printed } = await runCommand(config, 'agent reset', ['Sole@example.org', '--factor'])
    expect([code, printed]).toEqual([0, [expect.stringMatching(/^https?:\/\//)]])
  })

  test('gives whoever it adds no team and no case that was not named, and says so', async () => {
    const config = readConfig({ AMIN_DATA: aDataDir() }) as Config
    const added = await runCommand(config, 'agent add', ['noor@example.org', '--name', 'Noor'])
    expect(added.said).toContainEqual(expect.stringContaining('they see no case until they are given teams'))
    const made = await runCommand(config, 'api-key create', ['--scope', 'read'])
    expect(made.said).toContainEqual(expect.stringContaining('it sees no case'))
    const all = await runCommand(config, 'api-key create', ['--scope', 'read', '--teams', 'all'])
    expect(all.said).toEqual([])
    const listed = (await runCommand(config, 'api-key list', [])).printed.map(
      (line) => (JSON.parse(line) as { readonly teams?: readonly string[] }).teams,
    )
    expect(listed).toHaveLength(2)
    expect(listed).toContainEqual([])
    expect(listed).toContain(undefined)
  })

  test('knows of a team that was switched off in the console, and adds nobody and no key for it', async () => {
    const config = readConfig({ AMIN_DATA: aDataDir() }) as Config
    const foundation = await openFoundation(config, makeMemoryLog())
    const body = JSON.stringify([{ id: 'financial', on: false }])
    const at = foundation.ports.clock.now()
    expect(await foundation.settings.keep({ name: 'teams', version: 1, at, by: 'noor', body })).toBe(true)
    await foundation.close()
    const noor = ['noor@example.org', '--name', 'Noor', '--teams']
    const refused = await runCommand(config, 'agent add', [...noor, 'violence,financial'])
    expect(refused).toMatchObject({ code: 2, printed: [] })
    expect(refused.said.join()).toMatch(/comma list of (?!.*financial).*violence/)
    const key = ['--scope', 'read', '--teams', 'financial']
    expect(await runCommand(config, 'api-key create', key)).toMatchObject({ code: 2, printed: [] })
    expect((await runCommand(config, 'agent add', [...noor, 'violence'])).code).toBe(0)
  })

  test('lists keys and ends one, which is then gone from the list', async () => {
    const config = readConfig({ AMIN_DATA: aDataDir() }) as Config
    await runCommand(config, 'api-key create', ['--scope', 'read', '--name', 'ministry'])
    const [key] = (await runCommand(config, 'api-key list', [])).printed.map(
      (line) => JSON.parse(line) as { id: string; name: string },
    )
    expect(key).toMatchObject({ name: 'ministry', scopes: ['read'] })
    expect((await runCommand(config, 'api-key end', [key!.id])).code).toBe(0)
    expect((await runCommand(config, 'api-key list', [])).printed).toEqual([])
    expect((await runCommand(config, 'api-key end', [key!.id])).code).toBe(1)
  })

  test('doctor writes one JSON object a line where a program asks', async () => {
    const config = readConfig({ AMIN_DATA: aDataDir() }) as Config
    const { printed } = await runCommand(config, 'doctor', ['--json'])
    const rows = printed.map((line) => JSON.parse(line) as { level: string; what: string; says: string })
    expect(rows).toContainEqual({ level: 'ok', what: 'store', says: '0 cases' })
    expect(rows.every(({ level, what }) => ['ok', 'warn', 'fault'].includes(level) && what !== '')).toBe(true)
  })
})
