import { PasswordInput, TextInput } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useT } from '../language/language.tsx'

/** The contract's shortest password. */
const SHORTEST_PASSWORD = 12

/**
 * The browser's bubbles speak the browser's language, which need not be the agent's: what they say
 * comes from the locales.
 */
export const useValidity = (): {
  readonly onInvalid: (event: FormEvent<HTMLInputElement>) => void
  readonly onInput: (event: FormEvent<HTMLInputElement>) => void
} => {
  const t = useT()
  return {
    onInvalid: ({ currentTarget: field }) => {
      field.setCustomValidity('')
      const { valueMissing, typeMismatch, tooShort } = field.validity
      if (valueMissing) field.setCustomValidity(t('field-missing'))
      else if (typeMismatch) field.setCustomValidity(t('field-email-wrong'))
      else if (tooShort) field.setCustomValidity(t('field-password-rule', { count: SHORTEST_PASSWORD }))
    },
    onInput: ({ currentTarget: field }) => field.setCustomValidity(''),
  }
}

type FieldProps = { readonly value: string; readonly change: (value: string) => void }

export const EmailField = ({ value, change }: FieldProps): ReactNode => (
  <TextInput
    {...useValidity()}
    label={useT()('field-email')}
    type="email"
    name="email"
    autoComplete="username"
    inputMode="email"
    dir="ltr"
    required
    maxLength={200}
    value={value}
    onChange={(event) => change(event.currentTarget.value)}
  />
)

export const PasswordField = ({
  value,
  change,
  isNew,
  first,
}: FieldProps & { readonly isNew: boolean; readonly first?: boolean }): ReactNode => {
  const t = useT()
  return (
    <PasswordInput
      {...useValidity()}
      label={t(isNew ? 'field-new-password' : 'field-password')}
      description={isNew ? t('field-password-rule', { count: SHORTEST_PASSWORD }) : undefined}
      name="password"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      data-autofocus={first === true ? true : undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('field-password-show'), tabIndex: 0 }}
      dir="ltr"
      required
      {...(isNew ? { minLength: SHORTEST_PASSWORD } : {})}
      maxLength={200}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

/** Six digits; Arabic-Indic and Persian ones are read as well. */
export const CodeField = ({
  value,
  change,
  label,
  first,
}: FieldProps & { readonly label: string; readonly first?: boolean }): ReactNode => (
  <TextInput
    {...useValidity()}
    label={label}
    name="one-time-code"
    autoComplete="one-time-code"
    inputMode="numeric"
    dir="ltr"
    required
    maxLength={8}
    autoFocus={first === true}
    classNames={{ input: 'code-input' }}
    value={value}
    onChange={(event) => change(toLatinDigits(event.currentTarget.value).replace(/\D/g, '').slice(0, 6))}
  />
)

const toLatinDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
