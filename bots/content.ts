import { openChecks } from '../adapters/identifiers/index.ts'
import { makeLeaning, withLeaning } from '../core/text/danger/leaning.ts'
import type { CasePorts } from '../core/services/casebook/ports.ts'
import { compileCrisis } from '../core/text/danger/rules.ts'
import { accessRules } from './amin/access.ts'
import leaning from './amin/crisis/leaning.json' with { type: 'json' }
import { crisisLexicon } from './amin/crisis/lexicon.ts'
import { flow } from './amin/flow.ts'
import { triageRules } from './amin/triage.ts'

type Crisis = CasePorts['crisis']

let compiled: Crisis | undefined
/** Compiles the lexicon with the first message that is read: 0.3 s, which most commands need not spend. */
const crisis: Crisis = {
  read: (text, year) => {
    compiled ??= withLeaning(
      compileCrisis(crisisLexicon),
      makeLeaning({ ...leaning, weights: new Int8Array(Buffer.from(leaning.weights, 'base64')) }),
    )
    return compiled.read(text, year)
  },
}

/** The bot's content: what it asks, what it hears, how it judges. */
export const content = {
  flow,
  triage: triageRules,
  access: accessRules,
  crisis,
  checks: openChecks(),
}
