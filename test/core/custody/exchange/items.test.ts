import { Failure } from '../../../../core/base/failure.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import type {
  AgentId,
  CaseId,
  EvidenceId,
  InboundId,
  ObjectId,
  Sha256Hex,
} from '../../../../core/base/ids.ts'
import { bytes, instant, minutes } from '../../../../core/base/units.ts'
import { makeGather } from '../../../../core/custody/exchange/items.ts'
import type { Agreement } from '../../../../core/custody/exchange/agreement.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import { openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'
import { terms } from './world.ts'

let stage: Stage
let people = 0
beforeEach(async () => {
  stage = await openStage()
  people = 0
})

type Told = Person & { readonly caseId: CaseId }

const append = (caseId: CaseId, ...events: readonly CaseEvent[]) =>
  stage.casebook.append(caseId, () => ({ actor: 'system', events }))

const agrees = (caseId: CaseId, scope: 'share-investigators' | 'share-ngo' = 'share-investigators') =>
  append(caseId, { type: 'consent_given', scope, version: '1', language: 'en' })

const silent = async (...texts: readonly string[]): Promise<Told> => {
  people += 1
  const who = stage.person(String(people))
  await reachStory(who)
  for (const text of texts) {
    await who.says(text)
    await stage.workAll()
  }
  const { caseId } = (await who.book()).row
  return { ...who, caseId }
}

/** An adult who agreed to be shared with investigators. */
const tells = async (...texts: readonly string[]): Promise<Told> => {
  const who = await silent(...texts)
  await agrees(who.caseId)
  return who
}

const gather = (other: Partial<Agreement> = {}, side: 'a' | 'b' = 'a') =>
  makeGather(stage.ports, stage.casebook)(
    terms({ kinds: ['numbers', 'handles', 'wallets', 'pictures'], ...other }),
    side,
  )
const names = async (other: Partial<Agreement> = {}, side: 'a' | 'b' = 'a'): Promise<readonly string[]> =>
  (await gather(other, side)).items.map(({ normal }) => normal).toSorted()

const ageIs = (caseId: CaseId, option: string) =>
  append(caseId, {
    type: 'answer_corrected',
    agent: 'noor' as AgentId,
    step: 'age',
    answer: { kind: 'choice', option },
    reason: 'she said so',
  })

let files = 0
const addFile = async (caseId: CaseId, digit: string, mime = 'image/jpeg'): Promise<void> => {
  files += 1
  const evidence = `evidence${files}`.padEnd(26, '0') as EvidenceId
  const sha256 = digit.repeat(64) as Sha256Hex
  await append(
    caseId,
    {
      type: 'evidence_announced',
      evidence,
      inbound: 'i' as InboundId,
      kind: 'photo',
      capture: 'as_sent',
      forwarded: false,
      sentAt: instant(0),
    },
    {
      type: 'evidence_received',
      evidence,
      object: evidence as string as ObjectId,
      sha256,
      size: bytes(9),
      salt: sha256,
      mime,
    },
  )
}

describe('what may be compared', () => {
  test('is what the other side is known by, in the kinds that were agreed to, once with all its cases', async () => {
    const one = await tells('he writes from 0770 123 4567, @ghost.of on telegram')
    const other = await tells('his number is 07701234567')
    expect(await names()).toEqual(expect.arrayContaining(['phone:+9647701234567']))
    expect(await names({ kinds: ['numbers'] })).toEqual(['phone:+9647701234567'])
    expect((await names({ kinds: ['handles'] })).every((name) => name.includes('ghost'))).toBe(true)
    expect(await names({ kinds: ['wallets'] })).toEqual([])
    const [number] = (await gather({ kinds: ['numbers'] })).items
    expect(number?.cases.toSorted()).toEqual([one.caseId, other.caseId].toSorted())
  })

  test('is of people who agreed in so many words to be shared with what the other party is', async () => {
    const who = await silent('he writes from 0770 123 4567')
    expect(await names()).toEqual([])
    await agrees(who.caseId, 'share-ngo')
    expect(await names()).toEqual([])
    // To side b the other party is an organisation.
    expect(await names({}, 'b')).toEqual(['phone:+9647701234567'])
    await append(who.caseId, { type: 'consent_withdrawn', scope: 'share-ngo', version: '1', language: 'en' })
    expect(await names({}, 'b')).toEqual([])
  })

  test('is nothing of an erased case', async () => {
    const who = await tells('he writes from 0770 123 4567')
    expect(await names()).toHaveLength(1)
    expect(await stage.desk.erase(await who.code(), 'operator', 'r')).toMatchObject({ status: 'erased' })
    expect(await names()).toEqual([])
  })

  test.each(['me-16-17', 'under-18'])(
    'is nothing of a case of somebody under 18 (%s) unless the agreement says so, and never their pictures',
    async (age) => {
      const who = await tells('he writes from 0770 123 4567')
      await addFile(who.caseId, 'a')
      expect(await names()).toEqual(['a'.repeat(64), 'phone:+9647701234567'])
      await ageIs(who.caseId, age)
      expect(await names()).toEqual([])
      expect(await names({ children: true })).toEqual(['phone:+9647701234567'])
    },
  )

  test('is nothing that is the person’s own, in whichever case', async () => {
    const one = await tells('he writes from 0770 123 4567')
    await tells('she told me of 0770 123 4567, and he has 0780 765 4321')
    await append(one.caseId, { type: 'identifiers_owned', normals: ['+9647701234567'] })
    expect(await names({ kinds: ['numbers'] })).toEqual(['phone:+9647807654321'])
  })

  test('is nothing that words say to be a help line’s or a bank’s, or that the team judged to be public', async () => {
    await tells('I rang the hotline 0770 123 4567')
    await tells('I called customer service 0770 123 4567')
    expect(await names()).toEqual([])
    const who = await tells('he writes from 0780 765 4321')
    await tells('0780 765 4321 is where he writes from')
    await tells('she was written to from 0780 765 4321')
    await tells('it is 0780 765 4321 again')
    expect(await names()).toEqual(['phone:+9647807654321'])
    await append(who.caseId, {
      type: 'identifier_judged',
      agent: 'noor' as AgentId,
      reason: 'a help line',
      normal: '+9647807654321',
      owner: 'other',
    })
    expect(await names()).toEqual([])
  })

  test('is a picture only where few hold it, and no other file', async () => {
    for (let n = 0; n < 6; n += 1) {
      const who = await tells('somebody wants money')
      await addFile(who.caseId, 'b')
      if (n === 0) await addFile(who.caseId, 'c')
      if (n === 1) await addFile(who.caseId, 'd', 'video/mp4')
    }
    expect(await names({ kinds: ['pictures'] })).toEqual(['c'.repeat(64)])
  })

  test('is no picture that a case of a child holds, whichever other case holds it, kept or as a fingerprint alone', async () => {
    const adult = await tells('somebody wants money')
    for (const digit of ['a', 'b', 'c']) await addFile(adult.caseId, digit)
    const child = await silent('somebody wants money')
    await addFile(child.caseId, 'a')
    const evidence = 'fingerprint'.padEnd(26, '0') as EvidenceId
    const at = { evidence, inbound: 'i' as InboundId, sentAt: instant(0) }
    await append(
      child.caseId,
      { type: 'evidence_announced', ...at, kind: 'photo', capture: 'as_sent', forwarded: false },
      { type: 'fingerprint_given', evidence, sha256: 'b'.repeat(64) as Sha256Hex },
    )
    await ageIs(child.caseId, 'under-18')
    for (const children of [false, true])
      expect(await names({ kinds: ['pictures'], children })).toEqual(['c'.repeat(64)])
  })

  test('is no picture of a case that is about intimate ones, nor one that somebody asked to have listed, in whichever case', async () => {
    const who = await tells('somebody wants money')
    for (const digit of ['a', 'b', 'c']) await addFile(who.caseId, digit)
    expect(await names({ kinds: ['pictures'] })).toHaveLength(3)
    const other = await tells('somebody wants money')
    await addFile(other.caseId, 'a')
    await append(other.caseId, {
      type: 'answer_corrected',
      agent: 'noor' as AgentId,
      step: 'material',
      answer: { kind: 'choice', option: 'private' },
      reason: 'she said so',
    })
    expect(await names({ kinds: ['pictures'] })).toEqual(['b', 'c'].map((digit) => digit.repeat(64)))
    const { state } = await stage.casebook.show(who.caseId)
    const [listed] = Object.entries(state.evidence).find(
      ([, item]) => 'sha256' in item && item.sha256 === 'b'.repeat(64),
    ) ?? ['']
    await append(who.caseId, { type: 'sharing_withdrawn', evidence: listed as EvidenceId })
    expect(await names({ kinds: ['pictures'] })).toEqual(['c'.repeat(64)])
  })

  test('is told of all other cases where one was changed and does not open', async () => {
    const broken = await tells('he writes from 0770 123 4567')
    await tells('he writes from 0780 765 4321')
    const show: typeof stage.casebook.show = (caseId) =>
      caseId === broken.caseId ? Promise.reject(new Failure('seal_broken')) : stage.casebook.show(caseId)
    const { items } = await makeGather(stage.ports, { ...stage.casebook, show })(terms(), 'a')
    expect(items.map(({ normal }) => normal)).toEqual(['phone:+9647807654321'])
  })

  test('is the newest where there is more than a run takes, and how much is left is told', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      await tells(`he writes from 0770 123 456${n}`)
      stage.clock.advance(minutes(1))
    }
    const { items, left } = await gather({ run: 4, kinds: ['numbers'] })
    expect(left).toBe(1)
    expect(items.map(({ normal }) => normal)).not.toContain('phone:+9647701234561')
  })
})
