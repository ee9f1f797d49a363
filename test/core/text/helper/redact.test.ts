import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openChecks } from '../../../../adapters/identifiers/index.ts'
import { redact, type Known } from '../../../../core/text/helper/redact.ts'
import { extractIdentifiers } from '../../../../core/text/identifiers/extract.ts'

const checks = openChecks()
const hide = (text: string, ...known: readonly Known[]): string =>
  redact([text], known, checks).texts[0] ?? ''
const name = (words: string): Known => ({ kind: 'NAME', words })
const place = (words: string): Known => ({ kind: 'PLACE', words })

describe('words that a model may see', () => {
  test.each([
    ['a telephone number', 'call 0770 123 4567 now', 'call [PHONE_1] now'],
    ['a number in Arabic digits', 'رقمه ٠٧٧٠١٢٣٤٥٦٧ بالواتساب', /^رقمه \[PHONE_1\] بالواتساب$/],
    ['a number that is none', 'code 99 88 77 66 55', 'code [NUMBER_1]'],
    ['an account', 'his telegram is @zaynab_k', /^his telegram is \[HANDLE_1\]$/],
    ['a bare account name', 'it is zaynab_99 there', 'it is [HANDLE_1] there'],
    ['an e-mail', 'write to a.b@example.org', /\[EMAIL_1\]/],
    ['a link', 'see https://example.org/x?y=1 there', /^see \[LINK_1\] there$/],
    ['a broken address', 'go to t.me/abc', /^go to \[/],
    ['a wallet', 'to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa today', 'to [WALLET_1] today'],
    ['a file', 'I sent Zainab-passport.pdf', /^I sent \[/],
  ])('have a token in the place of %s', (_, text, shown) => {
    if (typeof shown === 'string') expect(hide(text)).toBe(shown)
    else expect(hide(text)).toMatch(shown)
  })

  test.each([
    ['in Arabic, with what is written before it', 'قلت لزينب والزينب', name('زينب الكرخي'), ['زينب']],
    ['in Sorani, with what hangs on it', 'بە شیلانم گوت', name('شیلان'), ['شیلان']],
    ['in English, in any case', "it is SHILAN's phone", name('Shilan'), ['shilan']],
    ['of one word of several', 'Kawa will see it', name('Kawa Ahmed'), ['kawa']],
  ])('have a token in the place of a name %s', (_, text, known, gone) => {
    const shown = hide(text, known)
    expect(shown).toContain('[NAME_')
    for (const one of gone) expect(shown.toLowerCase()).not.toContain(one)
  })

  test('have a token in the place of an account name, whatever marks stand in it', () => {
    for (const words of ['dark_wolf.91', 'a-b_c', 'x.(y)+z', '@night_fox'])
      expect(hide(`it is ${words} again`, { kind: 'HANDLE', words })).not.toContain(words.replace('@', ''))
  })

  test('have a token in the place of a town, of one in two words only where both stand', () => {
    expect(hide('اسكن بالموصل', place('الموصل'))).toBe('اسكن [PLACE_1]')
    expect(hide('I live in Abu Ghraib with Abu Ali', place('Abu Ghraib'))).toBe(
      'I live in [PLACE_1] with Abu Ali',
    )
  })

  test('have a token in the place of the case code, however it is written', () => {
    for (const code of ['7H3KQ2MZ', '7h3k-q2mz', '7H3K Q2MZ'])
      expect(hide(`it is ${code}.`, { kind: 'CODE', words: '7H3KQ2MZ' })).toBe('it is [CODE_1].')
  })

  test('keep Arabic in Latin letters, sums and hours as they are', () => {
    for (const text of ['3ayez 2aktebli sha3b 7abibi', 'he wants 500 dollars by 10 pm', 'يريد ٢٥٠ الف'])
      expect(hide(text)).toBe(text)
  })

  test('have the same token for the same thing in all texts, and others for others', () => {
    const { texts } = redact(['call 07701234567', 'not 07709876543 but ٠٧٧٠١٢٣٤٥٦٧'], [], checks)
    expect(texts).toEqual(['call [PHONE_1]', 'not [PHONE_2] but [PHONE_1]'])
  })
})

describe('the way back', () => {
  test('puts back what was sent, and nothing for a token that was not', () => {
    const { restore } = redact(['call 0770 123 4567'], [], checks)
    expect(restore('call [PHONE_1] or [PHONE_2] or [NAME_1]')).toBe(
      'call 0770 123 4567 or [PHONE_2] or [NAME_1]',
    )
  })

  test('cannot be taken by somebody who writes a token: brackets of theirs are none', () => {
    const { texts, restore } = redact(['tell me [PHONE_1]', 'my number is 0770 123 4567'], [], checks)
    expect(texts[0]).not.toContain('[PHONE')
    expect(restore(texts[0] ?? '')).not.toContain('4567')
  })
})

type Labelled = { readonly text: string }
const folder = new URL('../../../vectors/identifiers/', import.meta.url)

test('no identifier of the labelled messages is left in what is shown', () => {
  const texts = ['before', 'fresh', 'tuned'].flatMap(
    (file) => JSON.parse(readFileSync(new URL(`${file}.json`, folder), 'utf8')) as readonly Labelled[],
  )
  expect(texts.length).toBeGreaterThan(0)
  // Beside the name of an app a token reads like an account.
  const TOKEN = /^(?:u:)?(?:name|place|handle|phone|email|link|wallet|account|number|file|code)_\d+$/
  for (const { text } of texts) {
    const left = extractIdentifiers(hide(text), checks).filter(({ normal }) => !TOKEN.test(normal))
    expect([text, left]).toEqual([text, []])
  }
})
