import { useDirection } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { directionOf, makeTranslate, type Language, type Translate } from './bundles.ts'
import { makeClock, type Clock } from './clock.ts'
import { usePreferences } from '../browser/preferences.tsx'

const SOURCES = import.meta.glob<string>('../locales/*.ftl', { query: '?raw', import: 'default' })

/** The texts of a language; fetched once each. */
export const loadTranslate = async (language: Language): Promise<Translate> =>
  makeTranslate(language, (await SOURCES[`../locales/${language}.ftl`]?.()) ?? '')

type Speech = { readonly language: Language; readonly t: Translate; readonly clock: Clock }
const SpeechContext = createContext<Speech | undefined>(undefined)

export const useSpeech = (): Speech => {
  const speech = use(SpeechContext)
  if (speech === undefined) throw new Error('no language around this')
  return speech
}

export const useT = (): Translate => useSpeech().t

const MORE = import.meta.glob<string>('../locales/*/*.ftl', { query: '?raw', import: 'default' })
const fetched = new Map<string, Promise<Translate>>()

/** Texts of a page that is fetched when it is wanted: `locales/<of>/<language>.ftl`. */
export const loadMore = (of: string, language: Language): Promise<Translate> => {
  const path = `../locales/${of}/${language}.ftl`
  const known = fetched.get(path)
  if (known !== undefined) return known
  const coming = (async () => makeTranslate(language, (await MORE[path]?.()) ?? ''))()
  fetched.set(path, coming)
  coming.catch(() => fetched.delete(path))
  return coming
}

/** Gives everything inside the texts `of` a page, beside those of all pages. Waits for them (Suspense). */
export const MoreTexts = ({
  of,
  children,
}: {
  readonly of: string
  readonly children: ReactNode
}): ReactNode => {
  const speech = useSpeech()
  const more = use(loadMore(of, speech.language))
  const all = useMemo(() => {
    const t: Translate = (key, args) => {
      const text = more(key, args)
      return text === key ? speech.t(key, args) : text
    }
    return { ...speech, t }
  }, [more, speech])
  return <SpeechContext value={all}>{children}</SpeechContext>
}

/** Gives texts and dates to everything inside, and keeps the page's language and direction. */
export const SpeechProvider = ({
  first,
  children,
}: {
  readonly first: Omit<Speech, 'clock'>
  readonly children: ReactNode
}): ReactNode => {
  const { language } = usePreferences()
  const { setDirection } = useDirection()
  const queries = useQueryClient()
  const [loaded, setLoaded] = useState(first)
  useEffect(() => {
    if (language === loaded.language) return
    let left = false
    const turn = async (): Promise<void> => {
      const t = await loadTranslate(language)
      if (!left) setLoaded({ language, t })
    }
    void turn()
    return () => {
      left = true
    }
  }, [language, loaded.language])
  const worded = useRef(first.language)
  useEffect(() => {
    document.documentElement.lang = loaded.language
    setDirection(directionOf(loaded.language))
    if (worded.current === loaded.language) return
    worded.current = loaded.language
    // The server words reasons and questions in the language of the page, which calls name: so not
    // before the page has it.
    void queries.invalidateQueries()
  }, [loaded.language, setDirection, queries])
  const speech = useMemo(() => ({ ...loaded, clock: makeClock(loaded.language) }), [loaded])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}
