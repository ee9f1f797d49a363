import { describe, expect, test } from 'vitest'
import type { Prepared } from '../../../../core/services/sending/prepare.ts'
import { hours, minutes } from '../../../../core/base/units.ts'
import { agent, openStage, type Person, type Stage } from '../../../build/stage.ts'

const NOOR = agent('Noor')
const picture = (letter = 'a'): Prepared => ({
  kind: 'photo',
  mime: 'image/jpeg',
  name: 'picture.jpg',
  bytes: Buffer.from(letter.repeat(3_000)),
})

/** A case that an agent holds, on a phone that others look at or on one's own. */
const opened = async (...device: readonly string[]) => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  for (const text of [
    'continue',
    'skip',
    ...(device.length === 0 ? ['none'] : device),
    'me, 18+',
    'A man I met online has my photos and wants money',
  ])
    await person.says(text)
  const code = await person.code()
  await stage.desk.claim(code, NOOR)
  await stage.sendAll()
  return { stage, person, code }
}

const send = async (stage: Stage, person: Person, file = picture(), key?: string) => {
  const { state } = await person.book()
  const how = { expectedVersion: state.version, ...(key === undefined ? {} : { key }) }
  const outcome = await stage.desk.sendFile(await person.code(), NOOR, file, how)
  await stage.sendAll()
  return outcome
}
const sent = (stage: Stage) =>
  stage.channel.sent.flatMap(({ content }) => (content.kind === 'file' ? [content.file] : []))
const objects = async (stage: Stage): Promise<number> => {
  let count = 0
  for await (const _ of stage.ports.vault.list()) count += 1
  return count
}

describe('a file from an agent', () => {
  test('goes out once under its key, stands in the case with its hash, and opens to the bytes that were sent', async () => {
    const { stage, person, code } = await opened()
    const { state } = await person.book()
    const how = { expectedVersion: state.version, key: 'key-1' }
    for (const _ of [1, 2])
      expect(await stage.desk.sendFile(code, NOOR, picture(), how)).toMatchObject({ status: 'done' })
    await stage.sendAll()
    expect(sent(stage)).toHaveLength(1)
    const line = (await person.book()).lines.findLast(({ from }) => from === 'agent')!
    expect(line).toMatchObject({ text: '', file: { kind: 'photo', size: 3_000, name: 'picture.jpg' } })
    const read = await stage.desk.sentFile(code, line.id, NOOR)
    expect(Buffer.from(read!.bytes).toString()).toBe('a'.repeat(3_000))
    expect(await stage.desk.sendFile(code, NOOR, picture('b'), how)).toEqual({
      status: 'refused',
      why: 'key_reused',
    })
  })

  test('waits where words would wait, and goes out when the person writes', async () => {
    const { stage, person } = await opened('someone sees this phone', 'shared')
    stage.clock.advance(minutes(6))
    await send(stage, person)
    expect(sent(stage)).toEqual([])
    expect((await person.book()).lines.findLast(({ from }) => from === 'agent')).toMatchObject({ held: true })
    await person.says('1')
    await stage.sendAll()
    expect(sent(stage)).toHaveLength(1)
  })

  test('that is on its way when the person leaves does not appear any more', async () => {
    const { stage, person, code } = await opened()
    const { state } = await person.book()
    expect(
      await stage.desk.sendFile(code, NOOR, picture(), { expectedVersion: state.version }),
    ).toMatchObject({
      status: 'done',
    })
    await person.says('0')
    await stage.sendAll()
    expect(sent(stage)).toEqual([])
  })

  test('is refused where words are, and nothing of it is kept', async () => {
    const { stage, person, code } = await opened()
    const before = await objects(stage)
    const stale = await stage.desk.sendFile(code, NOOR, picture(), { expectedVersion: 0 })
    expect(stale.status).toBe('moved')
    await person.sends({ kind: 'blocked' })
    expect(await send(stage, person)).toEqual({ status: 'refused', why: 'blocked' })
    await person.sends({ kind: 'unblocked' })
    const other = await stage.desk.sendFile(code, agent('Zed'), picture(), { expectedVersion: 0 })
    expect(other).toEqual({ status: 'not_yours' })
    expect(await objects(stage)).toBe(before)
  })

  test('that the channel does not take, or not so large, is refused before a byte is kept', async () => {
    const { stage, person, code } = await opened()
    const before = await objects(stage)
    Object.assign(stage.ports, {
      capabilities: () => ({ ...stage.channel.capabilities, sends: { photo: 2_999 } }),
    })
    expect(await send(stage, person)).toEqual({ status: 'refused', why: 'file_size' })
    expect(await send(stage, person, { ...picture(), kind: 'voice' })).toEqual({
      status: 'refused',
      why: 'file_kind',
    })
    expect(await objects(stage)).toBe(before)
    expect((await stage.desk.open(code)) as object).toMatchObject({ sends: { photo: 2_999 } })
  })

  test('goes with the case when that is erased, and is sent to nobody afterwards', async () => {
    const { stage, person, code } = await opened()
    const { state } = await person.book()
    await stage.desk.sendFile(code, NOOR, picture(), { expectedVersion: state.version })
    expect(await objects(stage)).toBeGreaterThan(0)
    expect(await stage.desk.erase(code, 'operator', 'test')).toMatchObject({ status: 'erased' })
    stage.clock.advance(hours(1))
    await stage.sendAll()
    expect(sent(stage)).toEqual([])
    expect(await objects(stage)).toBe(0)
  })
})
