import { expect, test } from 'vitest'
import type { AgentId } from '../../../../core/base/ids.ts'
import type { DeskAgent } from '../../../../core/base/member.ts'
import { namedIn } from '../../../../core/services/agents/mention.ts'

const member = (alias: string, id: string = alias): DeskAgent => ({ id: id as AgentId, alias })
const team = [
  member('سارة'),
  member('سارة حسن'),
  member('Agent 1'),
  member('Agent 12', 'first'),
  member('agent 12', 'second'),
  member('Zoë'),
]

test.each([
  ['@سارة حسن، هل تعرفينها؟', ['سارة حسن']],
  ['اسألوا @سارة', ['سارة']],
  ['@Agent 12', ['first', 'second']],
  ['@agent 1 and @ZOË.', ['Agent 1', 'Zoë']],
  ['@Agent 123', []],
  ['noor@agent 1', []],
  ['(@Zoe\u0308)', ['Zoë']],
  ['@ سارة', []],
  ['', []],
])('in %j those are named who are called so: %j', (text, ids) => {
  expect(namedIn(text, team).flatMap(({ members }) => members.map(({ id }) => id))).toEqual(ids)
})
