import { ActionIcon, Button, Group, Textarea, TextInput } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { OwnReply } from '../../contract/replies.ts'
import { keepOwnReplies, ownRepliesQuery } from '../api/replies.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { slipError, slipIn, useVariables, VariableButtons } from '../parts/variables.tsx'
import { Name } from '../language/words.tsx'
import './replies.css'

/** The contract's most, and its longest name and text. */
const MOST = 50
const LONGEST_NAME = 60
const LONGEST = 2000

const blank = (): OwnReply => ({ id: crypto.randomUUID(), name: '', texts: {} })
const isWhole = ({ name, texts }: OwnReply): boolean =>
  name.trim() !== '' &&
  LANGUAGES.some((language) => (texts[language] ?? '').trim() !== '') &&
  LANGUAGES.every((language) => slipIn(texts[language] ?? '') === undefined)
/** Languages left empty are left out. */
const withoutEmpty = (reply: OwnReply): OwnReply => ({
  ...reply,
  texts: Object.fromEntries(Object.entries(reply.texts).filter(([, text]) => (text ?? '').trim() !== '')),
})

/** An agent's own ready texts: a name, and a text in one language or more. */
export const OwnReplies = (): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const { data, error } = useQuery(ownRepliesQuery)
  const [draft, setDraft] = useState<OwnReply>()
  const all = data ?? []
  const keep = async (replies: readonly OwnReply[]): Promise<void> => {
    queries.setQueryData(ownRepliesQuery.queryKey, [...(await keepOwnReplies(replies))])
    await queries.invalidateQueries({ queryKey: ['replies'] })
  }
  const saving = useAttempt(async () => {
    if (draft === undefined) return
    const kept = withoutEmpty(draft)
    await keep(
      all.some(({ id }) => id === kept.id)
        ? all.map((each) => (each.id === kept.id ? kept : each))
        : [...all, kept],
    )
    setDraft(undefined)
  })
  const texts = useVariables(draft?.texts ?? {}, (next) => draft && setDraft({ ...draft, texts: next }))
  const [gone, setGone] = useState<unknown>()
  const remove = (id: string): void => void keep(all.filter((each) => each.id !== id)).catch(setGone)

  if (draft === undefined)
    return (
      <div className="form">
        <p className="soft">{t('replies-own-note')}</p>
        <FormFault fault={gone ?? error ?? undefined} />
        <ul className="own-replies">
          {all.map((each) => (
            <li key={each.id}>
              <Name text={each.name} />
              <span className="soft">
                {LANGUAGES.filter((language) => each.texts[language] !== undefined).join(' · ')}
              </span>
              <ActionIcon
                variant="default"
                aria-label={t('replies-change', { name: each.name })}
                onClick={() => setDraft(each)}
              >
                <IconPencil size={16} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                color="red"
                aria-label={t('replies-remove', { name: each.name })}
                onClick={() => remove(each.id)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <Group justify="flex-end">
          <Button
            leftSection={<IconPlus size={18} />}
            disabled={data === undefined || all.length >= MOST}
            onClick={() => setDraft(blank())}
          >
            {t('replies-add')}
          </Button>
        </Group>
      </div>
    )
  return (
    <form className="form" onSubmit={saving.run}>
      <TextInput
        label={t('replies-name')}
        required
        data-autofocus
        dir="auto"
        maxLength={LONGEST_NAME}
        value={draft.name}
        onChange={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
      />
      <VariableButtons insert={texts.insert} />
      {LANGUAGES.map((language) => (
        <Textarea
          key={language}
          {...texts.field(language)}
          error={slipError(t, draft.texts[language])}
          label={LANGUAGE_NAMES[language]}
          lang={language}
          dir="auto"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={LONGEST}
          classNames={{ input: 'words' }}
          value={draft.texts[language] ?? ''}
          onChange={({ currentTarget }) =>
            setDraft({ ...draft, texts: { ...draft.texts, [language]: currentTarget.value } })
          }
        />
      ))}
      <FormFault fault={saving.fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => setDraft(undefined)}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={saving.busy} disabled={!isWhole(draft)}>
          {t('replies-keep')}
        </Button>
      </Group>
    </form>
  )
}
