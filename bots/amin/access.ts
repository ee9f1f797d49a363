import type { AccessRules } from '../../core/model/access-rules.ts'
import { anotherHand } from './another-hand.ts'
import { secretWords } from './secret-words.ts'
import { NO, YES } from './yes-no.ts'

/**
 * How people come back to their case, what they agree to, and how long things are kept
 * (bots/amin/README.md, Intake).
 */
export const accessRules: AccessRules = {
  // Rises with every change of ask-consent, consent-more or a scope-* text.
  consentVersion: '2026-11-6',
  afterIWrite: { step: 'contact', option: 'after' },
  /**
   * Drafts 72 hours, idle 30 days, closed 180 days (bots/amin/README.md, Intake). What is grave is
   * never a draft and never idle, and is kept three years after its closing: that figure is ours,
   * so that inquiry, trial and appeal find it; a prosecutor may ask for other ones, and a hold
   * stops all of them.
   */
  retention: {
    P1: { draftHours: 'never', idleDays: 'never', closedDays: 1096 },
    P2: { draftHours: 'never', idleDays: 'never', closedDays: 1096 },
    P3: { draftHours: 72, idleDays: 'never', closedDays: 180 },
    P4: { draftHours: 72, idleDays: 30, closedDays: 180 },
  },
  // prettier-ignore
  yes: [
    ...YES, 'موافق', 'امسح كل شيء', 'باشە', 'هەمووی بسڕەوە', 'ok', 'erase everything',
  ],
  // prettier-ignore
  no: [...NO, 'لا شكرا', 'إبقاء', 'بیهێڵەرەوە', 'no thanks', 'keep', 'keep it'],
  another: anotherHand,
  secretWords,
}
