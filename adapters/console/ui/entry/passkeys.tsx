import { Alert, Anchor, Button, TextInput } from '@mantine/core'
import { IconFingerprint, IconInfoCircle } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { addPasskey, knowsPasskeys, passkeysElsewhere, passkeysQuery, removePasskey } from '../api/passkey.ts'
import { meQuery } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { useSpeech } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell, tellFault } from '../parts/notice.ts'
import { Name } from '../language/words.tsx'
import '../admin/lines.css'

const Add = ({
  first,
  added,
}: {
  readonly first: boolean
  readonly added: () => Promise<void>
}): ReactNode => {
  const { t } = useSpeech()
  const [name, setName] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await addPasskey(name.trim() === '' ? t('passkey-unnamed') : name.trim())
    setName('')
    await added()
  })
  const elsewhere = passkeysElsewhere()
  if (elsewhere !== undefined)
    return (
      <Alert color="blue" icon={<IconInfoCircle size={18} />}>
        {t('passkey-elsewhere')}{' '}
        <Anchor href={elsewhere} inherit underline="always">
          <bdi dir="ltr">localhost</bdi>
        </Anchor>
      </Alert>
    )
  if (!knowsPasskeys()) return <p className="soft">{t('passkey-unknown')}</p>
  return (
    <form className="form" onSubmit={run}>
      <TextInput
        label={t('passkey-name')}
        description={t('passkey-name-note')}
        maxLength={60}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FormFault fault={fault} />
      <Button
        type="submit"
        variant={first ? 'filled' : 'default'}
        leftSection={<IconFingerprint size={18} />}
        loading={busy}
      >
        {t('passkey-add')}
      </Button>
    </form>
  )
}

/** Passkeys of one's own: a finger, a face or a key instead of password and code. */
export const Passkeys = ({ enrolled }: { readonly enrolled: () => Promise<void> }): ReactNode => {
  const { t, clock } = useSpeech()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(passkeysQuery)
  const renew = async (): Promise<void> => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: passkeysQuery.queryKey }),
      queries.invalidateQueries({ queryKey: meQuery.queryKey }),
    ])
  }
  const remove = async (id: string): Promise<void> => {
    try {
      await removePasskey(id)
      await renew()
    } catch (fault) {
      tellFault(t, fault)
    }
  }
  if (data === undefined)
    return error === null ? <Pending /> : <PartTrouble error={error} retry={() => void refetch()} />
  return (
    <section>
      <h2>{t('passkeys-title')}</h2>
      <p className="soft">{t('passkeys-note')}</p>
      <ul className="agent-list">
        {data.map(({ id, name, createdAt }) => (
          <li key={id} className="agent-line agent-line-act">
            <div>
              <p className="agent-line-name">
                <Name text={name ?? t('passkey-unnamed')} />
              </p>
              {createdAt !== undefined && createdAt !== null && (
                <p className="soft">
                  <time dateTime={createdAt}>{clock.whole(new Date(createdAt))}</time>
                </p>
              )}
            </div>
            <Button
              size="xs"
              variant="default"
              onClick={() => void remove(id)}
              aria-label={t('passkey-remove-name', { name: name ?? '' })}
            >
              {t('passkey-remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Add
        first={data.length === 0}
        added={async () => {
          await renew()
          tell(t, 'passkey-added')
          await enrolled()
        }}
      />
    </section>
  )
}
