import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../bots/config.ts'
import { readEnvironment } from '../../bots/environment.ts'
import { DEFAULT_LIMITS } from '../../adapters/channels/webchat/limits.ts'
import { checkCompose } from '../../scripts/deploy/check.ts'
import { COMPOSE, fillIn, readCompose, rolesOf } from '../../scripts/deploy/compose-file.ts'

const text = readFileSync(COMPOSE, 'utf8')

/** The file with one thing changed; the change must find its place. */
const changed = (from: string | RegExp, to: string): readonly string[] => {
  const other = text.replace(from, to)
  expect(other).not.toBe(text)
  return checkCompose(other)
}

test('the compose file holds every rule', () => {
  expect(checkCompose(text)).toEqual([])
})

test('it states what is promised: three members, two workers, two consoles, a poller with a standby, a proxy', () => {
  const { services } = readCompose()
  const roles = Object.entries(services).flatMap(([name, service]) => {
    const of = rolesOf(service)
    return of === undefined ? [] : [[name, of.join(), service.deploy?.replicas ?? 1]]
  })
  expect(roles).toEqual([
    ['worker', 'worker', 2],
    ['telegram', 'telegram', 2],
    ['console-1', 'console,webchat', 1],
    ['console-2', 'console,webchat', 1],
  ])
  expect(Object.keys(services).filter((name) => /^store-\d$/.test(name))).toHaveLength(3)
  expect(
    Object.entries(services).flatMap(([name, { ports }]) => (ports === undefined ? [] : [name])),
  ).toEqual(['proxy'])
})

test('the program takes the settings of every service, once its secrets are there', () => {
  const values = { AMIN_DOMAIN: 'amin.example.org', AMIN_ADMIN_EMAIL: 'a@example.org' }
  const held: Readonly<Record<string, string>> = {
    AMIN_STORE: 'mongodb://amin:secret@store-1,store-2,store-3/amin?replicaSet=amin&authSource=admin',
    AMIN_ADMIN_PASSWORD: 'long enough to pass',
    TELEGRAM_BOT_TOKEN: '123456:ABC',
  }
  for (const service of Object.values(readCompose().services)) {
    if (rolesOf(service) === undefined) continue
    const env = Object.entries(service.environment ?? {}).map(([name, value]): [string, string] => {
      // Compose mounts it at this address, and refuses to start without it.
      if (name === 'AMIN_OPERATOR_FILE') return [name, import.meta.filename]
      const of = name.replace(/_FILE$/, '')
      return held[of] === undefined ? [name, fillIn(value, values)] : [of, held[of]]
    })
    const config = readConfig(readEnvironment(Object.fromEntries(env), '/nowhere'))
    expect(config).not.toHaveProperty('faults')
    expect(config).toMatchObject({ vault: 'gridfs', publicUrl: 'https://amin.example.org' })
  }
})

describe('a fault is named with the service it is in', () => {
  test.each([
    ['read_only: true', 'read_only: false', /^console-1: its root can be written/],
    ['cap_drop: [ALL]', 'cap_drop: [NET_RAW]', /^proxy: it keeps rights of root/],
    [
      'cap_add: [NET_BIND_SERVICE]',
      'cap_add: [SYS_ADMIN]',
      /^proxy: it is given rights that it does not need: SYS_ADMIN/,
    ],
    [
      "security_opt: ['no-new-privileges:true']",
      "security_opt: ['seccomp:unconfined']",
      /^worker: it may gain rights/,
    ],
    ["user: '10001:10001'", "user: '0:0'", /^worker: it may run as root/],
    ["user: '999:999'", 'hostname: store', /^store-1: it may run as root/],
    ['mem_limit: 768m', 'cpus: 1', /^telegram: its memory has no bound/],
    ['restart: unless-stopped', 'tty: false', /^proxy: nobody starts it again/],
    ['<<: [*doctor, *amin]', '<<: *amin', /^worker: nobody looks after it/],
    ["options: { max-size: 10m, max-file: '5' }", 'options: {}', /^store-3: its log may fill the disk/],
    ['image: mongo:8.0.14-noble', 'image: mongo:8', /^store-1: its image may change by itself/],
    ['image: caddy:2.10.2-alpine', 'image: caddy', /^proxy: its image may change by itself/],
    [
      'networks: [front, store]',
      "networks: [front, store]\n  ports: ['8080:8080']",
      /^console-2: only the proxy publishes ports/,
    ],
    ['networks: [store, out]', 'network_mode: host', /^worker: it stands in the network of the machine/],
    ['networks: [store, out]', 'networks: [store, outside]', /^worker: there is no network outside/],
    ['store: { internal: true }', 'store: {}', /^worker: the store has a way in or out/],
    ['edge: {}\n      front', 'store: {}\n      front', /^proxy: the proxy reaches the store/],
    [
      'AMIN_STORE_FILE: /run/secrets/store_address\n  # Any',
      'AMIN_STORE: mongodb://store-1/amin\n  # Any',
      /^worker: AMIN_STORE holds a secret: name a file with AMIN_STORE_FILE/,
    ],
    [
      'AMIN_ROLES: telegram',
      'AMIN_ROLES: telegram\n      BOT: 123456789:AAbbccddeeffgghhiijjkkllmm',
      /^telegram: BOT holds a secret/,
    ],
    [
      'secrets: [master_key, checkpoint_key, store_address, admin_password]',
      'secrets: [master_key, checkpoint_key]',
      /^console-1: AMIN_STORE_FILE names a secret/,
    ],
    ['bot_token: { file: ./secrets/bot_token }', 'bot: {}', /^worker: secret bot_token is no file/],
    ['AMIN_VAULT: gridfs', 'AMIN_VALT: gridfs', /^worker: AMIN_VALT is not a setting of Amin/],
    [
      'AMIN_VAULT: gridfs',
      'AMIN_VAULT: disk',
      /^console-1: its evidence lies on a disk that the others do not have/,
    ],
    ['AMIN_MASTER_KEY_FILE: /run', 'AMIN_LOG_LEVEL: /run', /^console-1: it would make a key of its own/],
    [
      'AMIN_CHECKPOINT_KEY_FILE: /run',
      'AMIN_LOG_LEVEL: /run',
      /^console-1: it would sign with a key of its own/,
    ],
    [
      'AMIN_PROXY: 10.83.7.2',
      'AMIN_PROXY: 10.83.7.0/24',
      /^console-1: AMIN_PROXY must be the address of the proxy alone/,
    ],
    ['AMIN_PROXY: 10.83.7.2', 'AMIN_PROXY: 10.83.7.9', /^AMIN_PROXY is not the address of the proxy/],
    ['console-2: { <<: *console }', 'console-2: { <<: *console, restart: "no" }', /^one console alone/],
    [
      "store-3: { <<: *store, volumes: ['store-3:/data/db'] }",
      '',
      /^a replica set of fewer than three members/,
    ],
    ['healthcheck: { disable: true }', 'labels: {}', /^store-setup: a job has no health/],
  ])('%s -> %s', (from, to, fault) => {
    expect(changed(from, to)).toContainEqual(expect.stringMatching(fault))
  })
})

test('a value that is missing is named, and what is not asked for is not filled in', () => {
  expect(fillIn('https://${A:?why}/${B:-b}', { A: 'a' })).toBe('https://a/b')
  expect(() => fillIn('${A:?why}', {})).toThrow('A has no value')
  expect(fillIn('$A ${A}', { A: '1' })).toBe('$A 1')
})

test('the proxy lets through the largest file that the web chat takes', () => {
  const caddy = readFileSync(new URL('../../scripts/deploy/Caddyfile', import.meta.url), 'utf8')
  const most = Number(/^\s*max_size (\d+)MiB$/m.exec(caddy)?.[1]) * 1_048_576
  expect(most).toBeGreaterThan(DEFAULT_LIMITS.upload)
})

test('the proxy passes events on at once, asks its consoles whether they are ready, and writes no addresses down', () => {
  const caddy = readFileSync(new URL('../../scripts/deploy/Caddyfile', import.meta.url), 'utf8')
  const lines = caddy
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !line.startsWith('#'))
  expect(lines).toEqual(
    expect.arrayContaining([
      'flush_interval -1',
      'health_uri /readyz',
      'header_up X-Forwarded-For {remote_host}',
    ]),
  )
  expect(lines.filter((line) => /^(log|encode)\b/.test(line))).toEqual([])
  const { services } = readCompose()
  const upstreams = /^reverse_proxy (.*) \{$/m.exec(lines.join('\n'))?.[1]?.split(' ')
  expect(upstreams).toEqual(
    Object.entries(services).flatMap(([name, { environment }]) =>
      environment?.['AMIN_ROLES']?.includes('console') === true
        ? [`${name}:${environment['AMIN_PORT']}`]
        : [],
    ),
  )
})
