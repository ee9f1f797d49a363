import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { EMAIL, PASSWORD } from './agent.ts'
import { makeDataDir, startAmin } from './amin-process.ts'

/*
 * Without a number for emergencies danger to life is answered with what to do at once alone
 * (test/locales.test.ts). Whoever starts the program has to know it.
 */
vi.setConfig({ testTimeout: 180_000 })

const data = makeDataDir()
afterEach(data.remove)

const NONE = /no emergency number is shown/

const startWith = async (lastChecked: string | undefined): Promise<string> => {
  const line = (date: string) => ({
    id: 'police',
    name: { ar: 'شرطة', ckb: 'پۆلیس', en: 'Police' },
    number: '104',
    for: ['emergency'],
    source: 'called',
    lastChecked: date,
  })
  const hotlines = lastChecked === undefined ? [] : [line(lastChecked)]
  writeFileSync(join(data.dir, 'operator.json'), JSON.stringify({ hotlines }))
  const amin = await startAmin({
    AMIN_DATA: data.dir,
    AMIN_ADMIN_EMAIL: EMAIL,
    AMIN_ADMIN_PASSWORD: PASSWORD,
  })
  await amin.says(/Console/)
  await amin.stop()
  return amin.stdout() + amin.stderr()
}

test('a start without a number for emergencies says loudly that none is shown; one that nobody checked for long counts as none', async () => {
  const today = new Date().toISOString().slice(0, 10)
  expect(await startWith(undefined)).toMatch(NONE)
  expect(await startWith('2020-01-01')).toMatch(NONE)
  expect(await startWith(today)).not.toMatch(NONE)
})
