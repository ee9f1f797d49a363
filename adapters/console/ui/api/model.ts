import { queryOptions } from '@tanstack/react-query'
import type {
  ModelFacts,
  ModelKept,
  ModelState,
  ModelSummary,
  ModelText,
  ModelTried,
} from '../../contract/model.ts'
import type { Language } from '../language/bundles.ts'
import { call } from './call.ts'
import { casePath } from './reads.ts'

/** Asking a model may take as long as its server; longer than it waits itself, nobody waits. */
const PATIENCE_MS = 40_000
const patience = (): { readonly signal: AbortSignal } => ({ signal: AbortSignal.timeout(PATIENCE_MS) })

/** Which language model helps, and with what. It changes with the operator's settings only. */
export const modelQuery = queryOptions({
  queryKey: ['model'],
  queryFn: ({ signal }) => call<ModelState>('GET', '/api/v1/model', { signal }),
  staleTime: 60_000,
  retry: false,
})

/** What machines suggested in a case, and whether one may be asked about it. */
export const keptQuery = (code: string) =>
  queryOptions({
    queryKey: ['model', code],
    queryFn: ({ signal }) => call<ModelKept>('GET', casePath(code, '/model'), { signal }),
    retry: false,
  })

export const askSummary = (code: string, language: Language): Promise<ModelSummary> =>
  call<ModelSummary>('POST', casePath(code, `/model/summary?lang=${language}`), { body: {}, ...patience() })

export const askFacts = (code: string): Promise<ModelFacts> =>
  call<ModelFacts>('POST', casePath(code, '/model/facts'), { body: {}, ...patience() })

export const askDraft = (code: string): Promise<ModelText> =>
  call<ModelText>('POST', casePath(code, '/model/reply'), { body: {}, ...patience() })

export const askTranslation = (code: string, message: string, into: Language): Promise<ModelText> =>
  call<ModelText>('POST', casePath(code, '/model/translate'), { body: { message, into }, ...patience() })

/** With a message that nobody wrote. */
export const tryModel = (): Promise<ModelTried> =>
  call<ModelTried>('POST', '/api/v1/model/try', { body: {}, ...patience() })
