import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeDeeds, type Deed } from '../../adapters/console/server/administration/deeds.ts'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { openLog } from '../../adapters/log/index.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { openTeam } from '../../bots/team.ts'
import type { CaseCode, CaseId } from '../../core/base/ids.ts'
import { instant } from '../../core/base/units.ts'
import { monthsUntil, writeMonth } from '../../core/services/statistics/month.ts'
import { runCommand } from '../build/command.ts'
import { run as runTool } from '../adapters/report/reading.ts'

let dir: string
let config: Config
const log = openLog({ level: 'silent' })
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amin-statistics-'))
  await writeFile(
    join(dir, 'operator.json'),
    JSON.stringify({
      organisation: { name: { ar: 'مركز', ckb: 'ناوەند', en: 'Centre of Basra' }, kind: 'ngo' },
    }),
  )
  const read = readConfig({ AMIN_DATA: join(dir, 'data'), AMIN_OPERATOR_FILE: join(dir, 'operator.json') })
  if ('faults' in read) throw new Error(read.faults.join())
  config = read
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const run = (...args: readonly string[]) => runCommand(config, 'statistics', args, log)

const deeds = async (): Promise<readonly Deed[]> => {
  const foundation = await openFoundation(config, log)
  const team = await openTeam(config, foundation)
  try {
    const { adapter } = await (await openAuth(team.parts)).$context
    const { read } = makeDeeds(adapter, foundation.ports)
    return await read(instant(0), instant(Number.MAX_SAFE_INTEGER))
  } finally {
    team.close()
    await foundation.close()
  }
}
/** Cases of now, so many of each governorate. */
const fill = async (counts: Readonly<Record<string, number>>): Promise<void> => {
  const { casebook, close } = await openFoundation(config, log)
  for (const [option, count] of Object.entries(counts))
    for (let i = 0; i < count; i += 1) {
      const code = `${option}${i}`
      await casebook.append(`case-of-${code}`.padEnd(26, '0') as CaseId, () => ({
        actor: 'person',
        events: [
          { type: 'case_opened', code: code as CaseCode, channel: 'webchat', language: 'en' },
          { type: 'answer_given', step: 'governorate', answer: { kind: 'choice', option } },
        ],
      }))
    }
  await close()
}

test('writes the report of a month, readable by nobody else, and the log of administrators says so', async () => {
  await fill({ basra: 9, najaf: 6, wasit: 2 })
  const month = writeMonth(monthsUntil(instant(Date.now()), 1)[0]!)
  const file = join(dir, 'month.pdf')
  const { code, printed, said } = await run('--month', month, '--pdf', file, '--lang', 'en')
  expect([code, said]).toEqual([0, []])
  expect(JSON.parse(printed[0] ?? '')).toEqual({ month, language: 'en', file })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const text = runTool('pdftotext', '-layout', file, '-').replaceAll(/[^\S\n]+/g, ' ')
  for (const words of ['Centre of Basra', '17 cases opened', 'Basra 9', 'Najaf not shown', 'Wasit not shown'])
    expect(text).toContain(words)
  expect(await deeds()).toMatchObject([
    { by: 'command', kind: 'month_reported', detail: { month, language: 'en' } },
  ])
})

test.each([
  ['no month', ['--pdf', 'x.pdf']],
  ['a month that is none', ['--month', '2026-13', '--pdf', 'x.pdf']],
  ['no file', ['--month', '2020-10']],
  ['another language', ['--month', '2020-10', '--pdf', 'x.pdf', '--lang', 'fr']],
])('%s is wrong use, and says what to say', async (_, args) => {
  const { code, said, printed } = await run(...args)
  expect([code, printed]).toEqual([2, []])
  expect(said.join()).toContain('--month YYYY-MM, --pdf FILE')
})

test('a month that is to come says from when it can be asked for', async () => {
  const { code, said } = await run('--month', '2098-01', '--pdf', join(dir, 'x.pdf'))
  expect([code, said]).toEqual([
    1,
    ['amin statistics: no week of 2098-01 has begun; the first one does on 2097-12-30'],
  ])
})

test('where the file cannot be written nothing is left behind, and nothing stands in the log', async () => {
  const { code, said } = await run('--month', '2020-10', '--pdf', join(dir, 'none', 'x.pdf'))
  expect([code, said]).toEqual([1, ['amin statistics: the report cannot be written (ENOENT)']])
  expect(existsSync(join(dir, 'none'))).toBe(false)
  expect((await readdir(dir)).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(await deeds()).toEqual([])
})
