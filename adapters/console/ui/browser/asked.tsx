import { useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { caseQuery } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { tell } from '../parts/notice.ts'

/** Long enough to finish a sentence and look. */
const STAYS = 20_000

type Props = { readonly code: string; readonly times: number }

const Told = ({ code, times }: Props): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  useEffect(() => {
    const look = async (): Promise<void> => {
      const file = await queries.fetchQuery({ ...caseQuery(code), staleTime: 0 })
      if (file.mine) tell(t, 'asked-for', { name: file.notes.at(-1)?.author ?? t('somebody'), code }, STAYS)
    }
    // Who may not read it, or is cut off, is not who holds it.
    look().catch(() => undefined)
  }, [code, times, queries, t])
  return null
}

/** Tells who holds a case that a colleague would like to have it. `times` tells one asking from the next. */
export const Asked = (props: Props): ReactNode => (
  <MoreTexts of="account">
    <Told {...props} />
  </MoreTexts>
)
