import type { Flow } from '../../core/model/flow.ts'
import { guidance } from './guidance/library.ts'
import { toldSteps } from './guidance/told.ts'
import { cards, lessons } from './guidance.ts'
import { roles } from './roles.ts'
import { OWN_AGES, safetySteps } from './steps-safety.ts'
import { sendingSteps } from './steps-sending.ts'
import { familyKnows, sayings } from './sayings.ts'
import { stems, TOLD_BY } from './stems.ts'
import { storySteps } from './steps-story.ts'
import { towns } from './towns.ts'
import { urgentSteps } from './steps-urgent.ts'
import { whomStep } from './whom.ts'
import { worryOfCry, worryOfDeadline, worrySteps } from './steps-worry.ts'
import { words } from './words.ts'

/**
 * The intake (bots/amin/README.md, Intake): safety first, then the story in the person's own words,
 * then what the story left open; a short way in danger.
 */
export const flow: Flow = {
  id: 'intake',
  consent: { step: 'consent', option: 'continue' },
  adult: { step: 'age', options: ['me-18', 'other-adult'], other: 'other-minor' },
  whom: { step: 'whom', option: 'other', own: OWN_AGES },
  story: { step: 'story', minWords: 4, minCharacters: 18, stems, tells: TOLD_BY },
  learnt: ['material', 'demand', 'paid', 'deadline', 'spread', 'relation'],
  discreet: {
    step: 'device',
    options: ['shared', 'watched', 'unsure'],
    told: { step: 'danger', options: ['phone'] },
    note: 'exit-note',
  },
  places: { step: 'governorate', within: 60, towns },
  reached: { step: 'spread', option: 'family', saying: familyKnows },
  roles,
  refusal: { step: 'join', option: 'no' },
  resumeAfterHours: 12,
  askAgainAfterMinutes: 10,
  cards,
  sayings,
  lessons,
  guidance,
  words,
  steps: [
    // Whose age it is shows by whom this is told for: that is read first.
    ...safetySteps.flatMap((step) => (step.id === 'age' ? [whomStep, step] : [step])),
    ...worrySteps,
    worryOfCry,
    ...urgentSteps,
    ...storySteps.flatMap((step) => {
      if (step.id === 'deadline') return [step, worryOfDeadline]
      return step.id === 'demand' ? [step, ...toldSteps] : [step]
    }),
    ...sendingSteps,
  ],
}
