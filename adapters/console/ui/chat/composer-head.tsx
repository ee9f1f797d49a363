import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { IconBolt, IconLock, IconMessage2Bolt, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '../language/language.tsx'
import { offeredAction } from '../palette/actions.ts'
import type { DraftKind } from './drafts.tsx'

/** What is written, a reply or a note, in words and a sign; and the tools for writing it. */
export const ComposerHead = ({
  kind,
  choose,
  openReplies,
  children,
}: {
  readonly kind: DraftKind
  readonly choose: (kind: DraftKind) => void
  readonly openReplies: () => void
  readonly children: ReactNode
}): ReactNode => {
  const t = useT()
  return (
    <div className="composer-head">
      <SegmentedControl
        size="xs"
        aria-label={t('compose-kind')}
        value={kind}
        onChange={choose}
        data={[
          { value: 'reply', label: t('compose-reply') },
          { value: 'note', label: t('compose-note') },
        ]}
      />
      <Tooltip label={t('replies-open')}>
        <ActionIcon variant="default" size="md" aria-label={t('replies-open')} onClick={openReplies}>
          <IconMessage2Bolt size={17} />
        </ActionIcon>
      </Tooltip>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={t('macros')}
        title={t('macros')}
        onClick={offeredAction('macros')}
      >
        <IconBolt size={17} />
      </ActionIcon>
      {children}
      <span className="composer-hint">
        {kind === 'reply' ? (
          <IconSend size={15} aria-hidden className="flip" />
        ) : (
          <IconLock size={15} aria-hidden />
        )}
        {t(`compose-${kind}-hint`)}
      </span>
    </div>
  )
}
