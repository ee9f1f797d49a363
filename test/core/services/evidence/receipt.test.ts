import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeCheckpoint } from '../../../../core/custody/checkpoint.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import { Failure } from '../../../../core/base/failure.ts'
import { evolve } from '../../../../core/model/evolve.ts'
import { minutes, seconds } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory } from '../../../build/stage.ts'
import { aKey } from '../../custody/world.ts'

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')
const FIRST = new Uint8Array([1, 2, 3])
const SECOND = new Uint8Array([4, 5, 6, 7])
/** What the person would compute of their own files, by hand. */
const SEAL = sha256(`${sha256(FIRST)}\n${sha256(SECOND)}`)

type Stage = Awaited<ReturnType<typeof openStage>>

const openCase = async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  await person.says('a story that is long enough to be told')
  return { stage, person }
}

const send = async (stage: Stage, person: ReturnType<Stage['person']>): Promise<void> => {
  for (const [i, bytes] of [FIRST, SECOND].entries()) {
    stage.channel.files.set(`file-${i}`, bytes)
    await stage.sink.put([
      person.inbound({
        kind: 'media',
        media: { kind: 'photo', capture: 'recompressed', ref: `file-${i}` },
        album: 'a',
      }),
    ])
  }
  await stage.receiveAll()
  await stage.workAll()
  await stage.sendAll()
}

const receipts = (
  events: readonly { readonly event: CaseEvent }[],
): readonly Extract<CaseEvent, { type: 'receipt_given' }>[] =>
  events.flatMap(({ event }) => (event.type === 'receipt_given' ? [event] : []))

describe('the receipt', () => {
  test('says the first characters of a seal over the files, and the chain keeps all of it', async () => {
    const { stage, person } = await openCase()
    await send(stage, person)
    const { state, events } = await person.book()
    const [given] = receipts(events)
    const hashes = given?.evidence.map((id) => {
      const item = state.evidence[id]
      return item?.status === 'sealed' ? item.sha256 : ''
    })
    expect(given?.seal).toBe(sha256(hashes?.join('\n') ?? ''))
    expect(given?.seal).toBe(SEAL)
    const said = person.heard().filter((text) => text.includes(SEAL.slice(0, 8)))
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('if a file were ever swapped')
    // Whoever looks at the phone learns no code from it: that comes with words of its own.
    expect(said[0]).not.toContain(state.code)
    expect(said[0]).not.toMatch(/case|code/i)
    expect(said[0]).not.toContain(SEAL.slice(0, 9))
    expect(state.receipt.seq).toBeGreaterThan(0)
  })

  test('of which nothing is said, because an agent speaks, is sealed all the same', async () => {
    const { stage, person } = await openCase()
    await stage.desk.claim(await person.code(), agent('Noor'))
    await send(stage, person)
    expect(receipts((await person.book()).events).map(({ seal }) => seal)).toEqual([SEAL])
    expect(person.heard().join('\n')).not.toContain(SEAL.slice(0, 8))
  })

  test('of before the seal was written down is read as well', async () => {
    const { stage, person } = await openCase()
    await send(stage, person)
    const { state, events } = await person.book()
    const [given] = receipts(events)
    const old = { type: 'receipt_given', evidence: given?.evidence ?? [] } as const
    const before = { ...state, receipt: { due: true, given: [] } }
    expect(evolve(before, old, { seq: 7, at: stage.clock.now() }).receipt).toEqual({
      due: false,
      given: given?.evidence,
      seq: 7,
    })
  })
})

describe('the time of the receipt', () => {
  const offer = async (
    stage: Stage,
    person: ReturnType<Stage['person']>,
    ref: string,
    there = true,
  ): Promise<void> => {
    if (there) stage.channel.files.set(ref, new TextEncoder().encode(ref))
    await stage.sink.put([
      person.inbound({ kind: 'media', media: { kind: 'photo', capture: 'recompressed', ref } }),
    ])
    await stage.receiveAll()
  }
  const given = async (person: ReturnType<Stage['person']>) =>
    receipts((await person.book()).events).map(({ evidence }) => evidence.length)

  test('comes after the last of several files, whichever was sealed first: one receipt names all', async () => {
    const { stage, person } = await openCase()
    for (const ref of ['one', 'two', 'three']) {
      await offer(stage, person, ref)
      await stage.passTime(seconds(1))
    }
    expect(await given(person)).toEqual([])
    await stage.passTime(minutes(1))
    expect(await given(person)).toEqual([3])
  })

  test('waits for a file that is still under way, but no longer than two minutes', async () => {
    const { stage, person } = await openCase()
    const { download } = stage.channel
    Object.assign(stage.channel, {
      download: (ref: string) =>
        ref === 'slow' ? Promise.reject(new Failure('channel_unavailable')) : download(ref),
    })
    await offer(stage, person, 'slow')
    await offer(stage, person, 'quick')
    await stage.passTime(seconds(100))
    expect(await given(person)).toEqual([])
    await stage.passTime(seconds(30))
    expect(await given(person)).toEqual([1])
    Object.assign(stage.channel, { download })
  })
})

describe('who asks what we have', () => {
  const ask = async (stage: Stage, person: ReturnType<Stage['person']>): Promise<string> => {
    const before = person.heard().length
    await person.says('what do you have')
    await stage.sendAll()
    return person.heard().slice(before).join('\n')
  }

  test('is told the whole hash of every file', async () => {
    const { stage, person } = await openCase()
    expect(await ask(stage, person)).not.toContain('SHA-256')
    await send(stage, person)
    const told = await ask(stage, person)
    expect(told).toContain(sha256(FIRST))
    expect(told).toContain(sha256(SECOND))
    expect(told).not.toContain('signed record')
  })

  test('is told the signed record that the receipt stands in, once there is one', async () => {
    const { stage, person } = await openCase()
    await send(stage, person)
    const { ports } = stage
    const made = await makeCheckpoint({ ...ports, signer: await aKey(), anchors: [] }, { anchors: [] })
    const root = made?.checkpoint.root ?? ''
    expect(await ask(stage, person)).toContain(root.slice(0, 16))
    // What comes later is no other record of that receipt.
    await person.says('and one more thing')
    await makeCheckpoint({ ...ports, signer: await aKey(), anchors: [] }, { anchors: [], newKey: true })
    expect(await ask(stage, person)).toContain(root.slice(0, 16))
  })
})
