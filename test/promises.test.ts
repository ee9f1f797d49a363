import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openTexts } from '../bots/texts.ts'
import { previewTexts } from '../bots/text-samples.ts'
import { PROMISES } from './promises.ts'

/*
 * What people are promised, and where that is shown true (test/promises.ts). A text that promises
 * and is not in the table fails here, and so does a line of the table whose test is gone.
 */

/** How a promise sounds: what becomes of it, who sees it, who does what. */
const PROMISE =
  /\b(?:nobody|none of us|no one|we do not|will not|never|only (?:you|those|the people)|those on duty|locked|taken out|takes? .* out|erased?\b|without your agreement|emptie[sd]|goes in a minute|opens (?:everything|in no other)|stays (?:with|closed|until)|not kept|learns of it|can be erased|not opened|unopened|stands in line|our team sees)/i
/** Advice on what others do (apps, banks, the other side), comfort, questions, and labels. */
const NO_PROMISE =
  /^(?:guide-|lesson-|comfort-|(?:phone-)?ask-(?!consent|review)|option-|access-|answer-removed$|card-minor-other$|saying-(?:will-they-publish|can-remove(?:-minor)?|will-i-be-punished|fake-image)$|channel-note-whatsapp)/

const groups = previewTexts(openTexts()).groups.flatMap(({ texts }) => texts)
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')
const listed = PROMISES.flatMap(({ keys }) => keys)

test('every text that promises something stands in the table of promises', () => {
  const promising = groups.filter(({ key, says }) => PROMISE.test(plain(says.en)) && !NO_PROMISE.test(key))
  expect(promising.length).toBeGreaterThan(40)
  expect(promising.map(({ key }) => key).filter((key) => !listed.includes(key))).toEqual([])
})

test('the table names texts that exist, each once, and each with a test that shows it', () => {
  const known = new Set(groups.map(({ key }) => key))
  expect(listed.filter((key) => !known.has(key))).toEqual([])
  expect(listed.filter((key, at) => listed.indexOf(key) !== at)).toEqual([])
  expect(PROMISES.filter(({ shows }) => shows.length === 0)).toEqual([])
})

test.each([...new Set(PROMISES.flatMap(({ shows }) => shows.map((one) => one.join(': '))))].toSorted())(
  'the test of a promise is there: %s',
  (named) => {
    const [file = '', ...sentence] = named.split(': ')
    const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
    expect(source.split('\n').some((line) => line.includes(`'${sentence.join(': ')}'`))).toBe(true)
  },
)
