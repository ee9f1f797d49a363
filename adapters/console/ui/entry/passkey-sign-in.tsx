import { Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { knowsPasskeys, passkeysElsewhere, signInWithPasskey } from '../api/passkey.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'

/** Not shown where the browser has no passkeys for this address. */
export const PasskeySignIn = ({ done }: { readonly done: () => Promise<void> }): ReactNode => {
  const t = useT()
  const { run, busy, fault } = useAttempt(async () => {
    await signInWithPasskey()
    await done()
  })
  if (!knowsPasskeys() || passkeysElsewhere() !== undefined) return null
  return (
    <form className="form" onSubmit={run}>
      <FormFault fault={fault} />
      <Button type="submit" variant="default" leftSection={<IconFingerprint size={18} />} loading={busy}>
        {t('passkey-sign-in')}
      </Button>
    </form>
  )
}
