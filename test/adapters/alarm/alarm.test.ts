import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAlarm } from '../../../adapters/alarm/index.ts'
import { makeMemoryClock } from '../../../adapters/memory/clock.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import type { CaseCode, CaseId, ObjectId } from '../../../core/base/ids.ts'
import { bytes, instant, minutes, ms } from '../../../core/base/units.ts'

const SECRET = Buffer.from('a secret of the two sides')
const clock = makeMemoryClock()
const CALL = {
  code: 'ABCD2345' as CaseCode,
  severity: 'P1',
  team: 'violence',
  step: 2,
  waitingSince: instant(clock.now() - minutes(10)),
} as const

type Got = {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly method: string | undefined
  readonly url: string | undefined
}
type Behaviour = (request: IncomingMessage, response: ServerResponse) => void

/** The other side: keeps what it gets, and behaves as it is told. */
const openLine = async () => {
  const got: Got[] = []
  let behaviour: Behaviour = (_, response) => void response.writeHead(204).end()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got.push({
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
        method: request.method,
        url: request.url,
      })
      behaviour(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const log = makeMemoryLog()
  const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/alarm/path-secret?key=query-secret`
  return {
    got,
    log,
    webhook,
    alarm: openAlarm({ webhook, secret: SECRET, clock, log }),
    /** For what has to be given up: not waited for longer than a test should take. */
    hurried: openAlarm({ webhook, secret: SECRET, clock, log, patience: ms(200) }),
    behave: (next: Behaviour) => {
      behaviour = next
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

let line: Awaited<ReturnType<typeof openLine>>
beforeEach(async () => {
  line = await openLine()
})
afterEach(() => line.close())

describe('a call', () => {
  test('is one JSON document with what the other side needs, and nothing of a person', async () => {
    expect(await line.alarm.raise(CALL)).toBe('taken')
    expect(line.got).toHaveLength(1)
    expect(line.got[0]).toMatchObject({ method: 'POST', url: '/alarm/path-secret?key=query-secret' })
    expect(line.got[0]?.headers['content-type']).toBe('application/json')
    expect(JSON.parse(line.got[0]?.body ?? '')).toEqual({
      v: 1,
      event: 'case_waits',
      code: 'ABCD2345',
      severity: 'P1',
      team: 'violence',
      step: 2,
      waitingSince: '2025-12-31T23:50:00.000Z',
      waitedSeconds: 600,
    })
  })

  test('is signed over its time and its very bytes', async () => {
    await line.alarm.raise(CALL)
    const { headers, body } = line.got[0]!
    const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-amin-signature']))!
    expect(Number(time)).toBe(Math.floor(clock.now() / 1000))
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex'))
  })

  test('that is repeated is known by its key, and another call has another', async () => {
    for (const call of [
      CALL,
      CALL,
      { ...CALL, step: 3 },
      { ...CALL, severity: 'P2' as const },
      { ...CALL, waitingSince: clock.now() },
    ])
      await line.alarm.raise(call)
    const keys = line.got.map(({ headers }) => headers['idempotency-key'])
    expect(keys[1]).toBe(keys[0])
    expect(new Set(keys).size).toBe(4)
    expect(keys.join()).not.toContain('ABCD2345')
  })
})

describe('a call about the machine', () => {
  const FAULT = {
    what: 'vault_fault',
    object: '0'.repeat(26) as ObjectId,
    caseId: '1'.repeat(26) as CaseId,
    fault: 'differs',
    at: instant(clock.now()),
  } as const

  test('names an object and its case by their ids, or the room that is left, signed like every other', async () => {
    expect(await line.alarm.tell(FAULT)).toBe('taken')
    expect(await line.alarm.tell({ what: 'disk_low', room: bytes(0), at: instant(clock.now()) })).toBe(
      'taken',
    )
    expect(line.got.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        v: 1,
        event: 'vault_fault',
        object: FAULT.object,
        case: FAULT.caseId,
        fault: 'differs',
        foundAt: '2026-01-01T00:00:00.000Z',
      },
      { v: 1, event: 'disk_low', freeBytes: 0, since: '2026-01-01T00:00:00.000Z' },
    ])
    for (const { headers, body } of line.got) {
      const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-amin-signature']))!
      expect(signature).toBe(createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex'))
    }
  })

  test('that is repeated is known by its key', async () => {
    for (const call of [FAULT, FAULT, { ...FAULT, object: '2'.repeat(26) as ObjectId }])
      await line.alarm.tell(call)
    const keys = line.got.map(({ headers }) => headers['idempotency-key'])
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  test('that nobody takes is asked again by whoever calls', async () => {
    line.behave((_, response) => void response.writeHead(503).end())
    expect(await line.alarm.tell(FAULT)).toBe('unreachable')
  })
})

describe('the other side', () => {
  test.each([200, 201, 202, 204])('has it where it says %i', async (status) => {
    line.behave((_, response) => void response.writeHead(status).end())
    expect(await line.alarm.raise(CALL)).toBe('taken')
  })

  test.each([301, 302, 307, 308, 400, 401, 404, 410, 429, 500, 503])(
    'has it not where it says %i, and no redirect is followed',
    async (status) => {
      line.behave((_, response) => void response.writeHead(status, { location: line.webhook }).end())
      expect(await line.alarm.raise(CALL)).toBe('unreachable')
      expect(line.got).toHaveLength(1)
    },
  )

  test('that never answers is given up', async () => {
    line.behave(() => undefined)
    expect(await line.hurried.raise(CALL)).toBe('unreachable')
  })

  test('that cuts the line has not answered', async () => {
    line.behave((request) => void request.socket.destroy())
    expect(await line.alarm.raise(CALL)).toBe('unreachable')
  })

  test('that talks without end has the call, and nobody listens', async () => {
    let ended = false
    line.behave((_, response) => {
      response.writeHead(200)
      response.on('close', () => {
        ended = true
      })
      const talk = (): void => {
        if (!response.destroyed && response.write(Buffer.alloc(65_536))) setImmediate(talk)
        else response.once('drain', talk)
      }
      talk()
    })
    expect(await line.alarm.raise(CALL)).toBe('taken')
    await expect.poll(() => ended).toBe(true)
  })

  test('that speaks no HTTP has not answered', async () => {
    line.behave((request) => void request.socket.end('hello\r\n\r\n'))
    expect(await line.alarm.raise(CALL)).toBe('unreachable')
  })

  test('that is not there has not answered', async () => {
    await line.close()
    expect(await line.alarm.raise(CALL)).toBe('unreachable')
    line = await openLine()
  })
})

test('the log tells that it failed, and neither address nor secret nor case', async () => {
  for (const behave of [
    (_: IncomingMessage, response: ServerResponse) => void response.writeHead(500).end(),
    () => undefined,
  ]) {
    line.behave(behave)
    await line.hurried.raise(CALL)
  }
  expect(line.log.lines).toHaveLength(2)
  const written = JSON.stringify(
    line.log.lines.map(({ fields, ...rest }) => ({ ...rest, fields: { ...fields, error: undefined } })),
  )
  for (const hidden of ['path-secret', 'query-secret', 'a secret of', 'ABCD2345', '127.0.0.1'])
    expect(written).not.toContain(hidden)
})
