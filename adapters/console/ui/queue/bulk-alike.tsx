import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { AlikeCases } from '../../contract/commands.ts'
import { call } from '../api/call.ts'
import { casePath } from '../api/reads.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'

/** What was known of a case when it was chosen: its newest entry. */
export type Seen = ReadonlyMap<string, number>

/** Chooses every waiting case that is like the one that is chosen. */
export const BulkAlike = ({
  code,
  choose,
}: {
  readonly code: string
  readonly choose: (found: Seen) => void
}): ReactNode => {
  const t = useT()
  const [found, setFound] = useState<{ readonly words: number; readonly origin: number }>()
  const look = useAttempt(async () => {
    const { cases } = await call<AlikeCases>('GET', casePath(code, '/alike'))
    const counted = (by: 'words' | 'origin'): number => cases.filter((one) => one.by.includes(by)).length
    setFound({ words: counted('words'), origin: counted('origin') })
    choose(new Map(cases.map(({ code: one, seen }) => [one, seen])))
  })
  return (
    <>
      <Button size="xs" variant="default" loading={look.busy} onClick={() => look.run()}>
        {t('bulk-alike')}
      </Button>
      {found !== undefined && (
        <p role="status">{t('bulk-alike-found', { words: found.words, origin: found.origin })}</p>
      )}
      <FormFault fault={look.fault} />
    </>
  )
}
