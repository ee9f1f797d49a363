import { GrammyError, type Api } from 'grammy'
import type { LanguageCode } from 'grammy/types'
import type { Command } from '../../../core/base/message.ts'
import type { Log } from '../../../core/ports/log.ts'
import { signalFor } from './api.ts'
import { COMMANDS } from './commands.ts'
import type { Health } from './health.ts'
import { codeOf, failedCall } from './outcome.ts'
import { pause, waitAfter, type Pace } from '../../kit/pause.ts'

/**
 * What the menu says in one language: its two-letter code, or none for everybody else. Commands
 * without a description are not shown.
 */
export type CommandTexts = {
  readonly language?: string
  readonly descriptions: Readonly<Partial<Record<Command, string>>>
}

export type SetUpParts = {
  readonly api: Api
  readonly account: string
  readonly commands: readonly CommandTexts[]
  readonly log: Log
  readonly health: Health
  readonly pace: Pace
}

/**
 * Does `call` until the platform answers it or `signal` is aborted. `refused` where it answers no:
 * asking again would not help.
 */
const insist = async (
  { account, log, health, pace }: SetUpParts,
  { step, essential }: { readonly step: string; readonly essential: boolean },
  signal: AbortSignal,
  call: () => Promise<unknown>,
): Promise<'done' | 'refused' | 'unauthorised' | 'stopped'> => {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await call()
      return 'done'
    } catch (error) {
      if (signal.aborted) break
      const failed = failedCall(error)
      if (failed.status === 'unauthorised') return 'unauthorised'
      log.warn('the platform did not take a step of the set-up', {
        channel: 'telegram',
        account,
        kind: step,
        attempt,
        code: codeOf(error),
      })
      if (error instanceof GrammyError && error.error_code === 400) return 'refused'
      if (essential) health.late('unreachable')
      await pause(
        failed.status === 'later' && failed.wait !== undefined ? failed.wait : waitAfter(pace, attempt),
        signal,
      )
    }
  }
  return 'stopped'
}

/**
 * Makes sure that the token is good and that updates can be polled for. False where the channel can
 * do nothing.
 */
export const setUp = async (parts: SetUpParts, signal: AbortSignal): Promise<boolean> => {
  const { api, account, log, health } = parts
  const known = await insist(parts, { step: 'getMe', essential: true }, signal, () =>
    api.raw.getMe(signalFor(signal)),
  )
  if (known === 'unauthorised') health.refused()
  if (known !== 'done') return false
  await insist(parts, { step: 'webhook', essential: true }, signal, async () => {
    const { url } = await api.raw.getWebhookInfo(signalFor(signal))
    if (url === undefined || url === '') return
    // Another program had the updates sent to it; while it has, nobody can poll.
    log.warn('a webhook was set for this bot and is removed', { channel: 'telegram', account })
    await api.raw.deleteWebhook({ drop_pending_updates: false }, signalFor(signal))
  })
  return !signal.aborted
}

/**
 * Shows the commands in the menu of each language, in private chats. Takes its time: nothing waits
 * for it.
 */
export const setCommands = async (parts: SetUpParts, signal: AbortSignal): Promise<void> => {
  for (const { language, descriptions } of parts.commands) {
    const commands = COMMANDS.flatMap((command) => {
      const description = descriptions[command]
      return description === undefined ? [] : [{ command, description }]
    })
    const languageCode = language === undefined ? {} : { language_code: language as LanguageCode }
    await insist(parts, { step: 'setMyCommands', essential: false }, signal, () =>
      parts.api.raw.setMyCommands(
        { commands, scope: { type: 'all_private_chats' }, ...languageCode },
        signalFor(signal),
      ),
    )
  }
}
