import { expect, test } from 'vitest'
import { groupsOfAlike } from '../../../../core/services/paging/alike.ts'

const wordings = (...texts: readonly string[]): readonly (readonly string[])[] =>
  groupsOfAlike(texts.map((words, i) => ({ code: String(i), words }))).words

test('the same words are alike whatever numbers, names of accounts and links a program puts into them', () => {
  expect(
    wordings(
      'Help me please, @ali_88 wants 500 dollars by 10 o’clock',
      'help me PLEASE @zed.1 wants 90 dollars by 11 o’clock!!',
      'Help me please, https://t.me/x wants ٧٠ dollars by o’clock',
      'My brother found the pictures and I cannot go home',
    ),
  ).toEqual([['0', '1', '2']])
})

test('what frightened people say in their own words is not alike, and short words never are', () => {
  expect(
    wordings(
      'هو يهددني وراح يبعث صوري لأهلي باچر',
      'شخص عنده فيديو مالي ويريد مليون دينار',
      'hello',
      'hello',
      'please help',
      'please help',
      'کەسێک هەڕەشەم لێ دەکات وێنەکانم بڵاو دەکاتەوە',
    ),
  ).toEqual([])
})

test('an origin is a list of its own, and who has none is in none', () => {
  const { origin } = groupsOfAlike([
    { code: 'a', origin: 'x' },
    { code: 'b', origin: 'y' },
    { code: 'c', origin: 'x' },
    { code: 'd' },
    { code: 'e' },
  ])
  expect(origin).toEqual([['a', 'c']])
})
