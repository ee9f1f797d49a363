import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { textsOf } from '../adapters/console-ui/texts.ts'
import { startFakeBotpress, type FakeBotpress } from '../fakes/botpress/index.ts'
import { ENGLISH } from '../fakes/botpress/person.ts'
import { eventually } from '../patience.ts'
import { EMAIL, PASSWORD, signIn, type Agent } from './agent.ts'
import { freePort, makeDataDir, startAmin, type AminProcess } from './amin-process.ts'
import { answeringAs, invite, makeBotKey, reply, settingsOf, take } from './botpress-amin.ts'
import { reachStory } from './first-questions.ts'
import { opening } from './opening.ts'
import { launchChromium } from '../chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const start = async (more: Readonly<Record<string, string>> = {}) => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  const fake = await startFakeBotpress()
  cleanups.push(fake.stop)
  const settings: Readonly<Record<string, string>> = {
    ...settingsOf(fake, data.dir, await freePort()),
    AMIN_ADMIN_EMAIL: EMAIL,
    AMIN_ADMIN_PASSWORD: PASSWORD,
    ...more,
  }
  const amin = await startAmin(settings)
  cleanups.push(amin.kill)
  await amin.says(/Console/)
  fake.url = `${amin.url}/botpress/${settings['BOTPRESS_PATH_KEY']}`
  const key = await makeBotKey(settings, 'University')
  return { amin, fake, key, settings, bot: fake.bot('bot-university', key), agent: await signIn(amin.url) }
}

const open = async (amin: AminProcess, email = EMAIL): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  cleanups.push(() => void context.close().catch(() => {}))
  await context.addInitScript(
    `localStorage.setItem('amin-preferences', ${JSON.stringify(JSON.stringify({ language: 'en' }))})`,
  )
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${amin.url}/`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.locator('.queue-list, .queue-empty').first().waitFor()
  return page
}

type Case = { readonly status: string; readonly severity: string }
const caseOf = (agent: Agent, code: string) => agent.get<Case>(`/cases/${code}`)

const LINA = 'lina@example.org'
/** Puts a picture where the other bot's channel keeps it. */
const hang = async (fake: FakeBotpress, name: string): Promise<string> => {
  const bytes = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#345678' } })
    .png()
    .toBuffer()
  fake.api.files.set(name, { bytes, mime: 'image/png' })
  return `${fake.api.root}/files/${name}?token=canaryfiletokenzzqx`
}

test('a person is handed over by a Botpress bot, taken over in a browser, answered, closed, and comes back to the same case', async () => {
  const { amin, fake, bot, agent } = await start()
  bot.texts = { ...bot.texts, handoff: 'NULL', assigned: 'NULL' }
  const t = await textsOf('en')
  const sara = bot.person('Sara')
  sara.botSays('How can I help you today?')
  await sara.says('canarywordszzqx someone has my photos and says he will kill me tonight')
  await sara.handOver('canarytitlezzqx')
  const code = await agent.onlyCase()
  await eventually(async () =>
    expect(await caseOf(agent, code)).toMatchObject({ status: 'waiting', severity: 'P1' }),
  )

  const page = await open(amin)
  await page.locator('.queue-row', { hasText: 'canarywordszzqx' }).click()
  await page.locator('.bubble[data-from="other"]', { hasText: 'How can I help you today?' }).waitFor()
  await page.locator('.bubble[data-from="person"]', { hasText: t('told-elsewhere') }).waitFor()
  expect(sara.screen.filter(({ from }) => from === 'agent' || from === 'plugin')).toEqual([])

  await take(page, t)
  await reply(page, t, 'I am here now. Are you safe?')
  await eventually(() =>
    expect(sara.screen.at(-1)).toMatchObject({ from: 'agent', text: 'I am here now. Are you safe?' }),
  )
  const { name } = sara.screen.at(-1) ?? {}
  expect(name).toBeDefined()
  expect(fake.world.events.map(({ type }) => type)).toEqual(['hitlAssigned'])

  await page.locator('.composer input[type=file]').setInputFiles({
    name: 'plan.png',
    mimeType: 'image/png',
    buffer: await sharp({ create: { width: 90, height: 60, channels: 3, background: '#684' } })
      .png()
      .toBuffer(),
  })
  await page
    .locator('.composer')
    .getByRole('button', { name: t('compose-reply-do') })
    .click()
  await eventually(() => expect(fake.world.messages.at(-1)?.type).toBe('image'))
  const address = String(fake.world.messages.at(-1)?.payload['imageUrl'])
  const hung = fake.api.files.get(address.split('/').at(-1) ?? '')?.bytes
  expect(await sharp(hung).metadata()).toMatchObject({ format: 'jpeg', width: 90, height: 60 })

  await sara.says('yes, I am at home')
  await page.locator('.bubble[data-from="person"]', { hasText: 'yes, I am at home' }).waitFor()
  const picture = await hang(fake, 'threat.png')
  await sara.sends('image', { imageUrl: picture })
  await eventually(async () => expect(await agent.evidence(code)).toEqual([]))
  // Nobody knows yet who this is about: nothing of it was fetched.
  expect(fake.api.calls.filter((call) => call.includes('/files/'))).toEqual([])

  expect((await agent.post(`/cases/${code}/close`, { outcome: 'resolved' })).ok).toBe(true)
  await eventually(() => expect(sara.isActive()).toBe(false))
  expect(fake.world.events.map(({ type }) => type)).toEqual(['hitlAssigned', 'hitlStopped'])

  await sara.says('he wrote again')
  await sara.handOver()
  await eventually(async () => expect(await caseOf(agent, code)).toMatchObject({ status: 'waiting' }))
  expect(await agent.onlyCase()).toBe(code)
  const before = sara.screen.length
  await agent.post(`/cases/${code}/claim`)
  await eventually(() => expect(sara.screen.slice(before).map(({ from }) => from)).toContain('agent'))
  await sara.leaves()
  await page.getByText(t('event-chat-ended'), { exact: false }).first().waitFor()
  const said = await agent.post(`/cases/${code}/messages`, { text: 'Hello?', expectedVersion: 0 })
  expect(said.ok).toBe(false)
  expect(sara.swallowed).toEqual([])
  const metrics = await (await fetch(`${amin.url}/metrics`)).text()
  expect(metrics).toContain('amin_channel{channel="botpress"} 1')
  for (const secret of ['zzqx', fake.token, bot.settings.key, fake.url.split('/').at(-1) ?? '-', picture])
    expect(`${amin.stderr()}${amin.stdout()}${metrics}${fake.said.join('')}`).not.toContain(secret)
}, 240_000)

test('where the other bot lets us speak, Amin asks, takes an adult’s picture as evidence and fetches none of a child’s, and a key that an administrator ends opens nothing from then on', async () => {
  const { amin, fake, bot, agent, key } = await start({ AMIN_LOG_LEVEL: 'trace' })
  bot.settings.textsAreOurs = true
  bot.texts = { ...bot.texts, handoff: 'NULL', assigned: 'NULL' }
  const sara = bot.person('Sara')
  await sara.handOver()
  // Nothing that they wrote there says another language.
  await reachStory(answeringAs(sara), 'ar')
  const picture = await hang(fake, 'threat.png')
  await sara.sends('image', { imageUrl: picture })
  const code = await agent.onlyCase()
  await eventually(async () =>
    expect(await agent.evidence(code)).toMatchObject([{ kind: 'photo', state: 'sealed' }]),
  )
  const [item] = await agent.evidence(code)
  expect(
    Buffer.compare(
      await agent.original(code, item!.id),
      Buffer.from(fake.api.files.get('threat.png')!.bytes),
    ),
  ).toBe(0)

  const young = bot.person('Ali')
  await young.handOver()
  await reachStory(answeringAs(young), 'ar', 'عمري 15')
  await young.sends('image', { imageUrl: await hang(fake, 'of-a-child.png') })
  await answeringAs(young).hears(opening('ar', 'media-refused-age'))
  expect(fake.api.calls.filter((call) => call.includes('of-a-child'))).toEqual([])

  const { keys } = await agent.get<{ keys: readonly { id: string }[] }>('/keys')
  expect((await agent.post(`/keys/${keys[0]!.id}/end`)).ok).toBe(true)
  bot.repeats = false
  expect((await sara.says('can you hear me?'))?.status).toBe(401)
  const before = sara.screen.filter(({ from }) => from === 'agent').length
  await agent.post(`/cases/${code}/claim`)
  await eventually(() =>
    expect(sara.screen.filter(({ from }) => from === 'agent').length).toBeGreaterThan(before),
  )
  for (const secret of ['zzqx', fake.token, key, fake.url.split('/').at(-1) ?? '-'])
    expect(amin.stderr()).not.toContain(secret)
}, 240_000)

test('in two browsers a picture of the person is looked at, the chat is passed on, closed and opened again, and the other bot is told once of each', async () => {
  const { amin, fake, bot, agent } = await start()
  bot.settings.textsAreOurs = true
  bot.texts = { ...bot.texts, handoff: 'NULL', assigned: 'NULL' }
  await invite(agent, { email: LINA, name: 'Lina' })
  const t = await textsOf('en')
  const sara = bot.person('Sara')
  sara.botSays('How can I help you today?')
  await sara.says('someone has my photos')
  await sara.handOver()
  await reachStory(answeringAs(sara), 'en')
  await sara.sends('image', { imageUrl: await hang(fake, 'threat.png') })
  const code = await agent.onlyCase()

  const page = await open(amin)
  await page.goto(`${amin.url}/cases/${code}`)
  await page.locator('.bubble[data-from="other"]', { hasText: 'How can I help you today?' }).waitFor()
  await take(page, t)
  await reply(page, t, 'A colleague who knows more comes now.')
  await eventually(() =>
    expect(sara.screen.at(-1)).toMatchObject({ from: 'agent', name: 'Somebody from the team' }),
  )
  await page.getByRole('tab', { name: t('tab-evidence') }).click()
  await page
    .locator('.evidence')
    .getByRole('button', { name: t('reveal-open') })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('reason-threat')).check()
  await dialog.getByRole('button', { name: t('reveal-do') }).click()
  await dialog.locator('.shown-picture').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: t('more') }).click()
  await page.getByRole('menuitem', { name: t('transfer') }).click()
  await dialog.getByText(t('transfer-agent'), { exact: true }).click()
  await dialog.getByRole('combobox').click()
  await page.getByRole('option', { name: 'Lina' }).click()
  await dialog.getByRole('button', { name: t('transfer') }).click()
  await page.getByText(t('take-over-held', { name: 'Lina' })).waitFor()

  const second = await open(amin, LINA)
  await second.goto(`${amin.url}/cases/${code}`)
  await reply(second, t, 'Here I am.')
  await eventually(() => expect(sara.screen.at(-1)).toMatchObject({ name: 'Lina', text: 'Here I am.' }))
  const names = fake.world.events.map(({ payload }) => fake.world.users.get(String(payload['userId']))?.name)
  expect(names).toEqual(['Somebody from the team', 'Lina'])
  await sara.says('thank you')
  await second.locator('.bubble[data-from="person"]', { hasText: 'thank you' }).waitFor()

  await second.getByRole('button', { name: t('close-case') }).click()
  const closing = second.getByRole('dialog')
  await closing.getByLabel(t('outcome-resolved')).check()
  await closing.getByRole('button', { name: t('close-case') }).click()
  await eventually(() => expect(sara.isActive()).toBe(false))
  await sara.says('he wrote again')
  await sara.handOver()
  await take(second, t)
  await reply(second, t, 'I am with you again.')
  await eventually(() =>
    expect(sara.screen.at(-1)).toMatchObject({ name: 'Lina', text: 'I am with you again.' }),
  )
  expect(await agent.onlyCase()).toBe(code)
  expect(fake.world.events.map(({ type }) => type)).toEqual([
    'hitlAssigned',
    'hitlAssigned',
    'hitlStopped',
    'hitlAssigned',
  ])
  expect(sara.swallowed).toEqual([])
  expect(sara.screen.flatMap(({ from, text }) => (from === 'plugin' ? [text] : []))).toEqual([
    ENGLISH.stopped,
  ])
}, 240_000)

test('a process without a Botpress bot loads nothing of its SDK', async () => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  const list =
    'process.on("exit",()=>console.log("LOADED "+Object.keys(require.cache).filter((file)=>/@botpress|@bpinternal/.test(file)).length))'
  const loaded = async (more: Readonly<Record<string, string>>): Promise<number> => {
    const hook = `data:text/javascript,${encodeURIComponent(`import{createRequire}from"node:module";const require=createRequire("${import.meta.url}");${list}`)}`
    const amin = await startAmin({ AMIN_DATA: data.dir, NODE_OPTIONS: `--import=${hook}`, ...more })
    cleanups.push(amin.kill)
    await amin.says(/Console/)
    await amin.stop()
    return Number((await amin.says(/LOADED (\d+)/))[1])
  }
  expect(await loaded({})).toBe(0)
  const on = {
    BOTPRESS_TOKEN: 'bp_iak_12345678',
    BOTPRESS_INTEGRATION_ID: 'integration-1',
    BOTPRESS_PATH_KEY: 'x'.repeat(43),
    BOTPRESS_API_ROOT: 'http://127.0.0.1:9',
  }
  expect(await loaded(on)).toBeGreaterThan(0)
}, 240_000)
