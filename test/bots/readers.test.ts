import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openConfinement, type Held } from '../../adapters/confine/index.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { startApp } from '../../bots/compose.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { describeHeld, hiddenOf, missingPrograms, openReaders } from '../../bots/readers.ts'
import { runCommand } from '../build/command.ts'
import { makeDataDir } from '../journey/amin-process.ts'

vi.setConfig({ testTimeout: 120_000 })

const WHOLE: Held = {
  by: 'bubblewrap',
  files: true,
  network: true,
  processes: true,
  limits: true,
  refused: false,
}

test('what holds the readers of files is said in a line, and each thing that does not', () => {
  expect(describeHeld(WHOLE)).toBe('held by bubblewrap: no data folder, no network, no other process')
  expect(describeHeld({ ...WHOLE, by: 'landlock', network: false, processes: false })).toBe(
    'held by landlock, but they can reach the network, they can signal other processes',
  )
  expect(describeHeld({ ...WHOLE, by: 'none', files: false, limits: false })).toBe(
    'held by none, but they can see the data folder and keys, nothing bounds their memory and processor',
  )
  expect(describeHeld({ ...WHOLE, by: 'none', files: false, refused: true })).toMatch(
    /^refused: this is root/,
  )
})

test('a program without which something of a file is not read is named where it is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-path-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  expect(missingPrograms(folder)).toEqual(['ffmpeg', 'ffprobe', 'perl'])
  writeFileSync(join(folder, 'ffprobe'), '', { mode: 0o755 })
  // A folder of that name runs nothing.
  mkdirSync(join(folder, 'perl'))
  expect(missingPrograms(folder)).toEqual(['ffmpeg', 'perl'])
})

test('no reader may see the data folder, nor where keys, the store, the witness and the operator file lie', async () => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  const at = (name: string): string => {
    mkdirSync(join(dir, name), { recursive: true })
    return join(dir, name)
  }
  const config = readConfig({
    AMIN_DATA: at('data'),
    AMIN_MASTER_KEY_FILE: join(at('master'), 'master.key'),
    AMIN_CHECKPOINT_KEY_FILE: join(at('checkpoint'), 'checkpoint.key'),
    AMIN_WITNESS: at('witness'),
    AMIN_STORE: `sqlite:${join(at('store'), 'amin.db')}`,
  }) as Config
  const operatorFile = join(at('operator'), 'operator.json')
  const folders = ['data', 'master', 'checkpoint', 'witness', 'store', 'operator'].map((name) =>
    join(dir, name),
  )
  // A world that holds only what is named hides all else by itself; the others hide what this list says.
  expect([...new Set(hiddenOf({ ...config, operatorFile }))].toSorted()).toEqual(folders.toSorted())
  const { held, before } = await openReaders({ ...config, operatorFile }, makeMemoryLog())()
  const files = folders.map((folder) => join(folder, 'secret'))
  for (const file of files) writeFileSync(file, '')
  const look = 'for file; do [ -e "$file" ] && echo "$file"; done; exit 0'
  const [program = '', ...rest] = [...before, '/bin/sh', '-c', look, 'sh', ...files]
  const { stdout, status } = spawnSync(program, rest, { cwd: '/', encoding: 'utf8' })
  expect([status, stdout]).toEqual([0, held.files ? '' : files.map((file) => `${file}\n`).join('')])
})

test('readiness and doctor say what holds the readers here, and which programs are missing', async () => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  const config = readConfig({ AMIN_DATA: dir, AMIN_ROLES: 'worker,console', AMIN_PORT: '0' }) as Config
  const { held } = await openConfinement()()
  const missing = missingPrograms()
  const app = await startApp(config, { official: {} }, makeMemoryLog())
  try {
    const answer = await fetch(`${app.http?.url ?? ''}/readyz`)
    const { parts } = (await answer.json()) as { parts: Record<string, string> }
    expect(parts['readers']).toBe(describeHeld(held))
    expect(parts['tools']).toBe(missing.length === 0 ? undefined : `missing: ${missing.join(', ')}`)
  } finally {
    await app.stop()
  }
  const { printed } = await runCommand(config, 'doctor', ['--inside'])
  expect(printed).toContainEqual(expect.stringMatching(/^(?:ok|warn|FAULT) +readers of files: /))
  expect(printed.find((line) => line.includes('readers of files'))).toContain(describeHeld(held))
  expect(printed.find((line) => line.includes(' tools: '))).toMatch(
    missing.length === 0
      ? /^ok {4}tools: ffmpeg, ffprobe and perl are there$/
      : `${missing.join(', ')} missing`,
  )
})
