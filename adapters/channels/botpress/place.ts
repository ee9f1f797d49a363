import { id } from './json.ts'

/**
 * Whose chat it is: the bot, the name under which it installed us, and the user that we made for
 * the person there.
 */
export type BotpressPlace = { readonly bot: string; readonly alias: string; readonly user: string }

/** None of the three holds a slash. */
export const writePlace = ({ bot, alias, user }: BotpressPlace): string => `${bot}/${alias}/${user}`

export const readPlace = (chat: string): BotpressPlace | undefined => {
  const [bot, alias, user, ...more] = chat.split('/').map(id)
  return bot === undefined || alias === undefined || user === undefined || more.length > 0
    ? undefined
    : { bot, alias, user }
}
