import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../../bots/config.ts'
import { openFoundation } from '../../../bots/foundation.ts'
import type { CaseCode } from '../../../core/base/ids.ts'
import { makeReceiver } from '../../../core/services/inbound/receive.ts'
import { makeInboundSink } from '../../../core/services/inbound/sink.ts'
import type { Inbound } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { linkCase } from '../../../core/services/linkage/link.ts'
import { after, hours, instant } from '../../../core/base/units.ts'
import { runCommand } from '../../build/command.ts'

/** What people wrote, in a data folder as `npm start` leaves it. */
let dir: string
let config: Config
const codes: CaseCode[] = []

const TALKS = [
  ['start', 'نعم', 'عمري 22', 'نشر صوري واحد رقمه 07701234412 وأخي راح يذبحني'],
  ['start', 'نعم', 'عمري 22', 'يهددني من رقم 07701234412 ويريد مليون دينار'],
] as const

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amin-show-'))
  config = readConfig({ AMIN_DATA: dir }) as Config
  const { ports, casebook, close } = await openFoundation(config, makeMemoryLog())
  const sink = makeInboundSink({ ...ports, inbox: ports.store.inbox })
  const receiver = makeReceiver(ports, casebook)
  const claim = () => ({ owner: 'test', now: ports.clock.now(), until: after(ports.clock.now(), hours(1)) })
  for (const [n, talk] of TALKS.entries())
    for (const [i, text] of talk.entries()) {
      const body =
        text === 'start' ? ({ kind: 'start' } as const) : ({ kind: 'text', text: untrusted(text) } as const)
      const item: Inbound = {
        v: 1,
        channel: 'webchat',
        account: 'web',
        chat: `chat ${n}`,
        message: `m${i}`,
        edit: 0,
        sentAt: ports.clock.now(),
        from: { language: 'ar' },
        body,
      }
      await sink.put([item])
      for (const { chatKey, rows } of await ports.store.inbox.claim(claim(), { chats: 10, perChat: 10 })) {
        for (const row of rows) await receiver.receive(row)
        await ports.store.inbox.release([chatKey], 'test')
      }
      for (const job of await ports.store.jobs.claim(claim(), 50))
        if (job.kind === 'link') await linkCase(ports, casebook, job)
    }
  const { rows } = await ports.store.views.list({}, { limit: 10 })
  for (const row of rows.toSorted((a, b) => a.openedAt - b.openedAt)) codes.push(row.code)
  await close()
})
afterAll(() => rm(dir, { recursive: true, force: true }))

type Shown = {
  readonly severity: string
  readonly reasons: readonly string[]
  readonly team: string
  readonly copies: readonly string[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly identifiers: readonly { readonly type: string; readonly value: string }[]
  readonly dangers: readonly { readonly label: string; readonly rule: string; readonly sentence: string }[]
  readonly consents: readonly { readonly scope: string; readonly given: boolean }[]
  readonly links: readonly string[]
  readonly messages: readonly { readonly id: string; readonly text?: string }[]
  readonly evidence: readonly unknown[]
}

const show = async (
  ...args: string[]
): Promise<{ readonly exit: number; readonly printed: string; readonly said: string }> => {
  const { code: exit, printed, said } = await runCommand(config, 'case show', args)
  return { exit, printed: printed.join('\n'), said: said.join('\n') }
}

describe('amin case show', () => {
  test('tells all that the rules read in one case, reasons in words of its language', async () => {
    const { exit, printed } = await show(codes[0]!)
    expect(exit).toBe(0)
    const shown = JSON.parse(printed) as Shown
    expect(shown.identifiers).toContainEqual(
      expect.objectContaining({ type: 'phone', value: '+9647701234412' }),
    )
    expect(shown.dangers).toContainEqual(
      expect.objectContaining({
        label: 'violence',
        rule: expect.stringMatching(/\S/),
        sentence: expect.stringContaining('يذبحني'),
      }),
    )
    expect(shown.severity).toBe('P1')
    expect(shown.reasons.length).toBeGreaterThan(0)
    for (const reason of shown.reasons) expect(reason).toMatch(/[\u0600-\u06ff]/)
    expect(shown.team).toBe('violence')
    expect(shown.copies).toBeInstanceOf(Array)
    expect(shown.consents).toContainEqual(expect.objectContaining({ scope: 'keep', given: true }))
    expect(shown.answers).toHaveProperty('consent')
    expect(shown.messages.some(({ text }) => text?.includes('07701234412') === true)).toBe(true)
    expect(shown.links).toEqual([codes[1]])
  })

  test('takes a code in small letters, and says of a code that no case has that there is none', async () => {
    expect((await show(codes[1]!.toLowerCase())).exit).toBe(0)
    expect(await show('ZZZZZZZZ')).toMatchObject({
      exit: 1,
      printed: '',
      said: expect.stringContaining('no case'),
    })
    expect((await show()).exit).toBe(2)
  })

  test('gives times that programs can read', async () => {
    const shown = JSON.parse((await show(codes[0]!)).printed) as {
      readonly openedAt: string
      readonly dueAt: string
    }
    expect(instant(Date.parse(shown.dueAt)) > instant(Date.parse(shown.openedAt))).toBe(true)
  })
})
