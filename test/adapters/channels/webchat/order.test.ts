import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { renderSay } from '../../../../core/policy/conversation/render.ts'
import { titleKey } from '../../../../core/model/keys.ts'
import type { Piece } from '../../../../core/policy/conversation/say.ts'
import type { Language } from '../../../../core/base/language.ts'
import { phrases, withButtons } from '../../../core/policy/conversation/talk.ts'
import { eventually } from '../../../patience.ts'
import { inOrder, RUNS, seenOf, sentencesAround } from '../../../reading-order.ts'
import { CHROMIUM } from '../../../chromium.ts'
import { openBrowser, type Browser } from './browser.ts'
import { openStage, type Stage } from './stage.ts'

let browser: Browser
let stage: Stage | undefined

const visit = async (language: Language, width: number): Promise<Page> => {
  const opened = await openStage()
  stage = opened
  const { page } = await browser.look({ width, height: 740 })
  await page.goto(`${opened.url()}/chat`)
  await page.locator(`#languages button[value=${language}]`).click()
  await page.locator('#choices button').first().waitFor()
  return page
}
const say: Stage['echo']['say'] = (...line) => stage?.echo.say(...line)
const chat = (): string => stage?.echo.lastChat() ?? ''

/** Every run in what `selector` finds, each as it is seen; `expected` times it stands there. */
const allSeen = async (page: Page, selector: string, expected: number): Promise<void> => {
  for (const run of RUNS) {
    expect(
      await eventually(async () => {
        const seen = await seenOf(page, selector, run)
        expect(seen.length).toBe(expected)
        return seen
      }),
    ).toEqual(Array.from({ length: expected }, () => inOrder(run)))
  }
}

const title = (of: string, text: string): Piece => ({
  kind: 'pair',
  title: titleKey(of),
  value: { kind: 'words', text },
})

/** What is asked before anything is sent: every answer as it was noted. */
const summaryOf = (language: Language): string => {
  const pieces = RUNS.flatMap((run) => [
    title('story', `حسابه ${run} على انستغرام`),
    title('device', run),
    title('danger', `(${run}) ناوی ئەوە`),
  ])
  return renderSay(phrases, language, withButtons, {
    key: 'ask-review',
    fill: { summary: { kind: 'list', by: 'line', pieces } },
  }).text
}

describe.skipIf(!existsSync(CHROMIUM))(
  'a handle, number, link or file name is seen from left to right (needs /usr/bin/chromium)',
  () => {
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser.close())
    afterEach(async () => {
      await stage?.close()
      stage = undefined
    })

    const looks = [
      ['ar', 360],
      ['ckb', 360],
      ['ar', 1280],
      ['en', 1280],
    ] as const
    test.each(looks)(
      'in what the person, the bot and an agent wrote, on a page in %s of %i px',
      async (language, width) => {
        const page = await visit(language, width)
        const sentences = RUNS.flatMap(sentencesAround)
        for (const from of ['person', 'bot', 'agent'] as const)
          say(chat(), { from, text: sentences.join('\n') })
        const each = sentencesAround('').length
        for (const from of ['person', 'bot', 'agent']) await allSeen(page, `#log .line.${from} .words`, each)
      },
    )

    test('in her own words while they are still on their way', async () => {
      const page = await visit('ar', 360)
      if (stage !== undefined) stage.echo.broken = true
      await page.locator('#text').fill(RUNS.flatMap(sentencesAround).join('\n'))
      await page.locator('#send').click()
      await allSeen(page, '#pending .words', sentencesAround('').length)
    })

    test.each(['ar', 'ckb', 'en'] as const)('in the summary that she confirms, in %s', async (language) => {
      const page = await visit(language, 360)
      say(chat(), { from: 'bot', text: summaryOf(language) })
      await allSeen(page, '#log .line.bot .words', 3)
    })

    test.each(['ar', 'ckb', 'en'] as const)(
      'in the names of files, alone and within Arabic and Kurdish words, in %s',
      async (language) => {
        const page = await visit(language, 360)
        for (const run of RUNS)
          for (const fileName of [
            run,
            `صورة ${run}`,
            `لقطة_${run}`,
            `${run} محادثة.pdf`,
            `وێنەی (${run}).png`,
          ])
            say(chat(), { from: 'person', media: { kind: 'document', state: 'sealed', fileName } })
        await allSeen(page, '#log .file', 5)
      },
    )

    // A messenger has no elements: a line of plain text, its direction by its first letter, with
    // what marks it carries.
    test.each(['ar', 'ckb', 'en'] as const)(
      'in the summary as a messenger shows it, line by line, in %s',
      async (language) => {
        const { page } = await browser.look({ width: 360, height: 740 })
        await page.setContent('<p dir="auto" style="white-space: pre-wrap; unicode-bidi: plaintext"></p>')
        await page
          .locator('p')
          .evaluate(
            (node: { textContent: string }, text) => void (node.textContent = text),
            summaryOf(language),
          )
        await allSeen(page, 'p', 3)
      },
    )
  },
)
