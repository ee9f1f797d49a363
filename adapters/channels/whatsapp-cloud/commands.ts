import type { Command } from '../../../core/base/message.ts'

/**
 * What a person can type, and what the number's own menu of commands ("conversational components")
 * types for them.
 */
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

const SLASH = /^\/([a-z]+)(?:\s+([\s\S]*))?$/i

export type Typed = { readonly kind: 'start' } | { readonly kind: 'command'; readonly command: Command }

/**
 * A message that is a command and nothing else. With words behind it, it stays a text, so that
 * nothing that a person says is lost to the rules that read it; only `/exit` counts whatever
 * follows, since the one who types it is in a hurry.
 */
export const commandOf = (typed: string): Typed | undefined => {
  const [, name, rest = ''] = SLASH.exec(typed.trim()) ?? []
  if (name === undefined) return undefined
  const isAlone = rest.trim() === ''
  if (name.toLowerCase() === 'start') return isAlone ? { kind: 'start' } : undefined
  const command = COMMANDS.find((known) => known === name.toLowerCase())
  return command !== undefined && (isAlone || command === 'exit') ? { kind: 'command', command } : undefined
}
