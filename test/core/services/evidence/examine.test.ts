import { beforeEach, describe, expect, test } from 'vitest'
import { coverOf } from '../../../../core/services/evidence/cover.ts'
import type { Examination } from '../../../../core/base/examination.ts'
import { makeExamination, type ExaminePorts } from '../../../../core/services/evidence/examine.ts'
import { makePreview } from '../../../../core/services/evidence/preview.ts'
import { readUpTo } from '../../../../core/base/stream.ts'
import { Failure } from '../../../../core/base/failure.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { CaseId, EvidenceId, ObjectId } from '../../../../core/base/ids.ts'
import { readHeader } from '../../../../core/model/entry.ts'
import { verifyStore } from '../../../../core/custody/verify-case.ts'
import type { ExaminerPicture, ExaminerReport } from '../../../../core/ports/examiner.ts'
import type { ImageOutcome, Images } from '../../../../core/ports/images.ts'
import type { JobRow } from '../../../../core/ports/store/jobs.ts'
import { after, hours, mebibytes } from '../../../../core/base/units.ts'
import { openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const FILE = new TextEncoder().encode('the bytes of a film that nobody can look at here')
const RESULT: Examination = {
  aspect: 'type',
  found: 'found',
  tool: 'file-type 22',
  facts: { mime: 'video/mp4' },
}
const picture = (
  what: ExaminerPicture['what'],
  index = 0,
  content = `${what} ${index}`,
): ExaminerPicture => ({
  what,
  index,
  bytes: new TextEncoder().encode(content),
  width: 48,
  height: 32,
  tool: 'ffmpeg 7.1',
})

/** Sees pictures made by the examiner and nothing else, as the real part cannot read films. */
const shown: { readonly preview: Uint8Array[] } = { preview: [] }
const images: Images = {
  preview: async (content): Promise<ImageOutcome> => {
    const text = new TextDecoder().decode(content)
    if (!/^(?:poster|page|frame|preview) /.test(text)) return { status: 'none', why: 'unsupported' }
    shown.preview.push(content)
    return {
      status: 'made',
      bytes: new TextEncoder().encode('blurred'),
      mime: 'image/webp',
      width: 4,
      height: 3,
      tool: 'sharp 1',
    }
  },
  fingerprint: async () => ({ status: 'none', why: 'unsupported' }),
  clean: async () => ({ status: 'none', why: 'unsupported' }),
  view: async () => ({ status: 'none', why: 'unsupported' }),
  detect: async () => undefined,
  close: async () => {},
}

let stage: Stage
let who: Person
let caseId: CaseId
beforeEach(async () => {
  shown.preview.length = 0
  stage = await openStage(images)
  who = stage.person('chat')
  await reachStory(who)
  await who.says('He wants money and I am afraid')
  await stage.workAll()
  caseId = (await who.book()).row.caseId
})

const says = (report: Partial<ExaminerReport>): void => {
  stage.examiner.answers.push(async (source) => {
    for await (const _chunk of source.bytes());
    return { results: [RESULT], pictures: [], ...report }
  })
}

/**
 * Sends a file and does every job but the examinations, which are given back, as a process that
 * takes no more of them would leave them.
 */
const sendFile = async (
  content = FILE,
): Promise<{ readonly evidence: EvidenceId; readonly job: () => Promise<JobRow> }> => {
  await who.sendsFile(content, {
    kind: 'video',
    fileName: 'Nadia and me.MOV' as never,
    mime: 'video/quicktime' as never,
  })
  const { events } = await stage.casebook.read(caseId)
  const announced = events.flat().findLast((event) => event.type === 'evidence_announced')
  if (announced?.type !== 'evidence_announced') throw new Error('nothing was announced')
  return {
    evidence: announced.evidence,
    job: async () => {
      for (;;) {
        const due = await stage.store.jobs.nextDue()
        if (due === undefined) throw new Error('there is no examination to do')
        if (due > stage.clock.now()) stage.clock.set(due)
        for (const job of await stage.store.jobs.claim(stage.claim(), 1)) {
          if (job.kind === 'examine') return job
          await stage.doJob(job)
        }
      }
    },
  }
}

const eventsOf = async (): Promise<readonly CaseEvent[]> => (await stage.casebook.read(caseId)).events.flat()
const examinedOf = async (evidence: EvidenceId) =>
  (await eventsOf()).flatMap((event) =>
    event.type === 'evidence_examined' && event.evidence === evidence ? [event] : [],
  )
const itemOf = async (evidence: EvidenceId) => {
  const item = (await stage.casebook.load(caseId)).evidence[evidence]
  if (item?.status !== 'sealed') throw new Error('the file is not sealed')
  return item
}
const opened = async (object: ObjectId): Promise<string> => {
  const source = await stage.vault.open(object)
  if (source === undefined) throw new Error('the object is not there')
  const sealer = await stage.sealer.forCase(caseId)
  return new TextDecoder().decode(await readUpTo(sealer.openStream(object, source), mebibytes(1)))
}
const listed = async <T>(from: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const one of from) all.push(one)
  return all
}
const kept = async (): Promise<string[]> => (await listed(stage.vault.list())).toSorted()
const named = async (): Promise<string[]> => {
  const { entries } = await stage.casebook.read(caseId)
  return entries
    .flatMap((entry) => readHeader(stage.ports.hasher, entry.header)?.objects?.map(({ id }) => id) ?? [])
    .toSorted()
}

describe('a sealed file', () => {
  test('is read once; what was found is one entry, and what was made of it are objects that the entry commits to', async () => {
    const { evidence } = await sendFile()
    says({ pictures: [picture('poster'), picture('frame', 1)] })
    await stage.workAll()
    const [event, ...more] = await examinedOf(evidence)
    expect(more).toEqual([])
    expect(event?.results).toEqual([expect.objectContaining({ aspect: 'digest', found: 'found' }), RESULT])
    expect(event?.derived.map(({ what, index }) => [what, index])).toEqual([
      ['poster', 0],
      ['frame', 1],
    ])
    expect(await opened(event?.derived[1]?.object as ObjectId)).toBe('frame 1')
    expect(await kept()).toEqual(await named())
    expect(await listed(verifyStore(stage.ports))).toEqual([])
  })

  test('is handed over with what its sender called it, but never with its name', async () => {
    const { evidence } = await sendFile()
    await stage.workAll()
    const [asked] = stage.examiner.asked
    expect(asked).toMatchObject({
      size: FILE.length,
      declaredMime: 'video/quicktime',
      declaredExtension: 'MOV',
    })
    expect(JSON.stringify(asked)).not.toContain('Nadia')
    expect((await itemOf(evidence)).examined).toHaveLength(1)
  })

  test('is not looked at again by a job that comes twice', async () => {
    const { evidence, job } = await sendFile()
    says({ pictures: [picture('poster')] })
    const row = await job()
    await stage.doJob(row)
    await stage.doJob({ ...row, attempts: 2 })
    expect(await examinedOf(evidence)).toHaveLength(1)
    expect(await kept()).toEqual(await named())
  })

  test('keeps of what the examiner says no more than was promised', async () => {
    const { evidence } = await sendFile()
    const many = Array.from({ length: 300 }, (_, i) => [`fact ${i}`, 'x'.repeat(9_000)] as const)
    says({
      results: Array.from({ length: 90 }, () => ({
        ...RESULT,
        facts: { half: 0.5, ...Object.fromEntries(many) },
      })),
      pictures: [
        ...Array.from({ length: 90 }, (_, i) => picture('frame', i)),
        { ...picture('page'), bytes: new Uint8Array(5_000_000) },
      ],
    })
    await stage.workAll()
    const { examined = [], derived = [] } = await itemOf(evidence)
    expect(examined).toHaveLength(32)
    expect(Object.keys(examined[5]?.facts ?? {})).toHaveLength(100)
    expect(examined[5]?.facts).not.toHaveProperty('half')
    expect(String(examined[5]?.facts['fact 7'])).toHaveLength(500)
    expect(derived).toHaveLength(24)
  })
})

describe('a statement', () => {
  test('is hashed and not read', async () => {
    await stage.workAll()
    const state = await stage.casebook.load(caseId)
    const [id, item] = Object.entries(state.evidence).find(([, one]) => one.kind === 'statement') ?? []
    expect(item).toMatchObject({
      status: 'sealed',
      examined: [{ aspect: 'digest', found: 'found' }],
      derived: [],
    })
    expect(stage.examiner.asked).toEqual([])
    expect((await examinedOf(id as EvidenceId))[0]).not.toHaveProperty('marks')
  })
})

describe('the picture that a file is shown by', () => {
  test('is a frame, a page, or what another decoder saw, where the file itself has none', async () => {
    const { evidence } = await sendFile()
    says({ pictures: [picture('frame', 3), picture('frame', 1), picture('page')] })
    await stage.workAll()
    const item = await itemOf(evidence)
    expect(item.preview).toMatchObject({ status: 'made' })
    expect(new TextDecoder().decode(shown.preview[0])).toBe('page 0')
    expect(item.preview.status === 'made' && (await opened(item.preview.object))).toBe('blurred')
    const made = (await eventsOf()).find((event) => event.type === 'preview_made')
    expect(made).toMatchObject({ tool: 'ffmpeg 7.1, sharp 1' })
  })

  test('is made whether the examination or the failing preview comes first', async () => {
    stage = await openStage({ ...images, detect: async () => 'image/heic' })
    who = stage.person('chat')
    await reachStory(who)
    await stage.workAll()
    caseId = (await who.book()).row.caseId
    const { evidence } = await sendFile()
    says({ pictures: [picture('preview')] })
    const claimed: JobRow[] = []
    while (claimed.length < 2)
      for (const job of await stage.store.jobs.claim(stage.claim(), 1)) {
        if (job.kind === 'examine' || job.kind === 'preview') claimed.push(job)
        else await stage.doJob(job)
      }
    for (const job of claimed.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))) await stage.doJob(job)
    await stage.workAll()
    expect((await itemOf(evidence)).preview.status).toBe('made')
    expect((await eventsOf()).filter((event) => event.type === 'preview_missing')).toEqual([])
  })

  test('is made also where the examination ends while the preview is being tried, and is not left behind by an erasure', async () => {
    const meanwhile: (() => Promise<void>)[] = []
    stage = await openStage({
      ...images,
      detect: async () => 'image/heic',
      preview: async (content) => {
        await meanwhile.shift()?.()
        return images.preview(content)
      },
    })
    who = stage.person('chat')
    await reachStory(who)
    await stage.workAll()
    caseId = (await who.book()).row.caseId
    await sendFile()
    says({ pictures: [picture('preview')] })
    const claimed: JobRow[] = []
    while (claimed.length < 2)
      for (const job of await stage.store.jobs.claim(stage.claim(), 1)) {
        if (job.kind === 'examine' || job.kind === 'preview') claimed.push(job)
        else await stage.doJob(job)
      }
    const [examination, preview] = claimed.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)) as [JobRow, JobRow]
    meanwhile.push(() => stage.doJob(examination))
    await stage.doJob(preview)
    expect((await eventsOf()).filter((event) => event.type === 'preview_missing')).toEqual([])
    const code = await who.code()
    // Of the file itself first, then of what the examination made.
    meanwhile.push(
      async () => {},
      async () => void (await stage.desk.erase(code, 'an operator', 'asked for')),
    )
    await stage.workAll()
    expect(meanwhile).toEqual([])
    expect(await kept()).toEqual([])
  })

  test('is the first of a kind, in the order of what shows most', () => {
    const one = (what: ExaminerPicture['what'], index: number) => ({ what, index }) as never
    expect(coverOf(undefined)).toBeUndefined()
    expect(coverOf([one('thumbnail', 0), one('frame', 2), one('frame', 1)])).toMatchObject({
      what: 'frame',
      index: 1,
    })
    expect(coverOf([one('page', 0), one('poster', 0)])).toMatchObject({ what: 'poster' })
  })
})

describe('bytes that are not what arrived', () => {
  test('are found out by their hash: custody and the log say so, and nothing else is taken from them', async () => {
    const { evidence } = await sendFile()
    const other = 'b'.repeat(64)
    says({
      results: [{ aspect: 'digest', found: 'found', tool: 'node', facts: { sha256: other } }, RESULT],
      pictures: [picture('poster')],
    })
    await stage.workAll()
    const [event] = await examinedOf(evidence)
    expect(event?.results.map(({ aspect, found }) => [aspect, found])).toEqual([
      ['digest', 'found'],
      ['digest', 'broken'],
    ])
    expect(event?.derived).toEqual([])
    expect(event).not.toHaveProperty('marks')
    expect(
      stage.log.lines.some(
        ({ level, message }) => level === 'error' && message === 'a sealed file is not what arrived',
      ),
    ).toBe(true)
  })

  test('are found out where the seal does not hold any more', async () => {
    const { evidence, job } = await sendFile()
    const row = await job()
    const { object } = await itemOf(evidence)
    const source = await stage.vault.open(object)
    const sealed = (await source?.read(0, source.size)) ?? new Uint8Array()
    sealed[sealed.length - 3] = (sealed.at(-3) ?? 0) ^ 1
    await stage.vault.put(
      object,
      (async function* () {
        yield sealed
      })(),
    )
    await stage.doJob(row)
    expect((await examinedOf(evidence))[0]?.results).toEqual([
      { aspect: 'digest', found: 'broken', tool: 'amin sha-256', facts: {} },
    ])
  })
})

describe('an examiner that does not start', () => {
  test('is asked again, and given up in the end: custody says that nobody could look', async () => {
    const { evidence, job } = await sendFile()
    const down = async (): Promise<never> => Promise.reject(new Failure('part_unavailable'))
    for (let n = 0; n < 99; n += 1) stage.examiner.answers.push(down)
    const first = stage.clock.now()
    while ((await examinedOf(evidence)).length === 0) await stage.doJob(await job())
    // Twelve times by one process, each of which counts for itself.
    expect(stage.examiner.asked.length).toBeGreaterThanOrEqual(12)
    expect(stage.examiner.asked.length).toBeLessThanOrEqual(12 * 3)
    expect(stage.clock.now() - first).toBeGreaterThan(hours(0.25))
    const [event] = await examinedOf(evidence)
    expect(event?.results).toEqual([
      expect.objectContaining({ aspect: 'digest', found: 'not_computed', why: 'failed' }),
    ])
    await stage.workAll()
    expect(await examinedOf(evidence)).toHaveLength(1)
  })

  test('loses nothing when it comes back', async () => {
    const { evidence } = await sendFile()
    stage.examiner.answers.push(async () => Promise.reject(new Failure('part_unavailable')))
    says({})
    await stage.workAll()
    expect((await examinedOf(evidence))[0]?.results).toContainEqual(RESULT)
  })
})

describe('an erased case', () => {
  test('ends its examinations and leaves nothing of them', async () => {
    const { job } = await sendFile()
    const row = await job()
    const code = await who.code()
    stage.examiner.answers.push(async () => {
      await stage.desk.erase(code, 'an operator', 'asked for')
      return { results: [RESULT], pictures: [picture('poster'), picture('frame')] }
    })
    await stage.doJob(row)
    await stage.workAll()
    expect(await kept()).toEqual([])
    expect(
      (await stage.store.jobs.claim({ ...stage.claim(), now: after(stage.clock.now(), hours(2)) }, 50)).map(
        ({ kind }) => kind,
      ),
    ).not.toContain('examine')
  })
})

describe('a case that is erased while pictures are sealed', () => {
  /** A vault in which the n-th object is the last of its case. */
  const erasing = async (last: number) => {
    const code = await who.code()
    const { vault } = stage.ports
    let puts = 0
    return {
      ...vault,
      put: async (...args: Parameters<typeof vault.put>) => {
        puts += 1
        const done = await vault.put(...args)
        if (puts === last) await stage.desk.erase(code, 'an operator', 'asked for')
        return done
      },
    }
  }

  test('keeps none of what the examination made', async () => {
    const { job } = await sendFile()
    says({ pictures: [picture('poster'), picture('frame')] })
    await makeExamination({ ...stage.ports, vault: await erasing(2) }, stage.casebook).examine(await job())
    expect(await kept()).toEqual([])
  })

  test('keeps no preview', async () => {
    const { job } = await sendFile()
    says({ pictures: [picture('poster')] })
    await stage.doJob(await job())
    const [preview] = (await stage.store.jobs.claim(stage.claim(), 9)).filter(
      ({ kind }) => kind === 'preview',
    )
    if (preview === undefined) throw new Error('there is no preview to make')
    await makePreview({ ...stage.ports, vault: await erasing(1) }, stage.casebook)(preview)
    expect(await kept()).toEqual([])
  })
})

/** A process that dies at the n-th thing it does to the outside, before or after it was done. */
const dying = (ports: ExaminePorts, at: number, isDone: boolean): ExaminePorts => {
  let done = 0
  const may = async <T>(act: () => Promise<T>): Promise<T> => {
    done += 1
    if (done < at) return act()
    if (isDone && done === at) await act()
    throw new Error('the process is gone')
  }
  return {
    ...ports,
    vault: {
      ...ports.vault,
      put: (id, sealed) => may(() => ports.vault.put(id, sealed)),
      remove: (id) => may(() => ports.vault.remove(id)),
    },
    store: {
      ...ports.store,
      jobs: {
        ...ports.store.jobs,
        finish: (id) => may(() => ports.store.jobs.finish(id)),
        postpone: (id, dueAt) => may(() => ports.store.jobs.postpone(id, dueAt)),
      },
    },
  }
}

describe('a crash', () => {
  test.each(
    [1, 2, 3, 10, 25, 26, 47, 48, 49, 50].flatMap((step) => [[step, false] as const, [step, true] as const]),
  )(
    'at step %i (done: %s) of a second try loses nothing, doubles nothing and leaves nothing over',
    async (step, isDone) => {
      const { evidence, job } = await sendFile()
      for (let n = 0; n < 4; n += 1)
        says({
          pictures:
            n === 0 ? [picture('poster'), picture('frame', 1), picture('frame', 2)] : [picture('poster')],
        })
      // The first process dies between the vault and the chain, so that there is something to clear away.
      const first = await job()
      await makeExamination({ ...dying(stage.ports, 3, true) }, stage.casebook)
        .examine(first)
        .catch(() => undefined)
      const second = await job()
      await makeExamination(dying(stage.ports, step, isDone), stage.casebook)
        .examine(second)
        .catch(() => undefined)
      await stage.workAll()
      expect(await examinedOf(evidence)).toHaveLength(1)
      expect(await kept()).toEqual(await named())
      expect(await listed(verifyStore(stage.ports))).toEqual([])
    },
  )

  test('in the moment of the commit is told by the chain', async () => {
    const { evidence, job } = await sendFile()
    says({ pictures: [picture('poster')] })
    says({ pictures: [picture('poster')] })
    const row = await job()
    const gone = {
      ...stage.casebook,
      append: async (...args: Parameters<typeof stage.casebook.append>) => {
        await stage.casebook.append(...args)
        throw new Error('the process is gone')
      },
    }
    await makeExamination(stage.ports, gone)
      .examine(row)
      .catch(() => undefined)
    await stage.workAll()
    expect(await examinedOf(evidence)).toHaveLength(1)
    expect(await kept()).toEqual(await named())
  })

  test('of a process that was only slow: two that examine the same file leave one entry and its objects', async () => {
    const { evidence, job } = await sendFile()
    const row = await job()
    const { promise, resolve } = Promise.withResolvers<void>()
    stage.examiner.answers.push(async () => {
      await promise
      return { results: [RESULT], pictures: [picture('poster', 0, 'poster slow'), picture('frame', 1)] }
    })
    says({ pictures: [picture('poster', 0, 'poster quick')] })
    const slow = stage.doJob(row)
    const again = await job()
    await stage.doJob(again)
    resolve()
    await slow
    await stage.workAll()
    const [event, ...more] = await examinedOf(evidence)
    expect(more).toEqual([])
    expect(await opened(event?.derived[0]?.object as ObjectId)).toBe('poster quick')
    expect(await kept()).toEqual(await named())
    expect(await listed(verifyStore(stage.ports))).toEqual([])
  })
})
