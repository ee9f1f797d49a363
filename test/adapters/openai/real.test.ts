import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeHelper } from '../../../adapters/openai/helper.ts'
import { makeWire } from '../../../adapters/openai/wire.ts'
import { openChecks } from '../../../adapters/identifiers/index.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { CRISIS_LABELS } from '../../../core/base/danger.ts'
import {
  FACT_FIELDS,
  SILENCES,
  type Helper,
  type HelperLine,
  type Said,
  type Stop,
} from '../../../core/ports/helper.ts'
import { redact } from '../../../core/text/helper/redact.ts'
import { startFakeOpenAi, type FakeOpenAi } from '../../fakes/openai/index.ts'

/**
 * The same questions to the double and, where `AMIN_TEST_OPENAI_BASE_URL` names one, to a real server
 * (`AMIN_TEST_OPENAI_MODEL`, and `AMIN_TEST_OPENAI_KEY` where it wants one). How well it reads is
 * nobody's business here: that what it says has its shape, or is nothing with a reason.
 */
const REAL = process.env['AMIN_TEST_OPENAI_BASE_URL']
const MODEL = process.env['AMIN_TEST_OPENAI_MODEL'] ?? 'm'
const KEY = process.env['AMIN_TEST_OPENAI_KEY'] ?? 'none'
/** A small model on a processor takes its time. */
const PATIENCE_MS = 120_000

const never: Stop = { onStop: () => undefined }
const TOLD = redact(
  ['He has my pictures', 'he wants 500 dollars until tonight or he sends them to my brother'],
  [],
  openChecks(),
).texts.map((words, at): HelperLine => ({ id: at + 1, who: 'person', words }))

const valueOf = <T>(said: Said<T>): T | undefined => {
  if (said.kind === 'said') return said.value
  expect(SILENCES).toContain(said.why)
  return undefined
}

const asks = (helper: () => Helper): void => {
  test('answers the smallest question, or says why not', { timeout: PATIENCE_MS }, async () => {
    expect(typeof (valueOf(await helper().ping(never)) ?? '')).toBe('string')
  })

  test(
    'names dangers and facts of its lists alone, each of a message that it was shown',
    { timeout: PATIENCE_MS },
    async () => {
      const dangers = valueOf(await helper().danger(TOLD, never)) ?? []
      const facts = valueOf(await helper().facts(TOLD, never)) ?? []
      expect(dangers.every(({ label }) => CRISIS_LABELS.includes(label))).toBe(true)
      expect(facts.every(({ field }) => FACT_FIELDS.includes(field))).toBe(true)
      expect([...dangers, ...facts].every(({ quotation }) => typeof quotation === 'string')).toBe(true)
    },
  )

  test('sums up in sentences, drafts and translates in words', { timeout: PATIENCE_MS }, async () => {
    const summary = valueOf(await helper().summary(TOLD, 'ar', never)) ?? []
    expect(summary.every(({ sentence }) => sentence !== '')).toBe(true)
    expect(valueOf(await helper().reply(TOLD, 'ckb', never)) ?? 'nothing').not.toBe('')
    const words = TOLD[0]?.words
    if (words !== undefined)
      expect(valueOf(await helper().translate(words, 'ar', never)) ?? 'nothing').not.toBe('')
  })
}

describe('the double', () => {
  let server: FakeOpenAi
  beforeAll(async () => {
    server = await startFakeOpenAi()
  })
  afterAll(() => server.close())
  asks(() => makeHelper(makeWire({ baseUrl: server.baseUrl, key: KEY, model: MODEL, log: makeMemoryLog() })))
})

// Not left out elsewhere: there the double has said the same, and nobody is asked to have a model.
if (REAL !== undefined)
  describe('a real server', () => {
    asks(() => makeHelper(makeWire({ baseUrl: REAL, key: KEY, model: MODEL, log: makeMemoryLog() })))
  })
