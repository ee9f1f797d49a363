import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../../../bots/config.ts'
import { openFoundation } from '../../../../bots/foundation.ts'
import {
  describeMaintenance,
  makeMaintenance,
  readMaintenance,
  vaultFigures,
} from '../../../../bots/maintenance.ts'
import type { Operator } from '../../../../bots/operator.ts'
import { backoff } from '../../../../core/services/delivery/backoff.ts'
import { bytes, hours } from '../../../../core/base/units.ts'
import { runCommand } from '../../../build/command.ts'
import { openHands } from '../../../build/filled.ts'

const MIB = 1_048_576
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/bin/mount')

let place: string
let mounted = false
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amin-small-'))
})
afterEach(() => {
  if (mounted) execFileSync('umount', [place])
  mounted = false
  rmSync(place, { recursive: true, force: true })
})

const mount = (size: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place], { stdio: 'ignore' })
    mounted = true
  } catch {
    // This machine lets nobody mount.
  }
  return mounted
}

const free = (): number => {
  const { bavail, bsize } = statfsSync(place)
  return bavail * bsize
}
/** Leaves so many bytes free. */
const fillTo = (left: number): void =>
  writeFileSync(join(place, 'ballast'), new Uint8Array(Math.max(0, free() - left)))
const makeRoom = (): void => rmSync(join(place, 'ballast'))

const openLine = async () => {
  const got: { event: string }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got.push(JSON.parse(Buffer.concat(chunks).toString()) as { event: string })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    got,
    alarm: {
      webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      secret: Buffer.from('a secret of the two sides'),
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

describe.skipIf(!mayMount)('on a disk that files fill (needs root, for a mount)', () => {
  test('no more files are taken, words still are, the person is told once, and all is fetched when there is room', async (context) => {
    if (!mount('140m')) return context.skip('this machine lets nobody mount')
    const line = await openLine()
    const operator: Operator = { official: {}, reserveMegabytes: 80, alarm: line.alarm }
    const log = makeMemoryLog()
    const config = readConfig({ AMIN_DATA: join(place, 'data') }) as Config
    const foundation = await openFoundation(config, log, operator)
    const hands = openHands(foundation)
    const keeper = makeMaintenance({ foundation, dataDir: config.dataDir, every: hours(24), owner: 'test' })
    const { store, vault } = foundation.ports
    const file = (n: number): Uint8Array => new Uint8Array(MIB).fill(n)
    const heldFiles = async (): Promise<string[]> => {
      const [row] = (await store.views.list({}, { limit: 5 })).rows
      const { evidence } = await foundation.casebook.load(row!.caseId)
      return Object.values(evidence).flatMap((item) => (item.kind === 'statement' ? [] : [item.status]))
    }
    /** What the bot said, in order. */
    const said = async (): Promise<string[]> => {
      const [row] = (await store.views.list({}, { limit: 5 })).rows
      const { events } = await foundation.casebook.read(row!.caseId)
      return events.flat().flatMap((event) => (event.type === 'bot_said' ? [event.key] : []))
    }
    /**
     * The second time the very same words would stand last in the chat: then it is said behind them
     * that they still hold.
     */
    const noRoom = async (): Promise<number> =>
      (await said()).filter(
        (key, at, keys) =>
          key === 'evidence-no-room' || (key === 'still-above' && keys[at - 1] === 'evidence-no-room'),
      ).length
    try {
      await hands.reachStory('1')
      await hands.says('1', 'He has my pictures and wants money')
      await hands.offers('1', file(1))
      while ((await hands.work()) > 0);
      expect(await heldFiles()).toEqual(['sealed'])
      await keeper.turn()
      expect(describeMaintenance(readMaintenance(config.dataDir))).toEqual({})

      fillTo(80 * MIB - 100_000)
      const before = hands.channel.downloads.length
      for (const n of [2, 3, 4]) await hands.offers('1', file(n))
      await hands.says('1', 'are you still there')
      for (let tries = 1; tries < 8; tries += 1) {
        await hands.work()
        hands.advance(backoff(tries))
      }
      expect(await heldFiles()).toEqual(['sealed', 'pending', 'pending', 'pending'])
      expect(hands.channel.downloads).toHaveLength(before)
      expect(await noRoom()).toBe(1)
      for (let n = 0; n < 200; n += 1) await hands.says('1', `words that count, ${n}`)
      const [row] = (await store.views.list({}, { limit: 5 })).rows
      expect(row!.seq).toBeGreaterThan(200)

      await keeper.turn()
      await keeper.turn()
      expect(line.got.map(({ event }) => event)).toEqual(['disk_low'])
      expect(JSON.stringify(line.got)).not.toMatch(/case/)
      expect(log.lines.filter(({ message }) => message.startsWith('no file is taken any more'))).toHaveLength(
        1,
      )
      expect(describeMaintenance(readMaintenance(config.dataDir))).toEqual({ disk: 'no room for files' })
      expect(await vaultFigures(config.dataDir, vault)).toEqual({ faults: 0, room: 0 })

      makeRoom()
      hands.advance(hours(2))
      while ((await hands.work()) > 0);
      expect(await heldFiles()).toEqual(['sealed', 'sealed', 'sealed', 'sealed'])
      expect(await noRoom()).toBe(1)
      await keeper.turn()
      expect(describeMaintenance(readMaintenance(config.dataDir))).toEqual({})

      // The next shortage is told of again.
      fillTo(80 * MIB - 100_000)
      await hands.offers('1', file(5))
      await hands.work()
      expect(await noRoom()).toBe(2)
    } finally {
      await foundation.close()
      await line.close()
    }
  })

  test('a file whose size nobody knew is given up before it eats what is kept for words, and leaves nothing', async (context) => {
    if (!mount('96m')) return context.skip('this machine lets nobody mount')
    const config = readConfig({ AMIN_DATA: join(place, 'data') }) as Config
    const foundation = await openFoundation(config, makeMemoryLog(), { official: {}, reserveMegabytes: 40 })
    try {
      const { vault } = foundation.ports
      const before = (await vault.room())!
      let least = Infinity
      const huge = (async function* () {
        for (let n = 0; n < 120; n += 1) {
          least = Math.min(least, free())
          yield new Uint8Array(MIB)
        }
      })()
      await expect(vault.put('0'.repeat(26) as never, huge)).rejects.toMatchObject({ code: 'disk_full' })
      expect(least).toBeGreaterThan(20 * MIB)
      expect(readdirSync(join(config.dataDir, 'vault', 'incoming'))).toEqual([])
      expect(await vault.room()).toBe(before)
    } finally {
      await foundation.close()
    }
  })

  test('where even words find no room nothing is acknowledged, and all goes on when there is some', async (context) => {
    if (!mount('24m')) return context.skip('this machine lets nobody mount')
    const config = readConfig({ AMIN_DATA: join(place, 'data') }) as Config
    const foundation = await openFoundation(config, makeMemoryLog(), { official: {}, reserveMegabytes: 1 })
    const hands = openHands(foundation)
    try {
      await hands.reachStory('1')
      fillTo(0)
      let kept = 0
      const talk = async (): Promise<void> => {
        for (;;) {
          await hands.says('1', `words ${'x'.repeat(3000)} ${kept}`)
          kept += 1
        }
      }
      await expect(talk()).rejects.toMatchObject({ code: 'disk_full' })
      makeRoom()
      hands.advance(hours(2))
      await hands.says('1', 'again')
      const [row] = (await foundation.ports.store.views.list({}, { limit: 5 })).rows
      const { events } = await foundation.casebook.read(row!.caseId)
      const texts = events
        .flat()
        .flatMap((event) =>
          event.type === 'message_received' && event.message.body.kind === 'text'
            ? [event.message.body.text]
            : [],
        )
      for (let n = 0; n < kept; n += 1) expect(texts.some((text) => text.endsWith(`x ${n}`))).toBe(true)
      expect(texts).toContain('again')
    } finally {
      await foundation.close()
    }
  })

  test('the doctor says that no file is taken', async (context) => {
    if (!mount('24m')) return context.skip('this machine lets nobody mount')
    mkdirSync(join(place, 'data'))
    writeFileSync(join(place, 'data', 'operator.json'), JSON.stringify({ reserveMegabytes: 100 }))
    const config = readConfig({ AMIN_DATA: join(place, 'data') }) as Config
    const { code, printed } = await runCommand(config, 'doctor', [])
    expect(code).toBe(1)
    expect(printed.join('\n')).toMatch(/FAULT room: .*kept for words/)
  })
})

test('a vault that keeps nothing back takes what fits', async () => {
  const config = readConfig({ AMIN_DATA: join(place, 'data') }) as Config
  const foundation = await openFoundation(config, makeMemoryLog(), { official: {}, reserveMegabytes: 1 })
  expect(await foundation.ports.vault.room()).toBeGreaterThan(bytes(0))
  await foundation.close()
})
