import { Alert, Anchor, Button, Checkbox } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Me } from '../../contract/people.ts'
import { beginSecondFactor, verifyCode } from '../api/account.ts'
import { codesQuery } from '../api/passkey.ts'
import { meQuery } from '../api/reads.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Copy } from '../parts/copy.tsx'
import { tell } from '../parts/notice.ts'
import { CodeField, PasswordField } from './fields.tsx'
import { Passkeys } from './passkeys.tsx'
import { QrPicture } from './qr-picture.tsx'
import '../styles/entry.css'

type Enrolment = { readonly totpURI: string; readonly backupCodes: readonly string[] }

const secretOf = (address: string): string => new URL(address).searchParams.get('secret') ?? ''
const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** Who administers begins with what this installation still needs. */
const startOf = (me: Pick<Me, 'rights'> | undefined): '/checklist' | '/' =>
  me?.rights.includes('administer') === true ? '/checklist' : '/'

const Confirm = ({ enrolment }: { readonly enrolment: Enrolment }): ReactNode => {
  const t = useT()
  const router = useRouter()
  const queries = useQueryClient()
  const [kept, setKept] = useState(false)
  const [code, setCode] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await verifyCode(code)
    await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    tell(t, 'factor-done')
    await router.navigate({ to: startOf(await queries.ensureQueryData(meQuery)) })
  })
  const secret = secretOf(enrolment.totpURI)
  return (
    <form className="form" onSubmit={run}>
      <section>
        <h2>{t('factor-scan')}</h2>
        <p className="soft">{t('factor-scan-note')}</p>
        <QrPicture text={enrolment.totpURI} label={t('factor-picture')} />
        <p className="factor-secret">
          <bdi dir="ltr" className="code">
            {inFours(secret)}
          </bdi>
          <Copy text={secret} label={t('factor-copy-secret')} />
        </p>
        <Anchor href={enrolment.totpURI}>{t('factor-open-app')}</Anchor>
      </section>
      <section>
        <h2>{t('factor-backup')}</h2>
        <p className="soft">{t('factor-backup-note')}</p>
        <ul className="backup-codes" dir="ltr">
          {enrolment.backupCodes.map((each) => (
            <li key={each} className="code">
              {each}
            </li>
          ))}
        </ul>
        <p className="factor-secret">
          {t('factor-copy-codes')}
          <Copy text={enrolment.backupCodes.join('\n')} label={t('factor-copy-codes')} />
        </p>
        <Checkbox
          label={t('factor-kept')}
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
      </section>
      <section>
        <h2>{t('factor-confirm')}</h2>
        <CodeField value={code} change={setCode} label={t('code')} />
      </section>
      <FormFault fault={fault} />
      <Button type="submit" loading={busy} disabled={!kept || code.length < 6}>
        {t('factor-do')}
      </Button>
    </form>
  )
}

const Begin = ({
  begun,
  me,
}: {
  readonly begun: (enrolment: Enrolment) => void
  readonly me: Me | undefined
}): ReactNode => {
  const t = useT()
  const [password, setPassword] = useState('')
  const { run, busy, fault } = useAttempt(async () => begun(await beginSecondFactor(password)))
  return (
    <form className="form" onSubmit={run}>
      <h2>{t('codes-title')}</h2>
      <p className="soft">{t('factor-note')}</p>
      <PasswordField value={password} change={setPassword} isNew={false} />
      <FormFault fault={fault} />
      <Button type="submit" loading={busy}>
        {t('factor-begin')}
      </Button>
      {me?.secondFactorRequired !== true && (
        <Anchor component={Link} to={startOf(me)}>
          {t('factor-later')}
        </Anchor>
      )}
    </form>
  )
}

/**
 * Passkeys, or a time-based code: a picture to scan, the same as text, and backup codes that are
 * shown this once.
 */
export const SecondFactor = (): ReactNode => {
  const t = useT()
  const router = useRouter()
  const { data: me } = useQuery(meQuery)
  const { data: codes } = useQuery(codesQuery)
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const required = me?.secondFactorRequired === true
  const enrolled = async (): Promise<void> => {
    if (required) await router.navigate({ to: startOf(me) })
  }
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-narrow">
        <h1>{t('factor-title')}</h1>
        {required && (
          <Alert color="yellow" icon={<IconShieldLock size={18} />}>
            {t('factor-required')}
          </Alert>
        )}
        {enrolment !== undefined ? (
          <Confirm enrolment={enrolment} />
        ) : (
          <>
            <Passkeys enrolled={enrolled} />
            {codes === true ? (
              <section>
                <h2>{t('codes-title')}</h2>
                <p className="soft">{t('codes-on')}</p>
              </section>
            ) : (
              <Begin begun={setEnrolment} me={me} />
            )}
          </>
        )}
      </div>
    </main>
  )
}
