import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Language } from '../../../../core/base/language.ts'
import type { Instant } from '../../../../core/base/units.ts'
import type { SettingFault } from '../../contract/settings.ts'
import { TelegramChange, TelegramLook, TelegramState, TelegramTest } from '../../contract/telegram.ts'
import { isoOf } from '../http/iso.ts'
import { languageOf } from '../http/language.ts'
import { refuse } from '../http/problem.ts'
import { answers, type Office } from '../office.ts'

type Bot = { readonly id: string; readonly name: string }

/** What Telegram says of a token; see `TelegramLook`. */
export type TelegramSays =
  | { readonly status: 'good'; readonly bot: Bot; readonly webhook: boolean }
  | { readonly status: 'refused' | 'unreachable' | 'slowed' | 'broken' }

/** The bot's token and its test message (bots/channels/telegram/desk.ts). Nothing that it gives is secret. */
export type TelegramDesk = {
  /** Read anew. */
  readonly state: () => Promise<{
    readonly from: TelegramState['from']
    readonly bot?: Bot
    /** Whose token was taken away last, where none stands in its place. */
    readonly left?: Bot
    readonly kept?: { readonly version: number; readonly at: Instant; readonly by: string }
    readonly test?: { readonly asked: Instant; readonly came?: Instant; readonly answered?: Instant }
  }>
  /** The token in what somebody put in, without what is around it; nothing where it has not the shape of one. */
  readonly tokenIn: (said: string) => string | undefined
  /** Asks Telegram about this token, or about the one in force; nothing where there is none. */
  readonly look: (token?: string) => Promise<TelegramSays | undefined>
  readonly put: (put: {
    readonly version: number
    readonly at: Instant
    readonly by: string
    readonly set?: { readonly token: string; readonly bot: Bot }
  }) => Promise<boolean>
  /** A link that makes a message which is no word of a person. */
  readonly test: (
    bot: Bot,
    asked: { readonly by: string; readonly at: Instant; readonly language: Language },
  ) => Promise<{ readonly link: string; readonly command: string }>
}

const fault = (why: SettingFault['why']): { readonly faults: SettingFault[] } => ({
  faults: [{ path: 'token', why }],
})

/** What ends where this bot is taken, as whys; nothing where nothing does. */
const endsOf = (
  { bot, webhook }: TelegramSays & { readonly status: 'good' },
  before: Bot | undefined,
): SettingFault[] => [
  ...(webhook ? [{ path: 'token', why: 'webhook' as const }] : []),
  ...(before !== undefined && before.id !== bot.id ? [{ path: 'token', why: 'other-bot' as const }] : []),
]

const PUT_SAYS =
  'Telegram is asked first whose token it is; then it holds in every process within seconds, without a restart. ' +
  '422 `unfit` with the reason (`format`, `refused`, `unreachable`, `slowed`, `broken`). 409 `confirm` where something ends with it: ' +
  '`webhook`, another program has this bot’s messages sent to it; `other-bot`, people who write to the bot of before reach nobody, also where its token was taken away first; say `anyway` then. ' +
  '409 `outdated` with `newer`, 409 `environment` where the environment leads. For people, never for keys: 403 `proof_required` ' +
  'where the caller did not prove within 15 minutes who they are (`/me/proof`). The token is sealed, and never given back.'

/** The bot on Telegram: its token, which goes in and never comes out, and a message that tries it. */
export const telegramRoutes =
  ({ parts, gate, agents, names }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { clock, log, telegram } = parts
    const tags = ['telegram']
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

    const describe = async (): Promise<TelegramState> => {
      const { from, bot, kept, test } = await telegram.state()
      const known = await names()
      return {
        from,
        version: kept?.version ?? 0,
        ...(bot === undefined ? {} : { bot: { ...bot } }),
        ...(kept === undefined
          ? {}
          : { changed: { at: isoOf(kept.at), by: { id: kept.by, name: known.get(kept.by) ?? '' } } }),
        ...(test === undefined
          ? {}
          : {
              test: {
                askedAt: isoOf(test.asked),
                ...(test.came === undefined ? {} : { cameAt: isoOf(test.came) }),
                ...(test.answered === undefined ? {} : { answeredAt: isoOf(test.answered) }),
              },
            }),
      }
    }

    app.get(
      '/telegram',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'Where the bot’s token comes from, and how the last test message went',
          description: 'Nothing secret is among it: which bot it is, and who set it.',
          response: answers(TelegramState),
        },
      },
      async (_request, reply) => reply.send(await describe()),
    )

    app.put(
      '/telegram',
      {
        onRequest: gate.needProved('administer'),
        schema: {
          tags,
          summary: 'Set the bot’s token',
          description: PUT_SAYS,
          body: TelegramChange,
          response: answers(TelegramState),
        },
      },
      async (request, reply) => {
        const { version, token, anyway } = request.body
        const before = await telegram.state()
        if (before.from === 'environment') return refuse(reply, 'environment')
        const outdated = async () => refuse(reply, 'outdated', { newer: await describe() })
        if ((before.kept?.version ?? 0) !== version) return outdated()
        const said = token === null ? undefined : telegram.tokenIn(token)
        if (token !== null && said === undefined) return refuse(reply, 'unfit', fault('format'))
        const says = said === undefined ? undefined : await telegram.look(said)
        if (says !== undefined && says.status !== 'good') return refuse(reply, 'unfit', fault(says.status))
        const ends = says === undefined ? [] : endsOf(says, before.bot ?? before.left)
        if (ends.length > 0 && anyway !== true) return refuse(reply, 'confirm', { faults: ends })
        const by = gate.callerOf(request).id
        const set = says === undefined || said === undefined ? {} : { set: { token: said, bot: says.bot } }
        if (!(await telegram.put({ version, at: clock.now(), by, ...set }))) return outdated()
        const what = says === undefined ? 'removed' : before.from === 'nowhere' ? 'set' : 'changed'
        const bot = says?.bot ?? before.bot
        await agents.deeds.append({
          by,
          kind: 'settings_changed',
          subject: 'telegram',
          detail: { what: `token-${what}`, ...(bot === undefined ? {} : { bot: bot.id }) },
        })
        return reply.send(await describe())
      },
    )

    app.post(
      '/telegram/look',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'Ask Telegram whose token is in force',
          description: 'Changes nothing. Telegram is asked at once: not more often than a person does.',
          response: answers(TelegramLook),
        },
      },
      async (_request, reply) => reply.send((await telegram.look()) ?? { status: 'none' as const }),
    )

    app.post(
      '/telegram/test',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'Begin a test message',
          description:
            'The link is opened on the caller’s own phone: the message that it sends is answered in their language, opens no case and is counted nowhere. `GET /telegram` says when it came. Telegram is asked first, and there is no link where the token is not good.',
          response: answers(TelegramTest),
        },
      },
      async (request, reply) => {
        const says = await telegram.look()
        if (says?.status !== 'good') return reply.send(says ?? { status: 'none' })
        const by = gate.callerOf(request).id
        log.info('a test message is asked for', { channel: 'telegram', agentId: by })
        const asked = { by, at: clock.now(), language: languageOf(request) }
        return reply.send({ ...says, ...(await telegram.test(says.bot, asked)) })
      },
    )
  }
