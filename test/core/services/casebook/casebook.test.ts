import { createSecretKey } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { openSealer } from '../../../../adapters/crypto/sealer.ts'
import { isErased, makeCasebook, type Casebook } from '../../../../core/services/casebook/casebook.ts'
import type { Decision } from '../../../../core/services/casebook/decision.ts'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import type { CaseCode, CaseId } from '../../../../core/base/ids.ts'
import type { Store } from '../../../../core/ports/store/store.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const layla = agent('layla')

let stage: Stage
let who: Person
let code: CaseCode
let caseId: CaseId
let reads: number
beforeEach(async () => {
  stage = await openStage()
  who = stage.person('chat')
  await reachStory(who)
  const { row } = await who.book()
  code = row.code
  caseId = row.caseId
  reads = 0
})

/** Another process over the same store, which counts how often it reads a ledger. */
const elsewhere = (): Casebook => {
  const { ledger } = stage.store
  const store: Store = {
    ...stage.store,
    ledger: {
      ...ledger,
      read: async (...of) => {
        reads += 1
        return ledger.read(...of)
      },
    },
  }
  return makeCasebook({ ...stage.ports, store })
}
const claimed: Decision = {
  actor: `agent:${layla.id}`,
  events: [{ type: 'case_claimed', agent: layla.id, alias: layla.alias }],
}

test('what another process wrote is in the state that is loaded', async () => {
  const other = elsewhere()
  expect((await other.load(caseId)).hands.status).toBe('bot')
  await stage.casebook.append(caseId, () => claimed)
  const state = await other.load(caseId)
  expect(state.hands.status).toBe('agent')
  expect(state).toEqual(await stage.casebook.load(caseId))
})

test('that there is nothing to do is said of the newest state only', async () => {
  const other = elsewhere()
  await other.load(caseId)
  await stage.casebook.append(caseId, () => claimed)
  const seen: string[] = []
  const { status, state } = await other.append(caseId, ({ hands }) => {
    seen.push(hands.status)
    return hands.status === 'agent'
      ? { actor: `agent:${layla.id}`, events: [{ type: 'case_released', agent: layla.id, to: 'bot' }] }
      : undefined
  })
  expect(seen).toEqual(['bot', 'agent'])
  expect([status, state.hands.status]).toEqual(['done', 'bot'])
  expect((await other.append(caseId, () => undefined)).status).toBe('nothing')
})

test('an entry that this process knows is not read again where that is enough', async () => {
  const other = elsewhere()
  const { seq } = await other.load(caseId)
  expect(reads).toBe(1)
  await other.load(caseId, seq)
  expect(reads).toBe(1)
  await stage.casebook.append(caseId, () => claimed)
  expect((await other.load(caseId, seq)).seq).toBe(seq)
  expect(reads).toBe(1)
  expect((await other.load(caseId, seq + 1)).seq).toBe(seq + 1)
  expect(reads).toBe(2)
})

test('a case that another process erased opens no more', async () => {
  const other = elsewhere()
  await other.load(caseId)
  await stage.desk.erase(code, 'an operator', 'asked for')
  await expect(other.load(caseId)).rejects.toSatisfy(isErased)
  await expect(other.append(caseId, () => undefined)).rejects.toSatisfy(isErased)
  await expect(other.append(caseId, () => claimed)).rejects.toSatisfy(isErased)
})

test('the key of a case that another process erased is let go by this one as soon as it meets the tombstone', async () => {
  const sealer = await openSealer({ masterKey: createSecretKey(Buffer.alloc(32, 3)), keys: stage.keys })
  const here = makeCasebook({ ...stage.ports, sealer })
  await here.load(caseId)
  const held = await sealer.forCase(caseId)
  const sealed = held.seal('entry', 'words')
  await stage.desk.erase(code, 'an operator', 'asked for')
  expect(held.open('entry', sealed)).toBe('words')
  await expect(here.load(caseId)).rejects.toSatisfy(isErased)
  expect(() => held.open('entry', sealed)).toThrow('was destroyed')
  await expect(sealer.forCase(caseId)).rejects.toSatisfy(isErased)
})

test('what was read late does not take the place of what is newer', async () => {
  const { ledger } = stage.store
  let hold = async (): Promise<void> => {}
  const casebook = makeCasebook({
    ...stage.ports,
    store: {
      ...stage.store,
      ledger: {
        ...ledger,
        read: async (...of) => {
          const entries = await ledger.read(...of)
          await hold()
          return entries
        },
      },
    },
  })
  let go = (): void => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  hold = async () => held
  const late = casebook.load(caseId)
  await new Promise((resolve) => setImmediate(resolve))
  hold = async () => {}
  const { state } = await casebook.append(caseId, () => claimed)
  go()
  await late
  hold = async () => Promise.reject(new Error('read again'))
  expect(await casebook.load(caseId, state.seq)).toEqual(state)
})

test('the page of a person shows who writes with them now, whichever process changed that', async () => {
  const history = makeChatHistory(stage.ports, elsewhere())
  const { address } = (await who.book()).state
  if (address === undefined) throw new Error('nobody is there')
  expect((await history.read(address)).mode).toBe('bot')
  await stage.casebook.append(caseId, () => claimed)
  expect((await history.read(address)).mode).toBe('agent')
})

test('a case that is shown is read once for its events and its state, which are those of its newest entry', async () => {
  const other = elsewhere()
  const first = await other.show(caseId)
  expect(reads).toBe(1)
  expect(first.state).toEqual(await stage.casebook.load(caseId))
  expect(first.opened.events).toEqual((await stage.casebook.read(caseId)).events)
  await stage.casebook.append(caseId, () => claimed)
  const { state, opened } = await other.show(caseId)
  expect([state.hands.status, state.seq]).toEqual(['agent', opened.entries.length])
  expect(state).toEqual(await stage.casebook.load(caseId))
})
