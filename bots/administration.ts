import type { Administration } from '../adapters/console/server/administration/administration-routes.ts'
import { isLoopback } from '../adapters/console/server/identity/auth.ts'
import type { Built } from '../adapters/console/server/http/built.ts'
import type { BotTexts } from '../adapters/console/contract/texts.ts'
import type { Standing } from '../core/custody/standing.ts'
import type { Examiner } from '../core/ports/examiner.ts'
import { teams } from './amin/teams.ts'
import type { Channels } from './channels/index.ts'
import { makeHealth } from './health.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'
import type { Confinement } from '../adapters/confine/index.ts'
import { readMaintenance } from './maintenance.ts'
import { readLastBackup } from './last-backup.ts'
import type { Operator } from './operator.ts'
import { hotlineOf } from './confirmations.ts'
import { describeOperator } from './operator-state.ts'
import { reserveOf, scrubEvery } from './operator-rules.ts'
import { openWebhookDesk } from './webhook-desk.ts'
import { previewTexts } from './text-samples.ts'

type AdministrationParts = {
  readonly config: Config
  readonly operator: Operator
  readonly foundation: Pick<Foundation, 'ports' | 'confirmations' | 'sentences'>
  readonly channels: Channels
  readonly examiner: Examiner | undefined
  readonly standing: () => Promise<Standing>
  readonly confine: Confinement
  readonly page: Built
}

/** What administrators read in the console; nothing of it is worked out before somebody looks. */
export const openAdministration = ({
  config,
  operator,
  foundation,
  channels,
  examiner,
  standing,
  confine,
  page,
}: AdministrationParts): Administration => {
  const { ports, confirmations } = foundation
  const inForce = () => ({
    targets: ports.triage.targets,
    retention: ports.access.retention,
    teams,
    secondFactor: operator.secondFactor ?? (isLoopback(config.publicUrl) ? 'optional' : 'required'),
  })
  let texts: BotTexts | undefined
  return {
    operator: async (nameOf) => {
      await confirmations.look()
      return describeOperator(operator, inForce(), ports.phrases, ports.clock.now(), {
        of: confirmations.of,
        nameOf,
      })
    },
    hotline: (id) => hotlineOf(ports.hasher, operator, id),
    texts: () => (texts ??= previewTexts(ports.phrases)),
    webhooks: openWebhookDesk({
      endpoints: operator.webhooks ?? [],
      dataDir: config.dataDir,
      clock: ports.clock,
    }),
    health: makeHealth({
      config,
      ports,
      channels,
      keeping: () => readMaintenance(config.dataDir),
      standing,
      lastBackup: () => readLastBackup(config.dataDir),
      examiner,
      confine,
      sentences: foundation.sentences,
      page,
      reserve: reserveOf(operator),
      scrubEvery: scrubEvery(operator),
    }),
  }
}
