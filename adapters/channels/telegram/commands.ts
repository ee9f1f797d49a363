import type { Command } from '../../../core/base/message.ts'

/** The slash commands that are registered, in the order in which the menu shows them: the way out first. */
export const COMMANDS: readonly Command[] = [
  'exit',
  'help',
  'human',
  'back',
  'skip',
  'language',
  'stop',
  'restart',
]

/** A link's code as Telegram allows it. */
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/
const SLASH = /^\/([a-z]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i

export type Typed =
  | { readonly kind: 'start'; readonly payload?: string }
  | { readonly kind: 'command'; readonly command: Command }

/**
 * A message that is a command and nothing else. With words behind it, it stays a text, so that
 * nothing that a person says is lost to the rules that read it; only `/exit` counts whatever
 * follows, since the one who types it is in a hurry.
 */
export const commandOf = (typed: string): Typed | undefined => {
  const [, name, rest = ''] = SLASH.exec(typed.trim()) ?? []
  if (name === undefined) return undefined
  const words = rest.trim()
  if (name.toLowerCase() === 'start') {
    if (words === '') return { kind: 'start' }
    return PAYLOAD.test(words) ? { kind: 'start', payload: words } : undefined
  }
  const command = COMMANDS.find((known) => known === name.toLowerCase())
  return command !== undefined && (words === '' || command === 'exit')
    ? { kind: 'command', command }
    : undefined
}
