import { expect, test } from 'vitest'
import { runFuzz } from '../../scripts/fuzz/run.ts'

test('whatever comes by web chat, console, webhook or update, nothing answers 500, nothing breaks and every chain holds', async () => {
  const seed = Date.now() % 1_000_000_000
  const outcome = await runFuzz({ inputs: 1_500, seed })
  expect(outcome.faults, `seed ${seed}`).toEqual([])
  expect(outcome.cases).toBeGreaterThan(10)
  for (const way of ['telegram', 'baileys', 'cloud', 'webchat', 'botpress', 'console'])
    expect(outcome.ways[way]).toBeGreaterThan(100)
}, 300_000)
