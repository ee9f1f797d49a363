/**
 * The desks that cases go to; each has a name `team-<id>` in the locales. The agency's own list is
 * its operator file.
 */
export const teams = ['minors', 'violence', 'women-family', 'deepfake', 'account', 'financial'] as const

export type Team = (typeof teams)[number]
