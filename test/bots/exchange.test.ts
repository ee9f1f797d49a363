import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { EXCHANGES, folderOf, runName } from '../../bots/exchange.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { Failure } from '../../core/base/failure.ts'
import type { CaseCode, CaseId, Sha256Hex } from '../../core/base/ids.ts'
import { anItem } from '../core/custody/exchange/world.ts'
import { makeDataDir } from '../journey/amin-process.ts'

const { dir, remove } = makeDataDir()
const config = readConfig({ AMIN_DATA: join(dir, 'data') }) as Config
let foundation: Foundation
beforeAll(async () => {
  foundation = await openFoundation(config, makeMemoryLog())
  for (const name of ['one', 'two'])
    await foundation.casebook.append(idOf(name), () => ({
      actor: 'person',
      events: [
        { type: 'case_opened', code: `AAAA${name.length}` as CaseCode, channel: 'webchat', language: 'en' },
      ],
    }))
})
afterAll(async () => {
  await foundation.close()
  remove()
})

const idOf = (name: string): CaseId => `case-of-${name}`.padEnd(26, '0') as CaseId
const SESSION = '0123456789ABCDEFGHJKMNPQRS'
const [ONE, OTHER] = ['1', '2'].map((digit) => digit.repeat(64) as Sha256Hex) as [Sha256Hex, Sha256Hex]
const files = (): readonly string[] =>
  readdirSync(join(config.dataDir, EXCHANGES)).map(
    (name) => `${name}: ${readFileSync(join(config.dataDir, EXCHANGES, name), 'utf8')}`,
  )

test('a session that another party names again, under its own agreement, takes nothing from the run that had it', async () => {
  const folder = folderOf(config, foundation)
  const found = [anItem('phone:+9647701', 'numbers', idOf('one'))]
  expect(await folder.isKept({ agreement: ONE, session: SESSION })).toBe(false)
  await folder.keep({ agreement: ONE, session: SESSION, transcript: 'first\n', found })
  const before = files()
  expect(await folder.isKept({ agreement: ONE, session: SESSION })).toBe(true)
  expect(await folder.isKept({ agreement: OTHER, session: SESSION })).toBe(false)
  await folder.keep({ agreement: OTHER, session: SESSION, transcript: 'second\n', found: [] })
  expect(files()).toEqual(expect.arrayContaining([...before]))
  expect(await folder.found(runName({ agreement: ONE, session: SESSION }))).toMatchObject({
    cases: [{ caseId: idOf('one'), items: [{ normal: 'phone:+9647701' }] }],
  })
  expect(
    folder
      .list()
      .map(({ run }) => run)
      .toSorted(),
  ).toEqual([ONE, OTHER].map((agreement) => runName({ agreement, session: SESSION })))
})

test('nothing that is kept of a run is written over', async () => {
  const folder = folderOf(config, foundation)
  const before = files()
  const again = { agreement: ONE, session: SESSION, transcript: 'changed\n', found: [] }
  await expect(folder.keep(again)).rejects.toMatchObject({ code: 'data_unwritable' })
  expect(files()).toEqual(before)
})

test('a case that does not open takes no other of a result with it, and is counted', async () => {
  const session = `${SESSION.slice(1)}T`
  const found = [anItem('phone:+9647702', 'numbers', idOf('one'), idOf('two'))]
  await folderOf(config, foundation).keep({ agreement: ONE, session, transcript: 'x\n', found })
  const { sealer } = foundation.ports
  const forCase: typeof sealer.forCase = (caseId) =>
    caseId === idOf('one') ? Promise.reject(new Failure('keys_missing')) : sealer.forCase(caseId)
  const ports = { ...foundation.ports, sealer: { ...sealer, forCase } }
  const result = await folderOf(config, { ...foundation, ports }).found(runName({ agreement: ONE, session }))
  expect(result).toMatchObject({ cases: [{ caseId: idOf('two') }], closed: 1 })
})
