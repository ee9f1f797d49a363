import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const source = (file: string): string =>
  readFileSync(new URL(`../../../adapters/console/${file}`, import.meta.url), 'utf8')

/** Every word for what happened that the server can say in the thread. */
const EVENTS = new Set(
  ['server/cases/present-told.ts', 'server/cases/present-messages.ts'].flatMap((file) =>
    [...source(file).matchAll(/\bevent: (?:[^'\n]*\? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(
      ([, one, other]) => [one, other].flatMap((word) => word ?? []),
    ),
  ),
)

test('the thread has words of its own for everything that the server tells of, and calls nothing a mere change', () => {
  expect(EVENTS.size).toBeGreaterThan(50)
  const words = source('ui/chat/event-text.ts')
  expect([...EVENTS].filter((event) => !words.includes(`'${event}'`))).toEqual([])
})
