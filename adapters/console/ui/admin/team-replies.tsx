import { ActionIcon, Button, Switch } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { KeptReply, TeamReplies, TeamReply } from '../../contract/replies.ts'
import { isFault } from '../api/fault.ts'
import { keepTeamReplies, keptOf, teamRepliesQuery } from '../api/team-replies.ts'
import { directionOf, LANGUAGE_NAMES, LANGUAGES } from '../language/bundles.ts'
import { MoreTexts, useSpeech, useT } from '../language/language.tsx'
import { FormFault } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Sheet } from './sheet.tsx'
import { TeamReplyForm } from './team-reply-form.tsx'
import './team-replies.css'

/** The contract's most. */
const MOST = 100

const blank = (): TeamReply => ({
  id: crypto.randomUUID(),
  names: {},
  texts: {},
  built: false,
  changed: false,
  off: false,
})

type RowProps = {
  readonly reply: TeamReply
  readonly name: string
  readonly edit: () => void
  readonly flip: () => void
  /** Absent at the end of the list. */
  readonly up: (() => void) | undefined
  readonly down: (() => void) | undefined
  readonly busy: boolean
}

const Row = ({
  reply: { built, changed, off, texts },
  name,
  edit,
  flip,
  up,
  down,
  busy,
}: RowProps): ReactNode => {
  const t = useT()
  return (
    <li className="team-reply" data-off={off}>
      <div className="team-reply-head">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        {changed && <span className="tag">{t('team-replies-changed')}</span>}
        {!built && <span className="tag">{t('team-replies-ours')}</span>}
        <span className="team-reply-tools">
          <Switch
            label={t('team-replies-offered')}
            aria-label={t('team-replies-offered-name', { name })}
            checked={!off}
            disabled={busy}
            onChange={flip}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('team-replies-up', { name })}
            disabled={busy || up === undefined}
            onClick={up}
          >
            <IconArrowUp size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('team-replies-down', { name })}
            disabled={busy || down === undefined}
            onClick={down}
          >
            <IconArrowDown size={18} />
          </ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={t('replies-change', { name })} onClick={edit}>
            <IconPencil size={18} />
          </ActionIcon>
        </span>
      </div>
      <div className="bot-text-says">
        {LANGUAGES.map((language) => (
          <div key={language} lang={language} dir={directionOf(language)}>
            <p className="soft bot-text-language">{LANGUAGE_NAMES[language]}</p>
            {texts[language] ?? (
              <span className="soft" lang={document.documentElement.lang}>
                {t('team-replies-none')}
              </span>
            )}
          </div>
        ))}
      </div>
    </li>
  )
}

const List = ({ replies, changed }: TeamReplies): ReactNode => {
  const { t, language, clock } = useSpeech()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<TeamReply>()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const nameOf = ({ names, id }: TeamReply): string =>
    names[language] ?? LANGUAGES.map((each) => names[each]).find((name) => name !== undefined) ?? id

  /** Changes the list as it is now, not as it was when a dialog was opened. Throws ApiFault. */
  const change = async (next: (kept: readonly KeptReply[]) => readonly KeptReply[]): Promise<void> => {
    const now = queries.getQueryData(teamRepliesQuery.queryKey)
    if (now === undefined) return
    try {
      queries.setQueryData(
        teamRepliesQuery.queryKey,
        await keepTeamReplies({ version: now.version, replies: [...next(now.replies.map(keptOf))] }),
      )
      await queries.invalidateQueries({ queryKey: ['replies'] })
    } catch (error) {
      if (isFault(error, 'outdated')) await queries.invalidateQueries({ queryKey: teamRepliesQuery.queryKey })
      throw error
    }
  }
  const at = async (next: (kept: readonly KeptReply[]) => readonly KeptReply[]): Promise<void> => {
    setBusy(true)
    setFault(undefined)
    await change(next).catch(setFault)
    setBusy(false)
  }
  const swap = (one: TeamReply, other: TeamReply | undefined): (() => void) | undefined => {
    if (other === undefined) return undefined
    return () =>
      void at((kept) => {
        const [from, to] = [kept.find(({ id }) => id === one.id), kept.find(({ id }) => id === other.id)]
        return kept.map((each) =>
          each.id === one.id ? (to ?? each) : each.id === other.id ? (from ?? each) : each,
        )
      })
  }
  return (
    <>
      <div className="team-replies-head">
        <p className="soft" role="status">
          {isFault(fault, 'outdated')
            ? t('team-replies-outdated')
            : t('admin-text-count', { count: replies.length })}
          {changed !== undefined && (
            <>
              {' · '}
              {t('team-replies-last', { name: changed.by.name, time: clock.whole(new Date(changed.at)) })}
            </>
          )}
        </p>
        <Button
          leftSection={<IconPlus size={18} />}
          disabled={replies.length >= MOST}
          onClick={() => setDraft(blank())}
        >
          {t('replies-add')}
        </Button>
      </div>
      {fault !== undefined && !isFault(fault, 'outdated') && <FormFault fault={fault} />}
      <ul className="team-replies">
        {replies.map((reply, place) => (
          <Row
            key={reply.id}
            reply={reply}
            name={nameOf(reply)}
            edit={() => setDraft(reply)}
            flip={() =>
              void at((kept) =>
                kept.map((each) => (each.id === reply.id ? { ...each, off: !reply.off } : each)),
              )
            }
            up={swap(reply, replies[place - 1])}
            down={swap(reply, replies[place + 1])}
            busy={busy}
          />
        ))}
      </ul>
      <Dialog
        opened={draft !== undefined}
        close={() => setDraft(undefined)}
        title={draft === undefined ? '' : nameOf({ ...draft, id: t('replies-add') })}
        size="70rem"
      >
        {draft !== undefined && (
          <TeamReplyForm reply={draft} change={change} close={() => setDraft(undefined)} />
        )}
      </Dialog>
    </>
  )
}

const Page = (): ReactNode => {
  const t = useT()
  return (
    <Sheet title={t('team-replies-title')} note={t('team-replies-note')} query={teamRepliesQuery} wide>
      {(list) => <List {...list} />}
    </Sheet>
  )
}

/** The ready texts that every agent is offered, in the three languages beside each other. */
export const TeamRepliesPage = (): ReactNode => (
  <MoreTexts of="replies">
    <Page />
  </MoreTexts>
)
