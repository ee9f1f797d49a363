import { expect, test } from 'vitest'
import { outcomeOf } from '../../../../adapters/channels/webchat/page/wire.ts'

test('a refusal of the size that is none of ours is told apart from one of Amin, whatever the proxy wrote', () => {
  for (const text of ['', '<html>413 Request Entity Too Large</html>', '{}', '{"error":"too large"}'])
    expect(outcomeOf(413, null, text)).toEqual({ status: 'refused', code: 'front_door' })
  expect(outcomeOf(413, null, '{"code":"file_too_large"}')).toEqual({
    status: 'refused',
    code: 'file_too_large',
  })
  expect(outcomeOf(403, null, '<html>')).toEqual({ status: 'refused', code: 'internal' })
  expect(outcomeOf(502, null, '<html>')).toMatchObject({ status: 'later' })
})
