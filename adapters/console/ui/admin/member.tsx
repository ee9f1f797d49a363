import { Alert, Button, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { AgentRow, Invitation } from '../../contract/people.ts'
import { call } from '../api/call.ts'
import { actOnMember, changeRights, memberSessionsQuery, type MemberAct } from '../api/people.ts'
import { agentsQuery } from '../api/reads.ts'
import { useSpeech } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Copy } from '../parts/copy.tsx'
import { RightsFields, type Rights } from './rights-fields.tsx'
import { SessionLines } from './session-list.tsx'

const ACTS = ['sessions/end', 'second-factor/reset', 'disable'] as const satisfies readonly MemberAct[]

/**
 * What may be done to a member who is there: role and teams, where they are signed in, ways back
 * in, and keeping them out.
 */
export const MemberForm = ({
  agent,
  close,
}: {
  readonly agent: AgentRow
  readonly close: () => void
}): ReactNode => {
  const { t, clock } = useSpeech()
  const queries = useQueryClient()
  const sessions = useQuery(memberSessionsQuery(agent.id)).data
  const [rights, setRights] = useState<Rights>({ role: agent.role ?? 'agent', teams: agent.teams ?? null })
  const [link, setLink] = useState<string>()
  const [asked, setAsked] = useState<MemberAct>()
  const renew = async (): Promise<void> => {
    await Promise.all(
      [agentsQuery.queryKey, ['sessions', agent.id], ['colleagues']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  }
  const save = useAttempt(async () => {
    await changeRights(agent.id, rights)
    await renew()
    close()
  })
  const act = useAttempt(async () => {
    if (asked === undefined) return
    await actOnMember(agent.id, asked)
    setAsked(undefined)
    await renew()
    if (asked === 'disable') close()
  })
  const unlock = useAttempt(async () => {
    await actOnMember(agent.id, 'unlock')
    await renew()
    close()
  })
  const renewLink = useAttempt(async () =>
    setLink((await call<Invitation>('POST', `/api/v1/agents/${agent.id}/invitation`)).link),
  )
  return (
    <div className="form">
      {agent.lockedUntil !== undefined && (
        <Alert color="yellow">
          <p>{t('member-locked', { time: clock.whole(new Date(agent.lockedUntil)) })}</p>
          <FormFault fault={unlock.fault} />
          <Button size="xs" variant="default" loading={unlock.busy} onClick={() => unlock.run()}>
            {t('member-unlock')}
          </Button>
        </Alert>
      )}
      <form className="form" onSubmit={save.run}>
        <RightsFields value={rights} change={setRights} />
        <FormFault fault={save.fault} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.busy}>
            {t('save')}
          </Button>
        </Group>
      </form>
      <section className="member-part">
        <h3>{t('member-sessions')}</h3>
        {sessions !== undefined &&
          (sessions.length === 0 ? (
            <p className="soft">{t('sessions-none')}</p>
          ) : (
            <SessionLines sessions={sessions} />
          ))}
      </section>
      <section className="member-part">
        <h3>{t('member-acts')}</h3>
        {link !== undefined && (
          <p className="invite-link">
            <bdi dir="ltr">{link}</bdi>
            <Copy text={link} label={t('invite-copy')} />
          </p>
        )}
        <FormFault fault={act.fault ?? renewLink.fault} />
        {asked === undefined ? (
          <Group gap="xs">
            <Button size="xs" variant="default" loading={renewLink.busy} onClick={() => renewLink.run()}>
              {t('member-link')}
            </Button>
            {ACTS.map((each) => (
              <Button
                key={each}
                size="xs"
                variant="default"
                {...(each === 'disable' ? { color: 'red' } : {})}
                onClick={() => setAsked(each)}
              >
                {t(`member-${each.replace('/', '-')}`)}
              </Button>
            ))}
          </Group>
        ) : (
          <Alert color="red">
            <p>{t(`member-${asked.replace('/', '-')}-note`)}</p>
            <Group gap="xs" mt="xs">
              <Button size="xs" color="red" loading={act.busy} onClick={() => act.run()}>
                {t(`member-${asked.replace('/', '-')}`)}
              </Button>
              <Button size="xs" variant="default" onClick={() => setAsked(undefined)}>
                {t('cancel')}
              </Button>
            </Group>
          </Alert>
        )}
      </section>
    </div>
  )
}
