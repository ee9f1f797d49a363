import { expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import type { InboundId } from '../../../../core/base/ids.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { beginConversation } from '../../../../core/model/conversation.ts'
import { noteWhom } from '../../../../core/policy/conversation/note-whom.ts'
import { prefill } from '../../../../core/policy/conversation/tell.ts'
import { emit, type Turn } from '../../../../core/policy/conversation/turn.ts'
import { checks, NOON } from './talk.ts'

const begin = (): Turn => ({
  flow,
  context: { now: NOON, language: 'en', inbound: 'in' as InboundId, checks, hits: [] },
  state: beginConversation(),
  events: [],
  says: [],
  muted: true,
})

const STORY = untrusted('my sister is being blackmailed and I am 30')

test('A story read all at once is read for whom it is told before the age of who writes', () => {
  const turn = begin()
  prefill(turn, STORY)
  expect(turn.state.answers['whom']).toEqual({ kind: 'choice', option: 'other' })
  expect(turn.state.answers['age']).toBeUndefined()
})

test('Whom it is told for is not noted again once the person took that line out', () => {
  const turn = begin()
  emit(turn, { type: 'step_skipped', step: 'whom', how: 'skip', removed: true })
  noteWhom(turn, { kind: 'text', text: STORY })
  expect(turn.state.answers['whom']).toBeUndefined()
})
