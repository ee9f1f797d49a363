import { beforeEach, describe, expect, test } from 'vitest'
import { presentExamination } from '../../../../adapters/console/server/evidence/present-examined.ts'
import { Failure } from '../../../../core/base/failure.ts'
import type { CaseId, EvidenceId } from '../../../../core/base/ids.ts'
import type { Images } from '../../../../core/ports/images.ts'
import type { PictureReader, PictureReading, ReadLine } from '../../../../core/ports/picture-reader.ts'
import { makeExamination } from '../../../../core/services/evidence/examine.ts'
import { wordsOf } from '../../../../core/services/evidence/picture-words.ts'
import { openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const images: Images = {
  preview: async () => ({ status: 'none', why: 'unsupported' }),
  fingerprint: async () => ({ status: 'none', why: 'unsupported' }),
  clean: async () => ({ status: 'none', why: 'unsupported' }),
  view: async () => ({ status: 'none', why: 'unsupported' }),
  detect: async () => 'image/jpeg',
  close: async () => {},
}

const line = (text: string): ReadLine => ({
  characters: Array.from(text, (character) => ({ character, likelihood: 1, others: [] })),
  second: text,
})
const box = { left: 0, top: 0, right: 9, bottom: 9 }
const CHAT: PictureReading = {
  status: 'read',
  tool: 'amin chat reader 1',
  size: { width: 100, height: 200 },
  direction: 'ltr',
  bubbles: [
    { side: 'them', box, lines: [line('I will kill myself if you stop paying, my number is 07701234567')] },
    { side: 'me', box, lines: [line('please wait')] },
  ],
}

let stage: Stage
let who: Person
let caseId: CaseId
beforeEach(async () => {
  stage = await openStage(images)
  who = stage.person('chat')
  await reachStory(who)
  await who.says('He wants money and I am afraid')
  await stage.workAll()
  caseId = (await who.book()).row.caseId
})

const reader = (read: PictureReader['read']): PictureReader => ({ read, close: async () => {} })

/** Sends a picture and does every job; its examination with a reader of pictures. */
const sendPicture = async (pictures: PictureReader): Promise<EvidenceId> => {
  await who.sendsFile(new TextEncoder().encode('a picture'), { kind: 'photo' })
  const examination = makeExamination(
    { ...stage.ports, vault: stage.vault, examiner: stage.examiner, pictures },
    stage.casebook,
  )
  for (
    let due = await stage.store.jobs.nextDue();
    due !== undefined;
    due = await stage.store.jobs.nextDue()
  ) {
    if (due > stage.clock.now()) stage.clock.set(due)
    const [job] = await stage.store.jobs.claim(stage.claim(), 1)
    if (job === undefined) break
    await (job.kind === 'examine' ? examination.examine(job) : stage.doJob(job))
    if (job.kind === 'examine') break
  }
  const { events } = await stage.casebook.read(caseId)
  const event = events.flat().findLast((one) => one.type === 'evidence_examined')
  if (event?.type !== 'evidence_examined') throw new Error('nothing was examined')
  return event.evidence
}
const itemOf = async (evidence: EvidenceId) => {
  const item = (await stage.casebook.load(caseId)).evidence[evidence]
  if (item?.status !== 'sealed') throw new Error('the picture is not sealed')
  return item
}
const readingOf = async (evidence: EvidenceId) =>
  (await itemOf(evidence)).examined?.filter(({ aspect }) => aspect === 'reading')

describe('a picture of a chat', () => {
  test('is read bubble by bubble into the chain, with who wrote it, the codes in it and what read it', async () => {
    expect(await readingOf(await sendPicture(reader(async () => CHAT)))).toEqual([
      {
        aspect: 'reading',
        found: 'found',
        tool: 'amin chat reader 1',
        facts: {
          direction: 'ltr',
          bubble01: 'them (100%): I will kill myself if you stop paying, my number is 07701234567',
          bubble02: 'me (100%): please wait',
          code01: 'phone +9647701234567',
        },
      },
    ])
  })

  test("matches no other case and raises nothing: the blackmailer's words are not the person's", async () => {
    const seen = async () => {
      const state = await stage.casebook.load(caseId)
      const { identifiers, marks, links, severity, reasons, crisisAt } = state
      return { identifiers, marks, links, severity, reasons, crisisAt }
    }
    const before = await seen()
    await sendPicture(reader(async () => CHAT))
    expect(await seen()).toEqual(before)
  })

  test('shows an agent its words only after a reveal, as it does the picture itself', async () => {
    const item = await itemOf(await sendPicture(reader(async () => CHAT)))
    expect(JSON.stringify(presentExamination(item, false))).not.toContain('please wait')
    expect(JSON.stringify(presentExamination(item, false))).toContain('amin chat reader 1')
    expect(JSON.stringify(presentExamination(item, true))).toContain('please wait')
  })

  test('is not read where the person turned out to be under 18', async () => {
    const item = await itemOf(await sendPicture(reader(async () => CHAT)))
    const state = await stage.casebook.load(caseId)
    const { step } = stage.ports.flow.adult
    const young = {
      ...state,
      conversation: {
        ...state.conversation,
        answers: {
          ...state.conversation.answers,
          [step]: { kind: 'choice' as const, options: ['me-16-17'] },
        },
      },
    }
    const read = (of: typeof state) => {
      let asked = 0
      const pictures = reader(async () => {
        asked += 1
        return CHAT
      })
      return wordsOf({ ...stage.ports, pictures }, of, item, async function* () {
        yield new Uint8Array(1)
      }).then((words) => ({ asked, words }))
    }
    expect(await read(young as typeof state)).toEqual({ asked: 0, words: undefined })
    expect((await read(state)).asked).toBe(1)
  })
})

describe('what could not be read leaves one honest result, and the examination goes on:', () => {
  test.each([
    ['not_a_chat', { found: 'none' }],
    ['damaged', { found: 'not_computed', why: 'damaged' }],
    ['too_large', { found: 'not_computed', why: 'too_large' }],
    ['too_slow', { found: 'not_computed', why: 'too_slow' }],
    ['failed', { found: 'not_computed', why: 'failed' }],
  ] as const)('%s', async (why, result) => {
    const read = async (): Promise<PictureReading> => ({ status: 'none', why, tool: 'amin chat reader 1' })
    expect(await readingOf(await sendPicture(reader(read)))).toEqual([
      { aspect: 'reading', tool: 'amin chat reader 1', facts: {}, ...result },
    ])
  })

  test('where the reader cannot be started', async () => {
    const read = async (): Promise<PictureReading> => {
      throw new Failure('part_unavailable', 'the process that reads pictures')
    }
    expect(await readingOf(await sendPicture(reader(read)))).toMatchObject([
      { found: 'not_computed', why: 'tool_absent' },
    ])
  })
})
