import { useCallback, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { slashAt, withSlash, type Sign, type Slash } from './slash.ts'

/** The contract's longest message, in characters. */
export const LONGEST = 4000

type Options = {
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly change: (text: string) => void
  /** What opens a list here. */
  readonly signs: readonly Sign[]
}

/** What a list over a field needs to know of it, and what it asks of it. */
export type PickerProps = {
  readonly code: string
  readonly query: string
  /** What the field's keys are asked first: true where they were meant for the list. */
  readonly keys: RefObject<((event: KeyboardEvent) => boolean) | undefined>
  readonly mark: (id: string | undefined) => void
  readonly close: () => void
}

/** A list that opens over a field while its sign is typed, and what it puts into the field. */
export const usePicker = ({ input, text, change, signs }: Options) => {
  const [slash, setSlash] = useState<Slash>()
  const [marked, setMarked] = useState<string>()
  const keys = useRef<((event: KeyboardEvent) => boolean) | undefined>(undefined)
  /** The stroke was put in by opening the list, not typed. */
  const isOurs = useRef(false)
  const close = useCallback(() => setSlash(undefined), [])

  const look = (field: HTMLTextAreaElement): void => {
    const [next] = signs.flatMap((sign) => slashAt(field.value, field.selectionStart, sign) ?? [])
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
  const pick = (words: string, fill?: string): void => {
    if (slash !== undefined) put(slash.from, slash.to, words, fill)
    close()
  }
  const open = (): void => {
    const field = input.current
    if (field === null) return
    const next = withSlash(text, field.selectionStart)
    put(field.selectionStart, field.selectionStart, next.text.slice(field.selectionStart, next.cursor))
    setSlash({ sign: '/', from: next.cursor - 1, to: next.cursor, query: '' })
    isOurs.current = true
  }
  /** Nothing was chosen: a stroke that the agent never typed must not go out to the person. */
  const leave = (): void => {
    if (slash !== undefined && isOurs.current) put(slash.from, slash.to, slash.query)
    close()
  }
  /** Whether a key was meant for the list. */
  const takes = (event: KeyboardEvent): boolean => {
    if (slash === undefined || keys.current?.(event) !== true) return false
    event.preventDefault()
    return true
  }
  return {
    slash,
    look,
    put,
    pick,
    open,
    close,
    takes,
    list: { query: slash?.query ?? '', keys, mark: setMarked, close: leave },
    /** What a screen reader is told at the field. */
    aria: {
      'aria-autocomplete': 'list',
      'aria-controls': slash === undefined ? undefined : PICK_LIST,
      'aria-activedescendant': marked,
    } as const,
  }
}

/** The list's id in the page: there is one at a time. */
export const PICK_LIST = 'reply-list'
