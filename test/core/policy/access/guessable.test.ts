import { describe, expect, test } from 'vitest'
import { isGuessable } from '../../../../core/policy/access/guessable.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { openStage } from '../../../build/stage.ts'
import { submit } from '../../services/access/people.ts'

const CODE = '7KQ2M4X9'

describe('a secret that anybody would try first', () => {
  test.each([
    ['one digit', ['0000', '777777']],
    ['a run', ['1234', '123456', '9876', '7890', '2468', '13579']],
    ['a repeat', ['1212', '123123', '7070', '112112']],
    ['mostly one digit', ['1112', '7778']],
    ['a mirror', ['1221', '583385']],
    ['a year', ['1987', '2003', '2026']],
    ['a date', ['2503', '1404', '250398', '03251998', '25032001', '20010325', '980325']],
    ['a column of the keypad', ['2580', '147258', '159753']],
    ['a word of everybody', ['password', 'iloveyou', 'بغداد', 'حبيبي', 'کوردستان', 'aaaa']],
    ['part of the code', ['7kq2', '7249', '7kq2m4x9']],
  ])('is %s', (_, secrets) => {
    for (const secret of secrets) expect(isGuessable(secret, [CODE, '7249']), secret).toBe(true)
  })

  test('is what the platform calls the person', () => {
    for (const secret of ['zainab', 'zainab22'])
      expect(isGuessable(secret, ['Zainab', 'zainab_k']), secret).toBe(true)
  })

  test('is none that only they would think of', () => {
    for (const secret of [
      '4839',
      '483917',
      '739468',
      'kolkwitzia',
      'quetzalli',
      'نارنجة',
      'پەپوولەیەک',
      '07719385',
    ])
      expect(isGuessable(secret, [CODE, 'Zainab', '']), secret).toBe(false)
  })
})

test.each(['1234', '٢٥٨٠', '2003', 'zainab'])(
  '«%s» is refused with kindness, kept nowhere, and may be followed by another',
  async (text) => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await person.says('code')
    await person.says(text, { from: { name: untrusted('Zainab') } })
    expect(person.hears()).toMatch(/first that anybody would try/)
    expect((await person.book()).state.access.secrets).toEqual({})
    await person.says('483917')
    expect((await person.book()).state.access.secrets.pin).toBeDefined()
  },
)
