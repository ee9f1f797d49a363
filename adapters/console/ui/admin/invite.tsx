import { Button, Group, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Invitation } from '../../contract/people.ts'
import { call } from '../api/call.ts'
import { agentsQuery } from '../api/reads.ts'
import { EmailField, useValidity } from '../entry/fields.tsx'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Copy } from '../parts/copy.tsx'
import { Dialog, type DialogProps } from '../parts/dialog.tsx'
import { RightsFields, type Rights } from './rights-fields.tsx'
import '../styles/entry.css'

const Made = ({
  invitation,
  close,
}: {
  readonly invitation: Invitation
  readonly close: () => void
}): ReactNode => {
  const t = useT()
  return (
    <div className="form">
      <p>{t('invite-made', { name: invitation.agent.name })}</p>
      <p className="invite-link">
        <bdi dir="ltr">{invitation.link}</bdi>
        <Copy text={invitation.link} label={t('invite-copy')} />
      </p>
      <Button onClick={close}>{t('done')}</Button>
    </div>
  )
}

const Form = ({ close }: { readonly close: () => void }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const validity = useValidity()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [rights, setRights] = useState<Rights>({ role: 'agent', teams: [] })
  const [invitation, setInvitation] = useState<Invitation>()
  const { run, busy, fault } = useAttempt(async () => {
    const body = { email, name: name.trim(), ...rights }
    setInvitation(await call<Invitation>('POST', '/api/v1/agents', { body }))
    void queries.invalidateQueries({ queryKey: agentsQuery.queryKey })
    void queries.invalidateQueries({ queryKey: ['colleagues'] })
  })
  if (invitation !== undefined) return <Made invitation={invitation} close={close} />
  return (
    <form className="form" onSubmit={run}>
      <TextInput
        {...validity}
        label={t('field-alias')}
        description={t('field-alias-note')}
        required
        maxLength={60}
        dir="auto"
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <EmailField value={email} change={setEmail} />
      <RightsFields value={rights} change={setRights} />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('invite-do')}
        </Button>
      </Group>
    </form>
  )
}

/** Makes the link with which a new agent chooses a password. */
export const Invite = ({ opened, close }: DialogProps): ReactNode => {
  const t = useT()
  return (
    <Dialog opened={opened} close={close} title={t('invite')}>
      <Form close={close} />
    </Dialog>
  )
}
