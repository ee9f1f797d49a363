import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { DeskServer } from './desk-server.ts'
import { askedBy, makeExportState } from './exports-world.ts'
import { codeOf, COLLEAGUE } from './world.ts'
import { useBench, useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'

const sit = useSeats()
const t = await textsOf('ar')

const MINE = codeOf(3)
const atFile = (prepare: (server: DeskServer) => void = () => undefined): Promise<Seat> =>
  sit({ path: `/cases/${MINE}/file`, prepare, until: '.answers' })
const bodies = (server: DeskServer) =>
  server.bodies.filter(({ path }) => path.includes('/exports')).map(({ body }) => body)

test('an agent sees what goes in, what consent lacks, asks with a reason, and waits for a second person', async () => {
  const { server, page } = await atFile()
  await page.getByRole('button', { name: t('export-begin') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('export-no-consent')).waitFor()
  expect(await dialog.getByRole('radio', { name: t('export-scope-share-ngo') }).isDisabled()).toBe(true)
  expect(await dialog.getByRole('radio', { name: t('export-scope-share-investigators') }).isChecked()).toBe(
    true,
  )
  const ask = dialog.getByRole('button', { name: t('export-ask') })
  expect(await ask.isDisabled()).toBe(true)
  await dialog.getByLabel(t('export-keys')).fill('age1one\nage1two, age1three')
  await dialog.getByLabel(t('export-why'), { exact: false }).last().fill('طلبته النيابة')
  await ask.click()
  await page.getByText(t('export-state-waiting')).waitFor()
  expect(bodies(server)).toEqual([
    {
      reason: 'طلبته النيابة',
      scope: 'share-investigators',
      recipients: ['age1one', 'age1two', 'age1three'],
    },
  ])
  expect(await page.getByRole('button', { name: t('export-approve') }).count()).toBe(0)
})

test('where only some keys are allowed they are chosen, and where nothing leaves open one is needed', async () => {
  const { server, page } = await atFile((server) => {
    server.exports = {
      ...makeExportState(),
      rule: { twoPersons: false, onlySealed: true, recipients: ['age1court', 'age1police'] },
    }
  })
  await page.getByRole('button', { name: t('export-begin') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('export-why'), { exact: false }).last().fill('for the court')
  expect(await dialog.getByRole('button', { name: t('export-ask') }).isDisabled()).toBe(true)
  await dialog.getByLabel('age1police').check()
  await dialog.getByRole('button', { name: t('export-ask') }).click()
  await page.getByText(t('export-state-waiting')).waitFor()
  expect(bodies(server)).toMatchObject([{ recipients: ['age1police'] }])
})

test.each([
  ['approve', 'export-state-ready', true],
  ['refuse', 'export-state-refused', false],
] as const)('the second person says %s with a reason, and it shows', async (how, state, fetched) => {
  const { server, page } = await atFile((server) => {
    const request = askedBy(COLLEAGUE, { reason: 'the court', scope: 'share-investigators', recipients: [] })
    server.exports = { ...makeExportState(), ...(request === undefined ? {} : { request }) }
  })
  const button = page.getByRole('button', { name: t(`export-${how}`), exact: true })
  await button.waitFor()
  expect(await button.isDisabled()).toBe(true)
  await page.getByLabel(t('export-answer-why'), { exact: false }).first().fill('I read it')
  await button.click()
  await page.getByText(t(state)).waitFor()
  expect(server.asked).toContain(`POST /api/v1/cases/${MINE}/exports/40/${how}`)
  expect(bodies(server)).toEqual([{ reason: 'I read it' }])
  const link = page.getByRole('link', { name: t('export-fetch') })
  expect(await link.count()).toBe(fetched ? 1 : 0)
  if (!fetched) return
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe(`amin-${MINE}.zip`)
  expect((await readFile(await download.path())).equals((await useBench()).pictures.clear)).toBe(true)
})
