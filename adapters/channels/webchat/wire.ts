import type { Language } from '../../../core/base/language.ts'
import type { ChatLine, ChatView } from '../../../core/ports/chat-history.ts'

/** What the page and the server say to each other; types only, so that both halves can import it. */

/** Answer of `GET view`. */
export type ViewReply =
  /** This browser has no conversation yet. */
  | { readonly status: 'none' }
  | { readonly status: 'same'; readonly version: number }
  /**
   * The end of the conversation; `earlier` where more can be had with `before`. Replaces what the
   * page holds.
   */
  | (ViewHead & { readonly status: 'whole'; readonly earlier: boolean })
  /**
   * The page's last line and those after it, and every recent line with a file, whose state may
   * have changed. To be merged by id.
   */
  | (ViewHead & { readonly status: 'more' })
  /** Lines before the one asked for. */
  | { readonly status: 'earlier'; readonly lines: readonly ChatLine[]; readonly earlier: boolean }

export type ViewHead = {
  readonly version: number
  readonly language: Language
  readonly mode: ChatView['mode']
  readonly media: ChatView['media']
  readonly open?: ChatView['open']
  readonly lines: readonly ChatLine[]
  readonly hidden?: true
  readonly secret?: true
  readonly stranded?: true
}

/** Names of server-sent events. `hello` and `view` carry `{version}`, the others `{}`. */
export type StreamEvent = 'hello' | 'view' | 'typing' | 'wipe' | 'exit' | 'beat'

/** RFC 9457; `code` is stable and for programs, `title` is English and for operators. */
export type Problem = {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly price?: Price
}

/**
 * What a new conversation costs while too many begin, sent back as `x-proof: TICKET~NUMBER`: the
 * number below `most` for which SHA-256 of `TICKET.NUMBER` is `target`. The ticket alone is as good
 * after `after` milliseconds.
 */
export type Price = {
  readonly ticket: string
  readonly target: string
  readonly most: number
  readonly after: number
}

export type ProblemCode =
  | 'bad_request'
  | 'text_empty'
  | 'text_too_long'
  | 'file_empty'
  | 'file_too_large'
  | 'file_cut'
  | 'media_age'
  | 'media_unknown'
  | 'media_consent'
  | 'foreign_origin'
  | 'unsupported_type'
  | 'not_found'
  | 'crowded'
  | 'too_many'
  | 'unavailable'
  | 'internal'
