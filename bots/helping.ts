import { makeHelper } from '../adapters/openai/helper.ts'
import { makeTranscriber } from '../adapters/openai/transcriber.ts'
import { makeWire, whereIs } from '../adapters/openai/wire.ts'
import type { JobRow } from '../core/ports/store/jobs.ts'
import { SILENCES, type Helper, type Whereabouts } from '../core/ports/helper.ts'
import type { Log } from '../core/ports/log.ts'
import type { Transcriber } from '../core/ports/transcriber.ts'
import { makeHelpDesk, type HelpDesk } from '../core/services/helper/desk.ts'
import { makeGuard, type Guard, type HelperHealth } from '../core/services/helper/guard.ts'
import { makeSecondLook } from '../core/services/helper/second-look.ts'
import { makeStops } from '../core/services/helper/stops.ts'
import { makeTranscription } from '../core/services/helper/transcribe.ts'
import type { Config } from './config.ts'
import { expose } from './exposition.ts'
import type { Foundation } from './foundation.ts'
import type { ModelConfig } from './model-config.ts'

/** The model as this process uses it. */
export type Helping = {
  readonly desk?: HelpDesk
  readonly secondLook?: (job: JobRow) => Promise<void>
  readonly transcribe?: (job: JobRow) => Promise<void>
  readonly health: () => HelperHealth
  readonly metrics: () => string
  /** Ends what is under way. */
  readonly stop: () => void
}

/** What to ask, as the settings say; a part that is not switched on is not there. */
export const openModel = (
  { baseUrl, key, model, transcribeModel, uses }: ModelConfig,
  log: Log,
): { readonly helper?: Helper; readonly transcriber?: Transcriber } => ({
  ...(model === undefined ? {} : { helper: makeHelper(makeWire({ baseUrl, key, model, log })) }),
  ...(transcribeModel === undefined || !uses.has('voice')
    ? {}
    : { transcriber: makeTranscriber(makeWire({ baseUrl, key, model: transcribeModel, log })) }),
})

/** Where words would go, and for what: what the core has to know before any are shown. */
export const helpsOf = ({
  model,
}: Pick<Config, 'model'>):
  { readonly at: Whereabouts['at']; readonly uses: ModelConfig['uses'] } | undefined =>
  model === undefined ? undefined : { at: whereIs(model.baseUrl, '').at, uses: model.uses }

/** Most items of the feed that are looked through at once. */
const FEED_PAGE = 500

/** Erasing a case ends what is being asked about it, whichever process erases. */
const watchErasures = (
  { ports: { store, log } }: Foundation,
  ends: (caseId: Parameters<ReturnType<typeof makeStops>['end']>[0]) => void,
) => {
  let after: Promise<number> = store.feed.head().catch(() => 0)
  const look = async (from: number): Promise<number> => {
    const items = await store.feed.read(from, FEED_PAGE)
    for (const { kinds, caseId } of items) if (kinds.includes('case_erased')) ends(caseId)
    const last = items.at(-1)?.position
    return last === undefined ? from : look(last)
  }
  return store.feed.subscribe(() => {
    after = after.then((from) =>
      look(from).catch((error: unknown) => {
        log.warn('what was erased could not be looked up', { error })
        return from
      }),
    )
  })
}

const metricsOf = (guard: Guard): string => {
  const { said, none, dropped } = guard.figures()
  const { callsLastHour, budget } = guard.health()
  return [
    expose('counter', 'amin_model_said_total', 'Questions that a language model answered.', [
      { value: said },
    ]),
    expose(
      'counter',
      'amin_model_silent_total',
      'Questions that came to nothing, by why.',
      SILENCES.map((why) => ({ labels: { why }, value: none[why] ?? 0 })),
    ),
    expose('counter', 'amin_model_dropped_total', 'Claims of a language model that did not hold.', [
      { value: dropped },
    ]),
    expose('gauge', 'amin_model_calls_hour', 'Calls of a language model within the last hour.', [
      { value: callsLastHour },
    ]),
    expose('gauge', 'amin_model_budget', 'Calls that the operator allows in an hour.', [{ value: budget }]),
  ].join('')
}

/** One line for `/readyz`. */
export const describeHelp = ({ status, why, callsLastHour, budget }: HelperHealth): string =>
  `${status}${why === undefined ? '' : ` (${why})`}; ${callsLastHour} of ${budget} calls this hour`

/** Nothing where no use is switched on: then no client is made, and no socket is ever opened. */
export const openHelping = (
  { model }: Pick<Config, 'model'>,
  foundation: Foundation,
  log: Log,
): Helping | undefined => {
  if (model === undefined) return undefined
  const { ports, casebook, desk } = foundation
  const guard = makeGuard(ports.clock, model.budget)
  const stops = makeStops()
  const { helper, transcriber } = openModel(model, log)
  const unwatch = watchErasures(foundation, stops.end)
  return {
    ...(helper === undefined
      ? {}
      : { desk: makeHelpDesk(ports, { casebook, desk }, { helper, guard, stops }, model.uses) }),
    ...(helper === undefined || !model.uses.has('danger')
      ? {}
      : { secondLook: makeSecondLook(ports, casebook, { helper, guard, stops }) }),
    ...(transcriber === undefined
      ? {}
      : { transcribe: makeTranscription(ports, casebook, { transcriber, guard, stops }) }),
    health: guard.health,
    metrics: () => metricsOf(guard),
    stop: () => {
      unwatch()
      stops.endAll()
    },
  }
}
