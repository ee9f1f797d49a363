import { Button, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { createFirstAdministrator, signIn } from '../api/account.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { EmailField, PasswordField, useValidity } from './fields.tsx'
import { Frame } from './frame.tsx'
import { useToken } from './token.ts'

/** The first administrator, through the one-time link that the start printed. */
export const Setup = (): ReactNode => {
  const t = useT()
  const router = useRouter()
  const validity = useValidity()
  const token = useToken()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await createFirstAdministrator({ token, name: name.trim(), email, password })
    await signIn(email, password)
    await router.navigate({ to: '/second-factor', replace: true })
  })
  if (token === '')
    return (
      <Frame title={t('setup-title')}>
        <p>{t('setup-no-token')}</p>
      </Frame>
    )
  return (
    <Frame title={t('setup-title')}>
      <form className="form" onSubmit={run}>
        <p className="soft">{t('setup-note')}</p>
        <TextInput
          {...validity}
          label={t('field-alias')}
          description={t('field-alias-note')}
          required
          maxLength={60}
          autoComplete="nickname"
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <EmailField value={email} change={setEmail} />
        <PasswordField value={password} change={setPassword} isNew />
        <FormFault fault={fault} />
        <Button type="submit" loading={busy}>
          {t('setup-do')}
        </Button>
      </form>
    </Frame>
  )
}
