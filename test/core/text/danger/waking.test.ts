import { describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'

const sure = (text: string): boolean =>
  content.crisis.read(text).some(({ label, hard }) => label === 'self_harm' && hard)

describe('a wish not to wake', () => {
  test.each(['I dont want to wake up anymore', 'i wish to sleep and never wake up', 'I want to not wake up'])(
    'is sure where it is said of oneself (%s)',
    (text) => {
      expect(sure(text)).toBe(true)
    },
  )

  test.each([
    'I never wake up early',
    'the baby will not wake up',
    'my phone does not wake up when it rings',
    'he did not wake up for work',
    'she will not wake up before ten',
  ])('is not what is told of a morning or of another (%s)', (text) => {
    expect(sure(text)).toBe(false)
  })
})
