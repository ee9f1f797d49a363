import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readBuilt, stampOf } from '../../../adapters/console/server/http/built.ts'

const ROOT = new URL('../../../', import.meta.url).pathname
const base = mkdtempSync(join(tmpdir(), 'amin-built-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

test('a page is current only while every source that it was built from is as it was', () => {
  const ui = join(base, 'dist')
  const put = (path: string, text: string): void => writeFileSync(join(base, path), text)
  put('page.ts', 'one')
  put('words.ftl', 'two')
  put('package-lock.json', '{}')
  expect(readBuilt(ui, base, 'index.html')).toBe('missing')
  mkdirSync(ui)
  put('dist/index.html', '<html>')
  // A build of before there were stamps.
  expect(readBuilt(ui, base, 'index.html')).toBe('older')
  const { fileName, source } = stampOf(base, ['page.ts', 'words.ftl'])
  put(join('dist', fileName), source)
  expect(readBuilt(ui, base, 'index.html')).toBe('current')
  for (const path of ['page.ts', 'words.ftl', 'package-lock.json']) {
    const before = readFileSync(join(base, path), 'utf8')
    put(path, `${before} `)
    expect([path, readBuilt(ui, base, 'index.html')]).toEqual([path, 'older'])
    put(path, before)
  }
  expect(readBuilt(ui, base, 'index.html')).toBe('current')
  // An image holds no lock file; a source that is gone is another matter.
  rmSync(join(base, 'package-lock.json'))
  expect(readBuilt(ui, base, 'index.html')).toBe('current')
  rmSync(join(base, 'words.ftl'))
  expect(readBuilt(ui, base, 'index.html')).toBe('older')
})

test('the real build names its sources, texts, styles and what it shares with the server among them', () => {
  const out = join(base, 'real')
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', 'adapters/console/ui', '--outDir', out, '--logLevel', 'error'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  expect([status, stderr]).toEqual([0, ''])
  const paths = readFileSync(join(out, 'built.stamp'), 'utf8')
    .split('\n')
    .map((line) => line.split('  ')[1])
  for (const path of [
    'adapters/console/ui/main.tsx',
    'adapters/console/ui/locales/ar.ftl',
    'adapters/console/ui/styles/chat.css',
    'adapters/console/ui/index.html',
    'adapters/console/ui/feed/worker.ts',
    'package-lock.json',
  ])
    expect([path, paths.includes(path)]).toEqual([path, true])
  expect(paths.filter((path) => path?.includes('node_modules') === true)).toEqual([])
  expect(readBuilt(out, ROOT, 'index.html')).toBe('current')
})
