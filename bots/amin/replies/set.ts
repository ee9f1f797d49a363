/**
 * What the team says again and again, in the order in which a conversation needs it. Each has a
 * text `<id>` and a short name `<id>-name` beside this file, in every language; texts may name
 * what adapters/console/contract/placeholders lists. An agency may change, add and take away.
 */
export const replies = [
  'hello',
  'sorry-late',
  'safe-place',
  'not-your-fault',
  'under-18',
  'no-payment',
  'keep-everything',
  'screenshots',
  'report-account',
  'no-answering',
  'who-knows',
  'after-sending',
  'police',
  'close-accounts',
  'call-number',
  'not-alone',
  'next-word',
  'colleague',
  'after-crisis',
  'come-back',
  'goodbye',
] as const

/** Ask for pictures: never offered in the case of a child, of whom none may be taken (law 10). */
export const pictureReplies: readonly (typeof replies)[number][] = ['screenshots']
