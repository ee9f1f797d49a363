import { existsSync, globSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { stampOf } from '../../adapters/console/server/http/built.ts'
import { SCRIPTS } from '../../adapters/channels/webchat/assets.ts'
import { checkContent } from '../../bots/check-content.ts'
import { pageFile } from '../../adapters/channels/webchat/folder.ts'
import { scriptFiles } from '../../adapters/channels/webchat/script.ts'
import { APART, CHILDREN } from './entries.ts'
import { inlineAssets, keepPlaces } from './inline.ts'
import { warm } from './warm.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const isApart = (id: string): boolean =>
  id.startsWith('node:') || APART.some((name) => id === name || id.startsWith(`${name}/`))

/** What is taken in beside modules: the chat's pages. */
const pageSources = (): readonly string[] => [
  ...Object.values(SCRIPTS).flatMap((module) => scriptFiles(pageFile(module))),
  ...globSync(`${pageFile('')}**/*`, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  ),
]

/**
 * The program in one file for each thing that is loaded by itself, into `dir`, which has to lie as
 * deep as bots/dist: the server, `amin`, and every process that they start. Importing 1,600 modules
 * one by one takes 2 s and twice the memory.
 */
export const bundle = async (dir: string): Promise<void> => {
  const build = await rolldown({
    cwd: ROOT,
    platform: 'node',
    input: {
      main: 'scripts/build/main.ts',
      amin: 'scripts/build/amin.ts',
      ...Object.fromEntries(Object.entries(CHILDREN).map(([source, name]) => [name, source])),
    },
    external: isApart,
    plugins: [keepPlaces(ROOT), inlineAssets(ROOT)],
    logLevel: 'warn',
  })
  const { output } = await build.write({
    dir,
    cleanDir: true,
    format: 'esm',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    sourcemap: true,
    sourcemapExcludeSources: true,
    chunkFileNames: '[name]-[hash].js',
  })
  await build.close()
  const modules = output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []))
  const own = [...modules, ...pageSources()]
    .map((file) => relative(ROOT, file))
    .filter(
      (path) => !path.startsWith('..') && !path.startsWith('node_modules') && existsSync(join(ROOT, path)),
    )
  const stamp = stampOf(ROOT, own)
  writeFileSync(join(dir, stamp.fileName), stamp.source)
}

if (import.meta.main) {
  checkContent()
  const dir = join(ROOT, 'bots/dist')
  // Whole, or not at all: somebody may start it meanwhile.
  const draft = join(ROOT, `bots/dist-${process.pid}`)
  await bundle(draft)
  rmSync(dir, { recursive: true, force: true })
  renameSync(draft, dir)
  if (!(await warm(dir)))
    process.stderr.write('amin: the built program could not be tried here; its first start takes longer\n')
}
