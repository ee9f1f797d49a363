import { IconPointFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CaseRow } from '../../contract/index.ts'
import { useStore } from '../browser/store.ts'
import type { Translate } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { changesOf, seenCases, type Changes } from './seen.ts'

export const useChanges = (row: CaseRow): Changes | undefined =>
  changesOf(useStore(seenCases).get(row.code), row)

export const changesText = (t: Translate, { severity, files, words }: Changes): string =>
  t('row-changed', {
    what: [
      ...(severity === undefined
        ? []
        : [t('row-changed-severity', { before: severity[0], now: severity[1] })]),
      ...(files === undefined ? [] : [t('row-changed-files', { count: files })]),
      ...(words === undefined ? [] : [t('row-changed-words')]),
    ].join(t('list-comma')),
  })

/** That something happened since this agent last had the case open. */
export const ChangedMark = ({ row }: { readonly row: CaseRow }): ReactNode => {
  const t = useT()
  const changes = useChanges(row)
  if (changes === undefined) return null
  const { severity, files } = changes
  return (
    <span
      className="row-changed"
      role="img"
      aria-label={changesText(t, changes)}
      data-graver={severity !== undefined && severity[1] < severity[0]}
    >
      {severity !== undefined ? (
        <bdi dir="ltr">
          {severity[0]}→{severity[1]}
        </bdi>
      ) : files !== undefined ? (
        <bdi dir="ltr">+{files}</bdi>
      ) : (
        <IconPointFilled size={14} aria-hidden />
      )}
    </span>
  )
}
