import type { Route, TriageRule, TriageRules } from '../../core/policy/triage/triage.ts'
import type { Condition } from '../../core/model/condition.ts'
import { targets } from './targets.ts'
import type { Team } from './teams.ts'

const picked = (step: string, ...is: readonly string[]): Condition => ({ step, is })
const fact = (...names: readonly string[]): Condition => ({ fact: names })
const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions })
const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions })

const rule = (reason: string, when: Condition, weight: Omit<TriageRule, 'when' | 'reason'>): TriageRule => ({
  when,
  reason,
  ...weight,
})
/** Adds to the others, whatever they are. */
const adds = (reason: string, points: number, when: Condition): TriageRule => ({ when, reason, points })

const minor = fact('minor')
/** Said by a button, wherever it was asked. */
const endsLife = any(picked('danger', 'self-harm'), picked('soft', 'ending'), picked('crisis-now', 'yes'))
const privateMaterial = picked('material', 'private')
const fakeMaterial = picked('material', 'fake')
const accountHeld = picked('material', 'account')
const moneyAsked = any(picked('demand', 'money'), fact('paid'))
const sexualDemand = picked('demand', 'photos', 'relation')
const meetingAsked = picked('demand', 'meet')
const woman = any(picked('person', 'woman'), picked('wish', 'woman'))

/**
 * Danger to life and limb: self-harm, violence, forced meeting, sexual abuse, and fear of the
 * family (bots/amin/README.md, Urgency).
 */
const lifeDanger = any(
  endsLife,
  picked('danger', 'hurt', 'meeting', 'abuse'),
  picked('soft', 'afraid'),
  meetingAsked,
  picked('fast-safe', 'no', 'cant-say'),
  fact('duress', 'crisis-self-harm', 'crisis-violence', 'crisis-sexual-abuse', 'crisis-meeting'),
  fact('soft-self-harm', 'soft-violence', 'soft-sexual-abuse', 'soft-meeting'),
)

/**
 * Weights and floors (bots/amin/README.md, Urgency), one block for each row of its table. Stricter
 * than the table, for nobody is harmed by it: danger that words speak of is at least P2 though the
 * table has no floor for it, who is not safe in the urgent path or writes under duress is P1, who
 * is watched while writing P2, and who asks for a person, tells by voice, or does not say what
 * there is against them P3.
 */
const rules: readonly TriageRule[] = [
  // It has happened: what an agent has to know before anything else
  rule('reason-taken', fact('has-taken'), { floor: 'P1' }),
  rule('reason-wound', fact('has-wound'), { floor: 'P1' }),
  rule('reason-burn', fact('has-burn'), { floor: 'P1' }),
  // Minor
  rule('reason-under-13', fact('minor-under-13'), { points: 45, group: 'minor', floor: 'P1' }),
  rule('reason-minor-intimate', all(minor, any(privateMaterial, fakeMaterial, sexualDemand, meetingAsked)), {
    floor: 'P1',
  }),
  rule('reason-minor', minor, { points: 45, group: 'minor', floor: 'P2' }),
  rule('reason-soft-minor', fact('soft-minor'), { floor: 'P2' }),
  // Self-harm
  rule('reason-self-harm', endsLife, { floor: 'P1' }),
  rule('reason-self-harm-words', fact('crisis-self-harm'), { floor: 'P1' }),
  rule('reason-self-harm-soft', fact('soft-self-harm'), { points: 35, floor: 'P2' }),
  // Violence
  rule('reason-hurt', picked('danger', 'hurt'), { points: 55, group: 'violence', floor: 'P1' }),
  rule('reason-threat', fact('threat'), { points: 55, group: 'violence', floor: 'P1' }),
  rule('reason-violence', fact('crisis-violence'), { points: 55, group: 'violence', floor: 'P1' }),
  rule('reason-fear', any(picked('soft', 'afraid'), fact('fear', 'soft-violence')), {
    points: 30,
    group: 'violence',
    floor: 'P2',
  }),
  // Seen by somebody until they say that there is no danger; nobody is called for it.
  rule('reason-cry', fact('cried'), { floor: 'P2' }),
  rule('reason-duress', fact('duress'), { floor: 'P1' }),
  rule('reason-not-safe', picked('fast-safe', 'no', 'cant-say'), { floor: 'P1' }),
  // Sexual abuse and demands
  rule('reason-abuse', picked('danger', 'abuse'), { points: 55, group: 'sexual', floor: 'P1' }),
  rule('reason-abuse-continues', fact('abuse-continues'), { points: 55, group: 'sexual', floor: 'P1' }),
  rule('reason-abuse-words', fact('crisis-sexual-abuse'), { points: 55, group: 'sexual', floor: 'P1' }),
  rule('reason-abuse-soft', fact('soft-sexual-abuse'), { points: 25, group: 'sexual', floor: 'P2' }),
  rule('reason-sexual-demand', sexualDemand, { points: 25, group: 'sexual' }),
  // Meeting
  rule('reason-meeting', picked('danger', 'meeting'), { points: 45, group: 'meeting', floor: 'P1' }),
  rule('reason-meeting-soon', fact('meeting-soon'), { points: 45, group: 'meeting', floor: 'P1' }),
  rule('reason-meeting-words', fact('crisis-meeting'), { points: 25, group: 'meeting', floor: 'P2' }),
  rule('reason-meeting-later', meetingAsked, { points: 25, group: 'meeting' }),
  rule('reason-meeting-soft', fact('soft-meeting'), { points: 25, group: 'meeting', floor: 'P2' }),
  // Deadline
  rule('reason-deadline-2h', fact('deadline-2h'), { points: 40, group: 'deadline', floor: 'P1' }),
  rule('reason-deadline', fact('deadline-24h'), { points: 30, group: 'deadline', floor: 'P2' }),
  rule('reason-deadline-72h', fact('deadline-72h'), { points: 15, group: 'deadline' }),
  rule('reason-deadline-soft', fact('soft-deadline'), { floor: 'P2' }),
  // Spread
  rule('reason-spread-family', picked('spread', 'family'), { points: 30, group: 'spread', floor: 'P2' }),
  rule('reason-spread-work', picked('spread', 'work'), { points: 30, group: 'spread' }),
  rule('reason-spread-public', any(picked('spread', 'public'), picked('deadline', 'published')), {
    points: 25,
    group: 'spread',
  }),
  // Material
  rule('reason-material-private', privateMaterial, { points: 15, group: 'material' }),
  rule('reason-material-fake', fakeMaterial, { points: 12, group: 'material' }),
  rule('reason-material-chats', picked('material', 'chats'), { points: 8, group: 'material' }),
  rule('reason-material-none', picked('material', 'none-shown'), { points: 3, group: 'material' }),
  // Perpetrator
  rule('reason-powerful', picked('relation', 'powerful'), { points: 20, group: 'perpetrator', floor: 'P2' }),
  rule('reason-relative', picked('relation', 'relative'), { points: 15, group: 'perpetrator', floor: 'P2' }),
  rule('reason-work', picked('relation', 'work'), { points: 15, group: 'perpetrator' }),
  rule('reason-ex', picked('relation', 'ex'), { points: 5, group: 'perpetrator' }),
  // What adds to all of it
  adds('reason-money', 10, picked('demand', 'money')),
  adds('reason-password', 8, picked('demand', 'password')),
  adds('reason-paid-again', 10, fact('paid-again')),
  adds('reason-paid-million', 5, fact('paid-million')),
  adds('reason-linked', 10, fact('linked')),
  adds('reason-account', 12, accountHeld),
  rule('reason-watched', picked('device', 'watched'), { points: 10, group: 'device', floor: 'P2' }),
  rule('reason-shared', picked('device', 'shared'), { points: 10, group: 'device' }),
  // A live person at the other end; bulk mail without proof shows none of these and keeps its score
  rule(
    'reason-contact',
    any(
      picked('material', 'private', 'fake', 'chats', 'account'),
      picked('demand', 'photos', 'meet', 'relation', 'password'),
      picked('relation', 'ex', 'relative', 'work', 'powerful'),
      { step: 'spread', answered: true },
      fact(
        'contact-known',
        'paid',
        'threat',
        'fear',
        'crisis-meeting',
        'soft-meeting',
        'crisis-sexual-abuse',
        'soft-sexual-abuse',
      ),
    ),
    { floor: 'P3' },
  ),
  rule('reason-voice', fact('voice'), { floor: 'P3' }),
  rule('reason-unclear', { step: 'material', skipped: true }, { floor: 'P3' }),
  rule('reason-asked', fact('person-asked'), { floor: 'P3' }),
  // Who calls does not want to wait
  rule('reason-called', fact('called'), { floor: 'P2' }),
]

type TeamRoute = Route & {
  readonly team: Team
  readonly copies?: readonly { readonly team: Team; readonly when: Condition }[]
}

/**
 * Who leads, and who is copied meanwhile (bots/amin/README.md, Urgency). A child has one
 * specialist, and beside them only who saves lives.
 */
const routes: readonly TeamRoute[] = [
  { team: 'minors', when: minor, copies: [{ team: 'violence', when: lifeDanger }] },
  {
    team: 'violence',
    when: lifeDanger,
    copies: [
      { team: 'women-family', when: woman },
      { team: 'deepfake', when: fakeMaterial },
      { team: 'account', when: accountHeld },
      { team: 'financial', when: moneyAsked },
    ],
  },
  {
    team: 'women-family',
    when: all(woman, privateMaterial),
    copies: [
      { team: 'deepfake', when: fakeMaterial },
      { team: 'account', when: accountHeld },
      { team: 'financial', when: moneyAsked },
    ],
  },
  {
    team: 'deepfake',
    when: fakeMaterial,
    copies: [
      { team: 'account', when: accountHeld },
      { team: 'financial', when: moneyAsked },
    ],
  },
  // Who took an account asks its friends for money: that is the account's case, until somebody paid.
  { team: 'account', when: accountHeld, copies: [{ team: 'financial', when: fact('paid') }] },
  { team: 'financial', when: moneyAsked },
]

export const triageRules: TriageRules = {
  rules,
  routes,
  called: 'P2',
  team: 'women-family' satisfies Team,
  unrouted: 'intake',
  bands: { P1: 60, P2: 35, P3: 15 },
  targets,
}
