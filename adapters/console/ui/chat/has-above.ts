import type { CaseFile } from '../../contract/index.ts'

/** Whether there is anything of the team's own doing to tell above the conversation. */
export const hasAbove = ({
  help,
  snooze,
  passedOn,
  watching,
  watchers,
  filesWait,
  leaving,
}: CaseFile): boolean =>
  [help, snooze, passedOn, watching, watchers, filesWait, leaving].some((each) => each !== undefined)
