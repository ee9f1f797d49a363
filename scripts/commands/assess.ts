import { createInterface } from 'node:readline'
import { z } from 'zod'
import { makeClock } from '../../adapters/system/clock.ts'
import { openSentenceReader } from '../../adapters/sentences/index.ts'
import { content, ENCODER } from '../../bots/content.ts'
import { seconds } from '../../core/base/units.ts'
import { withOpinions } from '../../core/services/casebook/second-opinion.ts'
import { assess as assessWords } from '../../core/services/assess.ts'
import { detectLanguage } from '../../core/text/detect-language.ts'
import type { Helper } from '../../core/ports/helper.ts'
import { raise } from '../../core/text/helper/raise.ts'
import { redact } from '../../core/text/helper/redact.ts'
import { openModel } from '../../bots/helping.ts'
import { witnessOf, type CrisisHit } from '../../core/base/danger.ts'
import { labelOf, valueOf } from '../../core/text/identifiers/label.ts'
import { DEFAULT_LANGUAGE } from '../../core/base/language.ts'
import { MOST_BEFORE } from '../../core/text/danger/outcome.ts'
import type { Run } from './command.ts'

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  /**
   * What the same person wrote just before, or was asked; or a name for a talk, whose lines are
   * read together as they come.
   */
  before: z.array(z.string()).optional(),
  talk: z.union([z.string(), z.number()]).optional(),
})

/** The talk that runs, with its lines so far: a new name ends it. */
type Talk = { readonly name: string | number; readonly lines: readonly string[] }

/** What is heard in each message; nothing is stored and nothing leaves this process. */
export const assess: Run = async ({ config, log, flag, say, print }) => {
  const clock = makeClock()
  const asks = flag('with-model')
  const helper = asks && config.model !== undefined ? openModel(config.model, log).helper : undefined
  if (asks && helper === undefined) {
    say('amin assess: --with-model needs a model: set AMIN_MODEL_USES and AMIN_MODEL')
    return 2
  }
  const sentences = config.readsSentences
    ? openSentenceReader({ folder: ENCODER, log, limits: { answer: seconds(30) } })
    : undefined
  let faults = 0
  let at = 0
  let talk: Talk | undefined
  const lines = createInterface({ input: process.stdin, terminal: false })
  // Nobody reads any more, and the input may never end.
  process.stdout.once('error', () => lines.close())
  for await (const line of lines) {
    at += 1
    if (line.trim() === '') continue
    // Windows' editors begin a file with a mark of its encoding: the first message must not be lost for it.
    const given = Line.safeParse(parse(at === 1 ? line.replace(/^\uFEFF/, '') : line))
    if (!given.success) {
      faults += 1
      say(`amin assess: line ${at} is not {"id": ..., "text": ...}`)
      continue
    }
    const { id, text, talk: name, before = [] } = given.data
    const earlier = name !== undefined && talk?.name === name ? talk.lines : []
    talk = name === undefined ? undefined : { name, lines: [...earlier, text].slice(-MOST_BEFORE) }
    const lang = detectLanguage(text) ?? DEFAULT_LANGUAGE
    const { crisis, primary, asks, hits, identifiers, severity, team, copies, reasons } = await withOpinions(
      { crisis: content.crisis, ...(sentences === undefined ? {} : { sentences }) },
      (crisis) =>
        assessWords({ ...content, crisis }, { text, before: [...before, ...earlier] }, lang, clock.now()),
    )
    print(
      JSON.stringify({
        id,
        lang,
        crisis,
        primary: primary ?? 'none',
        asks,
        why: hits.map((hit) => ({
          start: hit.start,
          end: hit.end,
          label: hit.label,
          witness: witnessOf(hit),
          sure: hit.hard,
        })),
        identifiers: identifiers.map((one) => ({ type: labelOf(one), value: valueOf(one) })),
        ...(helper === undefined
          ? {}
          : { model: await secondLook(helper, [...before, ...earlier], text, hits) }),
        severity,
        team,
        copies,
        reasons,
      }),
    )
  }
  await sentences?.close()
  return faults === 0 ? 0 : 1
}

/**
 * What the model adds to a message, as it would in a case: nothing where something sure was heard.
 * For measuring one's own server on labelled messages before trusting it.
 */
const secondLook = async (
  helper: Helper,
  before: readonly string[],
  text: string,
  hits: readonly CrisisHit[],
) => {
  if (hits.some(({ hard }) => hard)) return { asked: false }
  const { texts, restore } = redact([...before, text], [], content.checks)
  const lines = texts.map((words, at) => ({ id: at + 1, who: 'person' as const, words }))
  const outcome = await helper.danger(lines, { onStop: () => undefined })
  if (outcome.kind === 'none') return { asked: true, none: outcome.why }
  const claims = outcome.value.filter(({ of }) => of === lines.length)
  const raised = raise(
    text,
    claims.map((claim) => ({ ...claim, quotation: restore(claim.quotation) })),
    new Set(hits.map(({ label }) => label)),
  )
  const asks = raised.map(({ label, start, end }) => ({ label, start, end }))
  return { asked: true, asks, dropped: outcome.value.length - raised.length }
}

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
