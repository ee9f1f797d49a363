import { Button, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment, useState, type ReactNode } from 'react'
import type { WhatsappAccount } from '../../contract/whatsapp.ts'
import { actOnWhatsapp, whatsappQuery, type WhatsappAct } from '../api/whatsapp.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { useSpeech, useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Pairing } from './whatsapp-pairing.tsx'
import './administration.css'

type Linked = NonNullable<WhatsappAccount['linked']>
type Fact = readonly [key: string, value: string]

/** Where a phone is to be linked, or may be linked again. */
const CAN_PAIR: ReadonlySet<Linked['status']> = new Set(['unpaired', 'pairing', 'stopped'])
const CAN_CONNECT: ReadonlySet<Linked['status']> = new Set(['stopped', 'waiting', 'failed'])
const CAN_UNLINK: ReadonlySet<Linked['status']> = new Set(['connected', 'connecting', 'waiting', 'stopped'])

/** What is worth a line: nothing of it where all is well. */
const useFacts = ({ linked, cloud }: WhatsappAccount): readonly Fact[] => {
  const { t, clock } = useSpeech()
  const when = (iso: string): string => clock.whole(new Date(iso))
  const facts: Fact[] = []
  if (linked !== undefined) {
    const { code, retryAt, timeLock, capping, refused, waiting, leftAlone } = linked
    if (code !== undefined) facts.push(['code', String(code)])
    if (retryAt !== undefined) facts.push(['retry', when(retryAt)])
    if (timeLock !== undefined)
      facts.push(['lock', timeLock.until === undefined ? t('whatsapp-lock-open') : when(timeLock.until)])
    if (capping?.used !== undefined) facts.push(['capping', `${capping.used} / ${capping.total ?? '?'}`])
    if (refused > 0) facts.push(['refused', String(refused)])
    if (waiting > 0) facts.push(['waiting', String(waiting)])
    if (leftAlone !== undefined && leftAlone > 0) facts.push(['left-alone', String(leftAlone)])
  }
  if (cloud !== undefined) {
    const { checkedAt, quality, limit, throughput, status, sending } = cloud
    for (const [key, value] of Object.entries({ quality, limit, throughput, status, sending }))
      if (value !== undefined) facts.push([key, value.replaceAll('_', ' ')])
    facts.push(['checked', when(checkedAt)])
  }
  return facts
}

const Doing = ({ act, primary }: { readonly act: WhatsappAct; readonly primary?: boolean }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const { run, busy, fault } = useAttempt(async () => {
    await actOnWhatsapp(act)
    await queries.invalidateQueries({ queryKey: whatsappQuery.queryKey })
  })
  return (
    <>
      <Button variant={primary === true ? 'filled' : 'default'} loading={busy} onClick={() => run()}>
        {t(`whatsapp-do-${act}`)}
      </Button>
      <FormFault fault={fault} />
    </>
  )
}

const Unlink = (): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const { run, busy, fault } = useAttempt(async () => {
    await actOnWhatsapp('unlink')
    setOpened(false)
    await queries.invalidateQueries({ queryKey: whatsappQuery.queryKey })
  })
  return (
    <>
      <Button variant="default" color="red" onClick={() => setOpened(true)}>
        {t('whatsapp-do-unlink')}
      </Button>
      <Dialog opened={opened} close={() => setOpened(false)} title={t('whatsapp-do-unlink')}>
        <form className="form" onSubmit={run}>
          <p>{t('whatsapp-unlink-note')}</p>
          <FormFault fault={fault} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red" loading={busy}>
              {t('whatsapp-do-unlink')}
            </Button>
          </Group>
        </form>
      </Dialog>
    </>
  )
}

/** What there is to do where nobody can write by WhatsApp: each way with what it asks for and what it costs. */
const Off = (): ReactNode => {
  const t = useT()
  return (
    <section className="sheet-part">
      <p>{t('whatsapp-off')}</p>
      {(['linked', 'cloud'] as const).map((way) => (
        <Fragment key={way}>
          <h2>{t(`whatsapp-off-${way}`)}</h2>
          <p className="words">
            <Words text={t(`whatsapp-off-${way}-how`)} />
          </p>
        </Fragment>
      ))}
      <p className="soft words">
        <Words text={t('whatsapp-off-where')} />
      </p>
    </section>
  )
}

const Account = ({ account }: { readonly account: WhatsappAccount }): ReactNode => {
  const t = useT()
  const facts = useFacts(account)
  const { by, linked, health, advice, pairing } = account
  if (by === 'off') return <Off />
  if (by === 'elsewhere') return <p>{t('whatsapp-elsewhere')}</p>
  const status =
    linked === undefined
      ? `whatsapp-health-${health?.status ?? 'starting'}`
      : `whatsapp-state-${linked.status}`
  return (
    <>
      <p role="status">
        <strong>{t(status)}</strong>
      </p>
      {advice !== undefined && linked?.status !== 'connected' && <p>{advice}</p>}
      {facts.length > 0 && (
        <dl>
          {facts.map(([key, value]) => (
            <div key={key}>
              <dt className="soft">{t(`whatsapp-fact-${key}`)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Group>
        <Doing act="look" />
        {linked !== undefined && CAN_CONNECT.has(linked.status) && <Doing act="connect" primary />}
        {linked !== undefined && CAN_UNLINK.has(linked.status) && <Unlink />}
      </Group>
      {linked !== undefined && CAN_PAIR.has(linked.status) && <Pairing pairing={pairing} />}
    </>
  )
}

/** The account on WhatsApp, for administrators: how it stands, what to do, and linking it to a phone. */
export const Whatsapp = (): ReactNode => {
  const t = useT()
  const { data: account, error, refetch } = useQuery(whatsappQuery)
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-wide">
        <div className="page-head">
          <h1>{t('channel-whatsapp')}</h1>
        </div>
        {account !== undefined ? (
          <Account account={account} />
        ) : error === null ? (
          <Pending />
        ) : (
          <PartTrouble error={error} retry={() => void refetch()} />
        )}
      </div>
    </main>
  )
}
