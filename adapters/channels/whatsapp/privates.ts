import type { SealedTable } from './journal-row.ts'

/** The addresses of a chat: as it is addressed, and the same person's other one where it is known. */
export type Addresses = { readonly chat: string; readonly alt?: string }

/**
 * Chats that the owner of the number had before it was linked here (adapters/channels/whatsapp/README.md).
 * Kept are keyed hashes of their addresses, each leading to a name that says nothing, and how many of them
 * wrote since; nothing of who they are or what was said. Every call is durable when it returns; each throws
 * what the table throws.
 */
export type Privates = {
  readonly learn: (chats: readonly Addresses[]) => void
  readonly covers: (chat: Addresses) => boolean
  /** It is a case's from now on. */
  readonly open: (chat: Addresses) => void
  /** Something came from it that opened nothing: it counts once. */
  readonly leave: (chat: Addresses) => void
  /** How many of them wrote and were left alone. */
  readonly left: () => number
}

const COUNT = 'private-left'
const address = (jid: string): string => `private ${jid}`
/** What is known of a chat, whatever it is addressed by. */
const chatOf = (name: string): string => `private-chat ${name}`

const SILENT = Buffer.from('silent')
const LEFT = Buffer.from('left')
const say = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

/** `newName`: a name that says nothing and was never given before. */
export const makePrivates = (table: SealedTable, newName: () => string): Privates => {
  const nameOf = ({ chat, alt }: Addresses): string | undefined => {
    for (const jid of [chat, alt]) {
      const bytes = jid === undefined ? undefined : table.get(address(jid))
      if (bytes !== undefined) return say(bytes)
    }
    return undefined
  }
  /** Nothing where it is none, or was opened. */
  const find = (chat: Addresses): { readonly name: string; readonly left: boolean } | undefined => {
    const name = nameOf(chat)
    const state = name === undefined ? undefined : table.get(chatOf(name))
    return name === undefined || state === undefined ? undefined : { name, left: say(state) === say(LEFT) }
  }
  const count = (): number => {
    const bytes = table.get(COUNT)
    return bytes === undefined ? 0 : Number(say(bytes))
  }

  return {
    // One that was opened before keeps its name, and stays open where the number is linked anew.
    learn: (chats) =>
      table.put(
        chats
          .filter((chat) => nameOf(chat) === undefined)
          .flatMap(({ chat, alt }) => {
            const name = newName()
            return [
              [chatOf(name), SILENT] as const,
              ...[chat, alt].flatMap((jid) =>
                jid === undefined ? [] : [[address(jid), Buffer.from(name)] as const],
              ),
            ]
          }),
      ),
    covers: (chat) => find(chat) !== undefined,
    open: (chat) => {
      const found = find(chat)
      if (found !== undefined) table.put([[chatOf(found.name), undefined]])
    },
    leave: (chat) => {
      const found = find(chat)
      if (found === undefined || found.left) return
      table.put([
        [chatOf(found.name), LEFT],
        [COUNT, Buffer.from(String(count() + 1))],
      ])
    },
    left: count,
  }
}
