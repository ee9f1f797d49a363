import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { KeptReply, TeamReply } from '../../contract/replies.ts'
import { isFault } from '../api/fault.ts'
import { directionOf, LANGUAGE_NAMES, LANGUAGES } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'
import { slipError, slipIn, useVariables, VariableButtons } from '../parts/variables.tsx'

/** The contract's longest name and text. */
const LONGEST_NAME = 60
const LONGEST = 2000

type InSome = TeamReply['texts']

const whole = (texts: InSome): InSome =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => (text ?? '').trim() !== ''))
const isSome = (texts: InSome): boolean => Object.keys(whole(texts)).length > 0
type Props = {
  readonly reply: TeamReply
  readonly change: (next: (kept: readonly KeptReply[]) => readonly KeptReply[]) => Promise<void>
  readonly close: () => void
}

/** One ready text in the three languages. What is written stays in the form when it could not be kept. */
export const TeamReplyForm = ({ reply, change, close }: Props): ReactNode => {
  const t = useT()
  const [names, setNames] = useState(reply.names)
  const [texts, setTexts] = useState(reply.texts)
  const { field, insert } = useVariables(texts, setTexts)
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
  const slips = LANGUAGES.map((language) => slipIn(texts[language] ?? ''))
  const trouble = fault ?? away.fault
  return (
    <form className="form" onSubmit={run}>
      <p className="soft">{t('team-replies-languages')}</p>
      <VariableButtons insert={insert} />
      <div className="team-reply-languages">
        {LANGUAGES.map((language) => (
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
              {...field(language)}
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
              error={slipError(t, texts[language])}
              onChange={({ currentTarget }) => setTexts({ ...texts, [language]: currentTarget.value })}
            />
          </fieldset>
        ))}
      </div>
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
