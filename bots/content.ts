import { openChecks } from '../adapters/identifiers/index.ts'
import { makeLeaning, withLeaning } from '../core/text/danger/leaning.ts'
import { compileCrisis } from '../core/text/danger/rules.ts'
import { accessRules } from './amin/access.ts'
import leaning from './amin/crisis/leaning.json' with { type: 'json' }
import { crisisLexicon } from './amin/crisis/lexicon.ts'
import { flow } from './amin/flow.ts'
import { triageRules } from './amin/triage.ts'

const learnt = makeLeaning({ ...leaning, weights: new Int8Array(Buffer.from(leaning.weights, 'base64')) })

/** The bot's content, ready for use: what it asks, what it hears, how it judges. Compiled once a process. */
export const content = {
  flow,
  triage: triageRules,
  access: accessRules,
  crisis: withLeaning(compileCrisis(crisisLexicon), learnt),
  checks: openChecks(),
}
