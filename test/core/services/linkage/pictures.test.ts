import { beforeEach, describe, expect, test } from 'vitest'
import type { Examination } from '../../../../core/base/examination.ts'
import { makeLookalikes } from '../../../../core/services/linkage/lookalikes.ts'
import { printOf } from '../../../../core/services/linkage/pictures.ts'
import type { CaseId, EvidenceId } from '../../../../core/base/ids.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const HASH = 'f08c'.repeat(16)
const TURNED = '0ff1'.repeat(16)
const FAR = '3c3c5a5a'.repeat(8)
/** The hash with its first bits turned over. */
const near = (of: string, bits: number): string => {
  const raw = Buffer.from(of, 'hex')
  for (let bit = 0; bit < bits; bit += 1) raw[bit >> 3] = (raw[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return raw.toString('hex')
}

const print = (pdq: string, quality = 90, turned: readonly string[] = []): Examination => ({
  aspect: 'fingerprint',
  found: 'found',
  tool: 'amin pdq',
  facts: { pdq, quality, ...Object.fromEntries(turned.map((one, i) => [`d${i + 1}`, one])) },
})

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})

const somebody = async (chat: string): Promise<Person & { readonly caseId: CaseId }> => {
  const who = stage.person(chat)
  await reachStory(who)
  await stage.workAll()
  return { ...who, caseId: (await who.book()).row.caseId }
}
const sends = async (who: Person, content: string, ...results: readonly Examination[]): Promise<void> => {
  stage.examiner.answers.push(async (source) => {
    for await (const _chunk of source.bytes());
    return { results, pictures: [] }
  })
  await who.sendsFile(Buffer.from(content))
  await stage.workAll()
}
const linksOf = async ({ caseId }: { readonly caseId: CaseId }) => {
  const { links, sameFile, alike } = await stage.casebook.load(caseId)
  return { links, sameFile, alike }
}

describe('two cases with the same file', () => {
  test('are told to each other, whatever it is, and the row of neither says which; no case is graver by it, and nothing says that a number is the same', async () => {
    const [one, other, third] = [await somebody('1'), await somebody('2'), await somebody('3')]
    await sends(one, 'the same film')
    await sends(third, 'another film')
    await sends(other, 'the same film')
    expect(await linksOf(one)).toEqual({ links: [], sameFile: [other.caseId], alike: [] })
    expect(await linksOf(other)).toEqual({ links: [], sameFile: [one.caseId], alike: [] })
    expect(await linksOf(third)).toEqual({ links: [], sameFile: [], alike: [] })
    for (const { reasons, severity } of [
      await stage.casebook.load(one.caseId),
      await stage.casebook.load(other.caseId),
    ])
      expect({ reasons, severity }).toEqual({
        reasons: (await stage.casebook.load(third.caseId)).reasons,
        severity: (await stage.casebook.load(third.caseId)).severity,
      })
    const book = await one.book()
    expect([book.links, book.sameFile]).toEqual([[], [await other.code()]])
    const row = await stage.store.views.byId(one.caseId)
    expect(row?.marks).toHaveLength(1)
    expect(JSON.stringify(row)).not.toContain(stage.ports.hasher.sha256(Buffer.from('the same film')))
  })

  test('are told so once, however often either sends it', async () => {
    const [one, other] = [await somebody('1'), await somebody('2')]
    for (const who of [one, other, one, other]) await sends(who, 'the same film')
    for (const { caseId } of [one, other]) {
      const events = (await stage.casebook.recall(caseId)).events.flat()
      expect(events.filter(({ type }) => type === 'case_linked')).toHaveLength(1)
    }
  })

  test('are told of the same picture in other files, also turned without loss', async () => {
    const [one, other, third] = [await somebody('1'), await somebody('2'), await somebody('3')]
    await sends(one, 'a jpeg', print(HASH, 90, [TURNED]))
    await sends(other, 'a png', print(HASH))
    await sends(third, 'a jpeg turned', print(TURNED, 90, [HASH]))
    expect((await linksOf(one)).sameFile).toEqual([other.caseId, third.caseId])
  })

  test('are not linked by flat pictures, by empty files, or by what people wrote', async () => {
    const [one, other] = [await somebody('1'), await somebody('2')]
    for (const who of [one, other]) {
      await who.says('My story is the same as anybody’s')
      await sends(who, '')
      await sends(who, `flat ${who.caseId}`, print(HASH, 49))
    }
    expect(await linksOf(one)).toEqual({ links: [], sameFile: [], alike: [] })
  })

  test('have room for more files without losing the numbers they are linked by', async () => {
    const one = await somebody('1')
    await one.says('His number is +964 750 123 4567')
    await stage.workAll()
    const numbers = (await stage.store.views.byId(one.caseId))?.marks ?? []
    expect(numbers.length).toBeGreaterThan(0)
    await stage.casebook.append(one.caseId, (state) => ({
      actor: 'system',
      events: [
        {
          type: 'evidence_examined',
          evidence: Object.keys(state.evidence)[0] as EvidenceId,
          results: [],
          derived: [],
          marks: Array.from({ length: 900 }, (_, i) => `mark ${i}`),
        },
      ],
    }))
    const marks = (await stage.store.views.byId(one.caseId))?.marks ?? []
    expect(marks).toEqual(expect.arrayContaining([...numbers]))
    expect(marks).toHaveLength(numbers.length + 600)
  })
})

describe('pictures that look the same', () => {
  test('are told to both sides as a hint, which makes no case graver', async () => {
    const [one, other] = [await somebody('1'), await somebody('2')]
    await sends(one, 'a picture', print(HASH))
    await sends(other, 'cropped a little', print(near(HASH, 31)))
    expect(await linksOf(one)).toEqual({ links: [], sameFile: [], alike: [other.caseId] })
    expect(await linksOf(other)).toEqual({ links: [], sameFile: [], alike: [one.caseId] })
    expect((await stage.casebook.load(one.caseId)).reasons.join(' ')).not.toMatch(/link/)
  })

  test('are found turned and mirrored, by the hashes that were read with the picture', async () => {
    const [one, other] = [await somebody('1'), await somebody('2')]
    await sends(one, 'a picture', print(HASH))
    await sends(other, 'the same from a mirror', print(TURNED, 80, [FAR, near(HASH, 20)]))
    expect((await linksOf(one)).alike).toEqual([other.caseId])
  })

  test('are 31 bits apart at most, and good enough on both sides', async () => {
    const [one, other, third] = [await somebody('1'), await somebody('2'), await somebody('3')]
    await sends(one, 'a picture', print(HASH, 50))
    await sends(other, 'another', print(near(HASH, 32)))
    await sends(third, 'a flat one', print(near(HASH, 3), 49))
    expect((await linksOf(one)).alike).toEqual([])
  })

  test('are told by a part, where the whole is another, and by the frame of a film', async () => {
    const [one, other, third] = [await somebody('1'), await somebody('2'), await somebody('3')]
    const part = `q90 ${Buffer.from(HASH, 'hex').toString('base64')}`
    const framed = { ...print(FAR), facts: { pdq: FAR, quality: 90, trimmed: part } }
    const film = { ...print(FAR), facts: { frames: 1, 'frame-0': `${near(HASH, 4)} q80 at 1.0 s` } }
    await sends(one, 'a picture', print(HASH))
    await sends(other, 'with bars around it', framed)
    await sends(third, 'a film of it', film)
    expect((await linksOf(one)).alike).toEqual([other.caseId, third.caseId])
    expect((await linksOf(third)).alike).toEqual([one.caseId, other.caseId])
  })

  test('are told once, and not where more is shared', async () => {
    const [one, other] = [await somebody('1'), await somebody('2')]
    await sends(one, 'a picture', print(HASH))
    await sends(one, 'again', print(near(HASH, 1)))
    await sends(other, 'alike', print(near(HASH, 9)))
    await sends(other, 'alike too', print(near(HASH, 12)))
    const { events } = await stage.casebook.read(one.caseId)
    expect(events.flat().filter((event) => event.type === 'case_linked')).toHaveLength(1)
    const [third, fourth] = [await somebody('3'), await somebody('4')]
    await sends(third, 'the very file', print(FAR))
    await sends(fourth, 'the very file', print(FAR))
    expect(await linksOf(third)).toEqual({ links: [], sameFile: [fourth.caseId], alike: [] })
  })

  test('of closed cases are compared too, for who blackmails goes on; of erased ones no more', async () => {
    const [one, two, three] = [await somebody('1'), await somebody('2'), await somebody('3')]
    await sends(one, 'a', print(HASH))
    await sends(two, 'b', print(near(HASH, 5)))
    await sends(three, 'c', print(near(HASH, 10)))
    const look = makeLookalikes(stage.ports, stage.casebook)
    const seen = async (): Promise<readonly CaseId[]> => {
      const { evidence } = await stage.casebook.load(one.caseId)
      const found = await Promise.all(
        Object.keys(evidence).map((id) => look.of(one.caseId, id as EvidenceId)),
      )
      return found.flat().map(({ caseId }) => caseId)
    }
    expect(await seen()).toEqual([two.caseId, three.caseId])
    const code = await two.code()
    await stage.desk.claim(code, agent('noor'))
    await stage.desk.close(code, agent('noor'), 'resolved')
    expect(await seen()).toEqual([two.caseId, three.caseId])
    await stage.desk.erase(await three.code(), 'an operator', 'asked for')
    expect(await seen()).toEqual([two.caseId])
  })

  test('are known to a process that starts later, and to one that was cut off from the feed', async () => {
    const [one, two] = [await somebody('1'), await somebody('2')]
    await sends(one, 'a', print(HASH))
    const ofOne = Object.entries((await stage.casebook.load(one.caseId)).evidence).find(
      ([, item]) => item.kind !== 'statement',
    )?.[0] as EvidenceId
    const look = makeLookalikes(stage.ports, stage.casebook)
    expect(await look.of(one.caseId, ofOne)).toEqual([])
    await sends(two, 'b', print(near(HASH, 5)))
    await stage.store.feed.prune((stage.clock.now() + 1) as never)
    expect(await look.of(one.caseId, ofOne)).toEqual([{ caseId: two.caseId, distance: 5 }])
    expect(await makeLookalikes(stage.ports, stage.casebook).of(one.caseId, ofOne)).toEqual([
      { caseId: two.caseId, distance: 5 },
    ])
  })
})

describe('the print of a picture', () => {
  test('is its hash and its relatives, never those of frames, and nothing of low quality or of no hash', () => {
    expect(printOf([print(HASH, 50, [TURNED])])).toEqual({ hash: HASH, turned: [HASH, TURNED] })
    expect(
      printOf([
        {
          ...print(HASH),
          facts: {
            pdq: HASH,
            quality: 77,
            'frame-1': near(HASH, 9),
            d1: FAR,
            d7: TURNED,
            d2: 'none',
            d8: near(HASH, 8),
          },
        },
      ]),
    ).toEqual({
      hash: HASH,
      turned: [HASH, FAR, TURNED],
    })
    expect(printOf([print(HASH, 49)])).toBeUndefined()
    expect(printOf([print(`${HASH}ff`)])).toBeUndefined()
    expect(printOf([{ ...print(HASH), found: 'broken' }])).toBeUndefined()
    expect(printOf([])).toBeUndefined()
  })
})
