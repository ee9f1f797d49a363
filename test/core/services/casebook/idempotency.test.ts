import { beforeEach, expect, test } from 'vitest'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { makeDesk } from '../../../../core/services/desk/make-desk.ts'
import type { Desk } from '../../../../core/services/desk/desk.ts'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const noor = agent('Noor')
const reem = agent('Reem')

let stage: Stage
let who: Person
let code: CaseCode
beforeEach(async () => {
  stage = await openStage()
  who = stage.person('chat')
  await reachStory(who)
  code = await who.code()
})

/** Another console, which knows nothing of what the first was asked. */
const elsewhere = (): Desk => makeDesk(stage.ports, makeCasebook(stage.ports))
const typesOf = async (): Promise<readonly string[]> =>
  (await who.book()).events.map(({ event }) => event.type)
const count = async (type: string): Promise<number> => (await typesOf()).filter((one) => one === type).length

test('a note, a question and a wish for a case count once under their key, whichever console hears it again', async () => {
  for (const desk of [stage.desk, elsewhere(), elsewhere()])
    expect((await desk.note(code, noor, 'she sounds calm', 'one')).status).toBe('done')
  expect(await count('note_added')).toBe(1)
  await stage.desk.note(code, noor, 'she sounds calm', 'two')
  await stage.desk.note(code, noor, 'she sounds calm')
  expect(await count('note_added')).toBe(3)

  await stage.desk.claim(code, noor)
  for (const desk of [stage.desk, elsewhere()])
    expect((await desk.ask(code, reem, 'I know her family', 'one')).status).toBe('done')
  expect(await count('case_asked')).toBe(1)
  const asked = await count('question_asked')
  for (const desk of [stage.desk, elsewhere()])
    expect((await desk.askSafe(code, noor, 'one')).status).toBe('done')
  expect(await count('question_asked')).toBe(asked + 1)
})

test('other words under a key that was used are refused, and nothing of them is kept; the same words again are done', async () => {
  await stage.desk.note(code, noor, 'note one', 'one')
  for (const desk of [stage.desk, elsewhere()])
    expect(await desk.note(code, noor, 'OTHER', 'one')).toEqual({ status: 'refused', why: 'key_reused' })
  await stage.desk.claim(code, noor)
  await stage.desk.ask(code, reem, 'I know her family', 'one')
  expect(await elsewhere().ask(code, reem, 'OTHER', 'one')).toEqual({ status: 'refused', why: 'key_reused' })

  const { version } = (await who.book()).state
  expect((await stage.desk.say(code, noor, 'we are here', version, { key: 'one' })).status).toBe('done')
  for (const desk of [stage.desk, elsewhere()]) {
    expect(await desk.say(code, noor, 'OTHER', version, { key: 'one' })).toEqual({
      status: 'refused',
      why: 'key_reused',
    })
    expect((await desk.say(code, noor, 'we are here', version, { key: 'one' })).status).toBe('done')
  }
  expect(await count('agent_said')).toBe(1)
  expect(JSON.stringify((await who.book()).events)).not.toContain('OTHER')
})

test('many that hear the same key at the same moment do it once', async () => {
  await Promise.all(Array.from({ length: 8 }, async () => elsewhere().note(code, noor, 'at once', 'one')))
  expect(await count('note_added')).toBe(1)
})

test('a call is one case under its key, and other words under it are neither kept nor passed over in silence', async () => {
  const calls = await Promise.all(
    Array.from({ length: 4 }, async () => elsewhere().openByPhone(noor, 'en', 'he wants money', '', 'call')),
  )
  for (const [language, story, note] of [
    ['en', 'other words', ''],
    ['en', 'he wants money', 'a note'],
    ['ckb', 'he wants money', ''],
  ] as const)
    expect(await elsewhere().openByPhone(noor, language, story, note, 'call')).toMatchObject({ reused: true })
  const again = await elsewhere().openByPhone(noor, 'en', 'he wants money', '', 'call')
  expect(again).not.toHaveProperty('reused')
  expect(new Set([...calls, again].map((call) => call.code)).size).toBe(1)
  expect(again.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  const other = await stage.desk.openByPhone(noor, 'en', 'he wants money', '', 'another call')
  expect(other.code).not.toBe(again.code)
  const { rows } = await stage.desk.list({ assignee: noor.id }, { limit: 9 })
  expect(rows.map((row) => row.code).toSorted()).toEqual([again.code, other.code].toSorted())
  for (const { caseId } of rows) expect(caseId).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
})

test('a key stands nowhere as it was written', async () => {
  const key = 'PLANTED-KEY'
  await stage.desk.note(code, noor, 'a note', key)
  await stage.desk.openByPhone(noor, 'en', '', '', key)
  const { rows } = await stage.desk.list({}, { limit: 9 })
  const kept = await Promise.all(
    rows.map(async ({ caseId }) => (await stage.store.ledger.read(caseId)).map((entry) => entry.header)),
  )
  expect(JSON.stringify([rows, kept])).not.toContain(key)
})
