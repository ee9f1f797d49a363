import { describe, expect, test } from 'vitest'
import { replies } from '../../bots/amin/replies/set.ts'
import { previewTexts } from '../../bots/text-samples.ts'
import { openReplyTexts, openTexts } from '../../bots/texts.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import { TELLING } from '../telling.ts'

/** Characters of a message that every lock screen and list of chats shows. */
const SHOWN = 40

/**
 * Pieces of other texts, buttons, and what the team or an administrator reads: no message begins
 * with them.
 */
const NO_BEGINNING =
  /^(?:option|control|step|reason|team|cmd|language-(?:ar|ckb|en)$|access|scope|looks|have-|answer|whatsapp-advice|phone)|-title$|^guide-.*-share$|^(?:about-us|progress|controls-line|summary-line|check-words|consent-yes|consent-no|lessons)$/

/** Begin with what tells all the same, and why they may. */
const ASKED =
  'the person has just written the word or pressed the button for it, with the chat open in front of them'
const MAY: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['verify-us', 'verify-us-unnamed'].map((key) => [key, ASKED])),
  ...Object.fromEntries(
    [
      ...['pin', 'decoy', 'duress'].flatMap((secret) => [`${secret}-ask`, `${secret}-about`]),
      'secrets-done',
      'secret-covered',
      'show-pin-ask',
      'change-pin-ask',
    ].map((key) => [key, ASKED]),
  ),
  ...Object.fromEntries(
    ['code-ask', 'code-shape', 'pin-ask', 'wrong', 'left', 'tried'].map((what) => [`return-${what}`, ASKED]),
  ),
  // Nothing can be said of the law without its words.
  ...Object.fromEntries(
    ['iraq', 'kurdistan'].flatMap((place) => [1, 2, 3, 4, 5].map((n) => [`guide-law-${place}-${n}`, ASKED])),
  ),
  ...Object.fromEntries(['erased', 'erase-held'].map((key) => [key, ASKED])),
}

/** What stands in the gaps of ready texts. A hotline may be called by what it is for. */
const FILLED = {
  code: '7K3Q-9XDM',
  agent: 'Noor',
  hours: '24',
  hotline: 'Hotline 497',
  platform: 'Instagram',
}

const beginning = (text: string): string =>
  Array.from(text.replace(/[\u2066-\u2069]/g, ''))
    .slice(0, SHOWN)
    .join('')

describe.each(LANGUAGES)('on a lock screen in %s', (language) => {
  const texts = previewTexts(openTexts())
    .groups.flatMap((group) => group.texts)
    .filter(({ key }) => !NO_BEGINNING.test(key))

  test.each(texts.filter(({ key }) => MAY[key] === undefined).map((text) => [text.key, text] as const))(
    '%s begins with nothing that tells what it is about',
    (_, { says }) => {
      expect(beginning(says[language])).not.toMatch(TELLING[language])
      expect(beginning(says[language])).not.toContain('7K3Q-9XDM')
    },
  )

  test.each(replies)('the team’s ready text %s begins with nothing that tells either', (id) => {
    const says = beginning(openReplyTexts().say(language, id, FILLED))
    expect(says).not.toMatch(TELLING[language])
    expect(says).not.toContain(FILLED.code)
  })
})

test('the code of a case stands in the texts that are about it, and in no other', () => {
  const withCode = previewTexts(openTexts()).groups.flatMap((group) =>
    group.texts.filter((text) => text.arguments.includes('code')),
  )
  expect(withCode.map(({ key }) => key).toSorted()).toEqual(['case-code', 'erased', 'phone-farewell'])
})
