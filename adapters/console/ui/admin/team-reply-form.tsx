import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import type { KeptReply, TeamReply } from '../../contract/replies.ts'
import { isFault } from '../api/fault.ts'
import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '../language/bundles.ts'
import { useSpeech } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'

/** The contract's longest name and text. */
const LONGEST_NAME = 60
const LONGEST = 2000
const VARIABLES = ['code', 'agent', 'hours'] as const

type InSome = TeamReply['texts']

const whole = (texts: InSome): InSome =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => (text ?? '').trim() !== ''))
const isSome = (texts: InSome): boolean => Object.keys(whole(texts)).length > 0
/** The first `{...}` that nothing would be filled into. */
const slipIn = (text: string): string | undefined =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .find((name) => !VARIABLES.some((each) => each === name))

type Props = {
  readonly reply: TeamReply
  readonly change: (next: (kept: readonly KeptReply[]) => readonly KeptReply[]) => Promise<void>
  readonly close: () => void
}

/** One ready text in the three languages. What is written stays in the form when it could not be kept. */
export const TeamReplyForm = ({ reply, change, close }: Props): ReactNode => {
  const { t, language: own } = useSpeech()
  const [names, setNames] = useState(reply.names)
  const [texts, setTexts] = useState(reply.texts)
  const fields = useRef(new Map<Language, HTMLTextAreaElement>())
  const last = useRef<Language>(own)
  const { run, busy, fault } = useAttempt(async () => {
    const made: KeptReply = {
      id: reply.id,
      off: reply.off,
      words: { names: whole(names), texts: whole(texts) },
    }
    await change((kept) => {
      const old = kept.find(({ id }) => id === made.id)
      return old === undefined
        ? [...kept, made]
        : kept.map((each) => (each === old ? { ...made, off: old.off } : each))
    })
    tell(t, 'team-replies-kept')
    close()
  })
  /** What came with the program is put back to it; what did not, goes. */
  const away = useAttempt(async () => {
    await change((kept) =>
      reply.built
        ? kept.map((each) => (each.id === reply.id ? { id: each.id, off: each.off } : each))
        : kept.filter(({ id }) => id !== reply.id),
    )
    close()
  })
  const insert = (variable: string): void => {
    const field = fields.current.get(last.current)
    if (field === undefined) return
    const [from, to] = [field.selectionStart, field.selectionEnd]
    const text = texts[last.current] ?? ''
    const put = `{${variable}}`
    setTexts({ ...texts, [last.current]: text.slice(0, from) + put + text.slice(to) })
    // The field has the text only after it was drawn.
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(from + put.length, from + put.length)
    })
  }
  const slips = LANGUAGES.map((language) => slipIn(texts[language] ?? ''))
  const trouble = fault ?? away.fault
  return (
    <form className="form" onSubmit={run}>
      <p className="soft">{t('team-replies-languages')}</p>
      <div className="team-reply-variables" role="group" aria-label={t('replies-variables')}>
        <span className="soft">{t('replies-variables')}</span>
        {VARIABLES.map((variable) => (
          <Button key={variable} size="compact-sm" variant="default" onClick={() => insert(variable)}>
            {t(`team-replies-${variable}`)}
          </Button>
        ))}
      </div>
      {LANGUAGES.map((language, place) => (
        <fieldset key={language} className="team-reply-language">
          <legend lang={language}>{LANGUAGE_NAMES[language]}</legend>
          <TextInput
            label={t('replies-name')}
            aria-label={`${t('replies-name')} · ${LANGUAGE_NAMES[language]}`}
            lang={language}
            dir={directionOf(language)}
            maxLength={LONGEST_NAME}
            value={names[language] ?? ''}
            onChange={({ currentTarget }) => setNames({ ...names, [language]: currentTarget.value })}
          />
          <Textarea
            ref={(field) => {
              if (field === null) fields.current.delete(language)
              else fields.current.set(language, field)
            }}
            label={t('team-replies-text')}
            aria-label={`${t('team-replies-text')} · ${LANGUAGE_NAMES[language]}`}
            lang={language}
            dir={directionOf(language)}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={LONGEST}
            classNames={{ input: 'words' }}
            value={texts[language] ?? ''}
            error={
              slips[place] === undefined ? undefined : t('team-replies-slip', { name: `{${slips[place]}}` })
            }
            onFocus={() => {
              last.current = language
            }}
            onChange={({ currentTarget }) => setTexts({ ...texts, [language]: currentTarget.value })}
          />
        </fieldset>
      ))}
      {isFault(trouble, 'outdated') ? (
        <p className="sheet-alert" role="alert">
          {t('team-replies-outdated')}
        </p>
      ) : (
        <FormFault fault={trouble} />
      )}
      <Group justify="space-between">
        {reply.changed || (!reply.built && reply.off) ? (
          <Button variant="default" color="red" loading={away.busy} onClick={() => away.run()}>
            {t(reply.built ? 'team-replies-reset' : 'team-replies-remove')}
          </Button>
        ) : (
          <span />
        )}
        <Group ms="auto">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            loading={busy}
            disabled={!isSome(names) || !isSome(texts) || slips.some((slip) => slip !== undefined)}
          >
            {t('replies-keep')}
          </Button>
        </Group>
      </Group>
    </form>
  )
}
