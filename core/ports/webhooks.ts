import type { WebhookType } from '../base/webhook.ts'

/** Programs of the agency that are told of what happens to cases, as the operator file names them. */
export type Webhooks = {
  /** The ids of those that want to hear of this. */
  readonly wants: (type: WebhookType) => readonly string[]
}
