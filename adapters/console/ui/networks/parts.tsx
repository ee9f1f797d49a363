import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Network } from '../../contract/networks.ts'
import { mayRead, meQuery } from '../api/reads.ts'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'

/** As people call it: a few characters of its id, or the case that was opened first. */
export const nameOf = ({ key, cases }: Pick<Network, 'key' | 'cases'>): string =>
  key.startsWith('U') ? `N-${key.slice(1, 7)}` : (cases[0]?.code ?? key)

/** Whether a code leads to its case: who judges networks alone is let into none. */
export const useReads = (): boolean => mayRead(useQuery(meQuery).data)

export const Code = ({ code }: { readonly code: string }): ReactNode =>
  useReads() ? (
    <Link to="/cases/$code" params={{ code }} className="code">
      <bdi dir="ltr">{code}</bdi>
    </Link>
  ) : (
    <bdi dir="ltr" className="code">
      {code}
    </bdi>
  )

/** Says to who judges networks alone what they are not shown. */
export const OnlyNetworks = (): ReactNode => {
  const t = useT()
  return useReads() ? null : <p className="soft sheet-note">{t('networks-only')}</p>
}

export const Codes = ({ codes }: { readonly codes: readonly string[] }): ReactNode => {
  const t = useT()
  return codes.map((code, n) => (
    <span key={code}>
      {n > 0 && t('list-comma')}
      <Code code={code} />
    </span>
  ))
}

export const State = ({ state }: { readonly state: Network['state'] }): ReactNode => (
  <span className="network-state" data-state={state}>
    {useT()(`network-state-${state}`)}
  </span>
)

export const Sums = ({ sums }: { readonly sums: Network['demanded'] }): ReactNode => {
  const t = useT()
  return sums.length === 0 ? (
    <span className="soft">{t('network-not-told')}</span>
  ) : (
    sums.map(({ currency, hundredths, cases }) => (
      <span key={currency} className="network-sum">
        <bdi dir="ltr">{`${new Intl.NumberFormat('en').format(hundredths / 100)} ${currency}`}</bdi>{' '}
        <span className="soft">{t('network-in-cases', { count: cases })}</span>
      </span>
    ))
  )
}

/** What binds cases, in words. */
export const Bonds = ({ bonds }: { readonly bonds: Network['bonds'] }): ReactNode => {
  const t = useT()
  return bonds.length === 0 ? t('bond-none') : bonds.map((one) => t(`bond-${one}`)).join(t('list-comma'))
}

/** A list of words, or that nobody told. */
export const Told = ({ words }: { readonly words: readonly string[] }): ReactNode => {
  const t = useT()
  return words.length === 0 ? (
    <span className="soft">{t('network-not-told')}</span>
  ) : (
    <Words text={words.join(t('list-comma'))} />
  )
}
