import { checkFlow } from '../core/policy/conversation/check-flow.ts'
import { checkGuidance } from '../core/policy/conversation/check-guidance.ts'
import { checkRules } from '../core/text/danger/check-rules.ts'
import { crisisLexicon } from './amin/crisis/lexicon.ts'
import { content } from './content.ts'
import { openTexts } from './texts.ts'

/**
 * Throws `flow_invalid` where the bot's content contradicts itself. It cannot change between two starts of
 * one build, so the build checks it and no start does: that would be a third of a second each time.
 */
export const checkContent = (): void => {
  checkFlow(content.flow)
  checkGuidance(content.flow, openTexts())
  checkRules(crisisLexicon)
}
