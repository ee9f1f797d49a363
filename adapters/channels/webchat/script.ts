import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

const IMPORT = /^import\s*\{([^}]*)\}\s*from\s*'(\.[^']+\.ts)'\s*$/gm
const EXPORT = /^export (?=(?:const|let|function|async function|class) )/gm
const COMMENT = /^[ \t]*(?:\/\*\*?[\s\S]*?\*\/|\/\/.*)[ \t]*$/gm
const EMPTY_LINES = /[ \t]*\n(?:[ \t]*\n)*/g

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

/** The modules of a page in the order in which they are to run, without types, imports and exports. */
const readModules = (entry: string): ReadonlyMap<string, string> => {
  const bodies = new Map<string, string>()
  const seen = new Set<string>()
  const add = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const code = strip(readFileSync(file, 'utf8'))
    const body = code.replaceAll(IMPORT, (_, names: string, path: string) => {
      if (/\bas\b/.test(names)) throw new Error('a page module renames an import')
      add(join(dirname(file), path))
      return ''
    })
    bodies.set(file, body.replaceAll(EXPORT, ''))
  }
  add(entry)
  return bodies
}

/** The files that a script is linked from. */
export const scriptFiles = (entry: string): readonly string[] => [...readModules(entry).keys()]

/**
 * The page's modules as one script without types, imports and comments: one request, and no module
 * support needed. Modules share one scope, so top-level names are unique among them, imports are
 * not renamed, and `new Script` refuses the whole where that is broken.
 */
export const linkScript = (entry: string): string => {
  const code = [...readModules(entry).values()]
    .join('\n')
    .replaceAll(COMMENT, '')
    .replaceAll(EMPTY_LINES, '\n')
  const linked = `'use strict'\n;(() => {${code}})()\n`
  void new Script(linked)
  return linked
}
