import { expect, test } from 'vitest'
import { openTexts } from '../../../../bots/texts.ts'
import { answerOf } from '../../../../core/custody/bundle/words.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'

const amountOf = (raw: string) =>
  answerOf(
    openTexts(),
    'amount',
    { kind: 'amount', amount: 500, currency: 'USD', raw: untrusted(raw) },
    new Map(),
    false,
  )

test('a sum that was answered stands in the words of the answer', () => {
  expect(amountOf('خمس اوراق')).toEqual({ kind: 'words', text: 'خمس اوراق' })
})

test('a sum that was read out of the story, or taken down in a form, is shown as it was understood and never as the person’s words', () => {
  expect(amountOf('')).toEqual({ kind: 'label', label: { ar: '500 USD', ckb: '500 USD', en: '500 USD' } })
})
