import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { networksQuery } from '../api/networks.ts'
import { mayJudge, meQuery } from '../api/reads.ts'
import { useT } from '../language/language.tsx'
import { nameOf } from '../networks/parts.tsx'

/** From a case to the network that it is in, for who is shown networks; a dissolved one is none. */
export const CaseNetwork = ({ code }: { readonly code: string }): ReactNode => {
  const t = useT()
  const sees = mayJudge(useQuery(meQuery).data)
  const { data } = useQuery({ ...networksQuery(document.documentElement.lang), enabled: sees })
  const found = data?.networks.find(
    ({ state, cases }) => state !== 'dissolved' && cases.some((one) => one.code === code),
  )
  return found === undefined ? null : (
    <p>
      {t('links-network')}{' '}
      <Link to="/networks/$network" params={{ network: found.key }} className="code">
        <bdi dir="ltr">{nameOf(found)}</bdi>
      </Link>
    </p>
  )
}
