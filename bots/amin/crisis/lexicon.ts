import type { CrisisRules } from '../../../core/text/danger/rules.ts'
import { alreadyDone } from './already-done.ts'
import { burnt } from './burnt.ts'
import { atDoor } from './at-door.ts'
import { atHome } from './at-home.ts'
import { badini } from './badini.ts'
import { common } from './common.ts'
import { deadline } from './deadline.ts'
import { demanded } from './demanded.ts'
import { english } from './english.ts'
import { facts } from './facts.ts'
import { familyReached } from './family-reached.ts'
import { harm } from './harm.ts'
import { harmSigns } from './harm-signs.ts'
import { idioms } from './idioms.ts'
import { means } from './means.ts'
import { meeting } from './meeting.ts'
import { minor } from './minor.ts'
import { joinNamed } from './join-named.ts'
import { keptAway } from './kept-away.ts'
import { leaving } from './leaving.ts'
import { fates } from './fates.ts'
import { coercion } from './coercion.ts'
import { encounter } from './encounter.ts'
import { limits } from './limits.ts'
import { ages } from './ages.ts'
import { nearness } from './nearness.ts'
import { notWaking } from './not-waking.ts'
import { numbers, spans } from './numbers.ts'
import { past } from './past.ts'
import { people } from './people.ts'
import { places } from './places.ts'
import { reserved } from './reserved.ts'
import { saidCase } from './said-case.ts'
import { saidLatin } from './said-latin.ts'
import { saidSelfHarm } from './said-self-harm.ts'
import { saidViolence } from './said-violence.ts'
import { selfHarmFarewell } from './self-harm-farewell.ts'
import { selfHarmMeans } from './self-harm-means.ts'
import { selfHarm } from './self-harm.ts'
import { sexualAbuse } from './sexual-abuse.ts'
import { taken } from './taken.ts'
import { time } from './time.ts'
import { unsaid } from './unsaid.ts'
import { violenceFeared } from './violence-feared.ts'
import { violenceThreats } from './violence-threats.ts'
import { violence } from './violence.ts'
import { wearyOfAll } from './weary-of-all.ts'

/**
 * What reading for danger knows (bots/amin/README.md, Danger). A draft until two native readers of
 * each language have been through it.
 */
export const crisisLexicon: CrisisRules = {
  classes: joinNamed('class', [
    reserved,
    people,
    common,
    harm,
    harmSigns,
    means,
    time,
    places,
    leaving.classes,
    fates.classes,
    coercion.classes,
    demanded.classes,
    encounter.classes,
    limits.classes,
    ages.classes,
    nearness.classes,
    atDoor.classes,
    atHome.classes,
    familyReached.classes,
    unsaid.classes,
    badini.classes,
    notWaking.classes,
    wearyOfAll.classes,
    taken.classes,
    past.classes,
    alreadyDone.classes,
    keptAway.classes,
    burnt.classes,
  ]),
  mistyped: ['kill-me', 'i-suicide', 'suicide', 'self-object'],
  numbers,
  spans,
  facts: joinNamed('fact', [
    facts,
    leaving.facts,
    fates.facts,
    coercion.facts,
    demanded.facts,
    encounter.facts,
    limits.facts,
    ages.facts,
    nearness.facts,
    taken.facts,
    past.facts,
    alreadyDone.facts,
    keptAway.facts,
    burnt.facts,
  ]),
  idioms: [...idioms, ...atHome.idioms, ...alreadyDone.idioms],
  rules: [
    ...saidSelfHarm,
    ...saidViolence,
    ...saidCase,
    ...selfHarm,
    ...selfHarmMeans,
    ...selfHarmFarewell,
    ...badini.rules,
    ...notWaking.rules,
    ...wearyOfAll.rules,
    ...violenceThreats,
    ...violence,
    ...violenceFeared,
    ...familyReached.rules,
    ...sexualAbuse,
    ...minor,
    ...meeting,
    ...deadline,
    ...atDoor.rules,
    ...atHome.rules,
    ...nearness.rules,
    ...ages.rules,
    ...limits.rules,
    ...encounter.rules,
    ...coercion.rules,
    ...demanded.rules,
    ...saidLatin,
    ...fates.rules,
    ...leaving.rules,
    ...unsaid.rules,
    ...taken.rules,
    ...past.rules,
    ...alreadyDone.rules,
    ...keptAway.rules,
    ...burnt.rules,
  ],
  english,
}
