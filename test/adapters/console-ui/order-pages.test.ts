import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { NetworkList, NetworkPage } from '../../../adapters/console/contract/networks.ts'
import { Audit } from '../../../adapters/console/contract/audit.ts'
import { CaseTies, CommonTexts } from '../../../adapters/console/contract/ties.ts'
import type { Language } from '../../../adapters/console/ui/language/bundles.ts'
import { eventually } from '../../patience.ts'
import { inOrder, RUNS, seenOf, sentencesAround } from '../../reading-order.ts'
import type { DeskServer } from './desk-server.ts'
import { CONFIRMED, networkPageOf, NETWORKS } from './networks-world.ts'
import { AUDIT } from './people-world.ts'
import { useSeats } from './seats.ts'
import { textsOf } from './texts.ts'
import { codeOf, COLLEAGUE, makeMe, NOW } from './world.ts'

const sit = useSeats()
const MINE = codeOf(3)
const OTHER = codeOf(4)
const at = new Date(NOW - 60_000).toISOString()
/** All sentences, a line each. */
const ALL = RUNS.flatMap(sentencesAround).join('\n')
const EACH = sentencesAround('').length
/** What stands in a place of its own, where no word of a sentence says where it ends. */
const ALONE = [...RUNS, '.haider_77.', '_77_haider-', '[2024] IMG (1).png', 'хайдер_77', '(77)_haider']

/** The server answers this where `path` is asked for. */
const answering =
  (answers: Readonly<Record<string, unknown>>) =>
  async (context: BrowserContext): Promise<void> => {
    for (const [path, body] of Object.entries(answers))
      await context.route(
        (url) => url.pathname === path,
        (route) => route.fulfill({ json: body }),
      )
  }

/** Every one of `runs` in what `selector` finds, each as it is seen; `expected` times it stands there. */
const allSeen = async (
  page: Page,
  selector: string,
  expected: number,
  runs: readonly string[] = RUNS,
): Promise<void> => {
  const turned: unknown[] = []
  for (const run of runs) {
    const seen = await eventually(async () => {
      const all = await seenOf(page, selector, run)
      expect(all.length, `${run} in ${selector}`).toBe(expected)
      return all
    })
    turned.push(...seen.filter((one) => one !== inOrder(run)).map((one) => ({ selector, run, one })))
  }
  expect(turned).toEqual([])
}

const sitDown = async (
  language: Language,
  path: string,
  {
    answers = {},
    prepare = () => undefined,
  }: {
    readonly answers?: Readonly<Record<string, unknown>>
    readonly prepare?: (server: DeskServer) => void
  },
): Promise<Page> => {
  const { page } = await sit({ path, look: { language }, prepare, browser: answering(answers) })
  page.setDefaultTimeout(30_000)
  return page
}

const asSupervisor = (server: DeskServer): void => {
  server.me = makeMe('supervisor')
}

const theNetwork = (): NetworkPage => {
  const page = networkPageOf(CONFIRMED)
  if (page === undefined) throw new Error('no network')
  const { network } = page
  return NetworkPage.parse({
    ...page,
    network: { ...network, lead: `سارة ${RUNS[1]}`, provinces: [`بغداد ${RUNS[1]}`, 'أربيل'] },
    shared: ALONE.map((value) => ({ kind: 'identifier', type: 'url', value, cases: [MINE, OTHER] })),
    steps: RUNS.flatMap((run) => [
      { at, by: `سارة ${run}`, kind: 'confirmed', codes: [MINE], reason: `حسابه ${run} على انستغرام` },
      { at, by: 'سارة', kind: 'given', codes: [], authority: `محكمة ${run} الكرخ`, reference: `رقم ${run}` },
      { at, by: 'سارة', kind: 'dismantled', codes: [], day: '2026-03-01', source: `كتاب ${run} رسمي` },
      { at, by: 'سارة', kind: 'led', codes: [], lead: `سارة ${run} علي` },
    ]),
  })
}

describe.each(['ar', 'ckb', 'en'] as const)(
  'on a console in %s a handle, number, link or file name is seen from left to right',
  (language) => {
    test('on the pages of networks: what their cases share, what was decided and in which words', async () => {
      const network = theNetwork()
      const page = await sitDown(language, `/networks/${CONFIRMED}`, {
        prepare: asSupervisor,
        answers: { [`/api/v1/networks/${CONFIRMED}`]: network },
      })
      await allSeen(page, '.network-shared .identifier-value', 1, ALONE)
      await allSeen(page, '.network-steps .words', 1)
      await allSeen(page, '.network-steps strong', 4)
      await allSeen(page, '.network-steps p:last-child', 1)
      await allSeen(page, '.network-facts dd', 2, [RUNS[1]])
    })

    test('in the list of networks', async () => {
      const [first, ...rest] = NETWORKS.networks
      const list = NetworkList.parse({
        networks: [
          { ...first, lead: `سارة ${RUNS[1]} علي`, provinces: [`بغداد ${RUNS[1]}`, 'أربيل'] },
          ...rest,
        ],
      })
      const page = await sitDown(language, '/networks', {
        prepare: asSupervisor,
        answers: { '/api/v1/networks': list },
      })
      await allSeen(page, '.networks-table td', 2, [RUNS[1]])
    })

    test('in the ties between cases: what binds them, both texts, what somebody said and why', async () => {
      const t = await textsOf(language)
      const tie = { count: 2, since: at, cases: [{ code: OTHER, openedAt: at }] }
      const ties = CaseTies.parse({
        ties: [
          { ...tie, kind: 'script' },
          ...ALONE.map((value) => ({ ...tie, kind: 'identifier', type: 'url', value })),
        ],
        verdicts: [{ code: OTHER, verdict: 'same', by: `سارة ${RUNS[1]}`, reason: ALL, at }],
      })
      const texts = CommonTexts.parse({
        texts: [
          {
            mine: RUNS.flatMap((run) => [
              { text: 'هددني ', common: false },
              { text: run, common: true },
              { text: ' على تيليجرام\n', common: false },
            ]),
            theirs: [{ text: ALL, common: true }],
          },
        ],
      })
      const page = await sitDown(language, `/cases/${MINE}/file`, {
        answers: {
          [`/api/v1/cases/${MINE}/ties`]: ties,
          [`/api/v1/cases/${MINE}/ties/${OTHER}/texts`]: texts,
        },
        prepare: (server) => {
          const held = server.cases.get(MINE)
          if (held === undefined) throw new Error('no case')
          held.file.apart = RUNS.map((run, n) => ({
            code: codeOf(n),
            by: `سارة ${run}`,
            reason: `حسابه ${run} غيره`,
            at,
          }))
        },
      })
      await allSeen(page, '.ties .identifier-value', 1, ALONE)
      await allSeen(page, '.ties .words', EACH)
      await allSeen(page, '.links .words', 1)
      await allSeen(page, '.links .soft', 1)
      await page.getByRole('button', { name: `${t('tie-compare')}: ${OTHER}` }).click()
      await allSeen(page, '.tie-sides figure:first-child blockquote', 1)
      await allSeen(page, '.tie-sides figure:last-child blockquote', EACH)
    })

    test('in what a search found', async () => {
      const found = `…${sentencesAround(RUNS[1]).slice(0, 6).join(' ')}`
      const page = await sitDown(language, '/', {
        prepare: (server) => {
          const held = server.cases.get(MINE)
          if (held !== undefined) held.file.preview = found
        },
      })
      await page.locator('.queue-row').first().waitFor()
      await page.getByRole('searchbox').first().fill(RUNS[1])
      await page.locator('.found-line').waitFor()
      await allSeen(page, `.queue-row[href='/cases/${MINE}'] .row-words`, 6, [RUNS[1]])
    })

    test('in what was done: names, and details by their names', async () => {
      const named = RUNS.map((run, n) => [`R${n}`, `مكان ${run} آمن`] as const)
      const shown = Audit.parse({
        ...AUDIT,
        names: { ...AUDIT.names, ...Object.fromEntries(named), K9: `مفتاح ${RUNS[1]} شهري` },
        deeds: [
          {
            no: 9,
            at,
            by: { id: 'a', name: `سارة ${RUNS[1]} علي` },
            kind: 'replies_changed',
            subject: { id: 'replies', name: '' },
            detail: { added: named.map(([id]) => id).join(',') },
          },
          {
            no: 8,
            at,
            how: 'command',
            kind: 'key_made',
            subject: { id: 'K9', name: '' },
            detail: {},
          },
        ],
      })
      const page = await sitDown(language, '/audit', {
        prepare: (server) => {
          server.me = makeMe('admin')
        },
        answers: { '/api/v1/audit': shown },
      })
      await allSeen(page, '.audit-deeds bdi.soft', 1)
      await allSeen(page, '.audit-deeds .audit-name', 1, [RUNS[1]])
      await allSeen(page, '.audit-deeds li:last-child .audit-what', 1, [RUNS[1]])
    })

    test('in the note that somebody is named in, wherever it is shown', async () => {
      const t = await textsOf(language)
      const page = await sitDown(language, `/cases/${MINE}`, {
        prepare: (server) => {
          const held = server.cases.get(MINE)
          const author = `${COLLEAGUE.name} ${RUNS[1]}`
          held?.file.notes.push({ id: '990.0', at, author, text: `@${ALL}` })
        },
      })
      await page.getByRole('tab', { name: t('tab-notes') }).click()
      await allSeen(page, '.notes .words', EACH)
      await allSeen(page, '.notes .soft', 1, [RUNS[1]])
    })
  },
)
