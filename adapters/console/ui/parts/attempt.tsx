import { Alert } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { explain } from '../api/explain.ts'
import { faultOf } from '../api/fault.ts'
import { meQuery } from '../api/reads.ts'
import { useT } from '../language/language.tsx'

export type Attempt = {
  readonly run: (event?: FormEvent) => void
  readonly busy: boolean
  readonly fault: unknown
}

/** A form's doing: once at a time, its failure kept for `FormFault`. */
export const useAttempt = (act: () => Promise<unknown>): Attempt => {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const go = async (): Promise<void> => {
    setBusy(true)
    setFault(undefined)
    try {
      await act()
    } catch (error) {
      setFault(error)
      // A session that ran out shows itself when asked for the agent; a wrong password does not.
      if (faultOf(error).status === 401) void queries.invalidateQueries({ queryKey: meQuery.queryKey })
    } finally {
      setBusy(false)
    }
  }
  return {
    run: (event) => {
      event?.preventDefault()
      if (!busy) void go()
    },
    busy,
    fault,
  }
}

/** `words`: what this form says of it, where it knows better than all of them. */
export const FormFault = ({
  fault,
  words,
}: {
  readonly fault: unknown
  readonly words?: string | undefined
}): ReactNode => {
  const t = useT()
  return (
    <div role="alert">
      {fault !== undefined && (
        <Alert color="red" className="form-fault" icon={<IconAlertCircle size={18} />}>
          {words ?? explain(t, fault)}
        </Alert>
      )}
    </div>
  )
}
