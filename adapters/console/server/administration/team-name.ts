import type { Language } from '../../../../core/base/language.ts'
import type { ConsoleParts } from '../parts.ts'

/** A team as it is called in a language; its id where it is no team of today. */
export const nameOfTeam = (
  { teams, phrases }: Pick<ConsoleParts, 'teams' | 'phrases'>,
  id: string,
  language: Language,
): string => {
  const name = teams.find((team) => team.id === id)?.name
  if (name === undefined) return id
  return typeof name === 'string' ? phrases.say(language, name) : name[language]
}
