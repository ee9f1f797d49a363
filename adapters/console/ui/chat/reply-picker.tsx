import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, useState, type ReactNode } from 'react'
import type { Reply } from '../../contract/replies.ts'
import { repliesQuery } from '../api/replies.ts'
import { useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { PickList } from './pick-list.tsx'
import { isFound } from './slash.ts'
import type { PickerProps } from './use-picker.ts'

const OwnReplies = lazy(async () => ({ default: (await import('./own-replies.tsx')).OwnReplies }))

/** Ready texts to choose from while typing goes on in the field. */
export const ReplyPicker = ({
  code,
  pick,
  ...list
}: PickerProps & { readonly pick: (reply: Reply) => void }): ReactNode => {
  const t = useT()
  const { data, error } = useQuery(repliesQuery(code))
  const [editing, setEditing] = useState(false)
  return (
    <div className="replies">
      <PickList
        {...list}
        found={data?.filter(({ name, text }) => isFound(list.query, name, text))}
        error={error}
        label={t('replies')}
        count={(count) => t('replies-count', { count })}
        none={t('replies-none')}
        keyOf={({ own, id }) => `${String(own)} ${id}`}
        pick={pick}
        line={(reply) => (
          <>
            <span className="replies-name">
              <bdi>{reply.name}</bdi>
              {reply.own && <span className="soft"> · {t('replies-own')}</span>}
            </span>
            <span className="replies-text words" dir="auto" lang={reply.language}>
              {reply.text}
            </span>
          </>
        )}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPencil size={15} />}
        onClick={() => setEditing(true)}
      >
        {t('replies-edit')}
      </Button>
      <Dialog opened={editing} close={() => setEditing(false)} title={t('replies-edit')} size="lg">
        <OwnReplies />
      </Dialog>
    </div>
  )
}
