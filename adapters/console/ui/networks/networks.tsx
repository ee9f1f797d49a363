import { IconBellRinging } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Network } from '../../contract/networks.ts'
import { networksQuery } from '../api/networks.ts'
import { Sheet } from '../admin/sheet.tsx'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { Bonds, nameOf, OnlyNetworks, State, Sums, Told } from './parts.tsx'
import { Name } from '../language/words.tsx'
import './networks.css'

const HEADS = [
  'network-title',
  'network-cases',
  'network-newest',
  'network-bound',
  'network-demanded',
  'network-paid',
  'network-provinces',
  'network-services',
  'network-lead',
] as const

const cellsOf = (network: Network, services: readonly string[], nobody: string): readonly ReactNode[] => [
  network.cases.length,
  <Ago key="at" at={network.lastAt} />,
  <Bonds key="by" bonds={network.bonds} />,
  <Sums key="demanded" sums={network.demanded} />,
  <Sums key="paid" sums={network.paid} />,
  <Told key="provinces" words={network.provinces} />,
  <Told key="services" words={services} />,
  network.lead === undefined ? <span className="soft">{nobody}</span> : <Name text={network.lead} />,
]

/* Roles are said: on a narrow page its parts are no table to the browser any more. */
const Row = ({ network }: { readonly network: Network }): ReactNode => {
  const t = useT()
  const services = network.services.map((one) => t(`network-service-${one}`))
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link to="/networks/$network" params={{ network: network.key }} className="code network-link">
          <bdi dir="ltr">{nameOf(network)}</bdi>
        </Link>
        <State state={network.state} />
        {network.alarms > 0 && (
          <span className="network-alarm">
            <IconBellRinging size={14} aria-hidden /> {t('network-alarms', { count: network.alarms })}
          </span>
        )}
        {network.proposed > 0 && (
          <span className="soft">{t('network-proposed-count', { count: network.proposed })}</span>
        )}
      </th>
      {cellsOf(network, services, t('network-nobody')).map((cell, n) => (
        <td role="cell" key={HEADS[n + 1]} data-name={t(HEADS[n + 1] ?? '')}>
          {cell}
        </td>
      ))}
    </tr>
  )
}

/** Cases that hang together and what people decided of them, as far as the reader may see them. */
export const Networks = (): ReactNode => {
  const t = useT()
  return (
    <Sheet
      title={t('networks-title')}
      note={t('networks-note')}
      query={networksQuery(document.documentElement.lang)}
      wide
    >
      {({ networks }) => (
        <>
          <OnlyNetworks />
          {networks.length === 0 ? (
            <p>{t('networks-none')}</p>
          ) : (
            <div className="networks" role="region" aria-label={t('networks-title')} tabIndex={0}>
              <table role="table" className="networks-table">
                <thead role="rowgroup">
                  <tr role="row">
                    {HEADS.map((head) => (
                      <th key={head} scope="col" role="columnheader">
                        {t(head)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  {networks.map((one) => (
                    <Row key={one.key} network={one} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </Sheet>
  )
}
