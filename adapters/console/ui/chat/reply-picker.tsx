import { Button, Loader, VisuallyHidden } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, useEffect, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { Reply } from '../../contract/replies.ts'
import { explain } from '../api/explain.ts'
import { repliesQuery } from '../api/replies.ts'
import { useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { isFound } from './slash.ts'

const OwnReplies = lazy(async () => ({ default: (await import('./own-replies.tsx')).OwnReplies }))

export const LIST = 'reply-list'
const idOf = (index: number): string => `${LIST}-${index}`

type Props = {
  readonly code: string
  readonly query: string
  /** What the field's keys are asked first: true where they were meant for the list. */
  readonly keys: RefObject<((event: KeyboardEvent) => boolean) | undefined>
  readonly mark: (id: string | undefined) => void
  readonly pick: (reply: Reply) => void
  readonly close: () => void
}

/**
 * Ready texts to choose from while typing goes on in the field. Keys by their place: an Arabic
 * layout changes letters, not arrows.
 */
export const ReplyPicker = ({ code, query, keys, mark, pick, close }: Props): ReactNode => {
  const t = useT()
  const { data, error } = useQuery(repliesQuery(code))
  const [at, setAt] = useState(0)
  const [editing, setEditing] = useState(false)
  const found = (data ?? []).filter(({ name, text }) => isFound(query, name, text))
  const chosen = Math.min(at, found.length - 1)

  useEffect(() => setAt(0), [query])
  useEffect(() => {
    mark(chosen < 0 ? undefined : idOf(chosen))
    document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' })
    return () => mark(undefined)
  }, [chosen, mark])
  useEffect(() => {
    keys.current = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      const reply = found[chosen]
      if (event.code === 'ArrowDown') setAt(Math.min(found.length - 1, chosen + 1))
      else if (event.code === 'ArrowUp') setAt(Math.max(0, chosen - 1))
      else if (event.code === 'Escape') close()
      else if (
        reply !== undefined &&
        (event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Tab')
      )
        pick(reply)
      else return false
      return true
    }
    return () => {
      keys.current = undefined
    }
  })

  return (
    <div className="replies">
      <VisuallyHidden role="status">
        {data === undefined ? '' : t('replies-count', { count: found.length })}
      </VisuallyHidden>
      {error !== null && data === undefined ? (
        <p className="replies-empty">{explain(t, error)}</p>
      ) : data === undefined ? (
        <Loader size="sm" role="status" aria-label={t('loading')} />
      ) : found.length === 0 ? (
        <p className="replies-empty">{t('replies-none')}</p>
      ) : (
        <ul id={LIST} role="listbox" aria-label={t('replies')}>
          {found.map((reply, index) => (
            <li
              key={`${String(reply.own)} ${reply.id}`}
              id={idOf(index)}
              role="option"
              aria-selected={index === chosen}
              // The cursor stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(reply)}
            >
              <span className="replies-name">
                <bdi>{reply.name}</bdi>
                {reply.own && <span className="soft"> · {t('replies-own')}</span>}
              </span>
              <span className="replies-text words" dir="auto" lang={reply.language}>
                {reply.text}
              </span>
            </li>
          ))}
        </ul>
      )}
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
