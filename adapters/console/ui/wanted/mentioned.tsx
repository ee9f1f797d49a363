import { Button } from '@mantine/core'
import { IconAt } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { jumpTo } from '../chat/jump.ts'
import { Ago } from '../language/ago.tsx'
import { MoreTexts, useT } from '../language/language.tsx'
import { hashOf } from './place.ts'
import { useMentions, useSeen } from './use-seen.ts'
import '../styles/work.css'

type Props = {
  readonly code: string
  /** Changes with the lines of the conversation. */
  readonly drawn: unknown
}

const Lines = ({ code, drawn }: Props): ReactNode => {
  const t = useT()
  const mentions = useMentions(code)
  // Whoever comes by a line of what waits is led to its note; also by the next one, at the same case.
  const { hash, state } = useLocation()
  const asked = mentions.find(({ note }) => hashOf(note) === hash)?.note
  useEffect(() => {
    if (asked !== undefined) jumpTo(code, asked)
  }, [code, asked, state])
  useSeen(code, mentions, drawn)
  return mentions.map(({ note, by, at }) => (
    <div key={note} className="above" data-kind="call">
      <IconAt size={18} aria-hidden />
      <p>
        <strong>{t('wanted-mention', { name: by ?? t('somebody') })}</strong> ·{' '}
        <Ago at={at} className="soft" />
      </p>
      <Button size="compact-sm" variant="default" onClick={() => jumpTo(code, note)}>
        {t('mention-go')}
      </Button>
    </div>
  ))
}

/** Above the conversation: notes that name the agent, until they have seen them. */
export const Mentioned = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Lines {...props} />
  </MoreTexts>
)

/** The same for a list of notes without the conversation. */
export const SeenNotes = ({ code, drawn }: Props): ReactNode => {
  useSeen(code, useMentions(code), drawn)
  return null
}
