import { queryOptions } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Network, NetworkList } from '../../contract/networks.ts'
import { call } from '../api/call.ts'
import { Sheet } from '../admin/sheet.tsx'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import './networks.css'

const networksQuery = (language: string) =>
  queryOptions({
    queryKey: ['networks', language],
    queryFn: ({ signal }) => call<NetworkList>('GET', `/api/v1/networks?lang=${language}`, { signal }),
    staleTime: 30_000,
  })

const Code = ({ code }: { readonly code: string }): ReactNode => (
  <Link to="/cases/$code" params={{ code }} className="code">
    <bdi dir="ltr">{code}</bdi>
  </Link>
)

const Sums = ({ sums }: { readonly sums: Network['demanded'] }): ReactNode => {
  const t = useT()
  return sums.length === 0
    ? t('network-not-told')
    : sums.map(({ currency, hundredths, cases }) => (
        <span key={currency} className="network-sum">
          <bdi dir="ltr">{`${new Intl.NumberFormat('en').format(hundredths / 100)} ${currency}`}</bdi>{' '}
          <span className="soft">{t('network-in-cases', { count: cases })}</span>
        </span>
      ))
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Members = ({ network }: { readonly network: Network }): ReactNode => {
  const t = useT()
  return (
    <ul className="network-members">
      {network.cases.map(({ code, openedAt, severity, status, holder, bonds }) => (
        <li key={code}>
          <p className="network-member">
            <Code code={code} />
            <SeverityMark severity={severity} />
            <span>{t(`status-${status}`)}</span>
            <Ago at={openedAt} className="soft" />
            {holder !== undefined && <bdi>{holder}</bdi>}
          </p>
          <ul className="soft">
            {bonds.map(({ code: other, by }) => (
              <li key={other}>
                {t('network-with')} <Code code={other} />:{' '}
                {by.map((one) => t(`bond-${one}`)).join(t('list-comma'))}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const One = ({ network }: { readonly network: Network }): ReactNode => {
  const t = useT()
  const { cases, bonds, lastAt, demanded, paid, provinces, services } = network
  const comma = t('list-comma')
  const holders = [...new Set(cases.flatMap(({ holder }) => holder ?? []))]
  const [first] = cases
  return (
    <section className="network">
      <h2>
        {t('network-name', { count: cases.length })} <bdi dir="ltr">{first?.code}</bdi>
      </h2>
      <dl>
        <Fact name={t('network-bound')}>{bonds.map((one) => t(`bond-${one}`)).join(comma)}</Fact>
        <Fact name={t('network-newest')}>
          <Ago at={lastAt} />
        </Fact>
        <Fact name={t('network-demanded')}>
          <Sums sums={demanded} />
        </Fact>
        <Fact name={t('network-paid')}>
          <Sums sums={paid} />
        </Fact>
        <Fact name={t('network-provinces')}>
          {provinces.length === 0 ? t('network-not-told') : provinces.join(comma)}
        </Fact>
        <Fact name={t('network-services')}>
          {services.length === 0
            ? t('network-not-told')
            : services.map((one) => t(`network-service-${one}`)).join(comma)}
        </Fact>
        <Fact name={t('network-holders')}>
          {holders.length === 0 ? t('network-nobody') : holders.map((one) => <bdi key={one}>{one}</bdi>)}
        </Fact>
      </dl>
      <details>
        <summary>{t('network-members')}</summary>
        <Members network={network} />
      </details>
    </section>
  )
}

/** Cases that hang together, as far as the reader may see them. */
export const Networks = (): ReactNode => {
  const t = useT()
  return (
    <Sheet
      title={t('networks-title')}
      note={t('networks-note')}
      query={networksQuery(document.documentElement.lang)}
      wide
    >
      {({ networks }) =>
        networks.length === 0 ? (
          <p>{t('networks-none')}</p>
        ) : (
          networks.map((one) => <One key={one.cases[0]?.code} network={one} />)
        )
      }
    </Sheet>
  )
}
