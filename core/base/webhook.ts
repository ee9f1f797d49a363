/** What another program of the agency can be told of a case, by the names that stand in the messages. */
export const WEBHOOK_TYPES = [
  'case.opened',
  'case.urgency_changed',
  'case.team_changed',
  'case.taken_over',
  'case.handed_back',
  'case.closed',
  'case.erased',
  'case.target_missed',
] as const
export type WebhookType = (typeof WEBHOOK_TYPES)[number]
