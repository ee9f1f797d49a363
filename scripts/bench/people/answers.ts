import type { Facts, Person } from './person.ts'
import { listOf } from './person.ts'

/** Which of a person's answers a question of the flow asks for. */
const TOPICS: Readonly<Record<string, string>> = {
  consent: 'consent',
  device: 'safe',
  age: 'age',
  story: 'more',
  material: 'have',
  demand: 'wants',
  amount: 'amount',
  paid: 'paid',
  deadline: 'deadline',
  spread: 'published',
  ids: 'identifier',
  relation: 'who',
  governorate: 'place',
  evidence: 'evidence',
  wish: 'wish',
  review: 'send',
  'fast-safe': 'safe',
  'fast-what': 'more',
  'fast-where': 'place',
  'fast-id': 'identifier',
}

export const topicOf = (step: string): string | undefined => TOPICS[step]

const inDanger = (facts: Facts, ...names: readonly string[]): boolean =>
  listOf(facts.danger).some((one) => names.includes(one.replace('_', '-')))

const ageOption = ({ age, reporter, minor }: Facts): string => {
  if (reporter !== undefined && reporter !== 'self')
    return minor === true || (age ?? 18) < 18 ? 'other-minor' : 'other-adult'
  if (age === undefined) return minor === true ? 'me-16-17' : 'me-18'
  return age >= 18 ? 'me-18' : age >= 16 ? 'me-16-17' : age >= 13 ? 'me-13-15' : 'me-under-13'
}

/** The button that says what is true of a person: pressed where their words were not taken. */
export const optionOf = (step: string, { facts }: Person): string | undefined => {
  const yes = (is: boolean): string => (is ? 'yes' : 'no')
  switch (step) {
    case 'consent':
      return 'continue'
    case 'device':
      return 'mine'
    case 'danger':
      if (inDanger(facts, 'self-harm')) return 'self-harm'
      if (inDanger(facts, 'violence')) return 'hurt'
      if (inDanger(facts, 'sexual-abuse')) return 'abuse'
      return inDanger(facts, 'meeting') ? 'meeting' : 'none'
    case 'age':
      return ageOption(facts)
    case 'join':
      return 'yes'
    case 'crisis-now':
    case 'worry-self-harm':
      return yes(inDanger(facts, 'self-harm'))
    case 'fast-safe':
    case 'worry-violence':
      return yes(step === 'fast-safe' ? !inDanger(facts, 'violence') : inDanger(facts, 'violence'))
    case 'worry-sexual-abuse':
      return yes(inDanger(facts, 'sexual-abuse'))
    case 'worry-meeting':
      return yes(inDanger(facts, 'meeting'))
    case 'worry-minor':
      return facts.minor !== true
        ? 'no'
        : facts.reporter === undefined || facts.reporter === 'self'
          ? 'me'
          : 'other'
    case 'worry-deadline':
      return yes(facts.deadline !== undefined)
    case 'paid':
      return yes(facts.paid === true)
    case 'review':
      return facts.wish === 'woman' ? 'woman' : 'send'
    default:
      return undefined
  }
}
