import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { makeReceiver } from '../../core/services/inbound/receive.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { after, minutes } from '../../core/base/units.ts'
import { part, print, round, type Given } from './figures.ts'
import { startProgram } from './program.ts'

const CASES = 10_000

const residentMiB = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^amin_memory_bytes (\d+)/m.exec(text)?.[1] ?? 0) / 1_048_576
}

/**
 * Opens 10,000 cases with a few messages each, then starts the program on them and makes it read a
 * page of the queue.
 */
export const benchMemory = async ({ smallest }: Given): Promise<void> => {
  const cases = smallest ? 3 : CASES
  part('an empty store')
  const dataDir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  try {
    const fresh = await startProgram({ AMIN_DATA: dataDir })
    const before = await residentMiB(fresh.url)
    await fresh.stop()

    const foundation = await openFoundation(readConfig({ AMIN_DATA: dataDir }) as Config, makeMemoryLog())
    const { ports, casebook } = foundation
    const receiver = makeReceiver(ports, casebook)
    const sink = makeInboundSink({ ...ports, inbox: ports.store.inbox })
    const start = performance.now()
    for (const [message, text] of ['hello', 'continue', 'skip', 'none'].entries()) {
      part(`message ${message + 1} of 4 of every case`)
      const from = { language: 'en' }
      await sink.put(
        Array.from(
          { length: cases },
          (_, chat) =>
            ({
              v: 1,
              channel: 'telegram',
              account: 'bench',
              chat: String(chat),
              message: String(message),
              edit: 0,
              sentAt: ports.clock.now(),
              from,
              body: { kind: 'text', text: untrusted(text) },
            }) as const,
        ),
      )
      for (;;) {
        const now = ports.clock.now()
        const chats = await ports.store.inbox.claim(
          { owner: 'bench', now, until: after(now, minutes(1)) },
          { chats: 500, perChat: 10 },
        )
        if (chats.length === 0) break
        await Promise.all(chats.flatMap(({ rows }) => rows.map((row) => receiver.receive(row))))
        await ports.store.inbox.release(
          chats.map(({ chatKey }) => chatKey),
          'bench',
        )
      }
    }
    const seconds = (performance.now() - start) / 1000
    const worker = process.memoryUsage.rss() / 1_048_576
    await foundation.close()

    part('the program on what was filled')
    const running = await startProgram({ AMIN_DATA: dataDir })
    const restarted = await residentMiB(running.url)
    await running.stop()
    print({
      bench: 'memory',
      cases,
      messages: 4 * cases,
      handledPerSecond: Math.round((4 * cases) / seconds),
      emptyStoreMiB: round(before, 0),
      afterRestartMiB: round(restarted, 0),
      whileFillingMiB: round(worker, 0),
    })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
