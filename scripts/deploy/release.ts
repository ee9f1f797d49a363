import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBuilt } from '../../adapters/console/server/http/built.ts'
import { runtimePackages } from './prune.ts'
import { licenceTexts } from './third-party.ts'

/**
 * `npm run release [-- FOLDER]`: one archive that runs where it is unpacked, with Node alone:
 * sources, the built program and page, and the packages that run, none that only development needs.
 * Those packages hold native code of this kind of machine, so its name says which that is.
 */
const ROOT = new URL('../../', import.meta.url).pathname
const FILES = [
  'package.json',
  'package-lock.json',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'bots',
  'core',
  'adapters',
  'scripts',
]
const MODULES = 'node_modules'

const fail = (what: string): never => {
  process.stderr.write(`release: ${what}\n`)
  process.exit(1)
}

/** Copies what a release holds into a folder that is empty. */
export const layOut = (to: string): void => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  for (const name of FILES)
    cpSync(join(ROOT, name), join(to, name), { recursive: true, preserveTimestamps: true })
  for (const path of runtimePackages(lock)) {
    const from = join(ROOT, path)
    // For other machines than this one.
    if (!existsSync(from)) continue
    cpSync(from, join(to, path), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.slice(from.length).includes(`/${MODULES}`),
    })
  }
  writeFileSync(join(to, 'THIRD-PARTY.txt'), licenceTexts(ROOT, lock))
}

if (import.meta.main) {
  for (const [dir, entry] of [
    ['bots/dist', 'main.js'],
    ['adapters/console/ui/dist', 'index.html'],
  ] as const)
    if (readBuilt(join(ROOT, dir), ROOT, entry) !== 'current')
      fail(`${dir} is not built from these sources: give npm run build`)
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string
  }
  const name = `amin-${version}-${process.platform}-${process.arch}`
  const folder = process.argv[2] ?? '.'
  const work = mkdtempSync(join(tmpdir(), 'amin-release-'))
  try {
    mkdirSync(join(work, name))
    layOut(join(work, name))
    const file = join(folder, `${name}.tar.gz`)
    // The same files give the same archive, whoever makes it and when.
    const order = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0']
    const { status, stderr } = spawnSync('tar', [...order, '-I', 'gzip -6n', '-cf', file, '-C', work, name], {
      encoding: 'utf8',
    })
    if (status !== 0) fail(stderr.trim())
    const files = globSync('**', { cwd: join(work, name) }).length
    process.stdout.write(`${file}: ${(statSync(file).size / 1_048_576).toFixed(0)} MB, ${files} files\n`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
