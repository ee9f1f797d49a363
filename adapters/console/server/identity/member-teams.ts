import { MINORS } from '../../../../core/policy/visibility/sight.ts'
import type { RoleName } from '../../contract/rights.ts'

/** Teams are kept with the person as one text, ids with commas between; null where nobody set any. */
export const writeTeams = (teams: readonly string[] | undefined): string | null =>
  teams === undefined ? null : [...new Set(teams)].join()

export const readTeams = (kept: unknown): readonly string[] | undefined =>
  typeof kept === 'string' ? kept.split(',').filter((id) => id !== '') : undefined

/** The teams whose cases a member sees; nothing: every team's. */
export const teamsSeen = (
  role: RoleName,
  teams: readonly string[] | undefined,
): readonly string[] | undefined =>
  teams === undefined || role !== 'minors-desk' || teams.includes(MINORS) ? teams : [...teams, MINORS]
