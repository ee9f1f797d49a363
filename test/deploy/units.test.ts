import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGiven } from '../../scripts/commands/command.ts'
import { COMMANDS } from '../../scripts/commands/table.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const units = globSync('scripts/deploy/*.{service,timer}', { cwd: ROOT })

test('systemd finds nothing wrong with the units', () => {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', ...units], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect([status, stdout, stderr]).toEqual([0, '', ''])
})

test('what the units start is a command that there is, with options that it has', () => {
  const started = units.flatMap((unit) => [
    ...readFileSync(`${ROOT}${unit}`, 'utf8').matchAll(/^ExecStart=.*bots\/dist\/amin\.js (\S+) (.*)$/gm),
  ])
  expect(started.length).toBeGreaterThan(0)
  for (const [, name = '', options = ''] of started) {
    const command = COMMANDS[name]
    expect([name, command]).not.toEqual([name, undefined])
    if (command !== undefined) expect(readGiven(command, options.split(' '))).not.toHaveProperty('misuse')
  }
})

test('nothing is written by a unit but where it says so, and nobody gains rights in it', () => {
  for (const unit of units.filter((name) => name.endsWith('.service'))) {
    const text = readFileSync(`${ROOT}${unit}`, 'utf8')
    for (const line of [
      'User=amin',
      'ProtectSystem=strict',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'UMask=0077',
      'PrivateTmp=yes',
    ])
      expect([unit, line, text.split('\n').includes(line)]).toEqual([unit, line, true])
  }
})
