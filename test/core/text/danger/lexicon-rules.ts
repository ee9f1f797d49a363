import { crisisLexicon } from '../../../../bots/amin/crisis/lexicon.ts'
import { compileCrisis } from '../../../../core/text/danger/rules.ts'

/** The rules of the bot's lexicon alone, compiled once: that takes as long as to read hundreds of messages. */
export const rules = compileCrisis(crisisLexicon)
