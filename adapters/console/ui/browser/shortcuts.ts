import { useEffect, useRef } from 'react'

/**
 * By the key's place on the board (`KeyboardEvent.code`): under an Arabic layout `event.key` is an
 * Arabic letter.
 */
export type Shortcuts = Readonly<Record<string, () => void>>

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Something lies over the page that keys belong to. */
export const isCovered = (): boolean =>
  document.querySelector('[role="dialog"], [role="menu"], dialog[open]') !== null

const nameOf = (event: KeyboardEvent): string => (event.shiftKey ? `Shift+${event.code}` : event.code)

/** Single keys for the whole page, while nothing is typed and no dialog is open. */
export const useShortcuts = (on: boolean, shortcuts: Shortcuts): void => {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent): void => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        isTyping(event.target) ||
        isCovered()
      )
        return
      const act = current.current[nameOf(event)]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

/** The same with Alt held, also while something is typed: for going from one chat to the next. */
export const useAltShortcuts = (on: boolean, shortcuts: Shortcuts): void => {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent): void => {
      const act = current.current[event.code]
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isCovered()) return
      if (act === undefined || event.defaultPrevented) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

type Press = {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const isEnter = (event: Press): boolean => event.code === 'Enter' || event.code === 'NumpadEnter'

/** Ctrl+Enter (Cmd on a Mac): what goes to the person. */
export const isSendPress = (event: Press): boolean =>
  isEnter(event) && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey

/** Ctrl+K (Cmd on a Mac): the palette. */
export const isPalettePress = (event: Press): boolean =>
  event.code === 'KeyK' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey

/** What the first of these keys is called on this machine. */
export const MOD = /^(?:Mac|iP)/.test(navigator.platform) ? '⌘' : 'Ctrl'

/** Ctrl+/: ready texts, on a layout that has no stroke as well. */
export const isRepliesPress = (event: Press): boolean =>
  event.code === 'Slash' && (event.ctrlKey || event.metaKey) && !event.altKey

/** Alt+Enter: what stays inside. Never the same keys as sending, so that a note cannot go out by habit. */
export const isNotePress = (event: Press): boolean =>
  isEnter(event) && event.altKey && !event.ctrlKey && !event.metaKey
