import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { explain } from '../api/explain.ts'
import { isFault } from '../api/fault.ts'
import { useT } from '../language/language.tsx'

/** Why what was to be sent did not go, and what may keep it from arriving. */
export const ComposerFaults = ({
  fault,
  blocked,
}: {
  readonly fault: unknown
  readonly blocked: boolean
}): ReactNode => {
  const t = useT()
  return (
    <div role="alert">
      {fault !== undefined && (
        <Alert
          className="composer-fault"
          color={isFault(fault, 'moved') ? 'yellow' : 'red'}
          icon={<IconAlertTriangle size={18} />}
        >
          {explain(t, fault)}
        </Alert>
      )}
      {blocked && (
        <Alert className="composer-fault" color="yellow" icon={<IconAlertTriangle size={18} />}>
          {t('compose-blocked')}
        </Alert>
      )}
    </div>
  )
}
