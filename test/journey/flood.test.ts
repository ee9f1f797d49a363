import { expect, test } from 'vitest'
import { runFlood } from '../../scripts/bench/flood.ts'

test('real people get through a flood on the web chat and a messenger, are answered, wait at the gravest, and are called for once, all together', async () => {
  const outcome = await runFlood({ fakes: 500, real: 12 })
  expect(outcome).toMatchObject({ answered: 12, waiting: 12, namedAgain: 0, serverErrors: 0 })
  expect([1, 2]).toContain(outcome.calls)
  expect(outcome.slowed).toBeGreaterThan(300)
  expect(outcome.begun).toBeLessThan(200)
  expect(outcome.counted).toBeGreaterThanOrEqual(12)
}, 300_000)
