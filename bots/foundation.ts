import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openAlarm } from '../adapters/alarm/index.ts'
import { makeHasher } from '../adapters/crypto/hasher.ts'
import { openMasterKey } from '../adapters/crypto/master-key.ts'
import { makePins } from '../adapters/crypto/pins.ts'
import { makeRandom } from '../adapters/crypto/random.ts'
import { makeSealer } from '../adapters/crypto/sealer.ts'
import { openSecrets, type Secrets } from '../adapters/crypto/secrets.ts'
import { openReportTexts, openTexts } from './texts.ts'
import { openSentenceReader } from '../adapters/sentences/index.ts'
import { openReport } from '../adapters/report/index.ts'
import { makeClock } from '../adapters/system/clock.ts'
import { makeSecretPages } from '../adapters/channels/webchat/secret-link.ts'
import type { Dossiers } from '../core/custody/bundle/dossier-orders.ts'
import type { Exports } from '../core/custody/bundle/export.ts'
import { makeCasebook, type Casebook } from '../core/services/casebook/casebook.ts'
import type { Desk } from '../core/services/desk/desk.ts'
import { makeDesk } from '../core/services/desk/make-desk.ts'
import type { MonthlyPrinter } from '../core/services/statistics/monthly-desk.ts'
import type { CasePorts } from '../core/services/casebook/ports.ts'
import { Failure } from '../core/base/failure.ts'
import type { ChannelName } from '../core/base/message.ts'
import type { Care } from '../core/ports/alarm.ts'
import type { Log } from '../core/ports/log.ts'
import type { SentenceReader } from '../core/ports/sentence-reader.ts'
import type { KeyStore } from '../core/ports/sealer.ts'
import type { Vault } from '../core/ports/vault.ts'
import type { Language } from '../core/base/language.ts'
import type { Instant } from '../core/base/units.ts'
import { teams } from './amin/teams.ts'
import { makeConfirmations, type Confirmations } from './confirmations.ts'
import { content, ENCODER } from './content.ts'
import { CHANNEL } from './channels/registry.ts'
import type { Config } from './config.ts'
import { openCustody, type Custody } from './custody.ts'
import { openDeeds } from './deeds.ts'
import { openDossiers, openExports } from './exports.ts'
import { helpsOf } from './helping.ts'
import { derived, live } from './live.ts'
import type { Operator } from './operator.ts'
import { openSettings, type LiveSettings } from './settings.ts'
import { openStores, type Stores } from './stores.ts'
import { signInSecret } from './team.ts'
import { makeWants } from './webhooks.ts'
import { openTelegramToken, withToken, type TelegramToken } from './channels/telegram/token.ts'
import {
  emergencyOf,
  reserveOf,
  retentionOf,
  rosterOf,
  rulesOf,
  runBy,
  withConfirmed,
} from './operator-rules.ts'

/** What every role and every command of the command line stands on. */
export type Foundation = {
  readonly ports: CasePorts & { readonly vault: Vault }
  readonly casebook: Casebook
  readonly desk: Desk
  readonly exports: Exports
  readonly dossiers: Dossiers
  /** Typesets the sheet of a month. */
  readonly report: MonthlyPrinter
  /** What checkpoints, proofs and signatures are made with. */
  readonly custody: Custody
  /** The line outside for what befalls the machine; nothing where the operator named none. */
  readonly care: Care | undefined
  /** Which of the operator's numbers were called. */
  readonly confirmations: Confirmations
  /** What holds now of what the operator file says and of what was set in the console. */
  readonly operator: Operator
  readonly settings: LiveSettings
  /** As it was given, with what was set of it in the console since. */
  readonly config: Config
  readonly telegram: TelegramToken
  readonly stores: Stores
  readonly keys: KeyStore
  readonly secrets: Secrets
  /** The second reader of danger, not started before it is needed; nothing where it is switched off. */
  readonly sentences: SentenceReader | undefined
  /** Throws `master_key_wrong`, `rotation_interrupted` where the master key was rotated since. */
  readonly confirmKey: () => Promise<void>
  readonly close: () => Promise<void>
}

const officialOf = (
  { official }: { readonly official: Readonly<Partial<Record<ChannelName, string>>> },
  channel: ChannelName,
): string | undefined => official[channel]

const makeFolder = (dir: string): void => {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Failure('data_unwritable', 'AMIN_DATA must be a folder that this user may write', error)
  }
}

/**
 * Opens store, keys and vault in an order in which a wrong key touches nothing: the master key is
 * tried on the key store before the case store is opened. A missing master key is only made where
 * there is no key store yet.
 */
export const openFoundation = async (
  config: Config,
  log: Log,
  stated: Operator = { official: {} },
): Promise<Foundation> => {
  const phrases = openTexts()
  makeFolder(config.dataDir)
  makeFolder(join(config.dataDir, 'run'))
  const stores = await openStores(config, log, reserveOf(stated))
  const ends: (() => Promise<void>)[] = [stores.close]
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end()
  }
  try {
    const masterKey = await openMasterKey(config.masterKeyFile, { create: !stores.used && !stores.hasCases })
    const keys = await stores.openKeys()
    ends.push(() => keys.close())
    const secrets = await openSecrets({ masterKey, keys })
    const store = await stores.openStore()
    ends.push(() => store.close())
    const vault = await stores.openVault()
    const settings = await openSettings(store.settings, stated, log)
    const operator = live(settings.operator)
    const clock = makeClock()
    const line = stated.alarm === undefined ? undefined : openAlarm({ ...stated.alarm, clock, log })
    const hasher = makeHasher(secrets)
    const random = makeRandom()
    const confirmations = makeConfirmations({
      operator,
      publicUrl: config.publicUrl,
      clock,
      hasher,
      log,
      authSecret: () => signInSecret(secrets),
      openPeople: stores.openPeople,
    })
    ends.push(confirmations.close)
    const helps = helpsOf(config)
    const sentences = config.readsSentences ? openSentenceReader({ folder: ENCODER, log }) : undefined
    if (sentences !== undefined) ends.push(sentences.close)
    const made = {
      store,
      vault,
      sealer: makeSealer(secrets, keys, async (caseId) => (await store.ledger.read(caseId)).length === 0),
      log,
      hasher,
      clock,
      random,
      phrases,
      ...content,
      flow: derived(settings.operator, (now) => runBy(now, content.flow)),
      triage: derived(settings.operator, (now) => rulesOf(now, content.triage, teams)),
      access: { ...content.access, retention: retentionOf(operator, content.access.retention) },
      pins: makePins(secrets),
      roster: rosterOf(operator),
      emergency: (now: Instant, language?: Language) =>
        emergencyOf(withConfirmed(operator, confirmations.of, now), now, language),
      // A bot of somebody else's is no account of ours.
      official: (channel: ChannelName) => officialOf(operator, channel),
      capabilities: (channel: ChannelName) => CHANNEL[channel].capabilities(config),
      // A loopback address opens nothing on anybody's phone.
      ...(config.publicUrl.startsWith('https:')
        ? {
            printPage: new URL('/chat#fingerprint', config.publicUrl).href,
            secretPages: makeSecretPages({ hasher, random, url: new URL('/chat', config.publicUrl).href }),
          }
        : {}),
      ...(line === undefined ? {} : { alarm: line }),
      ...(stated.webhooks === undefined ? {} : { webhooks: makeWants(stated.webhooks) }),
      ...(helps === undefined ? {} : { helps }),
      ...(sentences === undefined ? {} : { sentences }),
    }
    const deeds = openDeeds({
      publicUrl: config.publicUrl,
      clock,
      hasher,
      log,
      authSecret: () => signInSecret(secrets),
      stores,
    })
    ends.push(deeds.close)
    const custody = await openCustody(config, operator, made, deeds)
    const ports = { ...made, erasures: custody.witness.erasures }
    const casebook = makeCasebook(ports)
    const telegram = openTelegramToken({ config, settings, sealer: made.sealer, log })
    const report = openReport({ phrases: openReportTexts(), log })
    ends.push(report.close)
    const exports = openExports(operator, ports, casebook, custody, report)
    const confirmKey = async (): Promise<void> => void (await openSecrets({ masterKey, keys }))
    return {
      ports,
      casebook,
      custody,
      report,
      exports,
      dossiers: openDossiers(operator, ports, casebook, custody),
      desk: makeDesk(ports, casebook),
      care: line,
      confirmations,
      operator,
      settings,
      config: withToken(config, telegram),
      telegram,
      stores,
      keys,
      secrets,
      sentences,
      confirmKey,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
