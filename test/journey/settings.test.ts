import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { SettingsState } from '../../adapters/console/contract/settings.ts'
import { eventually } from '../patience.ts'
import { EMAIL, PASSWORD, signIn } from './agent.ts'
import { makeDataDir, startAmin, type AminProcess } from './amin-process.ts'

vi.setConfig({ testTimeout: 180_000 })

const data = makeDataDir()
const running: AminProcess[] = []
const stop = async (): Promise<void> => {
  for (const amin of running.splice(0)) expect(await amin.stop()).toBe(0)
}
afterEach(async () => {
  await stop()
  data.remove()
})

const start = async (roles: string): Promise<AminProcess> => {
  const amin = await startAmin({
    AMIN_DATA: data.dir,
    AMIN_ROLES: roles,
    ...(roles === 'console' ? { AMIN_ADMIN_EMAIL: EMAIL, AMIN_ADMIN_PASSWORD: PASSWORD } : {}),
  })
  running.push(amin)
  await amin.says(roles === 'console' ? /Console/ : /Web chat/)
  return amin
}

const ORGANISATION = { name: { ar: 'أمل', ckb: 'هیوا', en: 'Hope Foundation' }, kind: 'ngo' }
const police = (number: string) => ({
  id: 'police',
  name: { ar: 'شرطة', ckb: 'پۆلیس', en: 'Police' },
  number,
  for: ['emergency'],
  source: 'called',
  lastChecked: new Date().toISOString().slice(0, 10),
})

test('what is set in the console is what people read in another process that was not restarted, it outlives a restart, and the operator file leads', async () => {
  const chat = await start('webchat')
  const console = await start('console')
  const admin = await signIn(console.url)
  // A number does not break over lines there.
  const advice = async (from: AminProcess): Promise<string> => {
    const answer = await fetch(`${from.url}/chat/advice/en`)
    return (await answer.text()).replaceAll('\u00a0', ' ')
  }
  expect(await advice(chat)).not.toContain('0770 000 0104')

  const set = await admin.put('/settings/hotlines', { version: 0, value: [police('0770 000 0104')] })
  expect(set.status).toBe(200)
  expect((await admin.put('/settings/organisation', { version: 0, value: ORGANISATION })).status).toBe(200)
  await eventually(async () => {
    const page = await advice(chat)
    expect(page).toContain('0770 000 0104')
    expect(page).toContain('Hope Foundation')
  })

  await stop()
  writeFileSync(join(data.dir, 'operator.json'), JSON.stringify({ hotlines: [police('0770 000 0999')] }))
  const page = await advice(await start('webchat'))
  expect(page).toContain('0770 000 0999')
  expect(page).toContain('Hope Foundation')
  const again = await signIn((await start('console')).url)
  expect(await again.get<SettingsState>('/settings')).toMatchObject({
    hotlines: { from: 'file', version: 1, value: [{ number: '0770 000 0999' }] },
    organisation: { from: 'here', value: ORGANISATION },
  })
})
