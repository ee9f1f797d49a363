import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PASSWORD, type DeskServer } from './desk-server.ts'
import { askedToErase } from './erasure-world.ts'
import { useSeats, type Seat } from './seats.ts'
import { textsOf } from './texts.ts'
import { COLLEAGUE, makeMe } from './world.ts'

const sit = useSeats()
const t = await textsOf('ar')

const open = (path: string, prepare: (server: DeskServer) => void = () => undefined): Promise<Seat> =>
  sit({
    path,
    prepare: (server) => {
      server.me = makeMe('admin')
      prepare(server)
    },
  })

const WANTS_PROOF = { call: /^POST \/api\/v1\/agents$/, status: 403, code: 'proof_required' }
const dialogOf = (page: Page, title: string) => page.getByRole('dialog', { name: t(title) })

const fillInvitation = async (page: Page) => {
  await page.getByRole('button', { name: t('invite'), exact: true }).click()
  const form = dialogOf(page, 'invite')
  await form.getByLabel(t('field-alias')).fill('نور')
  await form.getByLabel(t('field-email')).fill('noor@example.org')
  return form
}

test('an invitation names no team by itself, and says what that means', async () => {
  const { server, page, faults } = await open('/agents')
  const form = await fillInvitation(page)
  expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(0)
  await form.getByText(t('field-no-teams')).waitFor()
  await form.getByRole('button', { name: t('invite-do') }).click()
  await form.getByText(t('invite-made', { name: 'نور' })).waitFor()
  expect(server.bodies.find(({ path }) => path === '/api/v1/agents')?.body).toMatchObject({
    role: 'agent',
    teams: [],
  })
  expect(faults).toEqual([])
})

test('a key has no scope and no team by itself', async () => {
  const { page, faults } = await open('/keys')
  await page.getByRole('button', { name: t('api-key-new') }).click()
  const form = dialogOf(page, 'api-key-new')
  await form.getByText(t('field-no-teams')).waitFor()
  expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(0)
  expect(await form.getByRole('button', { name: t('api-key-do') }).isDisabled()).toBe(true)
  expect(faults).toEqual([])
})

test('who is asked to prove who they are does so in a dialog, and what they asked for is then done as it was typed', async () => {
  const { server, page, faults } = await open('/agents')
  const form = await fillInvitation(page)
  server.failNext = WANTS_PROOF
  await form.getByRole('button', { name: t('invite-do') }).click()
  const proof = dialogOf(page, 'prove-title')
  await proof.locator('input[name=password]').fill('not this one')
  await proof.getByRole('button', { name: t('prove-do') }).click()
  await proof.getByRole('alert').getByText(t('fault-invalid-password')).waitFor()
  await proof.locator('input[name=password]').fill(PASSWORD)
  await proof.getByRole('button', { name: t('prove-do') }).click()
  await form.getByText(t('invite-made', { name: 'نور' })).waitFor()
  const sent = server.bodies.filter(({ path }) => path === '/api/v1/agents').map(({ body }) => body)
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
  expect(faults.filter((fault) => !/403/.test(fault))).toEqual([])
})

test('who would rather not finds the form as it was, also after Escape, and reads that nothing was done', async () => {
  const { server, page } = await open('/agents')
  const form = await fillInvitation(page)
  server.failNext = WANTS_PROOF
  await form.getByRole('button', { name: t('invite-do') }).click()
  await dialogOf(page, 'prove-title').waitFor()
  await page.keyboard.press('Escape')
  await dialogOf(page, 'prove-title').waitFor({ state: 'detached' })
  await form.getByRole('alert').getByText(t('fault-proof-required')).waitFor()
  expect(await form.getByLabel(t('field-alias')).inputValue()).toBe('نور')
  expect(server.bodies.filter(({ path }) => path === '/api/v1/agents')).toHaveLength(1)
})

test('a member reads what somebody changed of their account, by whom, until they say so', async () => {
  const at = '2026-11-22T09:15:00.000Z'
  const { server, page, faults } = await open('/', (made) => {
    made.notices = [
      { no: 9, at, kind: 'member_changed', by: 'أمل', detail: { role: 'supervisor', teams: 'minors' } },
      { no: 8, at, kind: 'factor_reset', by: 'أمل', detail: {} },
      { no: 7, at, kind: 'member_invited_again', detail: {} },
    ]
  })
  const told = page.getByRole('alert').filter({ hasText: t('changed-title') })
  await told.getByText(t('changed-role', { name: 'أمل', role: t('changed-to-supervisor') })).waitFor()
  await told.getByText(t('changed-factor-reset', { name: 'أمل' })).waitFor()
  await told.getByText(t('changed-member-invited-again', { name: t('changed-command') })).waitFor()
  await told.getByRole('button', { name: t('changed-read') }).click()
  await told.waitFor({ state: 'detached' })
  expect(server.bodies.at(-1)).toMatchObject({ path: '/api/v1/me/notices/seen', body: { no: 9 } })
  expect(faults).toEqual([])
})

test('who cannot agree to erase reads why and from when, and may refuse', async () => {
  const { page, faults } = await open('/cases/ABCD0001/file', (made) => {
    const [held] = [...made.cases.values()]
    const asked = askedToErase(COLLEAGUE)
    held!.file.erasure = {
      ...asked,
      request: { ...asked.request!, barred: { why: 'too_new', until: '2026-11-25T09:15:00.000Z' } },
    }
    made.cases.set('ABCD0001', held!)
    held!.file.code = 'ABCD0001'
  })
  const why = page.getByText(t('barred-too-new', { time: '' }).split('⁨')[0]!.trim())
  await why.first().waitFor()
  expect(await page.getByRole('button', { name: t('erasure-agree'), exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: t('erasure-refuse'), exact: true }).waitFor()
  expect(faults).toEqual([])
})

test('a team in which nobody can agree with somebody else says so, and what is left to do', async () => {
  const { page } = await open('/agents')
  await page.getByText(t('agreeing-alone')).waitFor()
  await page.getByText(t('agreeing-alone-mend')).waitFor()
})
