import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SectionName, SettingsState } from '../../contract/settings.ts'
import { operatorQuery } from '../api/administration.ts'
import { faultOf, isFault } from '../api/fault.ts'
import { putSection, settingsQuery } from '../api/settings.ts'
import { useT } from '../language/language.tsx'
import { useAttempt, type Attempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'

export type SectionForm = Attempt & {
  /** What is wrong with a field, by its path from the section down. */
  readonly wrong: (path: string) => string | undefined
  /** Something is wrong that no field of the form shows. */
  readonly isOutdated: boolean
}

/** Sets a section to what `make` gives; `null` takes it away. What was typed stays where it was refused. */
export const useSectionForm = (
  section: SectionName,
  { version }: SettingsState[SectionName],
  make: () => unknown,
  close: () => void,
): SectionForm => {
  const t = useT()
  const queries = useQueryClient()
  // That of the moment in which the form was opened: what others change meanwhile is not overwritten.
  const [read] = useState(version)
  const attempt = useAttempt(async () => {
    try {
      queries.setQueryData(
        settingsQuery.queryKey,
        await putSection(section, { version: read, value: make() }),
      )
    } catch (error) {
      if (isFault(error, 'outdated') || isFault(error, 'stated'))
        await queries.invalidateQueries({ queryKey: settingsQuery.queryKey })
      throw error
    }
    await queries.invalidateQueries({ queryKey: operatorQuery.queryKey })
    tell(t, 'settings-kept')
    close()
  })
  const faults = attempt.fault === undefined ? [] : (faultOf(attempt.fault).faults ?? [])
  return {
    ...attempt,
    wrong: (path) => {
      const found = faults.find((fault) => fault.path === `${section}.${path}`)
      return found === undefined ? undefined : t(`settings-why-${found.why}`)
    },
    isOutdated: isFault(attempt.fault, 'outdated'),
  }
}
