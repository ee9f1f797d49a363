import { Fragment, memo, type ReactNode } from 'react'
import type { Message } from '../../contract/messages.ts'
import type { Language } from '../language/bundles.ts'
import { useSpeech } from '../language/language.tsx'
import { Bubble } from './bubble.tsx'

type Props = {
  readonly code: string
  readonly language: Language
  readonly before: string
  readonly messages: readonly Message[]
  /**
   * Place of the first message that the agent did not see: below nought where it stands in an
   * earlier stretch.
   */
  readonly fresh: number
  /** The message that somebody came here for, where it is one of these. */
  readonly marked: string | undefined
}

const dayOf = (at: string): string => new Date(at).toDateString()

const isSame = (a: Props, b: Props): boolean =>
  a.code === b.code &&
  a.language === b.language &&
  a.before === b.before &&
  a.fresh === b.fresh &&
  a.marked === b.marked &&
  a.messages.length === b.messages.length &&
  a.messages.every((message, index) => message === b.messages[index])

/** A part of the conversation that the browser may leave undrawn while it is far from what is looked at. */
export const StretchLines = memo(({ code, language, before, messages, fresh, marked }: Props): ReactNode => {
  const { t, clock } = useSpeech()
  return (
    <div className="log-stretch">
      {messages.map((message, index) => (
        <Fragment key={message.id}>
          {dayOf(message.at) !== dayOf(messages[index - 1]?.at ?? before) && (
            <p className="log-day">{clock.day(new Date(message.at))}</p>
          )}
          {index === fresh && (
            <p className="log-fresh" data-fresh>
              {t('log-fresh')}
            </p>
          )}
          <Bubble
            code={code}
            message={message}
            language={language}
            fresh={index >= fresh}
            marked={message.id === marked}
          />
        </Fragment>
      ))}
    </div>
  )
}, isSame)
