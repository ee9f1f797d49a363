import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, useState, type ReactNode } from 'react'
import { isVariable, placeholdersIn } from '../../contract/placeholders.ts'
import { repliesQuery } from '../api/replies.ts'
import { LANGUAGE_NAMES, type Translate } from '../language/bundles.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useAtHand } from './at-hand.ts'
import { PickList } from './pick-list.tsx'
import { isFound } from './slash.ts'
import type { PickerProps } from './use-picker.ts'
import { Name } from '../language/words.tsx'

const OwnReplies = lazy(async () => ({ default: (await import('./own-replies.tsx')).OwnReplies }))

/** What nothing is known of, by its name in the agent's language: whoever is to fill it in reads it. */
const named = (t: Translate, text: string): string =>
  placeholdersIn(text).reduceRight(
    (whole, { from, to, name }) =>
      isVariable(name) ? `${whole.slice(0, from)}{${t(`variable-${name}`)}}${whole.slice(to)}` : whole,
    text,
  )

type Props = PickerProps & {
  /** `fill`: the part that the cursor is put around. */
  readonly pick: (text: string, fill?: string) => void
}

const Picker = ({ code, pick, ...list }: Props): ReactNode => {
  const t = useT()
  const { data, error } = useQuery(repliesQuery(code))
  const [editing, setEditing] = useState(false)
  const part = useAtHand(data)
  const found = data
    ?.map((reply) => ({ ...reply, text: reply.text === undefined ? undefined : named(t, reply.text) }))
    .filter(({ name, text }) => isFound(list.query, name, text ?? ''))
  return (
    <div ref={part} className="replies">
      <PickList
        {...list}
        found={found}
        error={error}
        label={t('replies')}
        count={(count) => t('replies-count', { count })}
        none={t('replies-none')}
        keyOf={({ own, id }) => `${String(own)} ${id}`}
        isOff={({ text }) => text === undefined}
        pick={({ text = '', fill }) => {
          const [gap] = placeholdersIn(text)
          pick(text, gap === undefined ? fill : text.slice(gap.from, gap.to))
        }}
        line={(reply) => (
          <>
            <span className="replies-name">
              <Name text={reply.name} />
              {reply.own && <span className="soft"> · {t('replies-own')}</span>}
            </span>
            {reply.text === undefined ? (
              <span className="replies-text">
                {t('replies-not-said', { language: LANGUAGE_NAMES[reply.language] })}
              </span>
            ) : (
              <span className="replies-text words" dir="auto" lang={reply.language}>
                {reply.text}
              </span>
            )}
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

/** Ready texts to choose from while typing goes on in the field. */
export const ReplyPicker = (props: Props): ReactNode => (
  <MoreTexts of="replies">
    <Picker {...props} />
  </MoreTexts>
)
