import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from '../../../../core/services/delivery/split-text.ts'
import { runs } from '../../../property/runs.ts'

const words = fc.array(
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n\n', '\n', ' ', '👨‍👩‍👧', 'مرحبا')),
  { maxLength: 60 },
)
const bare = (text: string): string => text.replaceAll(/\s/g, '')

test('a text cut in pieces keeps every character but white space, and no piece is too long or ends within a character', () => {
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 2, max: 40 }),
      (parts, most, mostLast) => {
        const text = parts.join('')
        const pieces = splitText(text, most, mostLast)
        expect(bare(pieces.join(''))).toBe(bare(text))
        expect(pieces.at(-1)?.length ?? 0).toBeLessThanOrEqual(mostLast < most ? mostLast : most)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(most)
          expect(piece.trim()).not.toBe('')
          expect(piece.isWellFormed()).toBe(text.isWellFormed() || piece.isWellFormed())
        }
      },
    ),
    runs(400),
  )
})

test('paragraphs stay whole where they fit', () => {
  expect(splitText('one two\n\nthree four', 12)).toEqual(['one two', 'three four'])
})
