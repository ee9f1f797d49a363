import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../../../bots/config.ts'
import { readEnvironment } from '../../../../bots/environment.ts'

const CLOUD = {
  WHATSAPP: 'cloud',
  WHATSAPP_CLOUD_PHONE_ID: '106540352242922',
  WHATSAPP_CLOUD_TOKEN: 'EAAtoken',
  WHATSAPP_CLOUD_APP_SECRET: 'app-secret',
  WHATSAPP_CLOUD_VERIFY_TOKEN: 'our-own-choice',
}
const whatsappOf = (env: Readonly<Record<string, string>>): unknown => {
  const config = readConfig(env)
  return 'faults' in config ? config : config.whatsapp
}

test('WhatsApp is off unless it is asked for, and each way has settings of its own', () => {
  expect(whatsappOf({})).toBeUndefined()
  expect(whatsappOf({ ...CLOUD, WHATSAPP: 'off' })).toBeUndefined()
  expect(whatsappOf({ WHATSAPP: 'baileys' })).toEqual({ by: 'baileys', account: 'main' })
  expect(
    whatsappOf({
      WHATSAPP: 'baileys',
      WHATSAPP_ACCOUNT: 'second',
      WHATSAPP_WEB_VERSION: '2.3000.1023223821',
    }),
  ).toEqual({
    by: 'baileys',
    account: 'second',
    version: [2, 3000, 1_023_223_821],
  })
  expect(
    whatsappOf({
      ...CLOUD,
      WHATSAPP_CLOUD_TEMPLATE: 'continue/ar',
      WHATSAPP_CLOUD_API_ROOT: 'https://graph.example.org/',
    }),
  ).toEqual({
    by: 'cloud',
    phoneId: '106540352242922',
    token: 'EAAtoken',
    appSecret: 'app-secret',
    verifyToken: 'our-own-choice',
    apiRoot: 'https://graph.example.org',
    apiVersion: 'v26.0',
    template: { name: 'continue', language: 'ar' },
  })
})

test.each([
  [{ WHATSAPP: 'on' }, ['WHATSAPP must be off, baileys or cloud']],
  [{ WHATSAPP: 'baileys', WHATSAPP_ACCOUNT: 'Main 1' }, ['WHATSAPP_ACCOUNT must be 1 to 16 small letters']],
  [
    { WHATSAPP: 'baileys', WHATSAPP_WEB_VERSION: 'new' },
    ['WHATSAPP_WEB_VERSION must look like 2.3000.1023223821'],
  ],
  [
    { WHATSAPP: 'baileys', AMIN_TEST_WHATSAPP: '{"url": 7}' },
    ['AMIN_TEST_WHATSAPP is not what the fake prints'],
  ],
  [
    { WHATSAPP: 'cloud' },
    ['PHONE_ID', 'TOKEN', 'APP_SECRET', 'VERIFY_TOKEN'].map(
      (name) => `WHATSAPP_CLOUD_${name} is needed where WHATSAPP is cloud`,
    ),
  ],
  [
    { ...CLOUD, WHATSAPP_CLOUD_API_ROOT: 'http://graph.example.org' },
    ['WHATSAPP_CLOUD_API_ROOT must begin with https:// unless it is a loopback address'],
  ],
  [
    { ...CLOUD, WHATSAPP_CLOUD_TEMPLATE: 'continue' },
    ['WHATSAPP_CLOUD_TEMPLATE must be NAME/LANGUAGE, such as continue/ar'],
  ],
  [
    { ...CLOUD, WHATSAPP_CLOUD_PHONE: '1' },
    ['WHATSAPP_CLOUD_PHONE is not a setting of Amin: scripts/deploy/settings.md lists them'],
  ],
])('%j is refused, every fault in a line, and no value is repeated', (env, faults) => {
  expect(whatsappOf(env)).toEqual({ faults })
})

test('secrets of the Cloud API may come in files', () => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-'))
  try {
    const file = join(dir, 'token')
    writeFileSync(file, 'EAAinfile\n')
    const { WHATSAPP_CLOUD_TOKEN: _, ...rest } = CLOUD
    expect(
      whatsappOf(readEnvironment({ ...rest, WHATSAPP_CLOUD_TOKEN_FILE: file }, '/nowhere')),
    ).toMatchObject({ token: 'EAAinfile' })
    const unread = readEnvironment({ ...rest, WHATSAPP_CLOUD_TOKEN_FILE: join(dir, 'none') }, '/nowhere')
    expect(whatsappOf(unread)).toEqual({
      faults: ['WHATSAPP_CLOUD_TOKEN_FILE names a file that cannot be read'],
    })
  } finally {
    rmSync(dir, { recursive: true })
  }
})
