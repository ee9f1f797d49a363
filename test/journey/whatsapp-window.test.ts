import { afterEach, expect, test, vi } from 'vitest'
import { hours } from '../../core/base/units.ts'
import { startFakeWhatsappCloud } from '../fakes/whatsapp-cloud/index.ts'
import { EMAIL, PASSWORD, signIn } from './agent.ts'
import { makeDataDir, startAmin } from './amin-process.ts'
import { opening } from './opening.ts'
import { cloudSettings } from './whatsapp-phone.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

test(
  'after 24 hours an agent’s words wait behind a discreet template and come at once when the person writes',
  { timeout: 120_000 },
  async () => {
    const data = makeDataDir()
    cleanups.push(data.remove)
    const fake = await startFakeWhatsappCloud()
    cleanups.push(fake.stop)
    // The role alone: its own server takes the platform's calls, and shows how it stands.
    const amin = await startAmin({
      AMIN_DATA: data.dir,
      AMIN_ROLES: 'whatsapp,worker',
      AMIN_ADMIN_EMAIL: EMAIL,
      AMIN_ADMIN_PASSWORD: PASSWORD,
      ...cloudSettings(fake),
      WHATSAPP_CLOUD_TEMPLATE: 'continue/en',
    })
    cleanups.push(amin.kill)
    await vi.waitFor(async () => expect((await fetch(`${amin.url}/readyz`)).status).toBe(200), {
      timeout: 60_000,
      interval: 100,
    })
    fake.hook.point(`${amin.url}/whatsapp`)
    const person = fake.person()
    const read = (): readonly string[] => fake.textsTo(person)
    person.says('hello')
    await fake.until(() => read().some((text) => text.includes(opening('en', 'ask-consent'))))

    const agent = await signIn(amin.url)
    const code = await agent.onlyCase()
    fake.clock.advance(hours(25))
    expect((await agent.post(`/cases/${code}/claim`)).status).toBe(200)
    await fake.until(() => read().includes('[continue]'), 'the template')
    const waiting = read().length
    const { version } = await agent.get<{ readonly version: number }>(`/cases/${code}`)
    expect(
      (await agent.post(`/cases/${code}/messages`, { text: 'I am with you.', expectedVersion: version }))
        .status,
    ).toBe(200)
    person.says('is somebody there?')
    await fake.until(() => read().includes('I am with you.'), 'the words')
    // What was held is told in its order, and the template only once.
    expect(
      read()
        .slice(waiting)
        .filter((text) => text === '[continue]'),
    ).toEqual([])
    expect(read().slice(waiting).length).toBe(2)
    // Only Meta may call: anybody else is refused.
    const forged = await fetch(`${amin.url}/whatsapp`, {
      method: 'POST',
      body: '{}',
      headers: { 'x-hub-signature-256': 'sha256=00' },
    })
    expect(forged.status).toBe(401)
    expect(fake.violations).toEqual([])
    expect(await amin.stop()).toBe(0)
  },
)
