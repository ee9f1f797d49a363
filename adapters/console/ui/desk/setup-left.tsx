import { Alert, Anchor } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { progressOf } from '../admin/checklist.ts'
import { useChecklist } from '../admin/use-checklist.ts'
import { MoreTexts, useT } from '../language/language.tsx'

const Line = ({ done, of }: { readonly done: number; readonly of: number }): ReactNode => {
  const t = useT()
  return (
    <Alert className="banner" color="blue" icon={<IconListCheck size={18} />}>
      {t('banner-setup', { done, of })}{' '}
      <Anchor component={Link} to="/checklist" inherit underline="always">
        {t('banner-setup-link')}
      </Anchor>
    </Alert>
  )
}

/**
 * Over the first page of who administers: what is left to set up, with the way to it, the second factor
 * among it. `otherwise`: what stands there where nothing is left, or nobody knows yet.
 */
export const SetupLeft = ({ otherwise }: { readonly otherwise: ReactNode }): ReactNode => {
  const { checks } = useChecklist()
  if (checks === undefined) return otherwise
  const { done, of } = progressOf(checks)
  if (done === of) return otherwise
  return (
    <MoreTexts of="account">
      <Line done={done} of={of} />
    </MoreTexts>
  )
}
