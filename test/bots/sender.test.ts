import { expect, test } from 'vitest'
import { startSender } from '../../bots/sender.ts'
import type { OutboxId } from '../../core/base/ids.ts'
import type { Channel, SendOutcome } from '../../core/ports/channel.ts'
import { hours } from '../../core/base/units.ts'
import { openStage } from '../build/stage.ts'
import { eventually } from '../patience.ts'

/** A channel that answers when the test says so, for the rows it was given. */
const open = async () => {
  const stage = await openStage()
  const { ports, casebook } = stage
  const asked: { readonly row: OutboxId; readonly answer: (outcome: SendOutcome) => void }[] = []
  const channel: Channel = {
    ...stage.channel,
    send: (_chat, _content, _signal, context) =>
      new Promise((answer) => void asked.push({ row: context?.row ?? ('none' as OutboxId), answer })),
  }
  const sender = startSender(ports, casebook, channel, 'test')
  const person = stage.person('somebody')
  await stage.sink.put([person.inbound({ kind: 'start' })])
  await stage.receiveAll()
  const first = await eventually(() => {
    expect(asked.length).toBe(1)
    return asked[0]!
  })
  const rows = async () => ports.store.outbox.ofCase((await person.book()).row.caseId)
  return { ...stage, asked, first, sender, rows }
}

test('what the platform says while a row is being sent waits for the end of that, whose receipt is kept', async () => {
  const { first, sender, rows, ports } = await open()
  const reported = sender.report(first.row, 'delivered')
  first.answer({ status: 'sent', message: 'ours', at: ports.clock.now() })
  await reported
  const [row] = await rows()
  expect(row).toMatchObject({ id: first.row, status: 'delivered' })
  expect(row?.receipt).toBeDefined()
  await sender.report(first.row, 'refused')
  await sender.report(first.row, 'sent')
  expect((await rows())[0]?.status).toBe('delivered')
  await sender.stop()
})

test('a row that waits for the person is sent as soon as they are there', async () => {
  const { first, asked, sender } = await open()
  first.answer({ status: 'later', wait: hours(1) })
  await eventually(async () => {
    // Passed over while the attempt has not come to its end.
    await sender.hasten(first.row)
    expect(asked.length).toBe(2)
  })
  expect(asked[1]?.row).toBe(first.row)
  asked[1]?.answer({ status: 'unclear' })
  await sender.stop()
})
