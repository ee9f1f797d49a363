import { useQuery } from '@tanstack/react-query'
import { IconArrowLeft, IconBellRinging } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, type ReactNode } from 'react'
import type { Network, NetworkPage } from '../../contract/networks.ts'
import { networkQuery } from '../api/networks.ts'
import '../admin/administration.css'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { Name } from '../language/words.tsx'
import { LinkIcon } from '../parts/link-icon.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { Act, Actions } from './acts.tsx'
import { Dossier } from './dossier.tsx'
import { Bonds, Code, Codes, nameOf, OnlyNetworks, State, Sums, Told } from './parts.tsx'
import { Steps } from './steps.tsx'
import './networks.css'

const Graph = lazy(async () => ({ default: (await import('./graph.tsx')).Graph }))

const Part = ({
  title,
  note,
  children,
}: {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}): ReactNode => (
  <section className="network-part">
    <h2>{title}</h2>
    {note !== undefined && <p className="soft">{note}</p>}
    {children}
  </section>
)

const Facts = ({ network }: { readonly network: Network }): ReactNode => {
  const t = useT()
  const { bonds, lastAt, demanded, paid, provinces, services, lead } = network
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['network-bound', <Bonds key="b" bonds={bonds} />],
    ['network-newest', <Ago key="n" at={lastAt} />],
    ['network-demanded', <Sums key="d" sums={demanded} />],
    ['network-paid', <Sums key="p" sums={paid} />],
    ['network-provinces', <Told key="w" words={provinces} />],
    ['network-services', <Told key="s" words={services.map((one) => t(`network-service-${one}`))} />],
    ['network-lead', lead === undefined ? t('network-nobody') : <Name key="l" text={lead} />],
  ]
  return (
    <dl className="network-facts">
      {facts.map(([name, says]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}

/**
 * One line for all the cases that a case is bound to in the same way: forty cases are pairs by the hundred.
 * `none`: what is said of a case that is bound to none of the network itself.
 */
const To = ({
  bonds,
  none,
}: {
  readonly bonds: Network['cases'][number]['bonds']
  readonly none: 'bond-none' | 'bond-through'
}): ReactNode => {
  const t = useT()
  const ways = [...Map.groupBy(bonds, ({ by }) => by.join(' ')).values()]
  return (
    <ul className="soft">
      {bonds.length === 0 && <li>{t(none)}</li>}
      {ways.map((way) => (
        <li key={way[0]?.code}>
          {t('network-with')} <Codes codes={way.map(({ code }) => code)} />:{' '}
          <Bonds bonds={way[0]?.by ?? []} />
        </li>
      ))}
    </ul>
  )
}

const Members = ({ page }: { readonly page: NetworkPage }): ReactNode => {
  const t = useT()
  const { network } = page
  const isOpen = network.state !== 'suspected' && network.state !== 'dissolved'
  return (
    <ul className="network-members">
      {network.cases.map(({ code, openedAt, severity, status, holder, bonds }) => (
        <li key={code}>
          <p className="network-member">
            <Code code={code} />
            <SeverityMark severity={severity} />
            <span>{t(`status-${status}`)}</span>
            <Ago at={openedAt} className="soft" />
            {holder !== undefined && <Name text={holder} />}
            {isOpen && <Act page={page} kind="remove" code={code} />}
          </p>
          <To bonds={bonds} none="bond-none" />
        </li>
      ))}
    </ul>
  )
}

const Shared = ({ shared }: { readonly shared: NetworkPage['shared'] }): ReactNode => {
  const t = useT()
  return (
    <ul className="network-shared">
      {shared.map(({ kind, value, cases }, n) => (
        <li key={n}>
          {t(`network-shared-${kind}`, { count: cases.length })}
          {value !== undefined && (
            <>
              {' '}
              <bdi dir="ltr" className="identifier-value">
                {value}
              </bdi>
            </>
          )}
          <span className="soft network-shared-in">
            <Codes codes={cases} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const Alarms = ({ page }: { readonly page: NetworkPage }): ReactNode => {
  const t = useT()
  return page.alarms.map(({ code, to, at }) => (
    <div className="sheet-alert" data-grave="true" key={code}>
      <IconBellRinging size={18} aria-hidden />
      <div>
        <p>
          {t('network-alarm')} <Code code={code} />, {t('network-with')} <Code code={to} />. <Ago at={at} />
        </p>
        <p className="network-member">
          <Act page={page} kind="add" code={code} />
          <Act page={page} kind="answer" code={code} />
        </p>
      </div>
    </div>
  ))
}

const Proposed = ({ page }: { readonly page: NetworkPage }): ReactNode => {
  const t = useT()
  return (
    <Part title={t('network-proposed')} note={t('network-proposed-note')}>
      <ul className="network-members">
        {page.proposed.map(({ code, openedAt, bonds }) => (
          <li key={code}>
            <p className="network-member">
              <Code code={code} />
              <Ago at={openedAt} className="soft" />
              {page.network.state !== 'dissolved' && <Act page={page} kind="add" code={code} />}
            </p>
            <To bonds={bonds} none="bond-through" />
          </li>
        ))}
      </ul>
    </Part>
  )
}

const Whole = ({ page }: { readonly page: NetworkPage }): ReactNode => {
  const t = useT()
  const { network, shared, proposed } = page
  return (
    <>
      <div className="page-head network-head">
        <LinkIcon to="/networks" variant="subtle" color="gray" size="lg" aria-label={t('networks-title')}>
          <IconArrowLeft size={20} className="flip" />
        </LinkIcon>
        <h1>
          {t('network-one')} <bdi dir="ltr">{nameOf(network)}</bdi>
        </h1>
        <State state={network.state} />
      </div>
      <p className="soft sheet-note">
        {t(network.state === 'suspected' ? 'network-suspected-note' : 'network-decided-note')}
      </p>
      <OnlyNetworks />
      <Alarms page={page} />
      <Actions page={page} />
      <Facts network={network} />
      <div className="network-columns">
        <Part title={t('network-cases-title', { count: network.cases.length })}>
          <Members page={page} />
        </Part>
        <div className="network-column">
          {shared.length > 0 && (
            <Part title={t('network-shared')}>
              <Shared shared={shared} />
            </Part>
          )}
          <Part title={t('network-steps')}>
            <Steps page={page} />
          </Part>
        </div>
      </div>
      {proposed.length > 0 && <Proposed page={page} />}
      {network.state !== 'suspected' && (
        <Part title={t('network-dossier')} note={t('network-dossier-note')}>
          <Dossier network={network.key} />
        </Part>
      )}
      <Part title={t('network-graph')} note={t('network-graph-note')}>
        <Suspense fallback={<Pending />}>
          <Graph page={page} />
        </Suspense>
      </Part>
    </>
  )
}

/** One network: its cases, what they share, what was decided of it, and the deciding. */
export const NetworkSheet = (): ReactNode => {
  const { network } = useParams({ from: '/inside/admin/networks/$network' })
  const { data, error, refetch } = useQuery(networkQuery(network, document.documentElement.lang))
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-wide page-texts">
        {error !== null && <PartTrouble error={error} retry={() => void refetch()} />}
        {data !== undefined ? <Whole page={data} /> : error === null && <Pending />}
      </div>
    </main>
  )
}
