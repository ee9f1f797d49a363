import { beforeEach, describe, expect, test } from 'vitest'
import type { Examination } from '../../../../core/base/examination.ts'
import type { CaseId } from '../../../../core/base/ids.ts'
import { rebuildViews } from '../../../../core/services/casebook/rebuild.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const SCRIPT =
  'I have all your pictures and the list of your friends. You send five notes until ten tonight or everybody sees them, your father first, do not think that blocking me helps you'
/** With another number, other capitals and words put before it. */
const SAME_SCRIPT = `hello dear. ${SCRIPT.replace('ten', '10').toUpperCase()}`
const OTHER_SCRIPT =
  'This is the security department, your account was reported and will be closed within one day, confirm the code that we sent to you so that nobody else can use your name'

let stage: Stage
let people = 0
beforeEach(async () => {
  stage = await openStage()
  people = 0
})

type Told = Person & { readonly caseId: CaseId }
const somebody = async (...copied: readonly string[]): Promise<Told> => {
  people += 1
  const who = stage.person(String(people))
  await reachStory(who)
  await who.says('somebody writes to me and wants money')
  await stage.workAll()
  for (const text of copied) {
    await who.says(text)
    await stage.workAll()
  }
  return { ...who, caseId: (await who.book()).row.caseId }
}
const stateOf = ({ caseId }: Told) => stage.casebook.load(caseId)
const scriptsOf = async (who: Told): Promise<readonly CaseId[]> => (await stateOf(who)).sameScript

describe('a text of the other side that several people copied', () => {
  test('tells both cases of each other, whatever its numbers, capitals and first words, and makes none graver', async () => {
    const one = await somebody(SCRIPT)
    const other = await somebody(SAME_SCRIPT)
    const stranger = await somebody(OTHER_SCRIPT)
    expect(await scriptsOf(one)).toEqual([other.caseId])
    expect(await scriptsOf(other)).toEqual([one.caseId])
    expect(await scriptsOf(stranger)).toEqual([])
    expect((await stateOf(one)).reasons).not.toContain('reason-linked')
    expect((await one.book()).sameScript).toEqual([(await other.book()).row.code])
  })

  test('is told of once, however often it is copied', async () => {
    const one = await somebody(SCRIPT)
    await somebody(SCRIPT, SAME_SCRIPT)
    const { events } = await stage.casebook.read(one.caseId)
    expect(events.flat().filter(({ type }) => type === 'case_linked')).toHaveLength(1)
  })

  test('does not come back after somebody of the team said that it is another matter', async () => {
    const [one, other] = [await somebody(SCRIPT), await somebody(SCRIPT)]
    const codes = [(await one.book()).row.code, (await other.book()).row.code] as const
    await stage.desk.shift.judgeLink(codes[0], agent('noor'), codes[1], {
      wrong: true,
      reason: 'a text of a newspaper',
    })
    await stage.workAll()
    await one.says(SAME_SCRIPT)
    await stage.workAll()
    expect([await scriptsOf(one), await scriptsOf(other)]).toEqual([[], []])
  })

  test('lets go of all once it is one that people pass on who have nothing else in common', async () => {
    const warning = `Warning, pass this on: ${OTHER_SCRIPT}`
    const all: Told[] = []
    for (const n of [1, 2, 3, 4, 5, 6]) all.push(await somebody(`he writes from 077012345${n}${n}`, warning))
    expect(await Promise.all(all.map(scriptsOf))).toEqual(all.map(() => []))
  })

  test('is found again after the views were made anew', async () => {
    const one = await somebody(SCRIPT)
    await rebuildViews(stage.ports, stage.casebook, () => undefined)
    const other = await somebody(SAME_SCRIPT)
    expect(await scriptsOf(one)).toEqual([other.caseId])
  })

  test('leaves no piece behind when its case is erased, and links nobody any more', async () => {
    const one = await somebody(SCRIPT)
    const tokens = await piecesLeft()
    expect(tokens).toBeGreaterThan(30)
    await stage.desk.erase((await one.book()).row.code, 'an operator', 'asked')
    expect(await piecesLeft()).toBe(0)
    const other = await somebody(SCRIPT)
    expect(await scriptsOf(other)).toEqual([])
  })
})

const piecesLeft = async (): Promise<number> => {
  let count = 0
  for await (const { tokens } of stage.store.transfer.read('words')) count += tokens.length
  return count
}

const soundOf = (seed: number): Uint32Array =>
  Uint32Array.from({ length: 60 }, (_, i) => Math.imul(i + seed, 2_654_435_761) >>> 0)
const printOf = (words: Uint32Array): Examination => ({
  aspect: 'fingerprint',
  found: 'found',
  tool: 'chromaprint, ffmpeg',
  facts: { 'chromaprint-0': Buffer.from(words.buffer).toString('base64') },
})
const sends = async (who: Told, words: Uint32Array, content: string): Promise<void> => {
  stage.examiner.answers.push(async (source) => {
    for await (const _chunk of source.bytes());
    return { results: [printOf(words)], pictures: [] }
  })
  await who.sendsFile(Buffer.from(content), { kind: 'voice' })
  await stage.workAll()
}

describe('a recording that several people hold', () => {
  test('tells both cases of each other, also where it is cut and noisy, and no case of another one', async () => {
    const [one, other, stranger] = [await somebody(), await somebody(), await somebody()]
    await sends(one, soundOf(1), 'a')
    await sends(stranger, soundOf(77_777), 'b')
    await sends(
      other,
      soundOf(1)
        .subarray(20)
        .map((word) => word ^ 0b101)
        .slice(),
      'c',
    )
    expect((await stateOf(one)).sameSound).toEqual([other.caseId])
    expect((await stateOf(other)).sameSound).toEqual([one.caseId])
    expect((await stateOf(stranger)).sameSound).toEqual([])
    expect((await stateOf(one)).reasons).not.toContain('reason-linked')
  })

  test('of an erased case is compared with nothing any more', async () => {
    const [one, other, third] = [await somebody(), await somebody(), await somebody()]
    await sends(one, soundOf(1), 'a')
    await sends(third, soundOf(99_999), 'c')
    await stage.desk.erase((await one.book()).row.code, 'an operator', 'asked')
    await sends(other, soundOf(1), 'b')
    expect((await stateOf(other)).sameSound).toEqual([])
  })
})
