import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../adapters/console/ui/language/bundles.ts'
import { eventually } from '../../patience.ts'
import { inOrder, RUNS, seenOf, sentencesAround } from '../../reading-order.ts'
import { useSeats } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf, COLLEAGUE, ME, NOW, type HeldCase } from './world.ts'

const sit = useSeats()

const MINE = codeOf(3)
const WAITING = codeOf(0)
const at = new Date(NOW - 60_000).toISOString()
/** All sentences, a line each. */
const ALL = RUNS.flatMap(sentencesAround).join('\n')
const EACH = sentencesAround('').length

/** The case with every run in everything that somebody wrote, was read in, or named. */
const fill = (held: HeldCase): void => {
  held.messages.splice(0)
  for (const [n, from] of (['person', 'bot', 'agent'] as const).entries())
    held.messages.push({
      id: `${n}.0`,
      at,
      from,
      text: ALL,
      ...(from === 'agent' ? { author: ME.name } : {}),
    })
  RUNS.forEach((run, n) =>
    held.messages.push({
      id: `${10 + n}.0`,
      at,
      from: 'person',
      text: 'نعم',
      quote: { text: `حسابه ${run} هنا` },
      forwarded: { from: `فضائح (${run})`, hidden: false, attested: true, at },
    }),
  )
  held.file.identifiers = RUNS.map((run) => ({
    type: 'url',
    value: run,
    raw: `حسابه ${run} هنا`,
    owner: 'perpetrator',
    unresolved: false,
  }))
  held.file.answers = [{ step: 'story', question: `س ${ALL}`, answer: ALL, skipped: false, at }]
  held.file.notes = [{ id: 'n1', at, author: COLLEAGUE.name, text: ALL }]
  held.evidence = RUNS.flatMap((run, n) =>
    [run, `صورة ${run}`, `لقطة_${run}`, `${run} محادثة.pdf`, `وێنەی (${run}).png`].map((fileName, m) => ({
      id: `f${n}-${m}`,
      kind: 'document' as const,
      capture: 'as_sent' as const,
      state: 'pending' as const,
      receivedAt: at,
      sentAt: at,
      forwarded: false,
      fileName,
      preview: 'pending' as const,
    })),
  )
}

const sitDown = async (language: Language): Promise<Page> => {
  const { page } = await sit({
    path: `/cases/${MINE}`,
    look: { language },
    prepare: ({ cases }) => {
      const held = cases.get(MINE)
      if (held === undefined) throw new Error('no case')
      fill(held)
      const waiting = cases.get(WAITING)
      if (waiting !== undefined) waiting.file.preview = ALL
    },
    until: '.live-mark[data-state=live]',
  })
  return page
}

/** Every run in what `selector` finds, each as it is seen; `expected` times it stands there. */
const allSeen = async (page: Page, selector: string, expected: number): Promise<void> => {
  for (const run of RUNS) {
    const seen = await eventually(async () => {
      const all = await seenOf(page, selector, run)
      expect(all.length, `${run} in ${selector}`).toBe(expected)
      return all
    })
    expect({ selector, seen }).toEqual({
      selector,
      seen: Array.from({ length: expected }, () => inOrder(run)),
    })
  }
}

describe.each(['ar', 'ckb', 'en'] as const)(
  'on a console in %s a handle, number, link or file name is seen from left to right',
  (language) => {
    test('in the conversation and the line of the queue', async () => {
      const page = await sitDown(language)
      for (const from of ['person', 'bot', 'agent'])
        await allSeen(page, `.bubble[data-from=${from}] > .words`, EACH)
      await allSeen(page, '.bubble .quote', 1)
      await allSeen(page, '.bubble .origin', 1)
      await allSeen(page, `.queue-row[href='/cases/${WAITING}'] .row-words`, EACH)
    })

    test('in the case file: identifiers, answers, notes, the names of files', async () => {
      const t = await textsOf(language)
      const page = await sitDown(language)
      await allSeen(page, '.identifiers .identifier-value', 1)
      await allSeen(page, '.identifiers .words', 1)
      await allSeen(page, '.answers dt', EACH)
      await allSeen(page, '.answers dd', EACH)
      await page.getByRole('tab', { name: t('tab-notes') }).click()
      await allSeen(page, '.file-panel .words', EACH)
      await page.getByRole('tab', { name: t('tab-evidence') }).click()
      await allSeen(page, '.evidence-name', 5)
    })
  },
)
