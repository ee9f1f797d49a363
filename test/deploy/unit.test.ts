import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SETTINGS } from '../../bots/config.ts'
import { find, PATH } from '../../adapters/confine/find.ts'

const file = new URL('../../scripts/deploy/amin.service', import.meta.url).pathname
const text = readFileSync(file, 'utf8')
const valuesOf = (name: string): readonly string[] =>
  text.split('\n').flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []))

test('the unit leaves Amin two folders, no right of root and no way to gain one', () => {
  for (const [name, value] of [
    ['User', 'amin'],
    ['ProtectSystem', 'strict'],
    ['ProtectHome', 'yes'],
    ['PrivateTmp', 'yes'],
    ['NoNewPrivileges', 'yes'],
    ['CapabilityBoundingSet', ''],
    ['StateDirectoryMode', '0700'],
    ['SystemCallArchitectures', 'native'],
  ] as const)
    expect(valuesOf(name), name).toEqual([value])
})

test('it allows what puts readers of files into a world of their own, and sets nothing that would refuse it', () => {
  const namespaces = valuesOf('RestrictNamespaces').join(' ').split(' ')
  for (const kind of ['user', 'mnt', 'pid', 'ipc', 'net']) expect(namespaces).toContain(kind)
  expect(valuesOf('SystemCallFilter').join(' ').split(' ')).toEqual(
    expect.arrayContaining(['@system-service', '@mount', 'unshare']),
  )
  for (const name of [
    'ProtectKernelTunables',
    'ProtectKernelLogs',
    'ProtectProc',
    'ProcSubset',
    'MemoryDenyWriteExecute',
  ])
    expect(valuesOf(name), name).toEqual([])
})

test('its settings are settings of Amin', () => {
  const names = valuesOf('Environment').flatMap((line) =>
    [...line.matchAll(/(AMIN_\w+)=/g)].map(([, name]) => name),
  )
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(SETTINGS).toContain(name)
})

test('systemd itself finds no fault in it', () => {
  if (find(PATH, 'systemd-analyze') === undefined) {
    process.stderr.write('left out: no systemd-analyze on this machine\n')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'amin-unit-'))
  try {
    // Its user and its folder are made by who installs it.
    const here = text
      .replaceAll('User=amin', 'User=nobody')
      .replaceAll('Group=amin', 'Group=nogroup')
      .replace('/opt/amin', '/tmp')
    writeFileSync(join(folder, 'amin.service'), here)
    const said = execFileSync(
      'sh',
      ['-c', `systemd-analyze verify ${join(folder, 'amin.service')} 2>&1 || true`],
      { encoding: 'utf8' },
    )
    expect(
      said.split('\n').filter((line) => line.includes('amin.service:') && !line.includes('Special user')),
    ).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
