import type { Language } from '../../../../core/base/language.ts'
import type { Instant } from '../../../../core/base/units.ts'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { OperatorState } from '../../contract/operator.ts'
import type { Variable } from '../../contract/placeholders.ts'
import { nameOfTeam } from '../administration/team-name.ts'
import type { ConsoleParts } from '../parts.ts'

/** A day: a proposal that the agent puts right. */
const HOURS = '24'

/** What is known of each; what is absent stays a placeholder, and cannot be sent so. */
export type Filled = Readonly<Partial<Record<Variable, string>>>

type Parts = Pick<ConsoleParts, 'administration' | 'clock' | 'phrases' | 'replies' | 'teams'>

/** Where somebody can be written to; `platform-<name>` stands beside the ready texts. */
export const PLATFORMS = [
  'telegram',
  'instagram',
  'facebook',
  'snapchat',
  'tiktok',
  'x',
  'whatsapp',
  'viber',
  'imo',
] as const

/** Where whoever blackmails writes from; nothing where no place is named, or more than one. */
const platformOf = ({ state }: Pick<CaseBook, 'state'>): string | undefined => {
  const theirs = state.identifiers.filter(({ owner }) => owner === 'perpetrator')
  const [first, ...more] = PLATFORMS.filter((place) => theirs.some(({ type }) => type === place))
  return more.length === 0 ? first : undefined
}

/**
 * A number that the bot would name itself: checked lately, answering everywhere, and for what this
 * is about; children first for who is one. The name stands before it, as the operator states it.
 */
const hotlineOf = (
  { hotlines }: Pick<OperatorState, 'hotlines'>,
  isMinor: boolean,
  language: Language,
): string | undefined => {
  const shown = hotlines.filter(({ state, area }) => state === 'shown' && area === undefined)
  const purposes = [...(isMinor ? (['children'] as const) : []), 'cyber', 'emergency'] as const
  const [line] = purposes.flatMap((purpose) => shown.find((each) => each.for.includes(purpose)) ?? [])
  return line === undefined ? undefined : `${line.name[language]} ${line.number}`
}

/** As a person in Baghdad reads it; with its day where that is not today. */
export const timeFor = ({ phrases, clock }: Pick<Parts, 'phrases' | 'clock'>, at: Instant): string =>
  phrases.date(at) === phrases.date(clock.now())
    ? phrases.time(at)
    : `${phrases.date(at)} ${phrases.time(at)}`

/** What ready texts of a case are filled with, in the words of the person's language. */
export const filledFor = async (parts: Parts, book: CaseBook, agent: string): Promise<Filled> => {
  const { row, state, marks } = book
  const { language } = row
  const operator = await parts.administration.operator(() => '')
  const platform = platformOf(book)
  const hotline = hotlineOf(operator, marks.burdens?.includes('minor') === true, language)
  const until = state.work.snooze?.until
  const isTeam = parts.teams.some(({ id }) => id === row.team)
  return {
    agent,
    code: row.code,
    hours: HOURS,
    ...(isTeam ? { team: nameOfTeam(parts, row.team, language) } : {}),
    ...(operator.organisation === undefined ? {} : { organisation: operator.organisation.name[language] }),
    ...(hotline === undefined ? {} : { hotline }),
    ...(platform === undefined
      ? {}
      : { platform: parts.replies.phrases.say(language, `platform-${platform}`) }),
    ...(until === undefined || until <= parts.clock.now() ? {} : { until: timeFor(parts, until) }),
  }
}
