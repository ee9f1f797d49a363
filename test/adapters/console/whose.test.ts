import { expect, test } from 'vitest'
import { FoundIdentifier } from '../../../adapters/console/contract/findings.ts'
import { identifiersOf } from '../../../adapters/console/server/cases/present-findings.ts'
import { PARTIES } from '../../../core/text/identifiers/whose-words.ts'
import { openStage, reachStory } from '../../build/stage.ts'

test('the console says who somebody else is that a number belongs to, where the words tell, and not once the team said whose it is', async () => {
  const stage = await openStage()
  const who = stage.person('1')
  await reachStory(who)
  await who.says('I called the operator 0770 123 4567, he writes from @bad_demo')
  const shown = async () =>
    identifiersOf(await who.book()).map(({ value, owner, role }) => [value, owner, role])
  expect(await shown()).toEqual([
    ['+9647701234567', 'other', 'operator'],
    ['bad_demo', 'perpetrator', undefined],
  ])
  await stage.casebook.append((await who.book()).row.caseId, () => ({
    actor: 'system',
    events: [
      {
        type: 'identifier_judged',
        agent: 'agent-noor' as never,
        normal: '+9647701234567',
        owner: 'perpetrator',
        reason: 'it is theirs',
      },
    ],
  }))
  expect((await shown())[0]).toEqual(['+9647701234567', 'perpetrator', undefined])
  for (const role of PARTIES) expect(FoundIdentifier.shape.role.safeParse(role).success).toBe(true)
})
