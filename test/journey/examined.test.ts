import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { openExaminer } from '../../adapters/examination/index.ts'
import { openImages } from '../../adapters/imaging/index.ts'
import { placeOf, presentExamined } from '../../adapters/console/server/evidence/present-examined.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { makeExamination } from '../../core/services/evidence/examine.ts'
import type { EvidenceId } from '../../core/base/ids.ts'
import type { InboundMedia } from '../../core/base/message.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import type { Examiner } from '../../core/ports/examiner.ts'
import type { Images } from '../../core/ports/images.ts'
import { openStage, reachStory, type Person, type Stage } from '../build/stage.ts'

let images: Images
let examiner: Examiner
let folder: string
beforeAll(() => {
  images = openImages()
  examiner = openExaminer()
  folder = mkdtempSync(join(tmpdir(), 'amin-examined-'))
})
afterAll(async () => {
  await examiner.close()
  await images.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Stripes and spots, so that there is something to tell the picture by. */
const scene = (side: number): Promise<Buffer> => {
  const data = Buffer.alloc(side * side * 3)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const at = (y * side + x) * 3
      data[at] = Math.round(127 + 120 * Math.sin(x / 23) * Math.cos(y / 41))
      data[at + 1] = Math.round(127 + 120 * Math.sin((x + y) / 31))
      data[at + 2] = (x * y) % 251
    }
  return sharp(data, { raw: { width: side, height: side, channels: 3 } })
    .withExif({
      IFD0: { Make: 'Maker', Model: 'Maker One', Software: 'Editor 2' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '33/1 18/1 46/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '44/1 21/1 41/1',
      },
    })
    .jpeg({ quality: 92 })
    .toBuffer()
}
const made = (name: string, ...args: readonly string[]): Buffer => {
  const path = join(folder, name)
  execFileSync('ffmpeg', ['-nostdin', '-loglevel', 'error', '-y', ...args, path])
  return readFileSync(path)
}

const open = async () => {
  const stage = await openStage(images)
  const real = makeExamination({ ...stage.ports, examiner }, stage.casebook)
  const work = async (): Promise<void> => {
    for (
      let due = await stage.store.jobs.nextDue();
      due !== undefined && due <= stage.clock.now();
      due = await stage.store.jobs.nextDue()
    )
      for (const job of await stage.store.jobs.claim(stage.claim(), 5))
        await (job.kind === 'examine' ? real.examine(job) : stage.doJob(job))
  }
  return { stage, work }
}
const enter = async (stage: Stage, chat: string, work: () => Promise<void>): Promise<Person> => {
  const who = stage.person(chat)
  await reachStory(who)
  await work()
  return who
}
const send = async (
  who: Person,
  work: () => Promise<void>,
  content: Uint8Array,
  media: Partial<InboundMedia>,
) => {
  await who.sendsFile(content, media)
  await work()
  const { state } = await who.book()
  const [id, item] = Object.entries(state.evidence).findLast(([, one]) => one.kind !== 'statement') ?? []
  if (id === undefined || item === undefined) throw new Error('no file arrived')
  return { id: id as EvidenceId, item, read: presentExamined(item) }
}

describe('a file that somebody sends', () => {
  test('is read by what is on this machine: type, hash, tags, place, fingerprint; nothing of it is claimed that is not there', async () => {
    const { stage, work } = await open()
    const who = await enter(stage, '1', work)
    const { item, read } = await send(who, work, await scene(640), {
      kind: 'document',
      capture: 'as_sent',
      mime: untrusted('image/png'),
      fileName: untrusted('me.png'),
    })
    expect(read).toMatchObject({
      digest: { found: 'found' },
      type: { found: 'found', mismatch: true, also: [] },
      metadata: { found: 'found', camera: 'Maker One', software: 'Editor 2', hasPlace: true },
      origin: { found: 'none' },
      generation: { found: 'none', tools: [] },
      width: 640,
      height: 640,
    })
    expect(read?.pdq?.quality).toBeGreaterThanOrEqual(50)
    expect(placeOf(item)?.latitude).toMatch(/^33/)
    expect(JSON.stringify(read)).not.toMatch(/33[.,° ]/)
    expect(item.status === 'sealed' && item.preview.status).toBe('made')
    const faults: unknown[] = []
    for await (const fault of verifyStore(stage.ports)) faults.push(fault)
    expect(faults).toEqual([])
  })

  test('is found in another case: the same picture in another file, turned, and made smaller', async () => {
    const { stage, work } = await open()
    const [one, two] = [await enter(stage, '1', work), await enter(stage, '2', work)]
    const picture = await scene(640)
    await send(one, work, picture, {})
    await send(two, work, await sharp(picture).rotate(90).resize(400).jpeg({ quality: 60 }).toBuffer(), {})
    const [first, second] = [await one.book(), await two.book()]
    expect([first.alike, first.links]).toEqual([[second.row.code], []])
    expect(second.alike).toEqual([first.row.code])
    await send(two, work, await sharp(picture).png().toBuffer(), {})
    expect((await one.book()).sameFile).toEqual([second.row.code])
  })

  test('that is a film shows itself by a blurred frame, with the frames of the whole beside it', async () => {
    const { stage, work } = await open()
    const who = await enter(stage, '1', work)
    const film = made(
      'film.mp4',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=size=320x240:rate=10:duration=12',
      '-pix_fmt',
      'yuv420p',
    )
    const { item, read } = await send(who, work, film, { kind: 'video' })
    expect(read).toMatchObject({ durationMs: 12_000, digest: { found: 'found' } })
    expect(read?.derived.filter(({ what }) => what === 'frame').length).toBeGreaterThan(1)
    expect(item.status === 'sealed' && item.preview.status).toBe('made')
  })

  test('that is a voice shows how long and how loud it is', async () => {
    const { stage, work } = await open()
    const who = await enter(stage, '1', work)
    const voice = made('voice.ogg', '-f', 'lavfi', '-i', 'sine=frequency=300:duration=3', '-c:a', 'libopus')
    const { read } = await send(who, work, voice, { kind: 'voice' })
    expect(read?.durationMs).toBeGreaterThan(2_900)
    expect(read?.durationMs).toBeLessThan(3_200)
    expect(read?.waveform?.length).toBeGreaterThan(10)
    expect(Math.max(...(read?.waveform ?? []))).toBeGreaterThan(0)
  })

  test('that is cut short is kept, hashed, and said to be damaged', async () => {
    const { stage, work } = await open()
    const who = await enter(stage, '1', work)
    const { read, item } = await send(who, work, (await scene(640)).subarray(0, 9_000), {})
    expect(read?.digest.found).toBe('found')
    expect(item.status === 'sealed' && item.examined?.some(({ why }) => why === 'damaged')).toBe(true)
  })
})
