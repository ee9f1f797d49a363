import type { Language } from '../../../../core/base/language.ts'
import { setText } from './dom.ts'

export type Words = {
  readonly language: () => Language
  /** The text of a key in the present language; `{name}` is replaced by `args.name`. */
  readonly say: (key: string, args?: Readonly<Record<string, string>>) => string
  /** Fetches a language and puts it everywhere. False where it cannot be had; then nothing changes. */
  readonly speak: (language: Language) => Promise<boolean>
}

export const makeWords = (assets: string, initial: Language): Words => {
  const loaded = new Map<Language, Readonly<Record<string, string>>>()
  let language = initial

  const say = (key: string, args: Readonly<Record<string, string>> = {}): string => {
    const words = loaded.get(language)
    const text = words === undefined ? undefined : words[key]
    return (text === undefined ? '' : text).replace(/\{(\w+)\}/g, (whole, name: string) =>
      args[name] === undefined ? whole : args[name],
    )
  }

  const apply = (): void => {
    document.documentElement.lang = language
    document.documentElement.dir = language === 'en' ? 'ltr' : 'rtl'
    document.title = say('title')
    for (const node of document.querySelectorAll<HTMLElement>('[data-t]'))
      setText(node, say(node.dataset['t'] || ''))
    for (const node of document.querySelectorAll<HTMLElement>('[data-t-label]'))
      node.setAttribute('aria-label', say(node.dataset['tLabel'] || ''))
    for (const node of document.querySelectorAll<HTMLElement>('[data-t-hint]'))
      node.setAttribute('placeholder', say(node.dataset['tHint'] || ''))
  }

  return {
    language: () => language,
    say,
    speak: async (wanted) => {
      try {
        if (!loaded.has(wanted)) {
          const answer = await fetch(`${assets}/${wanted}.json`, { credentials: 'same-origin' })
          if (!answer.ok) return false
          loaded.set(wanted, (await answer.json()) as Readonly<Record<string, string>>)
        }
      } catch {
        return false
      }
      language = wanted
      apply()
      return true
    },
  }
}
