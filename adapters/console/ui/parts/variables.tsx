import { Button } from '@mantine/core'
import { useRef, type ReactNode, type RefCallback } from 'react'
import { isVariable, placeholdersIn, VARIABLES, type Variable } from '../../contract/placeholders.ts'
import type { Language, Translate } from '../language/bundles.ts'
import { useSpeech, useT } from '../language/language.tsx'
import './variables.css'

/** The first `{...}` that nothing would be filled into. */
export const slipIn = (text: string): string | undefined =>
  placeholdersIn(text).find(({ name }) => !isVariable(name))?.name

export const slipError = (t: Translate, text: string | undefined): string | undefined => {
  const slip = slipIn(text ?? '')
  return slip === undefined ? undefined : t('replies-slip', { name: `{${slip}}` })
}

type InSome = Readonly<Partial<Record<Language, string | undefined>>>

/** Fields for a text in several languages, into the last used of which a variable is put at the cursor. */
export const useVariables = (
  texts: InSome,
  change: (texts: InSome) => void,
): {
  readonly field: (language: Language) => {
    readonly ref: RefCallback<HTMLTextAreaElement>
    readonly onFocus: () => void
  }
  readonly insert: (variable: Variable) => void
} => {
  const { language: own } = useSpeech()
  const fields = useRef(new Map<Language, HTMLTextAreaElement>())
  const last = useRef<Language>(own)
  return {
    field: (language) => ({
      ref: (field) => {
        if (field === null) fields.current.delete(language)
        else fields.current.set(language, field)
      },
      onFocus: () => {
        last.current = language
      },
    }),
    insert: (variable) => {
      const language = last.current
      const field = fields.current.get(language)
      if (field === undefined) return
      const [from, to] = [field.selectionStart, field.selectionEnd]
      const text = texts[language] ?? ''
      const put = `{${variable}}`
      change({ ...texts, [language]: text.slice(0, from) + put + text.slice(to) })
      // The field has the text only after it was drawn.
      requestAnimationFrame(() => {
        field.focus()
        field.setSelectionRange(from + put.length, from + put.length)
      })
    },
  }
}

/** What can stand in a ready text to be filled in when it is used. */
export const VariableButtons = ({ insert }: { readonly insert: (variable: Variable) => void }): ReactNode => {
  const t = useT()
  return (
    <div className="variables" role="group" aria-label={t('replies-variables')}>
      <span className="soft">{t('replies-variables')}</span>
      {VARIABLES.map((variable) => (
        <Button key={variable} size="compact-sm" variant="default" onClick={() => insert(variable)}>
          {t(`variable-${variable}`)}
        </Button>
      ))}
    </div>
  )
}
