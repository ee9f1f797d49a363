import { expect, test } from 'vitest'
import { checkContent } from '../../bots/check-content.ts'

test('the flow, the guidance and the rules of danger that a build takes in hold together', () => {
  expect(checkContent).not.toThrow()
})
