import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, expect, test } from 'vitest'

const TRACE = new URL('../../scripts/build/trace.ts', import.meta.url).href
const folder = mkdtempSync(join(tmpdir(), 'amin-trace-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the stack of an error in the build names files, lines and places of the sources; other files stay as they are', async () => {
  writeFileSync(
    join(folder, 'source.ts'),
    '/** What is left out. */\ntype Nothing = undefined\n\nexport const fail = (): Nothing => {\n  throw new TypeError("it broke")\n}\n',
  )
  const build = await rolldown({ input: join(folder, 'source.ts') })
  const minify = { compress: false, mangle: false, codegen: { removeWhitespace: true } }
  await build.write({
    dir: join(folder, 'dist'),
    format: 'esm',
    sourcemap: true,
    minify,
    entryFileNames: 'built.js',
  })
  await build.close()
  writeFileSync(
    join(folder, 'call.mjs'),
    `import { traceSources } from ${JSON.stringify(TRACE)}\ntraceSources(${JSON.stringify(join(folder, 'dist'))})\nconst { fail } = await import('./dist/built.js')\ntry {\n  fail()\n} catch (error) {\n  console.log(error.stack)\n}\n`,
  )
  const { stdout } = spawnSync(process.execPath, [join(folder, 'call.mjs')], { encoding: 'utf8' })
  const [head, first, second] = stdout.split('\n')
  expect(head).toBe('TypeError: it broke')
  expect(first).toBe(`    at fail (${join(folder, 'source.ts')}:5:9)`)
  expect(second).toMatch(/call\.mjs:5:3\)?$/)
})
