import { expect, test } from 'vitest'
import { makeViews } from '../../adapters/memory/store-views.ts'
import type { Operator } from '../../bots/operator.ts'
import { makeWatch } from '../../bots/watch.ts'
import { hours, minutes, type Instant } from '../../core/base/units.ts'
import { aCase, aCaseRow, at } from '../contract/store-builders.ts'

const NOW = at(hours(10))
const ago = (length: number): Instant => (NOW - length) as Instant
const line = (id: string, lastChecked: string): NonNullable<Operator['hotlines']>[number] => ({
  id,
  name: { ar: 'شرطة', ckb: 'پۆلیس', en: 'Police' },
  number: '104',
  for: ['emergency'],
  source: 'a letter',
  lastChecked,
})

const told = async (
  named: { readonly operator?: Operator; readonly lastBackup?: number } = {},
): Promise<readonly string[]> => {
  const { port, put } = makeViews()
  put(
    aCaseRow(aCase('a'), 1, {
      status: 'waiting',
      severity: 'P1',
      waitingSince: ago(minutes(20)),
      dueAt: ago(minutes(15)),
    }),
  )
  put(
    aCaseRow(aCase('b'), 1, {
      status: 'waiting',
      severity: 'P1',
      waitingSince: ago(minutes(2)),
      dueAt: (NOW + minutes(3)) as Instant,
    }),
  )
  put(
    aCaseRow(aCase('c'), 1, {
      status: 'waiting',
      severity: 'P3',
      waitingSince: ago(hours(2)),
      dueAt: (NOW + hours(5)) as Instant,
    }),
  )
  // Held, closed: nobody waits there.
  put(aCaseRow(aCase('d'), 1, { status: 'agent', severity: 'P1', dueAt: ago(hours(5)) }))
  put(aCaseRow(aCase('e'), 1, { status: 'closed', severity: 'P2' }))
  const watch = makeWatch({
    store: { views: port },
    now: () => NOW,
    operator: named.operator ?? { official: {} },
    confirmed: () => undefined,
    standing: async () => ({
      anchors: [{ id: 'tsa', every: hours(24), last: { no: 1, size: 1, at: ago(hours(3)) } }],
    }),
    lastBackup: () => named.lastBackup,
  })
  return (await watch()).split('\n')
}

test('it tells how long the person waits who waits longest, by severity, and how many wait beyond what was promised', async () => {
  const lines = await told()
  expect(lines).toEqual(
    expect.arrayContaining([
      'amin_people_oldest_seconds{severity="P1"} 1200',
      'amin_people_oldest_seconds{severity="P2"} 0',
      'amin_people_oldest_seconds{severity="P3"} 7200',
      'amin_targets_missed{severity="P1"} 1',
      'amin_targets_missed{severity="P3"} 0',
    ]),
  )
})

test('it tells when checkpoints, authorities and backups last came, 0 where never, and nothing of a backup that is made elsewhere', async () => {
  const lines = await told({ lastBackup: 0 })
  expect(lines).toEqual(
    expect.arrayContaining([
      'amin_checkpoint_timestamp_seconds 0',
      `amin_anchor_timestamp_seconds{anchor="tsa"} ${ago(hours(3)) / 1000}`,
      'amin_backup_timestamp_seconds 0',
    ]),
  )
  expect((await told()).filter((each) => each.includes('backup'))).toEqual([])
})

test('it counts the hotlines that are not shown', async () => {
  const day = new Date(NOW).toISOString().slice(0, 10)
  expect(
    await told({
      operator: {
        official: {},
        hotlines: [line('fresh', day), line('old', '2020-01-01'), line('early', '2999-01-01')],
      },
    }),
  ).toContain('amin_hotlines_overdue 2')
  expect(await told()).toContain('amin_hotlines_overdue 0')
})

test('each of its figures has a word of what it is, and which Amin it comes from', async () => {
  const lines = await told({ lastBackup: 1 })
  const names = new Set(lines.filter((each) => /^[a-z]/.test(each)).map((each) => each.split(/[{ ]/, 1)[0]))
  for (const name of names) expect(lines.filter((each) => each.startsWith(`# HELP ${name} `))).toHaveLength(1)
  expect(lines.join('\n')).toMatch(/^amin_build_info\{version="\d+\.\d+\.\d+",node="v\d+\.\d+\.\d+"\} 1$/m)
})
