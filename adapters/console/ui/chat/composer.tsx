import { Button, Kbd, Textarea } from '@mantine/core'
import { IconLock, IconSend } from '@tabler/icons-react'
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import type { CaseFile, Done } from '../../contract/index.ts'
import type { Reply } from '../../contract/replies.ts'
import { useCaseCommand, type CaseCommand } from '../api/commands.ts'
import { isFault } from '../api/fault.ts'
import { isNotePress, isRepliesPress, isSendPress } from '../browser/shortcuts.ts'
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
import { SafeCheck } from './safe-check.tsx'
import { slashAt, withSlash, type Slash } from './slash.ts'
import { useWriteKey } from './write-key.tsx'
import type { Seen } from './thread-log.tsx'

const MachineDraft = lazy(async () => ({
  default: (await keepTrying(() => import('./machine-draft.tsx'))).MachineDraft,
}))
const ReplyPicker = lazy(async () => ({ default: (await import('./reply-picker.tsx')).ReplyPicker }))

/** The contract's longest message, in characters. */
const LONGEST = 4000

type Props = {
  readonly code: string
  readonly blocked: boolean
  /** How the person may be reached. */
  readonly signals: CaseFile['signals']
  /** Files that their channel takes. */
  readonly sends: CaseFile['sends']
  readonly onTyping: () => void
  /** What was on the screen. */
  readonly expected: () => Seen
  readonly onSent: (done: Done) => void
  /** More was said than what was on the screen when sending, which is handed back. */
  readonly onMoved: (seen: Seen) => void
}

/**
 * Where the holder writes. Reply and note are told apart by colour, by words and by their keys, and
 * the choice never goes back by itself: a note that goes out cannot be called back.
 */
export const Composer = ({
  code,
  blocked,
  signals,
  sends,
  onTyping,
  expected,
  onSent,
  onMoved,
}: Props): ReactNode => {
  const t = useT()
  const [kind, setKind] = useState<DraftKind>('reply')
  const [text, change] = useDraft(code, kind)
  const command = useCaseCommand(code)
  const input = useRef<HTMLTextAreaElement>(null)
  // One key per text: a repeat after a broken line is the same message, not a second one.
  const attempt = useRef({ text: '', key: '' })
  // What a machine drafted, and whether it was to be sent as it came.
  const [drafted, setDrafted] = useState<{ readonly text: string; readonly asked: boolean }>()
  const isUnchanged = kind === 'reply' && drafted !== undefined && drafted.text.trim() === text.trim()
  const [slash, setSlash] = useState<Slash>()
  const [marked, setMarked] = useState<string>()
  const attached = useAttached(code, sends)
  const recorder = useRecorder((file) => attached.add([{ file, name: t('sent-voice') }]))
  const [fileFault, setFileFault] = useState<unknown>()
  const pickerKeys = useRef<((event: KeyboardEvent) => boolean) | undefined>(undefined)
  /** The stroke was put in by opening the list, not typed. */
  const isOurs = useRef(false)
  const closePicker = useCallback(() => setSlash(undefined), [])
  useWriteKey(input)
  useEffect(() => input.current?.focus({ preventScroll: true }), [kind])

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
  const submit = (): void => {
    const words = text.trim()
    if (command.isPending || attached.busy) return
    const seen = expected()
    if (words === '') return void (kind === 'reply' && hasFiles && sendFiles(seen.version))
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
  const look = (field: HTMLTextAreaElement): void => {
    const next = slashAt(field.value, field.selectionStart)
    if (next === undefined || next.from !== slash?.from) isOurs.current = false
    setSlash(next)
  }
  /** Puts words in place of a stretch, and the cursor behind them or around what is to be put right. */
  const put = (from: number, to: number, words: string, fill?: string): void => {
    change((text.slice(0, from) + words + text.slice(to)).slice(0, LONGEST))
    const at = fill === undefined ? -1 : words.indexOf(fill)
    const [start, end] =
      at < 0 ? [from + words.length, from + words.length] : [from + at, from + at + (fill ?? '').length]
    // The field has the text only after it was drawn.
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(start, end)
    })
  }
  const pick = (reply: Reply): void => {
    if (slash !== undefined) put(slash.from, slash.to, reply.text, reply.fill)
    closePicker()
  }
  const openPicker = (): void => {
    const field = input.current
    if (field === null) return
    const next = withSlash(text, field.selectionStart)
    put(field.selectionStart, field.selectionStart, next.text.slice(field.selectionStart, next.cursor))
    setSlash({ from: next.cursor - 1, to: next.cursor, query: '' })
    isOurs.current = true
  }
  /** Nothing was chosen: a stroke that the agent never typed must not go out to the person. */
  const leavePicker = (): void => {
    if (slash !== undefined && isOurs.current) put(slash.from, slash.to, slash.query)
    closePicker()
  }
  const press = (event: KeyboardEvent): void => {
    if (slash !== undefined && pickerKeys.current?.(event) === true) return event.preventDefault()
    if (isRepliesPress(event)) {
      event.preventDefault()
      return openPicker()
    }
    if (!(kind === 'reply' ? isSendPress(event) : isNotePress(event))) return
    event.preventDefault()
    submit()
  }
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
          closePicker()
          setKind(next)
        }}
        openReplies={openPicker}
      >
        {isReply && <AttachButtons sends={sends} add={attached.add} recorder={recorder} />}
        <SafeCheck code={code} signals={signals} blocked={blocked} onAsked={onSent} />
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
              put(0, text.length, words)
            }}
          />
        </Suspense>
      )}
      <ComposerFaults fault={fault} blocked={blocked && isReply} />
      {isReply && sends !== undefined && (
        <AttachedList sends={sends} attached={attached} recorder={recorder} />
      )}
      {slash !== undefined && (
        <Suspense fallback={null}>
          <ReplyPicker
            code={code}
            query={slash.query}
            keys={pickerKeys}
            mark={setMarked}
            pick={pick}
            close={leavePicker}
          />
        </Suspense>
      )}
      <div className="composer-row">
        <Textarea
          ref={input}
          className="composer-text"
          classNames={{ input: 'words' }}
          dir="auto"
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
            look(event.currentTarget)
          }}
          onKeyDown={press}
          onPaste={(event) => take(event, event.clipboardData.files)}
          onSelect={(event) => {
            if (slash !== undefined) look(event.currentTarget)
          }}
          aria-autocomplete="list"
          aria-controls={slash === undefined ? undefined : 'reply-list'}
          aria-activedescendant={marked}
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
