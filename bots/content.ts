import { openChecks } from '../adapters/identifiers/index.ts'
import { compileCrisis } from '../core/crisis/rules.ts'
import { accessRules } from './amin/access.ts'
import { crisisLexicon } from './amin/crisis/lexicon.ts'
import { flow } from './amin/flow.ts'
import { triageRules } from './amin/triage.ts'

/** The bot's content, ready for use: what it asks, what it hears, how it judges. Compiled once a process. */
export const content = { flow, triage: triageRules, access: accessRules, crisis: compileCrisis(crisisLexicon), checks: openChecks() }
