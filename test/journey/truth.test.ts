import { describe, expect, test } from 'vitest'
import { openTexts } from '../../bots/texts.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import { untruths, type Told } from './truth.ts'

const phrases = openTexts()

describe.each(LANGUAGES)('what is untrue of what was said is found in %s', (language) => {
  const known = { language, app: 'telegram', refuses: false, taken: true } as const
  const says = (id: string, key: string): Told => ({
    id,
    from: 'bot',
    text: phrases.say(language, key, {
      seal: 'S',
      count: 1,
      time: '14:30',
      alias: 'Amin 7',
      emergency: 'none',
      danger: 'door',
      code: 'X',
      hash: 'H',
      app: 'telegram',
      unit: 'hours',
      n: 2,
    }),
  })
  const event = (id: string, what: string): Told => ({ id, from: 'event', event: what })
  const keys = (lines: readonly Told[], more: object = {}): readonly string[] =>
    untruths(lines, { ...known, ...more }).map((one) => one.split(': ')[0]!)

  test.each([
    ['a person is called where none was', 'human-requested', 'handoff'],
    ['a person is there where nobody took the case', 'agent-joined', 'claimed'],
    ['it is erased where nobody asked for it', 'erased', 'erase-confirmed'],
    ['it is with the team where nothing was sent', 'with-team', 'submitted'],
    ['we go on where nobody left', 'resumed', 'exited'],
  ])('%s', (_, key, what) => {
    expect(keys([says('2.0', key)])).toEqual([key])
    // Too late as well: it is judged by what stood there when it was said.
    expect(keys([says('2.0', key), event('3.0', what)])).toEqual([key])
    expect(keys([event('2.1', what), says('2.0', key)])).toEqual([])
  })

  test('a person comes, or a place in line, where they want nobody', () => {
    const lines = [event('2.0', 'handoff'), says('2.1', 'human-requested'), says('3.0', 'in-line-unknown')]
    expect(keys(lines, { refuses: true })).toEqual(['human-requested', 'in-line-unknown'])
    expect(keys(lines)).toEqual([])
  })

  test('a receipt where nothing is sealed, or of who may send no file', () => {
    const file: Told = { id: '2.0', from: 'person', media: { state: 'sealed' } }
    expect(keys([says('3.0', 'receipt')])).toEqual(['receipt'])
    expect(keys([{ ...file, media: { state: 'refused' } }, says('3.0', 'receipt')])).toEqual(['receipt'])
    expect(keys([file, says('3.0', 'receipt')], { taken: false })).toEqual(['receipt'])
    expect(keys([file, says('3.0', 'receipt')])).toEqual([])
  })

  test('a time that nobody knows, and words for another app', () => {
    expect(keys([event('2.0', 'submitted'), says('3.0', 'in-line-lately')])).toEqual(['in-line-lately'])
    expect(keys([says('2.0', 'stays-webchat')])).toEqual(['stays-webchat'])
    expect(keys([says('2.0', 'stays-telegram')])).toEqual([])
  })
})
