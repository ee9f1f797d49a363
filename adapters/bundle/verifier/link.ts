import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { basename, dirname, join } from 'node:path'

const IMPORT = /^import\s*\{([^}]*)\}\s*from\s*'([^']+)'\s*$/gm
const EXPORTED = /^export const (\w+)/gm
const EXPORT = /^export (?=const )/gm

/**
 * Node warns on stderr that the function below is young. An operator can do nothing with that, so
 * this one warning is held back while it runs; every other passes.
 */
const strip = (source: string): string => {
  const warn = process.emitWarning.bind(process)
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    if (!String(warning).startsWith('stripTypeScriptTypes'))
      Reflect.apply(warn, undefined, [warning, ...rest])
  }
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = warn
  }
}

/**
 * What stays of a run of blanks that took the place of a type: the space on its far side, where
 * there was one.
 */
const remainder = (source: string): string =>
  source.trim() === '' ? source : source.endsWith(' ') ? ' ' : ''

/**
 * The source without its types and without the blanks that Node leaves in their place: somebody who
 * does not trust us has to be able to read it. What was blanked is found by comparing place by
 * place, so no string and no comment is touched.
 */
const withoutTypes = (source: string, file: string): string => {
  const code = strip(source)
  if (code.length !== source.length)
    throw new Error(`types with letters outside ASCII cannot be taken out of ${file}`)
  return code
    .replaceAll(/ +/g, (run, at: number) => remainder(source.slice(at, at + run.length)))
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
}

const scopeName = (file: string): string =>
  basename(file, '.ts').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

export type Linked = {
  /** What is taken from Node itself, each line once. */
  readonly imports: string
  /** One scope a module, in order of need. */
  readonly code: string
  /** The scope that holds what the entry exports. */
  readonly entry: string
}

/**
 * A module and all that it imports as one program that imports nothing but Node's own modules: each
 * becomes a scope of its own, so that names need not differ between them. Throws where a module is
 * not in the simple form that this takes.
 */
export const linkModules = (entry: string): Linked => {
  const scopes: string[] = []
  const seen = new Map<string, string>()
  const builtIn = new Map<string, Set<string>>()
  const add = (file: string): string => {
    const known = seen.get(file)
    if (known !== undefined) return known
    const name = `${scopeName(file)}Module`
    if ([...seen.values()].includes(name))
      throw new Error(`two modules of the verifier are called ${basename(file)}`)
    seen.set(file, name)
    const code = withoutTypes(readFileSync(file, 'utf8'), file)
    const exported = [...code.matchAll(EXPORTED)].map(([, one]) => one)
    const body = code
      .replaceAll(IMPORT, (_, names: string, from: string) => {
        if (/\bas\b/.test(names)) throw new Error('a module of the verifier renames an import')
        const taken = names.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
        if (from.startsWith('node:')) {
          builtIn.set(from, new Set([...(builtIn.get(from) ?? []), ...taken]))
          return ''
        }
        const scope = add(join(dirname(file), from))
        return taken.length === 0 ? '' : `const { ${taken.join(', ')} } = ${scope}`
      })
      .replaceAll(EXPORT, '')
      .trim()
    if (/^(?:import|export)\b/m.test(body))
      throw new Error(`${basename(file)} imports or exports in a way that cannot be linked`)
    scopes.push(
      `// ${basename(file)}\nconst ${name} = (() => {\n${body}\nreturn { ${exported.join(', ')} }\n})()\n`,
    )
    return name
  }
  const name = add(entry)
  const imports = [...builtIn]
    .map(([from, names]) => `import { ${[...names].sort().join(', ')} } from '${from}'\n`)
    .sort()
  return { imports: imports.join(''), code: scopes.join('\n'), entry: name }
}
