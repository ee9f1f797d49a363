import { ActionIcon, Alert, Button, Kbd, SegmentedControl, Textarea, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconMessage2Bolt, IconSend, IconSend2 } from '@tabler/icons-react'
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
import { explain } from '../api/explain.ts'
import { isFault } from '../api/fault.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { isNotePress, isRepliesPress, isSendPress, useShortcuts } from '../browser/shortcuts.ts'
import { useT } from '../language/language.tsx'
import { keepTrying } from '../parts/keep-trying.ts'
import { tell } from '../parts/notice.ts'
import { ContactRules } from './contact-rules.tsx'
import { useDraft, type DraftKind } from './drafts.tsx'
import { SafeCheck } from './safe-check.tsx'
import { slashAt, withSlash, type Slash } from './slash.ts'
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
  const { letterKeys } = usePreferences()
  // One key per text: a repeat after a broken line is the same message, not a second one.
  const attempt = useRef({ text: '', key: '' })
  // What a machine drafted, and whether it was to be sent as it came.
  const [drafted, setDrafted] = useState<{ readonly text: string; readonly asked: boolean }>()
  const isUnchanged = kind === 'reply' && drafted !== undefined && drafted.text.trim() === text.trim()
  const [slash, setSlash] = useState<Slash>()
  const [marked, setMarked] = useState<string>()
  const pickerKeys = useRef<((event: KeyboardEvent) => boolean) | undefined>(undefined)
  /** The stroke was put in by opening the list, not typed. */
  const isOurs = useRef(false)
  const closePicker = useCallback(() => setSlash(undefined), [])
  useShortcuts(letterKeys, { KeyR: () => input.current?.focus() })
  useEffect(() => input.current?.focus({ preventScroll: true }), [kind])

  const keyFor = (words: string): string => {
    if (attempt.current.text !== `${kind} ${words}`)
      attempt.current = { text: `${kind} ${words}`, key: crypto.randomUUID() }
    return attempt.current.key
  }
  const submit = (): void => {
    const words = text.trim()
    if (words === '' || command.isPending) return
    if (isUnchanged && !drafted.asked) return setDrafted({ ...drafted, asked: true })
    const key = keyFor(words)
    const seen = expected()
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
        if (kind === 'reply') setDrafted(undefined)
        if (kind === 'reply') onSent(done)
        else tell(t, 'note-kept')
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
  const moved = isFault(command.error, 'moved')
  const isReply = kind === 'reply'
  return (
    <form
      className="composer"
      data-kind={kind}
      aria-label={t(`compose-${kind}`)}
      onSubmit={(event) => {
        event.preventDefault()
        // A form in a dialog that was opened from here is none of ours, though its events come by.
        if (event.target === event.currentTarget) submit()
      }}
    >
      <div className="composer-head">
        <SegmentedControl
          size="xs"
          aria-label={t('compose-kind')}
          value={kind}
          onChange={(next) => {
            command.reset()
            closePicker()
            setKind(next)
          }}
          data={[
            { value: 'reply', label: t('compose-reply') },
            { value: 'note', label: t('compose-note') },
          ]}
        />
        <Tooltip label={t('replies-open')}>
          <ActionIcon variant="default" size="md" aria-label={t('replies-open')} onClick={openPicker}>
            <IconMessage2Bolt size={17} />
          </ActionIcon>
        </Tooltip>
        <SafeCheck code={code} signals={signals} blocked={blocked} onAsked={onSent} />
        <span className="composer-hint">
          {isReply ? (
            <IconSend2 size={15} aria-hidden className="flip" />
          ) : (
            <IconLock size={15} aria-hidden />
          )}
          {t(`compose-${kind}-hint`)}
        </span>
      </div>
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
      <div role="alert">
        {command.error !== null && (
          <Alert
            className="composer-fault"
            color={moved ? 'yellow' : 'red'}
            icon={<IconAlertTriangle size={18} />}
          >
            {explain(t, command.error)}
          </Alert>
        )}
        {blocked && isReply && (
          <Alert className="composer-fault" color="yellow" icon={<IconAlertTriangle size={18} />}>
            {t('compose-blocked')}
          </Alert>
        )}
      </div>
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
          loading={command.isPending}
          disabled={text.trim() === ''}
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
