import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Language } from '../../../../core/base/language.ts'
import type { ChannelHealth } from '../../../../core/ports/channel.ts'
import { instant } from '../../../../core/base/units.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { NewPairing, WhatsappAccount, type WhatsappPairing } from '../../contract/whatsapp.ts'
import { isoOf } from '../http/iso.ts'
import { languageOf } from '../http/language.ts'
import { answers, LanguageQuery, type Office } from '../office.ts'
import { sayOrKey } from '../cases/say-or-key.ts'
import { refuse } from '../http/problem.ts'

/** A step of a pairing as the channel tells it. `advice` is the key of a text without its beginning. */
export type WhatsappStep =
  | { readonly status: 'qr'; readonly qr: string }
  | { readonly status: 'code'; readonly code: string }
  | { readonly status: 'paired' | 'expired' | 'cancelled' | 'busy' | 'already' }
  | { readonly status: 'failed'; readonly advice: string }

type Linked = NonNullable<WhatsappAccount['linked']>

/** What the channel says of its account; times in milliseconds since 1970. */
export type WhatsappState =
  | {
      readonly by: 'baileys'
      readonly advice?: string
      readonly account: Pick<Linked, 'status' | 'refused' | 'waiting'> & {
        readonly code?: number
        readonly leftAlone?: number
        readonly retryAt?: number
        readonly timeLock?: { readonly until?: number }
        readonly capping?: { readonly used?: number; readonly total?: number }
      }
    }
  | {
      readonly by: 'cloud'
      readonly advice?: string
      readonly account?: Omit<NonNullable<WhatsappAccount['cloud']>, 'checkedAt'> & {
        readonly checkedAt: number
      }
    }

/** What administrators may do with the account. `link` only where it is a linked device. */
export type WhatsappDesk = {
  readonly state: () => WhatsappState
  readonly health: () => ChannelHealth
  readonly look: () => void
  readonly link?: {
    readonly pair: (phone: string | undefined) => AsyncIterable<WhatsappStep>
    readonly cancel: () => void
    readonly connect: () => void
    readonly unlink: () => void
  }
}

type Say = (advice: string) => string

const isoAt = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : isoOf(instant(at))

const presentState = (state: WhatsappState, say: Say): WhatsappAccount => {
  const advice = state.advice === undefined ? {} : { advice: say(state.advice) }
  if (state.by === 'cloud') {
    const { account } = state
    return {
      by: 'cloud',
      ...advice,
      ...(account === undefined
        ? {}
        : { cloud: { ...account, checkedAt: isoOf(instant(account.checkedAt)) } }),
    }
  }
  const { retryAt, timeLock, capping, ...rest } = state.account
  const until = isoAt(timeLock?.until)
  const again = isoAt(retryAt)
  const linked: Linked = {
    ...rest,
    ...(again === undefined ? {} : { retryAt: again }),
    ...(timeLock === undefined ? {} : { timeLock: until === undefined ? {} : { until } }),
    ...(capping === undefined ? {} : { capping: { ...capping } }),
  }
  return { by: 'baileys', ...advice, linked }
}

const presentStep = (step: WhatsappStep | 'asked', say: Say): WhatsappPairing => {
  if (step === 'asked') return { status: 'asked' }
  if (step.status !== 'failed') return { ...step }
  return { status: 'failed', advice: say(step.advice) }
}

const Nothing = z.object({})

type Told = { readonly summary: string; readonly description: string }
const LOOK: Told = {
  summary: 'Ask WhatsApp how the account stands',
  description: 'The answer shows in `GET /whatsapp` soon after.',
}
const CONNECT: Told = {
  summary: 'Try to connect again',
  description:
    'After a stop that only a person may end. 404 where the account is no linked device of this process.',
}
const UNLINK: Told = {
  summary: 'Unlink from the phone',
  description:
    'Forgets the pairing; messages stop until the account is linked again, and what arrived stays.',
}
const CANCEL: Told = { summary: 'End the pairing under way', description: 'Its last step is `cancelled`.' }

/** The account on WhatsApp: how it stands, and linking it to a phone. For administrators. */
export const whatsappRoutes =
  ({ parts, gate }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { whatsapp, phrases, log } = parts
    const desk = typeof whatsapp === 'object' ? whatsapp : undefined
    /** The newest step of the newest pairing; the older ones are no longer listened to. */
    let pairing: { readonly step: WhatsappStep | 'asked'; readonly number: number } | undefined
    let count = 0

    const sayIn =
      (language: Language): Say =>
      (advice) =>
        sayOrKey(phrases, language, `whatsapp-advice-${advice}`, advice)

    const follow = async (steps: AsyncIterable<WhatsappStep>, number: number): Promise<void> => {
      try {
        for await (const step of steps) if (pairing?.number === number) pairing = { step, number }
      } catch (error) {
        log.warn('a pairing broke', { channel: 'whatsapp', error })
        if (pairing?.number === number) pairing = { step: { status: 'failed', advice: 'pair' }, number }
      }
    }

    app.get(
      '/whatsapp',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags: ['whatsapp'],
          summary: 'How the WhatsApp account stands',
          description:
            'With what to do about it in the asked language, and where a pairing stands. To be asked again every second or two while one is under way.',
          querystring: LanguageQuery,
          response: answers(WhatsappAccount),
        },
      },
      async (request, reply) => {
        if (desk === undefined) return reply.send({ by: whatsapp === undefined ? 'off' : 'elsewhere' })
        const say = sayIn(languageOf(request))
        const { status, since, reason } = desk.health()
        return reply.header('cache-control', 'no-store').send({
          ...presentState(desk.state(), say),
          health: { status, since: isoOf(since), ...(reason === undefined ? {} : { reason }) },
          ...(pairing === undefined ? {} : { pairing: presentStep(pairing.step, say) }),
        })
      },
    )

    const act = (
      url: string,
      told: Told,
      message: string,
      does: (known: WhatsappDesk) => (() => void) | undefined,
    ): void => {
      app.post(
        url,
        {
          onRequest: gate.need('operate'),
          schema: { tags: ['whatsapp'], ...told, response: answers(Nothing) },
        },
        async (request, reply) => {
          const todo = desk === undefined ? undefined : does(desk)
          if (todo === undefined) return refuse(reply, 'not_found')
          log.info(message, { channel: 'whatsapp', agentId: deskAgentOf(gate.callerOf(request)).id })
          todo()
          return reply.send({})
        },
      )
    }
    act('/whatsapp/look', LOOK, 'the whatsapp account is looked at', ({ look }) => look)
    act('/whatsapp/connect', CONNECT, 'whatsapp is to be connected', ({ link }) => link?.connect)
    act('/whatsapp/unlink', UNLINK, 'whatsapp is to be unlinked', ({ link }) => link?.unlink)
    act('/whatsapp/pairing/cancel', CANCEL, 'a whatsapp pairing is to be ended', ({ link }) => link?.cancel)

    app.post(
      '/whatsapp/pairing',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags: ['whatsapp'],
          summary: 'Link the account to a phone',
          description:
            'By a QR code, or by a code of eight characters for the number that is given. `GET /whatsapp` tells what to scan or to type.',
          body: NewPairing,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        if (desk?.link === undefined) return refuse(reply, 'not_found')
        log.info('whatsapp is to be paired', {
          channel: 'whatsapp',
          agentId: deskAgentOf(gate.callerOf(request)).id,
        })
        count += 1
        pairing = { step: 'asked', number: count }
        void follow(desk.link.pair(request.body.phone), count)
        return reply.send({})
      },
    )
  }
