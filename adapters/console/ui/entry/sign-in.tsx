import { Alert, Anchor, Button, TextInput } from '@mantine/core'
import { IconCircleCheck, IconKey, IconLogout } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { signIn, verifyBackupCode, verifyCode } from '../api/account.ts'
import { meQuery } from '../api/reads.ts'
import { setupQuery } from '../api/setup.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { CodeField, EmailField, PasswordField, useValidity } from './fields.tsx'
import { Frame } from './frame.tsx'

const PasskeySignIn = lazy(async () => ({ default: (await import('./passkey-sign-in.tsx')).PasskeySignIn }))

const Password = ({
  done,
  askCode,
}: {
  readonly done: () => Promise<void>
  readonly askCode: () => void
}): ReactNode => {
  const t = useT()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    const { twoFactorRedirect } = await signIn(email, password)
    if (twoFactorRedirect === true) askCode()
    else await done()
  })
  return (
    <form className="form" onSubmit={run}>
      <EmailField value={email} change={setEmail} />
      <PasswordField value={password} change={setPassword} isNew={false} />
      <FormFault fault={fault} />
      <Button type="submit" loading={busy}>
        {t('sign-in')}
      </Button>
    </form>
  )
}

const SecondCode = ({
  done,
  back,
}: {
  readonly done: () => Promise<void>
  readonly back: () => void
}): ReactNode => {
  const t = useT()
  const validity = useValidity()
  const [backup, setBackup] = useState(false)
  const [code, setCode] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await (backup ? verifyBackupCode(code.trim()) : verifyCode(code))
    await done()
  })
  return (
    <form className="form" onSubmit={run}>
      <p className="soft">{t(backup ? 'code-backup-note' : 'code-note')}</p>
      {backup ? (
        <TextInput
          {...validity}
          key="backup"
          label={t('code-backup')}
          autoComplete="off"
          dir="ltr"
          required
          autoFocus
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : (
        <CodeField value={code} change={setCode} label={t('code')} first />
      )}
      <FormFault fault={fault} />
      <Button type="submit" loading={busy}>
        {t('sign-in')}
      </Button>
      <Anchor
        component="button"
        type="button"
        onClick={() => {
          setCode('')
          setBackup(!backup)
        }}
      >
        {t(backup ? 'code-use-app' : 'code-use-backup')}
      </Anchor>
      <Anchor component="button" type="button" onClick={back}>
        {t('code-other-account')}
      </Anchor>
    </form>
  )
}

/** Email and password, then the second factor where there is one; then back to where the agent was. */
export const SignIn = (): ReactNode => {
  const t = useT()
  const router = useRouter()
  const queries = useQueryClient()
  const { to, joined, ended } = useSearch({ from: '/entry/sign-in' })
  const [step, setStep] = useState<'password' | 'code'>('password')
  const needed = useQuery(setupQuery).data?.needed === true
  const done = async (): Promise<void> => {
    await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    // What was on the screen before is read again, also by the cases that are drawn from memory first.
    void queries.invalidateQueries()
    await router.navigate({ href: to ?? '/', replace: true })
  }
  return (
    <Frame title={t(step === 'password' ? 'sign-in-title' : 'code-title')}>
      {joined === true && step === 'password' && (
        <Alert color="teal" icon={<IconCircleCheck size={18} />} className="form-good">
          {t('joined')}
        </Alert>
      )}
      {needed && (
        <Alert color="blue" icon={<IconKey size={18} />}>
          {t('setup-needed')}
        </Alert>
      )}
      {ended === true && step === 'password' && (
        <Alert color="yellow" icon={<IconLogout size={18} />}>
          {t('session-over')}
        </Alert>
      )}
      {to !== undefined && step === 'password' && <p className="soft">{t('sign-in-again')}</p>}
      {step === 'password' ? (
        <>
          <Password done={done} askCode={() => setStep('code')} />
          <Suspense fallback={null}>
            <PasskeySignIn done={done} />
          </Suspense>
        </>
      ) : (
        <SecondCode done={done} back={() => setStep('password')} />
      )}
    </Frame>
  )
}
