import { statSync } from 'node:fs'
import { damagedFiles } from '../../adapters/sentences/files.ts'
import { whereIs } from '../../adapters/openai/wire.ts'
import { describeStanding } from '../../bots/checkpoints.ts'
import { teams as usualTeams } from '../../bots/amin/teams.ts'
import { CHANNEL } from '../../bots/channels/registry.ts'
import { leftAlone } from '../../bots/channels/whatsapp/session.ts'
import { ENCODER } from '../../bots/content.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { lookAtKeys } from '../../bots/keyless.ts'
import { readMaintenance } from '../../bots/maintenance.ts'
import { describeHeld, lacksOf, missingPrograms, openReaders } from '../../bots/readers.ts'
import { readLastBackup } from '../../bots/last-backup.ts'
import type { Config } from '../../bots/config.ts'
import { readOperator } from '../../bots/operator.ts'
import { lookAtPage, PAGE_SAYS } from '../../bots/built-page.ts'
import {
  CONFIRMED_DAYS,
  confirmedFor,
  emergencyOf,
  teamsOf,
  withConfirmed,
} from '../../bots/operator-rules.ts'
import { describeKeyless } from '../../core/services/erasure/keyless.ts'
import { reconcileErased } from '../../core/services/erasure/reconcile.ts'
import { isSound } from '../../core/custody/checkpoint.ts'
import { originOf } from '../../core/custody/note.ts'
import { makeStanding } from '../../core/custody/standing.ts'
import { describeBehind, raiseMark } from '../../core/custody/mark.ts'
import { Failure } from '../../core/base/failure.ts'
import { CHANNELS } from '../../core/base/message.ts'
import { hours, type Instant } from '../../core/base/units.ts'
import { withAgents } from './agent.ts'
import type { Run } from './command.ts'
import { lookAtWebhooks } from './webhooks.ts'
import { lookAtTeam } from './doctor-team.ts'
import { lookAtChannels, lookAtPublicAddress } from './doctor/outside.ts'

/**
 * Which of the operator's numbers people are not shown, one line each. It warns only: everything
 * works without them, but nobody notices by themselves that a text of danger names no number any
 * more.
 */
const lookAtHotlines = async (
  { operator, confirmations, ports }: Foundation,
  print: (line: string) => void,
): Promise<void> => {
  try {
    await confirmations.look()
  } catch {
    print(
      'warn  hotlines: what was confirmed in the console cannot be read; here the dates of the operator file alone count',
    )
  }
  const now = ports.clock.now()
  const current = withConfirmed(operator, confirmations.of, now)
  const stated = current.hotlines ?? []
  let shown = 0
  for (const line of stated) {
    const left = confirmedFor(line, now)
    if (left !== 'future' && left > 0) shown += 1
    else {
      const why = left === 'future' ? 'which is still to come' : `more than ${CONFIRMED_DAYS} days ago`
      print(
        `warn  hotline ${line.id} (${line.name.en}, ${line.number}): not shown; last checked ${line.lastChecked}, ${why}`,
      )
    }
  }
  if (shown > 0) {
    print(`ok    hotlines: ${shown} of ${stated.length} are shown`)
    if (emergencyOf(current, now) === undefined)
      print(
        'warn  hotlines: none that is shown is for emergencies, so danger to life hears of the local police and ambulance alone',
      )
    return
  }
  print(
    stated.length === 0
      ? 'warn  hotlines: the operator file states none, so nobody is told a number; danger to life hears of the local police and ambulance alone'
      : 'warn  hotlines: none is valid, so nobody is told a number; danger to life hears of the local police and ambulance alone. Call them, then confirm it in the console or in the operator file',
  )
}

/** A copy a night is what BACKUP.md asks for; half a day is left for one that failed. */
const OLD_BACKUP = hours(36)

const lookAtBackup = (dataDir: string, now: Instant, print: (line: string) => void): void => {
  const at = readLastBackup(dataDir)
  if (at === 0)
    return print('warn  backup: none was made of this folder yet; scripts/deploy/BACKUP.md says how')
  const says = `the last whole one ended at ${new Date(at).toISOString()}`
  print(
    now - at > OLD_BACKUP ? `warn  backup: ${says}, more than a day and a half ago` : `ok    backup: ${says}`,
  )
}

/**
 * Whether one is switched on, where and for what; whether it answers is for `amin model check`,
 * which costs a call.
 */
const describeModel = ({ model }: Config): string => {
  if (model === undefined) return 'ok    model: none is switched on'
  const { at, host } = whereIs(model.baseUrl, '')
  const where = at === 'here' ? 'on this machine' : 'elsewhere, for people who agreed to it'
  return `ok    model: ${host}, ${where}; ${[...model.uses].join(', ')}; ${model.budget} calls an hour. amin model check tries it`
}

const describePictures = ({ readsPictures }: Config): string =>
  readsPictures
    ? 'ok    pictures: words in pictures of chats are read on this machine. amin read FILE tries it'
    : 'ok    pictures: none is read (AMIN_READ_PICTURES)'

/** Whether the files that sentences are read with are whole; the reader itself is not started for a look. */
const describeSentences = ({ readsSentences }: Config): string => {
  if (!readsSentences)
    return 'ok    danger: read by the first reader alone (AMIN_READ_SENTENCES); more is missed so'
  const odd = damagedFiles(ENCODER)
  return odd.length === 0
    ? 'ok    danger: read by both readers'
    : `warn  danger: ${odd.join(', ')} of the reader of sentences is not there or is another; the first reader reads alone`
}

/** `ok    store: 3 cases` as what a program reads. */
const asJson = (line: string): string => {
  const [, level = '', what = '', says = ''] = /^(\w+) +([^:]+): ([^]*)$/.exec(line) ?? []
  return JSON.stringify({ level: level.toLowerCase(), what, says })
}

/**
 * What an operator checks first when something is odd: settings, folder, keys, store, vault. One
 * line each.
 */
export const doctor: Run = async (call) => {
  const { config, log, flag, print: write } = call
  const print = flag('json') ? (line: string) => write(asJson(line)) : write
  let sound = true
  const check = async (name: string, look: () => Promise<string>): Promise<void> => {
    try {
      print(`ok    ${name}: ${await look()}`)
    } catch (error) {
      sound = false
      print(`FAULT ${name}: ${error instanceof Failure ? error.message : 'not usable'}`)
    }
  }
  print(`ok    settings: roles ${config.roles.join(', ')}`)
  const operator = readOperator(config.operatorFile)
  await check('operator file', async () => {
    if ('faults' in operator) throw new Failure('settings_invalid', operator.faults.join('; '))
    return 'can be read'
  })
  const foundation = await openFoundation(config, log, 'faults' in operator ? undefined : operator)
  try {
    // With what was set in the console.
    const now = foundation.config
    print(
      `ok    channels: ${CHANNELS.map((name) => `${CHANNEL[name].title} ${CHANNEL[name].setting(now)}`).join('; ')}`,
    )
    if (now.whatsapp?.by === 'baileys')
      await check('private chats', async () => {
        const left = leftAlone(now, foundation.secrets)
        return left === undefined
          ? 'no number was linked yet'
          : `${left} of the linked number wrote and were left alone`
      })
    await check('master key', async () =>
      (statSync(config.masterKeyFile).mode & 0o077) === 0
        ? 'opens the key store; only its owner can read it'
        : Promise.reject(new Failure('settings_invalid', 'others can read the file')),
    )
    const { custody } = foundation
    await check('checkpoint key', async () => {
      if ((statSync(config.checkpointKeyFile).mode & 0o077) !== 0)
        throw new Failure('settings_invalid', 'others can read the file')
      const latest = await custody.store.custody.latest()
      if (latest !== undefined && !isSound(custody, latest, custody.signer.publicKey))
        throw new Failure('settings_invalid', 'the newest checkpoint is not signed with it')
      return `${originOf(custody.hasher, custody.signer.publicKey)}; only its owner can read it`
    })
    await check('checkpoints', async () => {
      const standing = describeStanding(await makeStanding(custody)())
      return Object.entries(standing)
        .map(([name, state]) => (name === 'checkpoints' ? state : `${name}: ${state}`))
        .join('; ')
    })
    await check('witness', async () => {
      const behind = await raiseMark(custody)
      const [fault] = behind
      if (fault !== undefined)
        throw new Failure(
          'store_behind',
          `${behind.map(describeBehind).join('; ')}; where you put it back yourself: amin checkpoint accept`,
        )
      const mark = await custody.witness.mark()
      const apart =
        config.witnessDir === config.dataDir
          ? ', in AMIN_DATA: put back together with the store it tells nothing, set AMIN_WITNESS'
          : ''
      return mark === undefined || mark === 'unreadable'
        ? `nothing seen yet${apart}`
        : `checkpoint ${mark.no} and ${mark.erasures} erasures${apart}`
    })
    await check('case keys', async () => {
      const { missing, lost } = await lookAtKeys(config, foundation)
      if (missing.cases.length > 0)
        throw new Failure('keys_missing', `${describeKeyless(missing)}; amin key lost names them`)
      return `${missing.of} cases${lost > 0 ? `; ${lost} are known to have lost their key` : ', each with its key'}`
    })
    await check('store', async () => {
      await foundation.ports.store.probe()
      const counts = await foundation.ports.store.views.counts()
      return `${Object.values(counts).reduce((sum, count) => sum + count, 0)} cases`
    })
    await check('vault', async () => {
      await foundation.ports.vault.probe()
      return 'can be written and read'
    })
    const { held } = await openReaders(config, log)()
    if (held.refused)
      await check('readers of files', () =>
        Promise.reject(new Failure('part_unavailable', describeHeld(held))),
      )
    else print(`${lacksOf(held).length === 0 ? 'ok  ' : 'warn'}  readers of files: ${describeHeld(held)}`)
    const missing = missingPrograms()
    print(
      missing.length === 0
        ? 'ok    tools: ffmpeg, ffprobe and perl are there'
        : `warn  tools: ${missing.join(', ')} missing: sound, films or metadata of some files are not read`,
    )
    await check('room', async () => {
      const room = await foundation.ports.vault.room()
      if (room === 0)
        throw new Failure('disk_full', 'no file is taken; what is left is kept for words (reserveMegabytes)')
      return room === undefined
        ? 'known to the database server alone'
        : `${Math.floor(room / 1_048_576)} MiB for files, beside the reserve`
    })
    await check('objects', async () => {
      const { scrub } = readMaintenance(config.dataDir)
      if (scrub !== undefined && scrub.faults.length > 0)
        throw new Failure(
          'object_missing',
          `${scrub.faults.length} are not as they were written; amin verify --store names them`,
        )
      return scrub?.ended === undefined
        ? 'not all read yet'
        : `all read, the last time until ${new Date(scrub.ended).toISOString()}`
    })
    await check('erasures', async () => {
      const { ports, casebook, keys } = foundation
      const { destroyed, buried } = await reconcileErased(ports, casebook, keys)
      return destroyed.length + buried.length === 0
        ? 'store and keys say the same'
        : `${destroyed.length} keys destroyed again, ${buried.length} cases erased again: an older copy had brought them back`
    })
    if (config.roles.includes('console')) {
      const page = lookAtPage()
      print(
        page === 'current'
          ? 'ok    page: built from the sources that are here'
          : `warn  page: ${PAGE_SAYS[page]}`,
      )
    }
    if (config.store.engine === 'sqlite') lookAtBackup(config.dataDir, foundation.ports.clock.now(), print)
    print(describeModel(config))
    print(describePictures(config))
    print(describeSentences(config))
    if (!('faults' in operator)) {
      await lookAtHotlines(foundation, print)
      const hooks = lookAtWebhooks(config.dataDir, operator.webhooks ?? [], print)
      sound = sound && hooks
    }
    if (!flag('inside'))
      await Promise.all([
        lookAtPublicAddress(config, foundation.ports.hasher, print),
        lookAtChannels(now, print),
      ])
  } finally {
    await foundation.close()
  }
  try {
    const teams = teamsOf(foundation.operator, usualTeams)
    await withAgents(call, async (agents, clock) => {
      await lookAtTeam(agents, teams, clock, print)
      return 0
    })
  } catch {
    print('warn  team: the list of members cannot be read, so nobody can sign in')
  }
  return sound ? 0 : 1
}
