import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Macros } from '../../contract/macros.ts'
import { isFault } from '../api/fault.ts'
import { useSpeech } from '../language/language.tsx'
import { FormFault } from '../parts/attempt.tsx'
import { Words } from '../language/words.tsx'

type Change<Line> = (next: (lines: readonly Line[]) => readonly Line[]) => Promise<void>

/** A list that the team shares, as its page changes it: as a whole, and never over somebody else's. */
export type TeamList<Line> = {
  /** Changes the list as it is now, not as it was when a dialog was opened. Throws ApiFault. */
  readonly change: Change<Line>
  /** The same from a row of the list, which shows what went wrong over it; whether it was done. */
  readonly changeHere: (...next: Parameters<Change<Line>>) => Promise<boolean>
  readonly busy: boolean
  readonly fault: unknown
}

export const useTeamList = <Data extends { readonly version: number }, Line>(
  queryKey: QueryKey,
  linesOf: (data: Data) => readonly Line[],
  keep: (version: number, lines: Line[]) => Promise<Data>,
): TeamList<Line> => {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const change: Change<Line> = async (next) => {
    const now = queries.getQueryData<Data>(queryKey)
    if (now === undefined) return
    try {
      queries.setQueryData(queryKey, await keep(now.version, [...next(linesOf(now))]))
    } catch (error) {
      if (isFault(error, 'outdated')) await queries.invalidateQueries({ queryKey })
      throw error
    }
  }
  const changeHere = async (next: Parameters<Change<Line>>[0]): Promise<boolean> => {
    setBusy(true)
    setFault(undefined)
    try {
      await change(next)
      return true
    } catch (error) {
      setFault(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { change, changeHere, busy, fault }
}

type HeadProps = {
  readonly says: string
  /** Said instead where somebody else was faster. */
  readonly outdated: string
  readonly changed: Macros['changed']
  readonly fault: unknown
  readonly add: { readonly label: string; readonly isFull: boolean; readonly go: () => void }
}

/** How many there are, who changed them last, and the way to one more. */
export const TeamListHead = ({ says, outdated, changed, fault, add }: HeadProps): ReactNode => {
  const { t, clock } = useSpeech()
  const isOutdated = isFault(fault, 'outdated')
  return (
    <>
      <div className="team-replies-head">
        <p className="soft" role="status">
          {isOutdated ? outdated : says}
          {changed !== undefined && (
            <>
              {' · '}
              <Words
                text={t('team-replies-last', {
                  name: changed.by.name,
                  time: clock.whole(new Date(changed.at)),
                })}
              />
            </>
          )}
        </p>
        <Button leftSection={<IconPlus size={18} />} disabled={add.isFull} onClick={add.go}>
          {add.label}
        </Button>
      </div>
      {fault !== undefined && !isOutdated && <FormFault fault={fault} />}
    </>
  )
}
