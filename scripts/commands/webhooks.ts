import { makeClock } from '../../adapters/system/clock.ts'
import type { Endpoint } from '../../adapters/webhook/index.ts'
import { readOperator } from '../../bots/operator.ts'
import { openWebhookDesk, type WebhookDesk } from '../../bots/webhook-desk.ts'
import { describeWebhooks } from '../../bots/webhooks.ts'
import { refuseFaults, WRONG_USE, type Call, type Run } from './command.ts'

const withDesk = async (
  { config, say }: Call,
  command: string,
  work: (desk: WebhookDesk) => Promise<number> | number,
): Promise<number> => {
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, command, operator.faults)
  const endpoints = operator.webhooks ?? []
  return work(openWebhookDesk({ endpoints, dataDir: config.dataDir, clock: makeClock() }))
}

export const listWebhooks: Run = (call) =>
  withDesk(call, 'webhooks list', (desk) => {
    for (const webhook of desk.state().webhooks) call.print(JSON.stringify(webhook))
    return 0
  })

export const testWebhook: Run = (call) =>
  withDesk(call, 'webhooks test', async (desk) => {
    const [id = ''] = call.words
    const answer = await desk.test(id)
    if (answer === undefined) {
      call.say('amin webhooks test: the operator file names no webhook of that id')
      return WRONG_USE
    }
    call.print(JSON.stringify({ id, ...answer }))
    return answer.taken ? 0 : 1
  })

/** One line for each that takes nothing; whether none is switched off. */
export const lookAtWebhooks = (
  dataDir: string,
  endpoints: readonly Endpoint[],
  print: (line: string) => void,
): boolean => {
  const troubles = describeWebhooks(dataDir, endpoints)
  for (const { id, off, says } of troubles)
    print(`${off ? 'FAULT' : 'warn '} webhook ${id}: ${says}; amin webhooks test ${id} tries it`)
  if (endpoints.length > 0 && troubles.length === 0)
    print(`ok    webhooks: ${endpoints.map(({ id }) => id).join(', ')}`)
  return troubles.every(({ off }) => !off)
}
