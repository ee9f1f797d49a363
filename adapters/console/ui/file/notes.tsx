import { Button, Textarea } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { isNotePress } from '../browser/shortcuts.ts'
import { useDraft } from '../chat/drafts.tsx'
import { LONGEST, usePicker } from '../chat/use-picker.ts'
import { Ago } from '../language/ago.tsx'
import { directionOf } from '../language/bidi.ts'
import { useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { useSeen } from '../wanted/use-seen.ts'
import { noteIn } from './arrive.ts'

const MentionPicker = lazy(async () => ({
  default: (await import('../chat/mention-picker.tsx')).MentionPicker,
}))

const NewNote = ({ code }: { readonly code: string }): ReactNode => {
  const t = useT()
  const [text, change] = useDraft(code, 'note')
  const command = useCaseCommand(code)
  const input = useRef<HTMLTextAreaElement>(null)
  const picker = usePicker({ input, text, change, signs: ['@'] })
  const attempt = useRef({ text: '', key: '' })
  const { run, busy, fault } = useAttempt(async () => {
    const words = text.trim()
    if (words === '') return
    if (attempt.current.text !== words) attempt.current = { text: words, key: crypto.randomUUID() }
    await command.mutateAsync({ type: 'notes', text: words, key: attempt.current.key })
    attempt.current = { text: '', key: '' }
    change('')
    picker.close()
  })
  return (
    <form className="form note-form" onSubmit={run}>
      {picker.slash !== undefined && (
        <Suspense fallback={null}>
          <MentionPicker code={code} {...picker.list} pick={picker.pick} />
        </Suspense>
      )}
      <Textarea
        ref={input}
        label={t('note-new')}
        description={t('compose-note-hint')}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={LONGEST}
        dir={directionOf(text)}
        classNames={{ input: 'words' }}
        value={text}
        onChange={(event) => {
          change(event.currentTarget.value)
          picker.look(event.currentTarget)
        }}
        onSelect={(event) => {
          if (picker.slash !== undefined) picker.look(event.currentTarget)
        }}
        onKeyDown={(event) => {
          if (!picker.takes(event) && isNotePress(event)) run(event)
        }}
        {...picker.aria}
      />
      <FormFault fault={fault} />
      <Button
        type="submit"
        size="xs"
        color="yellow"
        loading={busy}
        disabled={text.trim() === ''}
        leftSection={<IconLock size={16} />}
      >
        {t('compose-note-do')}
      </Button>
    </form>
  )
}

/** What the team wrote for itself. The draft is the same as under the conversation. */
export const Notes = ({ file }: { readonly file: CaseFile }): ReactNode => {
  const t = useT()
  const list = useRef<HTMLOListElement>(null)
  const { hash, state } = useLocation()
  const asked = noteIn(hash)
  const isThere = file.notes.some(({ id }) => id === asked)
  useSeen(file.code, file.notes)
  useEffect(() => {
    if (asked === undefined || !isThere) return
    const line = list.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(asked)}"]`)
    line?.scrollIntoView({ block: 'center' })
    line?.focus({ preventScroll: true })
  }, [asked, isThere, state])
  return (
    <>
      {file.status !== 'erased' && <NewNote code={file.code} />}
      {file.notes.length === 0 ? (
        <p className="soft">{t('notes-none')}</p>
      ) : (
        <ol ref={list} className="notes">
          {file.notes.toReversed().map((note) => (
            <li key={note.id} data-note={note.id} data-marked={note.id === asked || undefined} tabIndex={-1}>
              <p className="words" dir="auto">
                <Words text={note.text} />
              </p>
              <p className="soft">
                <Name text={note.author} /> · <Ago at={note.at} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
