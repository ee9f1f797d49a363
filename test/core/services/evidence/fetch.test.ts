import { beforeEach, describe, expect, test } from 'vitest'
import { readHeader } from '../../../../core/model/entry.ts'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { verifyStore } from '../../../../core/custody/verify-case.ts'
import { makeIntake, type Intake } from '../../../../core/services/evidence/intake.ts'
import { Failure } from '../../../../core/base/failure.ts'
import type { CaseId, EvidenceId } from '../../../../core/base/ids.ts'
import type { JobRow } from '../../../../core/ports/store/jobs.ts'
import type { Vault } from '../../../../core/ports/vault.ts'
import { openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const FILE = new TextEncoder().encode('a picture as the phone sent it')

let stage: Stage
let who: Person
let caseId: CaseId
beforeEach(async () => {
  stage = await openStage()
  who = stage.person('chat')
  await reachStory(who)
  await who.says('He wants money and I am afraid')
  await stage.workAll()
  caseId = (await who.book()).row.caseId
})

const listed = async <T>(from: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const one of from) all.push(one)
  return all
}
const named = async (): Promise<string[]> => {
  const { entries } = await stage.casebook.read(caseId)
  return entries
    .flatMap((entry) => readHeader(stage.ports.hasher, entry.header)?.objects?.map(({ id }) => id) ?? [])
    .toSorted()
}
const statusOf = async (evidence: EvidenceId) =>
  (await stage.casebook.load(caseId)).evidence[evidence]?.status

/** A file is on its way: the item, and the job that is to fetch it. */
const announce = async (): Promise<{ readonly evidence: EvidenceId; readonly job: JobRow }> => {
  await who.sendsFile(FILE, { kind: 'document' })
  const [job] = (await stage.store.jobs.claim(stage.claim(), 5)).filter(({ kind }) => kind === 'fetch')
  const { events } = await stage.casebook.read(caseId)
  const announced = events.flat().findLast((event) => event.type === 'evidence_announced')
  if (job === undefined || announced?.type !== 'evidence_announced')
    throw new Error('nothing is to be fetched')
  return { evidence: announced.evidence, job }
}

/** An intake of a process of its own, with a vault that is not quite the others'. */
const elsewhere = (change: Partial<Vault>): Intake => {
  const ports = { ...stage.ports, vault: { ...stage.vault, ...change } }
  return makeIntake(ports, makeCasebook(ports))
}

test('a fetch that was taken for dead and ends after the next one changes nothing of what was sealed', async () => {
  const { evidence, job } = await announce()
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  // The first attempt stands still before its file; the second one comes, does it all, and is done.
  const first = elsewhere({
    put: async (object, sealed) => {
      await held
      return stage.vault.put(object, sealed)
    },
  })
  const late = first.fetch(job)
  await stage.doJob({ ...job, attempts: 2 })
  expect(await statusOf(evidence)).toBe('sealed')
  letGo()
  await late
  await stage.workAll()
  expect(await listed(verifyStore(stage.ports))).toEqual([])
  expect((await listed(stage.vault.list())).toSorted()).toEqual(await named())
})

test('what an attempt left in the vault when it died is removed by the one that ends the job', async () => {
  const { evidence, job } = await announce()
  const dies = elsewhere({
    put: async (object, sealed) => {
      await stage.vault.put(object, sealed)
      throw new Error('the process died here')
    },
  })
  await dies.fetch(job)
  expect(await statusOf(evidence)).toBe('pending')
  await stage.doJob({ ...job, attempts: 2 })
  await stage.workAll()
  expect(await statusOf(evidence)).toBe('sealed')
  expect((await listed(stage.vault.list())).toSorted()).toEqual(await named())
  expect(await listed(verifyStore(stage.ports))).toEqual([])
})

test('a file that was put into the vault while its case was erased does not stay there', async () => {
  const { job } = await announce()
  const code = await who.code()
  const slow = elsewhere({
    put: async (object, sealed) => {
      const stored = await stage.vault.put(object, sealed)
      await stage.desk.erase(code, 'test', 'test')
      return stored
    },
  })
  await slow.fetch(job)
  await stage.workAll()
  expect(await listed(stage.vault.list())).toEqual([])
})

describe('a file that cannot be fetched yet', () => {
  /** An intake whose platform, or whose disk, fails each time; `attempts` of it. */
  const failing = async (job: JobRow, failure: () => Error, attempts: number): Promise<void> => {
    const channel = { ...stage.channel, download: () => Promise.reject(failure()) }
    const ports = { ...stage.ports, channel: () => channel }
    const intake = makeIntake(ports, makeCasebook(ports))
    for (let attempt = 1; attempt <= attempts; attempt += 1) await intake.fetch({ ...job, attempts: attempt })
    await stage.sendAll()
  }
  const gone = (): Error => new Failure('download_failed')
  const full = (): Error => new Failure('disk_full')
  const word = (key: string): string => stage.ports.phrases.say('en', key)

  test.each([
    ['is said to come later after a few tries, once', gone, 'evidence-unreachable'],
    ['for want of room is said at once, and once', full, 'evidence-no-room'],
  ] as const)('%s', async (_, failure, key) => {
    const { job } = await announce()
    await failing(job, failure, 3)
    expect(who.heard().includes(word(key))).toBe(failure === full)
    await failing(job, failure, 6)
    expect(who.heard().filter((text) => text === word(key))).toHaveLength(1)
  })

  test.each([
    ['waits where only the account that it was sent to can fetch it', true, 'pending'],
    ['is fetched by another account where that can', undefined, 'sealed'],
  ] as const)('%s', async (_, own, status) => {
    const { job, evidence } = await announce()
    const { channel: old } = stage
    const { filesOfAccount: _own, ...capabilities } = old.capabilities
    const by = (account: string): Intake => {
      const channel = {
        ...old,
        account,
        capabilities: { ...capabilities, ...(own === undefined ? {} : { filesOfAccount: own }) },
        // As the platform answers who asks for what was sent to somebody else.
        download: async (ref: string) =>
          own === true && account !== old.account ? ({ status: 'gone' } as const) : old.download(ref),
      }
      const ports = { ...stage.ports, channel: () => channel }
      return makeIntake(ports, makeCasebook(ports))
    }
    for (let attempts = 1; attempts <= 20; attempts += 1) await by('another').fetch({ ...job, attempts })
    expect(await statusOf(evidence)).toBe(status)
    await by(old.account).fetch({ ...job, attempts: 21 })
    expect(await statusOf(evidence)).toBe('sealed')
  })

  test.each([
    ['the platform', gone],
    ['the disk', full],
  ] as const)('is not spoken of in a chat that was left, then or later (%s)', async (_, failure) => {
    const { job } = await announce()
    await who.says('0')
    const said = who.heard().length
    await failing(job, failure, 6)
    expect(who.heard()).toHaveLength(said)
    expect((await who.book()).state.access.held).toEqual([])
  })

  test('is given up and said in the end where the platform is at fault, and never where the disk is full', async () => {
    const { job, evidence } = await announce()
    await failing(job, full, 40)
    expect(await statusOf(evidence)).toBe('pending')
    await failing(job, gone, 12)
    expect(await statusOf(evidence)).toBe('failed')
    expect(who.hears()).toBe(word('evidence-gone'))
  })
})
