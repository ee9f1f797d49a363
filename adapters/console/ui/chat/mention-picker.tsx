import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseColleagues } from '../../contract/mentions.ts'
import { call } from '../api/call.ts'
import { casePath } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { PickList } from './pick-list.tsx'
import { isFound } from './slash.ts'
import type { PickerProps } from './use-picker.ts'
import { Name } from '../language/words.tsx'

const colleaguesOfCase = (code: string) =>
  queryOptions({
    queryKey: ['case', code, 'colleagues'],
    queryFn: async ({ signal }) =>
      (await call<CaseColleagues>('GET', casePath(code, '/colleagues'), { signal })).colleagues,
  })

type Props = PickerProps & { readonly pick: (words: string) => void }

const List = ({ code, pick, ...list }: Props): ReactNode => {
  const t = useT()
  const { data, error } = useQuery(colleaguesOfCase(code))
  const found = data?.filter(({ name }) => isFound(list.query, name))
  return (
    <PickList
      {...list}
      found={found}
      error={error}
      label={t('mention-list')}
      count={(count) => t('mention-count', { count })}
      none={t('mention-none')}
      keyOf={({ id }) => id}
      pick={({ name }) => pick(`@${name} `)}
      line={({ name }) => (
        <span className="replies-name">
          <Name text={name} />
        </span>
      )}
    />
  )
}

/** Colleagues whom a note can name: who must not know of the case is not told apart from who is not there. */
export const MentionPicker = (props: Props): ReactNode => (
  <div className="replies">
    <MoreTexts of="work">
      <List {...props} />
    </MoreTexts>
  </div>
)
