import { z } from 'zod'
import { LANGUAGES, type Language } from '../../../core/base/language.ts'
import type { ChannelName } from '../../../core/base/message.ts'
import { Failure } from '../../../core/base/failure.ts'
import type { Instant } from '../../../core/base/units.ts'
import { instant } from '../../../core/base/units.ts'
import type { Channel } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Phrases } from '../../../core/ports/phrases.ts'
import type { Random } from '../../../core/ports/random.ts'
import type { TestMessages } from '../../../core/ports/test-message.ts'
import type { LiveSettings } from '../../settings.ts'

/** The row among the settings that says how the newest test went. */
const NAME = 'telegram-test'
const MARK_LENGTH = 22
/** As a link's code may be on Telegram (64 characters of these): language, own part, mark. */
const CODE = new RegExp(`^test-(${LANGUAGES.join('|')})-([0-9A-Z]{26})-([\\w-]{${MARK_LENGTH}})$`)

const Moment = z.int().transform((at): Instant => instant(at))
const Body = z.object({
  own: z.string(),
  asked: Moment,
  came: Moment.exactOptional(),
  answered: Moment.exactOptional(),
})
type Body = z.infer<typeof Body>

type Parts = {
  readonly settings: Pick<LiveSettings, 'kept' | 'keep' | 'look'>
  readonly hasher: Pick<Hasher, 'keyed'>
  readonly random: Pick<Random, 'id'>
}

/**
 * Only who holds the master key makes one, for this bot: any process knows it again however old it is, and
 * nobody else's link is taken for one.
 */
const markOf = ({ hasher }: Pick<Parts, 'hasher'>, account: string, language: string, own: string): string =>
  hasher.keyed('session', 'telegram-test', account, language, own).slice(0, MARK_LENGTH)

const readBody = (settings: Pick<LiveSettings, 'kept'>): Body | undefined => {
  const row = settings.kept(NAME)
  return row === undefined ? undefined : Body.safeParse(JSON.parse(row.body)).data
}

/** How the newest test went; nothing where there was none. */
export const lastTest = ({
  settings,
}: Pick<Parts, 'settings'>): Pick<Body, 'asked' | 'came' | 'answered'> | undefined => readBody(settings)

/** Makes the code of a test for the bot `account`; from now on this one is the newest. */
export const beginTest = async (
  parts: Parts,
  account: string,
  { by, at, language }: { readonly by: string; readonly at: Instant; readonly language: Language },
): Promise<string> => {
  const own = parts.random.id()
  await parts.settings.look()
  const version = (parts.settings.kept(NAME)?.version ?? 0) + 1
  const body = JSON.stringify({ own, asked: at } satisfies Body)
  // Of two who begin at once the page follows one; both are answered.
  await parts.settings.keep({ name: NAME, version, at, by, body })
  return `test-${language}-${own}-${markOf(parts, account, language, own)}`
}

/** Knows a test message, answers it, and notes that it came: for the process that reads what arrived. */
export const makeTestMessages = (
  parts: Parts & {
    readonly channel: (name: ChannelName) => Channel | undefined
    readonly clock: Clock
    readonly phrases: Phrases
  },
): TestMessages => {
  const { settings, clock, channel, phrases } = parts

  const note = async (own: string, came: Instant, answered: boolean): Promise<void> => {
    await settings.look()
    const row = settings.kept(NAME)
    const body = readBody(settings)
    if (row === undefined || body?.own !== own) return
    const at = clock.now()
    const next: Body = { ...body, came: body.came ?? came, ...(answered ? { answered: at } : {}) }
    await settings.keep({ ...row, version: row.version + 1, at, body: JSON.stringify(next) })
  }

  return {
    take: async ({ channel: name, account, chat, body }) => {
      if (name !== 'telegram' || body.kind !== 'start') return false
      const [, named, own = '', mark] = CODE.exec(body.payload ?? '') ?? []
      const language = LANGUAGES.find((each) => each === named)
      if (language === undefined || mark !== markOf(parts, account, language, own)) return false
      const came = clock.now()
      const outcome = await channel(name)?.send(chat, {
        kind: 'text',
        text: phrases.say(language, 'channel-test-answer'),
      })
      if (outcome?.status === 'later') throw new Failure('part_unavailable', 'Telegram takes no message now')
      await note(own, came, outcome?.status === 'sent')
      return true
    },
  }
}
