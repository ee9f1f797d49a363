import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { isFailure, FAILURES } from '../../../core/base/failure.ts'
import type { ChatAddress } from '../../../core/base/message.ts'
import {
  makeConversations,
  USUAL_CONVERSATIONS,
  type ConversationRule,
} from '../../../core/services/limits/conversations.ts'
import { DEFAULT_LANGUAGE, languageFromHeader, type Language } from '../../../core/base/language.ts'
import type { Channel } from '../../../core/ports/channel.ts'
import type { ChatView } from '../../../core/ports/chat-history.ts'
import { addAdvice } from './advice.ts'
import type { Advice } from './advice-html.ts'
import { addApi } from './api.ts'
import { makeChannel } from './channel.ts'
import { makeDoor } from './door.ts'
import type { WebchatDesk } from './desk.ts'
import { setHeaders } from './headers.ts'
import { makeLimiter } from './limiter.ts'
import { DEFAULT_LIMITS, type WebchatLimits } from './limits.ts'
import { addOnce } from './once.ts'
import { loadPage, sendAsset, sendHtml } from './page.ts'
import { refuse } from './problem.ts'
import { readLanguage, toExit, toReopened } from './requests.ts'
import { makeSessions } from './session.ts'
import { makeStreams } from './streams.ts'

export type Webchat = {
  readonly channel: Channel
  /**
   * To be registered with the same prefix as `settings.prefix`. Client addresses are taken from
   * `request.ip`.
   */
  readonly routes: FastifyPluginAsync
  /** From now on this is told when a person types; nothing of what. */
  readonly hearTyping: (listen: (address: ChatAddress) => void) => void
  /** Ends the open streams. Called by the server's own closing as well. */
  readonly stop: () => Promise<void>
}

export type WebchatSettings = Omit<WebchatDesk, 'limits' | 'typing'> & {
  readonly limits?: Partial<WebchatLimits>
  /** New conversations before the next one is slowed. */
  readonly conversations?: ConversationRule
  /** Default `/chat`. */
  readonly prefix?: string
  /** Where a quick exit leads; default a page of our own that has nothing to do with us. */
  readonly awayUrl?: string
  /** Whether everything here is invented: the page says so. */
  readonly practice?: boolean
  /** Guidance that is served as pages of its own; none where there is none. */
  readonly advice?: Advice
}

/**
 * The web chat: a page, its API, and the channel behind it. Reads the page's files; throws where
 * one is missing or does not compile.
 */
export const openWebchat = (settings: WebchatSettings): Webchat => {
  const limits: WebchatLimits = { ...DEFAULT_LIMITS, ...settings.limits }
  const prefix = settings.prefix ?? '/chat'
  const { sink, history, spool, hasher, random, clock, log, secrets } = settings
  let listen: (address: ChatAddress) => void = () => undefined
  const desk: WebchatDesk = {
    sink,
    history,
    spool,
    hasher,
    random,
    clock,
    log,
    limits,
    secrets,
    typing: (address) => listen(address),
  }
  const page = loadPage({
    prefix,
    limits,
    practice: settings.practice === true,
    ...(settings.awayUrl === undefined ? {} : { awayUrl: settings.awayUrl }),
  })
  const streams = makeStreams({ history, limits, log })
  const sessions = makeSessions({ hasher, random, path: prefix })
  const limiter = makeLimiter(limits, clock)
  const conversations = makeConversations(settings.conversations ?? USUAL_CONVERSATIONS, clock)
  const door = makeDoor({ conversations, hasher, random, clock })

  /** The language of ours that the browser wants most. */
  const hinted = (request: FastifyRequest): Language =>
    languageFromHeader(request.headers['accept-language']) ?? DEFAULT_LANGUAGE

  /** A quick exit that never reached us is made good by the next page that this browser asks for. */
  const finishLeaving = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const leaving = sessions.leaving(request)
    if (leaving === undefined) return
    try {
      await sink.put([toExit(leaving.address, leaving.exit, clock.now())])
      sessions.forget(request, reply)
    } catch (error) {
      log.warn('a quick exit could not be stored yet', { channel: 'webchat', error })
    }
  }

  /**
   * On a phone that others look at the conversation is not shown to who opens the page anew: it
   * asks for code or PIN first.
   */
  const guard = async (address: ChatAddress, view: ChatView): Promise<boolean> => {
    if (view.guarded !== true) return false
    await sink.put([toReopened(address, random.id(), clock.now())])
    return true
  }

  const languageOf = async (
    request: FastifyRequest,
  ): Promise<{ readonly language: Language; readonly session: boolean; readonly guarded: boolean }> => {
    const address = sessions.read(request)
    if (address === undefined) return { language: hinted(request), session: false, guarded: false }
    try {
      const view = await history.read(address)
      return {
        language: view.version === 0 ? hinted(request) : view.language,
        session: true,
        guarded: await guard(address, view),
      }
    } catch (error) {
      // The page is worth having even then: it says kindly that it is waiting.
      log.warn('a conversation could not be read for its page', { channel: 'webchat', error })
      return { language: hinted(request), session: true, guarded: true }
    }
  }

  const fail = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(reply, 'text_too_long')
    if (error.statusCode === 415) return refuse(reply, 'unsupported_type')
    if (!isFailure(error) && error.statusCode !== undefined && error.statusCode < 500)
      return refuse(reply, 'bad_request')
    const retry = isFailure(error) && FAILURES[error.code].retry
    log.error('a web chat request failed', {
      channel: 'webchat',
      code: isFailure(error) ? error.code : 'internal',
      error,
    })
    return refuse(reply, retry ? 'unavailable' : 'internal')
  }

  const routes: FastifyPluginAsync = async (app) => {
    app.addHook('onRequest', async (_, reply) => setHeaders(reply))
    app.addHook('preClose', async () => streams.stop())
    app.setErrorHandler(fail)
    app.setNotFoundHandler((_, reply) => refuse(reply, 'not_found'))

    app.route({
      method: ['GET', 'HEAD'],
      url: '/',
      handler: async (request, reply) => {
        // A robot that looks whether the page is there is nobody's return: nothing is read, nothing begun.
        if (request.method === 'HEAD')
          return sendHtml(request, reply, page.html(hinted(request), false, false))
        await finishLeaving(request, reply)
        const { language, session, guarded } = await languageOf(request)
        return sendHtml(request, reply, page.html(language, session, guarded))
      },
    })
    app.get('/away', async (request, reply) => {
      await finishLeaving(request, reply)
      const asked = readLanguage((request.query as Record<string, unknown>)['lang'])
      return sendHtml(request, reply, page.away(asked ?? hinted(request)))
    })
    app.get<{ Params: { readonly language: string } }>('/once/:language', async (request, reply) =>
      sendHtml(request, reply, page.once(readLanguage(request.params.language) ?? hinted(request))),
    )
    app.get<{ Params: { readonly version: string; readonly name: string } }>(
      '/assets/:version/:name',
      async (request, reply) => {
        const asset = page.asset(request.params.name)
        // A page that was fetched just before an update asks for the old version: the new one
        // serves it better than nothing.
        return asset === undefined
          ? refuse(reply, 'not_found')
          : sendAsset(request, reply, asset, request.params.version === page.version)
      },
    )
    app.get<{ Params: { readonly name: string } }>('/:name', async (request, reply) => {
      const asset = page.asset(request.params.name)
      return asset === undefined ? refuse(reply, 'not_found') : sendAsset(request, reply, asset, false)
    })
    if (settings.advice !== undefined)
      addAdvice(app, settings.advice, {
        base: prefix,
        assets: `${prefix}/assets/${page.version}`,
        away: settings.awayUrl ?? `${prefix}/away`,
      })
    await app.register(async (api) => addApi(api, { desk, sessions, streams, limiter, door }), {
      prefix: '/api',
    })
    await app.register(async (api) => addOnce(api, { desk, limiter }), { prefix: '/api' })
  }

  return {
    channel: makeChannel({ streams, spool, clock, limits }),
    routes,
    hearTyping: (next) => {
      listen = next
    },
    stop: async () => streams.stop(),
  }
}
