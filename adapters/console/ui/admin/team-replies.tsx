import { ActionIcon, Switch, VisuallyHidden } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { TeamReplies, TeamReply } from '../../contract/replies.ts'
import { keepTeamReplies, keptOf, teamRepliesQuery } from '../api/team-replies.ts'
import { directionOf, LANGUAGE_NAMES, LANGUAGES } from '../language/bundles.ts'
import { MoreTexts, useSpeech, useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { movedIn, useMoving } from '../parts/moving.tsx'
import { Sheet } from './sheet.tsx'
import { TeamListHead, useTeamList } from './team-list.tsx'
import { TeamReplyForm } from './team-reply-form.tsx'
import { Name } from '../language/words.tsx'
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
  readonly moving: ReturnType<typeof useMoving>
  readonly busy: boolean
}

const Row = ({
  reply: { id, built, changed, off, texts },
  name,
  edit,
  flip,
  moving,
  busy,
}: RowProps): ReactNode => {
  const t = useT()
  return (
    <li className="team-reply" data-off={off} {...moving.line(id)}>
      <div className="team-reply-head">
        <h2>
          <Name text={name} />
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
          {moving.keys(id)}
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
  const { t, language } = useSpeech()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<TeamReply>()
  const nameOf = ({ names, id }: TeamReply): string =>
    names[language] ?? LANGUAGES.map((each) => names[each]).find((name) => name !== undefined) ?? id

  const { change, changeHere, busy, fault } = useTeamList(
    teamRepliesQuery.queryKey,
    (list: TeamReplies) => list.replies.map(keptOf),
    async (version, lines) => {
      const kept = await keepTeamReplies({ version, replies: lines })
      await queries.invalidateQueries({ queryKey: ['replies'] })
      return kept
    },
  )
  const named = replies.map((reply) => ({ id: reply.id, name: nameOf(reply) }))
  const moving = useMoving(named, 'team-replies', (id, way) => changeHere((kept) => movedIn(kept, id, way)))
  return (
    <>
      <TeamListHead
        says={t('admin-text-count', { count: replies.length })}
        outdated={t('team-replies-outdated')}
        changed={changed}
        fault={fault}
        add={{ label: t('replies-add'), isFull: replies.length >= MOST, go: () => setDraft(blank()) }}
      />
      <VisuallyHidden role="status">{moving.said}</VisuallyHidden>
      <ul className="team-replies">
        {replies.map((reply) => (
          <Row
            key={reply.id}
            reply={reply}
            name={nameOf(reply)}
            edit={() => setDraft(reply)}
            flip={() =>
              void changeHere((kept) =>
                kept.map((each) => (each.id === reply.id ? { ...each, off: !reply.off } : each)),
              )
            }
            moving={moving}
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
