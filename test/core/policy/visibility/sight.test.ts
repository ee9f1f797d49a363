import { describe, expect, test } from 'vitest'
import type { DeskAgent } from '../../../../core/base/member.ts'
import { isInSight, sightOf } from '../../../../core/policy/visibility/sight.ts'
import type { AgentId } from '../../../../core/base/ids.ts'

const LAYLA = 'layla' as AgentId
const agent = (teams?: readonly string[]): DeskAgent => ({
  id: LAYLA,
  alias: 'Layla',
  ...(teams === undefined ? {} : { teams }),
})
const row = (team: string, copies: readonly string[] = [], assignee?: string) => ({
  team,
  copies,
  ...(assignee === undefined ? {} : { assignee: assignee as AgentId }),
})

test('nobody is limited who is of every team, nor is the operator’s own command line', () => {
  expect(sightOf(agent())).toBeUndefined()
  expect(sightOf(undefined)).toBeUndefined()
})

describe('of the cases', () => {
  test.each([
    ['their own team leads', ['account'], row('account'), true],
    ['their own team has a copy of', ['account'], row('violence', ['account']), true],
    ['another team leads', ['account'], row('violence', ['financial']), false],
    ['nobody sent to a team yet', ['account'], row('intake'), true],
    ['nobody sent to a team yet, being of none', [], row('intake'), false],
    ['any team leads, being of none', [], row('account'), false],
    ['they hold, being of no team', [], row('account', [], 'layla'), true],
    ['they hold, whatever the team', ['account'], row('violence', [], 'layla'), true],
    ['a colleague of the team holds', ['account'], row('account', [], 'omar'), true],
    ['the minors team leads', ['account'], row('minors', ['account']), false],
    ['the minors team has a copy of', ['account'], row('account', ['minors']), false],
    ['the minors team leads, being of it', ['minors'], row('minors'), true],
    ['the minors team has a copy of, being of it', ['minors'], row('violence', ['minors']), true],
    ['they hold and that turned out to be of a minor', ['account'], row('minors', [], 'layla'), true],
    [
      'a colleague holds and that turned out to be of a minor',
      ['account'],
      row('minors', ['account'], 'omar'),
      false,
    ],
  ])('%s', (_which, teams, of, seen) => {
    const sight = sightOf(agent(teams))
    expect(sight !== undefined && isInSight(sight, of)).toBe(seen)
  })
})
