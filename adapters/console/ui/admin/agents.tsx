import { Button, TextInput } from '@mantine/core'
import { IconShieldCheck, IconShieldOff, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { AgentRow } from '../../contract/people.ts'
import { agentsQuery, colleaguesQuery, meQuery, teamName } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { searchClass } from '../language/bidi.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Agreeing } from './agreeing.tsx'
import { Invite } from './invite.tsx'
import { MemberForm } from './member.tsx'
import { Name } from '../language/words.tsx'
import '../styles/entry.css'
import './lines.css'

const AgentLine = ({ agent, open }: { readonly agent: AgentRow; readonly open: () => void }): ReactNode => {
  const { t, clock } = useSpeech()
  const teams = useQuery(colleaguesQuery).data
  return (
    <li className="agent-line agent-line-member" data-state={agent.state}>
      <div>
        <p className="agent-line-name">
          <Name text={agent.name} />
          {agent.state !== undefined && agent.state !== 'active' && (
            <span className="tag">{t(`agent-${agent.state}`)}</span>
          )}
          {agent.lockedUntil !== undefined && <span className="tag">{t('agent-locked')}</span>}
        </p>
        {agent.email !== undefined && (
          <p className="soft">
            <bdi dir="ltr">{agent.email}</bdi>
          </p>
        )}
        {agent.agreesFrom !== undefined && (
          <p className="soft">{t('agent-agrees-from', { time: clock.whole(new Date(agent.agreesFrom)) })}</p>
        )}
        {agent.teams !== undefined && (
          <p className="soft">
            {agent.teams.length === 0
              ? t('agent-no-teams')
              : agent.teams.map((id) => teamName(t, teams, id)).join(t('list-comma'))}
          </p>
        )}
      </div>
      {agent.role !== undefined && <span className="agent-line-role">{t(`role-${agent.role}`)}</span>}
      {agent.secondFactor !== undefined && (
        <span className="agent-line-factor" data-on={agent.secondFactor}>
          {agent.secondFactor ? (
            <IconShieldCheck size={18} aria-hidden />
          ) : (
            <IconShieldOff size={18} aria-hidden />
          )}
          {t(agent.secondFactor ? 'agent-factor-on' : 'agent-factor-off')}
        </span>
      )}
      {agent.state !== 'disabled' && (
        <Button
          size="xs"
          variant="default"
          onClick={open}
          aria-label={t('member-change-name', { name: agent.name })}
        >
          {t('member-change')}
        </Button>
      )}
    </li>
  )
}

/** Who may use the console; administrators invite. */
export const Agents = (): ReactNode => {
  const t = useT()
  const { data: me } = useQuery(meQuery)
  const { data: agents, error, refetch } = useQuery(agentsQuery)
  const [invite, setInvite] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const member = agents?.find(({ id }) => id === chosen)
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const shown = agents?.filter((agent) => `${agent.name} ${agent.email ?? ''}`.toLowerCase().includes(wanted))
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-wide">
        <div className="page-head">
          <h1>{t('agents-title')}</h1>
          {me?.role === 'admin' && (
            <Button leftSection={<IconUserPlus size={18} />} onClick={() => setInvite(true)}>
              {t('invite')}
            </Button>
          )}
        </div>
        {shown === undefined ? (
          error === null ? (
            <Pending />
          ) : (
            <PartTrouble error={error} retry={() => void refetch()} />
          )
        ) : (
          <>
            <Agreeing agents={agents ?? []} />
            <TextInput
              aria-label={t('agents-search')}
              placeholder={t('agents-search')}
              classNames={{ input: searchClass(search) }}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            <ul className="agent-list">
              {shown.map((agent) => (
                <AgentLine key={agent.id} agent={agent} open={() => setChosen(agent.id)} />
              ))}
            </ul>
            {shown.length === 0 && <p className="soft">{t('agents-none')}</p>}
          </>
        )}
      </div>
      <Invite opened={invite} close={() => setInvite(false)} />
      <Dialog
        opened={member !== undefined}
        close={() => setChosen(undefined)}
        title={member?.name ?? ''}
        size="lg"
      >
        {member !== undefined && <MemberForm agent={member} close={() => setChosen(undefined)} />}
      </Dialog>
    </main>
  )
}
