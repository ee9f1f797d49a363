import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Place } from '../../contract/evidence.ts'
import { call } from '../api/call.ts'
import { casePath } from '../api/reads.ts'
import { useT } from '../language/language.tsx'
import { Copy } from '../parts/copy.tsx'
import '../styles/evidence.css'

/** Where the file says it was taken. No map: asking one would tell somebody outside. */
export const RevealedPlace = ({ code, id }: { readonly code: string; readonly id: string }): ReactNode => {
  const t = useT()
  const { data } = useQuery({
    queryKey: ['evidence', code, 'place', id],
    queryFn: ({ signal }) => call<Place>('GET', casePath(code, `/evidence/${id}/place`), { signal }),
    gcTime: 0,
  })
  if (data === undefined) return null
  const place = `${data.latitude}, ${data.longitude}`
  return (
    <p className="revealed-place">
      {t('read-place-said')}{' '}
      <span>
        <bdi dir="ltr" className="code">
          {place}
        </bdi>{' '}
        <Copy text={place} label={t('read-place-copy')} />
      </span>
    </p>
  )
}
