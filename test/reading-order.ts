import type { Page } from 'playwright-core'

/**
 * What a text must not turn about: a handle, one that begins with digits, a number in groups, a
 * link, a file's name.
 */
export const RUNS = [
  'haider_love_77',
  '77_haider_love',
  '+964 770 123 4567',
  'https://example.com/a/b?x=1',
  'IMG_2024-01-02.jpg',
  '2024-01-02_IMG.jpg',
] as const

/**
 * Arabic and Kurdish sentences around a run, and English ones that quote them: it stands in the
 * middle, first, last, between brackets, after digits.
 */
export const sentencesAround = (run: string): readonly string[] => [
  `حسابه ${run} على انستغرام وهددني`,
  `ئەکاونتی ${run} ە لە تێلیگرام`,
  `${run} هذا ما أرسله`,
  `ئەمە ناوی ئەوە: ${run}`,
  `هددني (${run})، ثم حذفه`,
  `دفعت 500 دولار، ${run}!`,
  `As was told to us last night, his name is محمد ${run} علي on it`,
]

/**
 * How each occurrence of `run` in what `selector` finds is seen: its signs as they stand from left
 * to right, line under line, blanks left out (one at the end of a line has no place). Measured sign
 * by sign, whatever elements and marks make the order.
 */
export const seenOf = (page: Page, selector: string, run: string): Promise<string[]> =>
  page.evaluate(`(() => {
    const run = ${JSON.stringify(run)}
    const seen = []
    for (const root of document.querySelectorAll(${JSON.stringify(selector)})) {
      const signs = []
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walk.nextNode())
        for (let at = 0; at < walk.currentNode.data.length; at += 1) {
          if (/[\\u2066-\\u2069]/.test(walk.currentNode.data[at])) continue
          const range = document.createRange()
          range.setStart(walk.currentNode, at)
          range.setEnd(walk.currentNode, at + 1)
          signs.push({ sign: walk.currentNode.data[at], rect: range.getClientRects()[0] })
        }
      const text = signs.map(({ sign }) => sign).join('')
      for (let at = text.indexOf(run); at !== -1; at = text.indexOf(run, at + 1)) {
        const own = signs.slice(at, at + run.length).filter(({ sign }) => sign !== ' ')
        if (own.some(({ rect }) => rect === undefined || rect.width === 0)) seen.push('not to be seen')
        else
          seen.push(
            own
              .toSorted((a, b) => (Math.abs(a.rect.top - b.rect.top) > a.rect.height / 2 ? a.rect.top - b.rect.top : a.rect.left - b.rect.left))
              .map(({ sign }) => sign)
              .join(''),
          )
      }
    }
    return seen
  })()`)

/** As it is seen where nothing turns it about. */
export const inOrder = (run: string): string => run.replaceAll(' ', '')
