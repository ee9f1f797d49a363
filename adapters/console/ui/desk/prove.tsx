import { Button, Group, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { codesQuery, knowsPasskeys, passkeysElsewhere } from '../api/passkey.ts'
import { prove, proveWithPasskey } from '../api/proof.ts'
import { CodeField, PasswordField } from '../entry/fields.tsx'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import '../styles/entry.css'

type Answered = (proved: boolean) => void

const Form = ({ answered }: { readonly answered: Answered }): ReactNode => {
  const t = useT()
  const { data: hasCodes } = useQuery(codesQuery)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [backup, setBackup] = useState(false)
  const { run, busy, fault } = useAttempt(async () => {
    await prove({ password, ...(hasCodes !== true ? {} : backup ? { backup: code.trim() } : { code }) })
    answered(true)
  })
  const passkey = useAttempt(async () => {
    await proveWithPasskey()
    answered(true)
  })
  return (
    <form className="form" onSubmit={run}>
      <p>{t('prove-note')}</p>
      <PasswordField value={password} change={setPassword} isNew={false} first />
      {hasCodes === true &&
        (backup ? (
          <TextInput
            label={t('prove-backup')}
            autoComplete="off"
            dir="ltr"
            required
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        ) : (
          <CodeField value={code} change={setCode} label={t('prove-code')} />
        ))}
      {hasCodes === true && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setCode('')
            setBackup(!backup)
          }}
        >
          {t(backup ? 'prove-use-app' : 'prove-use-backup')}
        </Button>
      )}
      <FormFault fault={fault ?? passkey.fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => answered(false)}>
          {t('cancel')}
        </Button>
        {knowsPasskeys() && passkeysElsewhere() === undefined && (
          <Button
            variant="default"
            leftSection={<IconFingerprint size={18} />}
            loading={passkey.busy}
            onClick={() => passkey.run()}
          >
            {t('prove-passkey')}
          </Button>
        )}
        <Button type="submit" loading={busy}>
          {t('prove-do')}
        </Button>
      </Group>
    </form>
  )
}

const Asked = ({ answered }: { readonly answered: Answered }): ReactNode => {
  const t = useT()
  return (
    <Dialog opened close={() => answered(false)} title={t('prove-title')}>
      <Form answered={answered} />
    </Dialog>
  )
}

/** Asks who sits there to prove it. It stands above the dialog that wanted it, whose form stays as it is. */
export const Prove = ({ answered }: { readonly answered: Answered }): ReactNode => (
  <MoreTexts of="account">
    <Asked answered={answered} />
  </MoreTexts>
)
