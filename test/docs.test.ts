import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SETTINGS } from '../bots/config.ts'
import { COMMANDS } from '../scripts/commands/table.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const security = readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8')
const section = (title: string): string => readme.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

test('README and code name the same settings', () => {
  const named = [...section('Settings').matchAll(/`((?:AMIN|TELEGRAM|WHATSAPP)[A-Z_]*)`/g)].map((match) => match[1])
  expect(new Set(named)).toEqual(new Set(SETTINGS))
})

test('README and code name the same commands', () => {
  const cells = section('Command line')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
  const named = cells.map((cell) => Object.keys(COMMANDS).find((name) => cell === name || cell.startsWith(`${name} `)) ?? cell)
  expect(new Set(named)).toEqual(new Set(Object.keys(COMMANDS)))
})

test('every file that a promise names is there', () => {
  const files = [...`${readme}${security}`.matchAll(/`((?:core|adapters|bots|test|scripts)\/[\w/.-]+\.ts)`/g)].map(
    (match) => match[1] ?? '',
  )
  expect(files.filter((file) => !existsSync(new URL(`../${file}`, import.meta.url)))).toEqual([])
})
