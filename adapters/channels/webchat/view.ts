import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ChatLine, ChatView } from '../../../core/ports/chat-history.ts'
import { refuse } from './problem.ts'
import type { ViewHead, ViewReply } from './wire.ts'

/** Most lines in one answer. */
export const PAGE_LINES = 200

const VERSION = /^\d{1,15}$/
export const LINE = /^\d{1,12}\.\d{1,6}$/

const headOf = (view: ChatView, lines: readonly ChatLine[]): ViewHead => ({
  version: view.version,
  language: view.language,
  mode: view.mode,
  media: view.media,
  ...(view.open === undefined ? {} : { open: view.open }),
  lines,
  ...(view.hidden === undefined ? {} : { hidden: view.hidden }),
  ...(view.secret === undefined ? {} : { secret: view.secret }),
  ...(view.stranded === undefined ? {} : { stranded: view.stranded }),
})

/** What a page that knows version `after` and the lines up to `last` needs to know more. */
export const changesOf = (view: ChatView, after: number | undefined, last: string | undefined): ViewReply => {
  if (after === view.version) return { status: 'same', version: view.version }
  const start = Math.max(0, view.lines.length - PAGE_LINES)
  const recent = view.lines.slice(start)
  const known = last === undefined ? -1 : recent.findIndex((line) => line.id === last)
  // The page's last line is gone (a wipe, an exit) or far back: it starts afresh.
  if (after === undefined || known === -1)
    return { status: 'whole', ...headOf(view, recent), earlier: start > 0 }
  return {
    status: 'more',
    ...headOf(
      view,
      recent.filter((line, index) => index >= known || line.media !== undefined),
    ),
  }
}

export const earlierOf = (view: ChatView, before: string): ViewReply => {
  const end = view.lines.findIndex((line) => line.id === before)
  const start = Math.max(0, end - PAGE_LINES)
  return { status: 'earlier', lines: view.lines.slice(start, Math.max(0, end)), earlier: start > 0 }
}

const textOf = (query: unknown, name: string): unknown => (query as Record<string, unknown>)[name]

export const replyWithView = (view: ChatView, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const after = textOf(request.query, 'after')
  const last = textOf(request.query, 'last')
  const before = textOf(request.query, 'before')
  const fits = (value: unknown, form: RegExp): value is string | undefined =>
    value === undefined || (typeof value === 'string' && form.test(value))
  if (!fits(after, VERSION) || !fits(last, LINE) || !fits(before, LINE)) return refuse(reply, 'bad_request')
  return reply.send(
    before === undefined
      ? changesOf(view, after === undefined ? undefined : Number(after), last)
      : earlierOf(view, before),
  )
}
