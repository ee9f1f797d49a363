import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { searchQuery, type Filter } from '../api/search.ts'
import { PartTrouble } from '../desk/trouble.tsx'
import { MoreTexts, useT } from '../language/language.tsx'
import { Rows } from './rows.tsx'
import '../styles/search.css'

type Props = {
  readonly asked: string
  readonly filter: Filter
  readonly selected: string | undefined
  readonly offset: number
  readonly keepOffset: (offset: number) => void
}

const List = ({ asked, filter, selected, offset, keepOffset }: Props): ReactNode => {
  const t = useT()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(searchQuery(asked, filter))
  const rows = useMemo(() => {
    const seen = new Map(data?.pages.flatMap((page) => page.rows).map((row) => [row.code, row]))
    // The sentence that was looked for says more than the last words.
    return [...seen.values()].map((row) =>
      row.sentence === undefined ? row : { ...row, preview: row.sentence },
    )
  }, [data])
  if (error !== null && data === undefined) return <PartTrouble error={error} retry={() => void refetch()} />
  const whole = data?.pages.every((page) => page.whole) ?? true
  return (
    <>
      <div className="found-line" role="status">
        {!isPending && rows.length > 0 && (
          <p>
            {t('found-count', { count: rows.length })}
            {hasNextPage && <span className="soft"> · {t('found-more')}</span>}
          </p>
        )}
        {!whole && <p className="found-many">{t('found-many')}</p>}
      </div>
      <Rows
        rows={rows}
        pending={isPending}
        more={hasNextPage}
        loadMore={() => {
          if (!isFetchingNextPage) void fetchNextPage()
        }}
        selected={selected}
        empty={t('search-none')}
        offset={offset}
        keepOffset={keepOffset}
      />
    </>
  )
}

/** What a search by words, numbers and filters gave, in the place of the queue. */
export const Found = (props: Props): ReactNode => (
  <MoreTexts of="search">
    <List {...props} />
  </MoreTexts>
)
