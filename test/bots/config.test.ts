import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../bots/config.ts'
import { readEnvironment } from '../../bots/environment.ts'

const faultsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
  const config = readConfig(readEnvironment(env, '/nowhere'))
  return 'faults' in config ? config.faults : []
}

const aFolder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-config-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

test('faults of single settings, of secrets in files and between settings are said in one breath', () => {
  const faults = faultsOf({
    AMIN_PORT: 'eighty',
    AMIN_PUBLIC_URL: 'http://amin.example.org',
    AMIN_VAULT: 'gridfs',
    AMIN_PROT: '8080',
    TELEGRAM_BOT_TOKEN_FILE: '/nowhere/token',
    WHATSAPP: 'cloud',
    WHATSAPP_CLOUD_TOKEN: 'a b',
    WHATSAPP_CLOUD_APP_SECRET_FILE: '/nowhere/secret',
  })
  const named = [
    'AMIN_PORT',
    'AMIN_PROT',
    'AMIN_PUBLIC_URL',
    'AMIN_VAULT',
    'TELEGRAM_BOT_TOKEN_FILE',
    'WHATSAPP_CLOUD_APP_SECRET_FILE',
    'WHATSAPP_CLOUD_PHONE_ID',
    'WHATSAPP_CLOUD_TOKEN',
    'WHATSAPP_CLOUD_VERIFY_TOKEN',
  ]
  expect(new Set(faults.map((line) => line.split(' ', 1)[0]))).toEqual(new Set(named))
  expect(faults).toHaveLength(named.length)
})

test('what is wrong by itself is not said a second time for what another setting makes of it', () => {
  expect(faultsOf({ AMIN_STORE: 'mongo://db.example.org', AMIN_VAULT: 'gridfs' })).toEqual([
    'AMIN_STORE must be sqlite:FILE or mongodb://...',
  ])
})

test.each([
  'https://amin.example.org/desk',
  'https://amin.example.org/?a=1',
  'https://amin.example.org/#a',
  'https://a:b@amin.example.org',
])('AMIN_PUBLIC_URL=%s is refused: links would lead nowhere', (url) => {
  expect(faultsOf({ AMIN_PUBLIC_URL: url })).toEqual([
    'AMIN_PUBLIC_URL must be an address without a path, such as https://amin.example.org',
  ])
})

test('AMIN_PUBLIC_URL may end in a slash', () => {
  expect(readConfig({ AMIN_PUBLIC_URL: 'https://amin.example.org/' })).toMatchObject({
    publicUrl: 'https://amin.example.org',
  })
})

test('an operator file that was named must be there; without the setting none is needed', () => {
  const dir = aFolder()
  const file = join(dir, 'operator.json')
  expect(faultsOf({ AMIN_DATA: dir })).toEqual([])
  expect(faultsOf({ AMIN_DATA: dir, AMIN_OPERATOR_FILE: file })).toEqual([
    'AMIN_OPERATOR_FILE names a file that is not there',
  ])
  writeFileSync(file, '{}')
  expect(faultsOf({ AMIN_DATA: dir, AMIN_OPERATOR_FILE: file })).toEqual([])
})

test('a store file needs a folder that is there, or the data folder, which is made', () => {
  const dir = aFolder()
  const fault = ['AMIN_STORE must name a file in a folder that is there']
  expect(faultsOf({ AMIN_DATA: dir, AMIN_STORE: `sqlite:${join(dir, 'none', 'amin.db')}` })).toEqual(fault)
  expect(faultsOf({ AMIN_DATA: dir, AMIN_STORE: `sqlite:${dir}` })).toEqual(fault)
  mkdirSync(join(dir, 'there'))
  expect(faultsOf({ AMIN_DATA: dir, AMIN_STORE: `sqlite:${join(dir, 'there', 'amin.db')}` })).toEqual([])
  expect(
    faultsOf({ AMIN_DATA: join(dir, 'new'), AMIN_STORE: `sqlite:${join(dir, 'new', 'other.db')}` }),
  ).toEqual([])
})
