import { Button, Kbd, Textarea } from '@mantine/core'
import { IconLock, IconSend } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { CaseFile, Done } from '../../contract/index.ts'
import { placeholdersIn, type Placeholder } from '../../contract/placeholders.ts'
import { useCaseCommand, type CaseCommand } from '../api/commands.ts'
import { isFault } from '../api/fault.ts'
import { isNotePress, isRepliesPress, isSendPress } from '../browser/shortcuts.ts'
import { directionOf } from '../language/bidi.ts'
import { useT } from '../language/language.tsx'
import { keepTrying } from '../parts/keep-trying.ts'
import { tell } from '../parts/notice.ts'
import { AttachButtons, AttachedList, filesIn } from './attach.tsx'
import { refusedBefore, useAttached } from './attached.ts'
import { ComposerFaults } from './composer-faults.tsx'
import { ComposerHead } from './composer-head.tsx'
import { ContactRules } from './contact-rules.tsx'
import { useDraft, type DraftKind } from './drafts.tsx'
import { useRecorder } from './recorder.ts'
import { LONGEST, usePicker } from './use-picker.ts'
import { useWriteKey } from './write-key.tsx'
import type { Seen } from './thread-log.tsx'

const MachineDraft = lazy(async () => ({
  default: (await keepTrying(() => import('./machine-draft.tsx'))).MachineDraft,
}))
const Unfilled = lazy(async () => ({
  default: (await keepTrying(() => import('./unfilled.tsx'))).Unfilled,
}))
const SafeCheck = lazy(async () => ({
  default: (await keepTrying(() => import('./safe-check.tsx'))).SafeCheck,
}))
const ReplyPicker = lazy(async () => ({ default: (await import('./reply-picker.tsx')).ReplyPicker }))
const MentionPicker = lazy(async () => ({ default: (await import('./mention-picker.tsx')).MentionPicker }))

/** Where the safety question will stand: what is around it must not move under a finger when it comes. */
const SafeCheckRoom = (): ReactNode => (
  <Button size="compact-sm" disabled leftSection={<IconLock size={16} />}>
    {useT()('safe-check')}
  </Button>
)

type Props = {
  readonly code: string
  readonly kind: DraftKind
  readonly choose: (kind: DraftKind) => void
  readonly blocked: boolean
  /** How the person may be reached. */
  readonly signals: CaseFile['signals']
  /** Files that their channel takes. */
  readonly sends: CaseFile['sends']
  readonly onTyping: () => void
  /** A list to choose from opened above the field, or is gone; the same function at every drawing. */
  readonly onPicking: (is: boolean) => void
  /** What was on the screen. */
  readonly expected: () => Seen
  readonly onSent: (done: Done) => void
  /** The bot was made to ask: unlike a reply, that says nothing of what was read before it. */
  readonly onAsked: (done: Done) => void
  /** More was said than what was on the screen when sending, which is handed back. */
  readonly onMoved: (seen: Seen) => void
}

/**
 * Where the holder writes. Reply and note are told apart by colour, by words and by their keys, and
 * the choice never goes back by itself: a note that goes out cannot be called back.
 */
export const Composer = ({
  code,
  kind,
  choose,
  blocked,
  signals,
  sends,
  onTyping,
  onPicking,
  expected,
  onSent,
  onAsked,
  onMoved,
}: Props): ReactNode => {
  const t = useT()
  const [text, change] = useDraft(code, kind)
  const command = useCaseCommand(code)
  const input = useRef<HTMLTextAreaElement>(null)
  // One key per text: a repeat after a broken line is the same message, not a second one.
  const attempt = useRef({ text: '', key: '' })
  // What a machine drafted, and whether it was to be sent as it came.
  const [drafted, setDrafted] = useState<{ readonly text: string; readonly asked: boolean }>()
  const isUnchanged = kind === 'reply' && drafted !== undefined && drafted.text.trim() === text.trim()
  const picker = usePicker({ input, text, change, signs: kind === 'note' ? ['/', '@'] : ['/'] })
  const attached = useAttached(code, sends)
  const recorder = useRecorder((file) => attached.add([{ file, name: t('sent-voice') }]))
  const [fileFault, setFileFault] = useState<unknown>()
  // What was to be sent had a gap in it.
  const [stopped, setStopped] = useState(false)
  const isPicking = picker.slash !== undefined
  useEffect(() => {
    onPicking(isPicking)
    return () => onPicking(false)
  }, [isPicking, onPicking])
  useWriteKey(input)
  useEffect(() => {
    // Whoever was led to a note stays there.
    const isAtNote = document.activeElement?.matches('[data-note]') === true
    if (!isAtNote) input.current?.focus({ preventScroll: true })
  }, [kind])

  const hasFiles =
    sends !== undefined && attached.files.some((file) => refusedBefore(file, sends) === undefined)
  const keyFor = (words: string): string => {
    if (attempt.current.text !== `${kind} ${words}`)
      attempt.current = { text: `${kind} ${words}`, key: crypto.randomUUID() }
    return attempt.current.key
  }
  const sendFiles = async (version: number): Promise<void> => {
    setFileFault(undefined)
    const seen = expected()
    const fault = await attached.send(version, onSent)
    setFileFault(fault)
    if (isFault(fault, 'moved')) onMoved(seen)
  }
  const select = ({ from, to }: Placeholder): void => {
    input.current?.focus()
    input.current?.setSelectionRange(from, to)
  }
  const submit = (): void => {
    const words = text.trim()
    if (command.isPending || attached.busy) return
    const seen = expected()
    if (words === '') return void (kind === 'reply' && hasFiles && sendFiles(seen.version))
    const [gap] = kind === 'reply' ? placeholdersIn(text) : []
    setStopped(gap !== undefined)
    if (gap !== undefined) return select(gap)
    if (isUnchanged && !drafted.asked) return setDrafted({ ...drafted, asked: true })
    const key = keyFor(words)
    const request: CaseCommand =
      kind === 'reply'
        ? {
            type: 'messages',
            text: words,
            expectedVersion: seen.version,
            key,
            ...(drafted === undefined ? {} : { helped: true as const }),
          }
        : { type: 'notes', text: words, key }
    command.mutate(request, {
      onSuccess: (done) => {
        attempt.current = { text: '', key: '' }
        change('')
        picker.close()
        if (kind === 'note') tell(t, 'note-kept')
        else {
          setDrafted(undefined)
          onSent(done)
          if (hasFiles) void sendFiles(done.version)
        }
        input.current?.focus()
      },
      onError: (fault) => {
        if (!isFault(fault, 'moved')) return
        attempt.current = { text: '', key: '' }
        onMoved(seen)
      },
    })
  }
  const press = (event: KeyboardEvent): void => {
    if (picker.takes(event)) return
    if (isRepliesPress(event)) {
      event.preventDefault()
      return picker.open()
    }
    if (!(kind === 'reply' ? isSendPress(event) : isNotePress(event))) return
    event.preventDefault()
    submit()
  }
  const hasGaps = kind === 'reply' && placeholdersIn(text).length > 0
  const fault = command.error ?? fileFault
  const isReply = kind === 'reply'
  const takesFiles = isReply && sends !== undefined
  const take = (event: { readonly preventDefault: () => void }, files: FileList): void => {
    if (!takesFiles || files.length === 0) return
    event.preventDefault()
    attached.add(filesIn(files))
  }
  return (
    <form
      className="composer"
      data-kind={kind}
      aria-label={t(`compose-${kind}`)}
      onDragOver={(event) =>
        takesFiles && event.dataTransfer.types.includes('Files') && event.preventDefault()
      }
      onDrop={(event) => take(event, event.dataTransfer.files)}
      onSubmit={(event) => {
        event.preventDefault()
        // A form in a dialog that was opened from here is none of ours, though its events come by.
        if (event.target === event.currentTarget) submit()
      }}
    >
      <ComposerHead
        kind={kind}
        choose={(next) => {
          command.reset()
          picker.close()
          choose(next)
        }}
        openReplies={picker.open}
      >
        {isReply && <AttachButtons sends={sends} add={attached.add} recorder={recorder} />}
        {isReply && (
          <Suspense fallback={<SafeCheckRoom />}>
            <SafeCheck code={code} signals={signals} blocked={blocked} onAsked={onAsked} />
          </Suspense>
        )}
      </ComposerHead>
      {isReply && <ContactRules signals={signals} />}
      {isReply && (
        <Suspense fallback={null}>
          <MachineDraft
            code={code}
            isEmpty={text.trim() === ''}
            isUnchanged={isUnchanged}
            isAsked={drafted?.asked === true}
            fill={(words) => {
              setDrafted({ text: words, asked: false })
              picker.put(0, text.length, words)
            }}
          />
        </Suspense>
      )}
      <ComposerFaults fault={fault} blocked={blocked && isReply} />
      {isReply && sends !== undefined && (
        <AttachedList sends={sends} attached={attached} recorder={recorder} />
      )}
      {picker.slash !== undefined && (
        <Suspense fallback={null}>
          {picker.slash.sign === '@' ? (
            <MentionPicker code={code} {...picker.list} pick={picker.pick} />
          ) : (
            <ReplyPicker code={code} {...picker.list} pick={picker.pick} />
          )}
        </Suspense>
      )}
      {hasGaps && (
        <Suspense fallback={null}>
          <Unfilled text={text} stopped={stopped} go={select} />
        </Suspense>
      )}
      <div className="composer-row">
        <Textarea
          ref={input}
          className="composer-text"
          classNames={{ input: 'words' }}
          dir={directionOf(text)}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={LONGEST}
          value={text}
          readOnly={command.isPending}
          aria-label={t(`compose-${kind}`)}
          placeholder={t(`compose-${kind}`)}
          onChange={(event) => {
            change(event.currentTarget.value)
            if (event.currentTarget.value.trim() === '') setDrafted(undefined)
            onTyping()
            picker.look(event.currentTarget)
          }}
          onKeyDown={press}
          onPaste={(event) => take(event, event.clipboardData.files)}
          onSelect={(event) => {
            if (picker.slash !== undefined) picker.look(event.currentTarget)
          }}
          {...picker.aria}
        />
        <Button
          type="submit"
          color={isReply ? 'teal' : 'yellow'}
          loading={command.isPending || attached.busy}
          disabled={text.trim() === '' && !(isReply && hasFiles)}
          leftSection={isReply ? <IconSend size={18} className="flip" /> : <IconLock size={18} />}
        >
          {t(`compose-${kind}-do`)}
        </Button>
      </div>
      <p className="composer-foot">
        <span dir="ltr">
          <Kbd size="xs">{isReply ? 'Ctrl' : 'Alt'}</Kbd> <Kbd size="xs">Enter</Kbd>
        </span>
        {text.length > LONGEST - 500 && <span>{t('compose-left', { count: LONGEST - text.length })}</span>}
      </p>
    </form>
  )
}
