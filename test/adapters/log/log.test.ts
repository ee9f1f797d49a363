import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openLog } from '../../../adapters/log/index.ts'
import { redact } from '../../../adapters/log/redact.ts'
import { Failure } from '../../../core/base/failure.ts'
import type { LogFields } from '../../../core/ports/log.ts'

type Line = Readonly<Record<string, unknown>>

const openMemoryLog = (level: Parameters<typeof openLog>[0]['level'] = 'debug') => {
  const written: string[] = []
  const log = openLog({ level, destination: { write: (line: string) => void written.push(line) } })
  return { log, text: () => written.join(''), lines: () => written.map((line) => JSON.parse(line) as Line) }
}

/** What a person might send, in every shape the law names, and a token of ours. */
const CANARIES = [
  'Zaynab Canary',
  'ساعدوني أرجوكم',
  'یارمەتیم بدەن',
  '+964 770 123 4567',
  '07701234567',
  '٠٧٧٠١٢٣٤٥٦٧',
  '۰۷۷۰۱۲۳۴۵۶۷',
  '@zaynab_canary',
  'zaynab.canary@example.org',
  'https://t.me/zaynab_canary?start=1',
  '123456789:AAH-canary_canary_canary_canary_canary',
  'canary-picture.jpg',
]
/**
 * Words and names in Latin letters look like the program's own: only the list of fields and the
 * rule for errors keep them out.
 */
const PATTERNED = CANARIES.filter((canary) => !['Zaynab Canary', 'canary-picture.jpg'].includes(canary))

describe('a log line', () => {
  test('holds time, level, process, message and the fields of the list, and no host name', () => {
    const { log, lines } = openMemoryLog()
    const fields = {
      role: 'worker',
      channel: 'telegram',
      account: '7654321098',
      caseId: '0123456789ABCDEFGHJKMNPQRS',
      inboundId: '4FZWsv8pRdfQTNUMLnk-9-p5FuByJHi3pfAC9ZzO9Mw',
      outboxId: '01234567890123456789012345.12.3',
      jobId: '01234567890123456789012345.12.0',
      objectId: '98765432109876543210987654',
      agentId: 'Abcdefgh12345678901234567890abcd',
      kind: 'evidence_received',
      code: 'ERR_SQLITE_ERROR',
      status: 409,
      attempt: 2,
      count: 3,
      ms: 12.5,
      bytes: 20_000_000,
      port: 8080,
      signal: 'SIGTERM',
    } satisfies LogFields
    log.info('message received', fields)
    const [line] = lines()
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      pid: process.pid,
      msg: 'message received',
      ...fields,
    })
  })

  test('is left out below the level', () => {
    const { log, lines } = openMemoryLog('warn')
    log.debug('a')
    log.info('b')
    log.warn('c')
    log.error('d')
    expect(lines().map(({ level, msg }) => [level, msg])).toEqual([
      ['warn', 'c'],
      ['error', 'd'],
    ])
  })

  test('holds no field that is not on the list, whatever the compiler was told', () => {
    const { log, text, lines } = openMemoryLog()
    const smuggled = {
      text: CANARIES[0],
      fileName: CANARIES[11],
      user: { name: CANARIES[0] },
      msg: CANARIES[0],
      level: 'x',
      err: new Error(CANARIES[0]),
    }
    log.info('message received', { caseId: '0123456789ABCDEFGHJKMNPQRS', ...smuggled })
    expect(text()).not.toContain('anary')
    expect(Object.keys(lines()[0]!).sort()).toEqual(['caseId', 'level', 'msg', 'pid', 'time'])
  })

  test('holds no value of another type than the field is of, and no number that may be somebody', () => {
    const { log, text } = openMemoryLog()
    const wrong = {
      count: 9_647_701_234_567,
      status: '07701234567',
      ms: Number.NaN,
      kind: { name: 'Canary' },
      role: ['Canary'],
      port: 7_701_234_567,
    }
    log.info('message received', Object.fromEntries(Object.entries(wrong)))
    expect(text()).not.toMatch(/anary|770|null/)
  })

  test.each(PATTERNED)('does not hold %s, whichever field it was put in', (canary) => {
    const { log, text } = openMemoryLog()
    const names = [
      'role',
      'channel',
      'account',
      'caseId',
      'inboundId',
      'outboxId',
      'jobId',
      'objectId',
      'agentId',
      'kind',
      'code',
      'signal',
    ]
    // A number alone looks like one of our bots in this one field.
    const fields = names
      .filter((name) => name !== 'account' || !/^\d+$/.test(canary))
      .map((name) => [name, canary] as const)
    log.error(`failed for ${canary}`, Object.fromEntries(fields))
    for (const [name, value] of fields) log.error('failed', { [name]: `before ${value}, after` })
    expect(text()).not.toContain(canary)
    expect(text()).not.toMatch(/canary|7701234567|770 123|[\u0600-\u06ff]/i)
  })
})

describe('an error in a log line', () => {
  const describeIn = (error: unknown): { readonly fields: Line; readonly text: string } => {
    const { log, lines, text } = openMemoryLog()
    log.error('failed', { error })
    return { fields: lines()[0]!['error'] as Line, text: text() }
  }

  test.each(CANARIES)('does not quote %s, not even from its cause, its properties or its stack', (canary) => {
    const error = Object.assign(
      new TypeError(`cannot read ${canary}\n    at say (file:///${canary}.ts:1:1)`),
      {
        payload: canary,
        code: canary,
      },
    )
    const outer = Object.assign(new Error(canary, { cause: error }), {
      name: canary,
      response: { body: canary },
    })
    const { text } = describeIn(outer)
    expect(text).not.toContain(canary)
    expect(text).not.toMatch(/canary|7701234567|770 123|[\u0600-\u06ff]/i)
  })

  test('shows name, code and our own stack lines', () => {
    const { log, lines } = openMemoryLog()
    const error = Object.assign(new RangeError('secret'), { code: 'ENOENT' })
    const root = fileURLToPath(new URL('../../../', import.meta.url))
    error.stack = [
      'RangeError: secret',
      `    at openVault (file://${root}adapters/vault/index.ts:12:3)`,
      '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
      `    at async file://${root}node_modules/grammy/out/bot.js:1:2`,
      `    at async Object.receive (${root}core/services/inbound/receive.ts:40:9)`,
    ].join('\n')
    log.error('failed', { error })
    expect(lines()[0]!['error']).toEqual({
      name: 'RangeError',
      code: 'ENOENT',
      at: ['adapters/vault/index.ts:12:3', 'core/services/inbound/receive.ts:40:9'],
    })
  })

  test('takes no line of the message for a stack line', () => {
    const root = fileURLToPath(new URL('../../../', import.meta.url))
    const { text } = describeIn(new Error(`x\n    at a (file://${root}core/canary.ts:1:1)`))
    expect(text).not.toContain('canary')
  })

  test('says the message of a failure, which is safe by its own rule, and the cause behind it', () => {
    const cause = Object.assign(new Error('canary'), { code: 'ENOSPC' })
    const { fields } = describeIn(new Failure('disk_full', 'vault', cause))
    expect(fields).toMatchObject({
      name: 'Failure',
      code: 'disk_full',
      message: 'the disk has no room left: vault',
      cause: { name: 'Error', code: 'ENOSPC' },
    })
    expect(fields['cause']).not.toHaveProperty('message')
  })

  test('may be anything at all', () => {
    const loop = new Error('a')
    loop.cause = loop
    const hostile = new Proxy(new Error('b'), {
      get: () => {
        throw new Error('no')
      },
    })
    for (const thrown of [loop, hostile, 'canary', null, 5, { message: 'canary' }, Object.create(null)]) {
      expect(describeIn(thrown).text).not.toContain('canary')
    }
  })
})

test('what is written last before the process exits arrives on stderr', () => {
  const script = `
    import { openLog } from ${JSON.stringify(new URL('../../../adapters/log/index.ts', import.meta.url).href)}
    const log = openLog({ level: 'info' })
    for (let i = 0; i < 500; i++) log.info('line', { count: i })
    process.exit(3)`
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  expect(status).toBe(3)
  expect(stdout).toBe('')
  const counts = stderr
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { count: number }).count)
  expect(counts).toEqual(Array.from({ length: 500 }, (_, i) => i))
})

test('redaction keeps what operators need: short numbers, codes, our words', () => {
  for (const plain of [
    'took 12.5 ms',
    'status 409',
    'ERR_SQLITE_ERROR',
    'evidence_received',
    'adapters/vault/index.ts:12:3',
    'P1',
    'sharp 0.35.5',
  ]) {
    expect(redact(plain)).toBe(plain)
  }
})

test('redaction of a long hostile text takes no long time', () => {
  for (const part of ['1 ', '+', 'a.', '@', 'a@a.', 'http:', '1:', '-'])
    expect(redact(part.repeat(500_000)).length).toBeLessThan(3_000)
})
