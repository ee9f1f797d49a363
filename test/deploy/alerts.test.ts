import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { makeMetrics } from '../../bots/metrics.ts'
import { makeWatch } from '../../bots/watch.ts'
import { instant } from '../../core/base/units.ts'

type Rule = {
  readonly alert: string
  readonly expr: string
  readonly labels: { readonly severity: string }
  readonly annotations: { readonly summary: string }
}
const { groups } = parse(
  readFileSync(new URL('../../scripts/deploy/alerts.yml', import.meta.url), 'utf8'),
) as {
  readonly groups: readonly { readonly rules: readonly Rule[] }[]
}
const rules = groups.flatMap((group) => group.rules)

test('every figure that an alarm looks at is one that Amin tells, with the labels that it has', async () => {
  const store = makeMemoryStore()
  const now = () => instant(1_767_225_600_000)
  const metrics = makeMetrics(
    store,
    now,
    () => [{ name: 'telegram', health: { status: 'ready', since: now() } }],
    async () => ({ faults: 0, room: 1 as never }),
  )
  const watch = makeWatch({
    store,
    now,
    operator: { official: {} },
    confirmed: () => undefined,
    standing: async () => ({ anchors: [{ id: 'tsa', every: 1 as never }] }),
    lastBackup: () => 0,
  })
  const told = `${await metrics()}${await watch()}`
  const named = rules.flatMap(({ expr }) =>
    [...expr.matchAll(/((?:amin|nodejs|process)_\w+)(?:\{(\w+)[=!])?/g)].map(([, name = '', label = '']) => ({
      name,
      label,
    })),
  )
  expect(named.length).toBeGreaterThan(8)
  for (const { name, label } of named)
    expect([
      name,
      label,
      new RegExp(`^${name}(?:\\{.*${label === '' ? '' : `\\b${label}="`}| )`, 'm').test(told),
    ]).toEqual([name, label, true])
})

test('each says who is woken and what to do', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
  for (const { labels, annotations } of rules) {
    expect(['page', 'ticket']).toContain(labels.severity)
    expect(annotations.summary).toMatch(/\.$/)
  }
})
