import { readFileSync, rmSync } from 'node:fs'

/**
 * `node prune.ts` beside package-lock.json, after `npm ci --omit=dev`: npm leaves packages that
 * development needs and that something else would use if they were there (measured: better-auth
 * names vitest and react so, and vite, rolldown and 40 more come with them). Nothing that runs asks
 * for them, so they go. What is optional to Amin itself goes as well: that is a Node for machines
 * that have another, and an image has the right one.
 */
type Package = {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}
type Packages = Readonly<Record<string, Package>>

const packagesOf = (lock: string): Packages => (JSON.parse(lock) as { readonly packages: Packages }).packages

/** Where Node finds `name` from a package: in its own folder, or that of one above it. */
const find = (packages: Packages, from: string, name: string): string | undefined => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[path] !== undefined) return path
    if (folder === '') return undefined
  }
}

const needs = ({
  dependencies,
  optionalDependencies,
  peerDependencies = {},
  peerDependenciesMeta,
}: Package): readonly string[] => [
  ...Object.keys({ ...dependencies, ...optionalDependencies }),
  ...Object.keys(peerDependencies).filter((name) => peerDependenciesMeta?.[name]?.optional !== true),
]

/**
 * Paths of the packages of a lock file that the image holds: those that the program's own
 * dependencies lead to.
 */
export const runtimePackages = (lock: string): readonly string[] => {
  const packages = packagesOf(lock)
  const kept = new Set<string>()
  const walk = (from: string, names: readonly string[]): void => {
    for (const name of names) {
      const path = find(packages, from, name)
      if (path === undefined || kept.has(path)) continue
      kept.add(path)
      walk(path, needs(packages[path] ?? {}))
    }
  }
  walk('', Object.keys(packages['']?.dependencies ?? {}))
  return [...kept]
}

if (import.meta.main) {
  const lock = readFileSync('package-lock.json', 'utf8')
  const kept = new Set(runtimePackages(lock))
  for (const path of Object.keys(packagesOf(lock)))
    if (path !== '' && !kept.has(path)) rmSync(path, { recursive: true, force: true })
  rmSync('node_modules/.bin', { recursive: true, force: true })
}
