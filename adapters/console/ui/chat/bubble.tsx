import {
  IconArrowForwardUp,
  IconHelpCircle,
  IconRobot,
  IconRosetteDiscountCheck,
  IconTrash,
  IconUserHeart,
} from '@tabler/icons-react'
import { lazy, memo, Suspense, type ReactNode } from 'react'
import type { Message } from '../../contract/messages.ts'
import type { Language } from '../language/bundles.ts'
import { useSpeech } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { DeliveryMark } from './delivery-mark.tsx'
import { Copy } from '../parts/copy.tsx'
import { keepTrying } from '../parts/keep-trying.ts'
import { eventText } from './event-text.ts'
import { SentFile } from './sent-file.tsx'
import { PartBoundary } from '../desk/part-boundary.tsx'

const EvidenceChip = lazy(async () => ({
  default: (await keepTrying(() => import('../file/evidence-chip.tsx'))).EvidenceChip,
}))

const SharedPlace = lazy(async () => ({
  default: (await keepTrying(() => import('./shared-place.tsx'))).SharedPlace,
}))

const MachineWords = lazy(async () => ({
  default: (await keepTrying(() => import('./machine-words.tsx'))).MachineWords,
}))

const Time = ({ at }: { readonly at: string }): ReactNode => {
  const { clock } = useSpeech()
  const date = new Date(at)
  return (
    <time dateTime={at} title={clock.whole(date)}>
      {clock.time(date)}
    </time>
  )
}

/** The first version and every later one; the person may have taken words back that matter. */
const Versions = ({ message }: { readonly message: Message }): ReactNode => {
  const { t } = useSpeech()
  const edits = message.edits ?? []
  if (edits.length === 0) return null
  const versions = [{ at: message.at, text: message.text ?? '' }, ...edits.slice(0, -1)]
  return (
    <details className="versions">
      <summary>{t('versions', { count: versions.length })}</summary>
      <ol>
        {versions.map((version) => (
          <li key={version.at}>
            <span className="words" dir="auto">
              <Words text={version.text} />
            </span>
            <Time at={version.at} />
          </li>
        ))}
      </ol>
    </details>
  )
}

const Origin = ({ forwarded }: { readonly forwarded: NonNullable<Message['forwarded']> }): ReactNode => {
  const { t, clock } = useSpeech()
  const { hidden, from, id, link, at, attested } = forwarded
  return (
    <div className="origin">
      <p>
        <IconArrowForwardUp size={15} aria-hidden className="flip" />
        {from !== undefined ? (
          <Words text={t('forwarded-from', { name: from })} />
        ) : id !== undefined ? (
          t('forwarded-account')
        ) : (
          t('forwarded-hidden')
        )}
        {at !== undefined && ` · ${clock.whole(new Date(at))}`}
      </p>
      {id !== undefined && (
        <p>
          {t('forwarded-id')} <bdi dir="ltr">{id}</bdi>
        </p>
      )}
      {link !== undefined && (
        <p>
          {t('forwarded-post')} <bdi dir="ltr">{link}</bdi> <Copy text={link} label={t('forwarded-copy')} />
        </p>
      )}
      {from !== undefined && (
        <p className="origin-mark" data-attested={attested}>
          {attested ? (
            <IconRosetteDiscountCheck size={14} aria-hidden />
          ) : (
            <IconHelpCircle size={14} aria-hidden />
          )}
          {t(attested ? 'forwarded-attested' : hidden ? 'forwarded-name-only' : 'forwarded-claimed')}
        </p>
      )}
    </div>
  )
}

const Deleted = ({ at }: { readonly at: string }): ReactNode => {
  const { t, clock } = useSpeech()
  return (
    <span className="deleted" title={clock.whole(new Date(at))}>
      <IconTrash size={14} aria-hidden />
      {t('deleted-there')}
    </span>
  )
}

/** What it answers, and the way there where it is on the page. */
const Quote = ({ quote }: { readonly quote: NonNullable<Message['quote']> }): ReactNode => {
  const { t } = useSpeech()
  const words = (
    <span className="words" dir="auto">
      {quote.text === undefined ? t('quote-other') : <Words text={quote.text} />}
    </span>
  )
  if (quote.id === undefined)
    return (
      <blockquote className="quote">
        {quote.ours === true && <span className="soft">{t('quote-ours')} </span>}
        {words}
      </blockquote>
    )
  const go = (): void =>
    document.querySelector(`[data-id="${CSS.escape(quote.id ?? '')}"]`)?.scrollIntoView({ block: 'center' })
  return (
    <blockquote className="quote">
      <button type="button" title={t('quote-go')} onClick={go}>
        {words}
      </button>
    </blockquote>
  )
}

const EventLine = ({ message }: { readonly message: Message }): ReactNode => {
  const { t, clock } = useSpeech()
  return (
    <div className="event-line">
      {eventText(t, message, clock)} · <Time at={message.at} />
      {message.quote !== undefined && <Quote quote={message.quote} />}
    </div>
  )
}

const Author = ({ message }: { readonly message: Message }): ReactNode => {
  const { t } = useSpeech()
  if (message.from === 'bot')
    return (
      <span className="author">
        <IconRobot size={15} aria-hidden />
        {t('author-bot')}
      </span>
    )
  if (message.from === 'other')
    return (
      <span className="author">
        <IconRobot size={15} aria-hidden />
        {t('author-other')}
      </span>
    )
  if (message.from === 'agent')
    return (
      <span className="author">
        <IconUserHeart size={15} aria-hidden />
        {message.onPhone === true ? t('from-phone') : <Name text={message.author ?? ''} />}
      </span>
    )
  return (
    <span className="author">
      {message.author === undefined ? t('author-person') : <Name text={message.author} />}
      {message.elsewhere === true && <span className="soft"> · {t('told-elsewhere')}</span>}
    </span>
  )
}

type Props = {
  readonly code: string
  readonly message: Message
  readonly language: Language
  readonly fresh: boolean
  /** Somebody came here from elsewhere: this is what they looked for. */
  readonly marked: boolean
}

/** One line of the conversation. Memoised: a thread of hundreds changes one at a time. */
export const Bubble = memo(({ code, message, language, fresh, marked }: Props): ReactNode => {
  const { t } = useSpeech()
  if (message.from === 'event') return <EventLine message={message} />
  const text = message.edits?.at(-1)?.text ?? message.text
  return (
    <article
      className="bubble"
      data-from={message.from}
      data-delivery={message.delivery}
      data-held={message.held}
      data-id={message.id}
      data-is-fresh={fresh || undefined}
      data-message={message.id}
      data-marked={marked || undefined}
      tabIndex={marked ? -1 : undefined}
    >
      <header>
        <Author message={message} />
        <Time at={message.at} />
        {message.edits !== undefined && message.edits.length > 0 && (
          <span className="edited">{t('edited')}</span>
        )}
        {message.deletedAt !== undefined && <Deleted at={message.deletedAt} />}
      </header>
      {message.quote !== undefined && <Quote quote={message.quote} />}
      {message.forwarded !== undefined && <Origin forwarded={message.forwarded} />}
      {message.place !== undefined && (
        <PartBoundary>
          <Suspense fallback={null}>
            <SharedPlace place={message.place} />
          </Suspense>
        </PartBoundary>
      )}
      {message.place === undefined && text !== undefined && text !== '' && (
        <p className="words" dir="auto" lang={message.from === 'person' ? undefined : language}>
          <Words text={text} />
        </p>
      )}
      {message.file !== undefined && <SentFile code={code} id={message.id} file={message.file} />}
      {message.media !== undefined && (
        <PartBoundary>
          <Suspense fallback={<div className="chip" data-state="pending" />}>
            <EvidenceChip code={code} evidence={message.evidence} media={message.media} />
          </Suspense>
        </PartBoundary>
      )}
      {message.from === 'person' && message.place === undefined && (
        <PartBoundary>
          <Suspense fallback={null}>
            <MachineWords code={code} message={message} />
          </Suspense>
        </PartBoundary>
      )}
      {message.buttons !== undefined && message.buttons.length > 0 && (
        <ul className="offered" aria-label={t('offered')}>
          {message.buttons.map((button) => (
            <li key={button} className="words" dir="auto">
              <Words text={button} />
            </li>
          ))}
        </ul>
      )}
      <Versions message={message} />
      {message.held === true && <DeliveryMark delivery="held" />}
      {message.delivery !== undefined && message.from !== 'person' && (
        <DeliveryMark delivery={message.delivery} />
      )}
    </article>
  )
})
