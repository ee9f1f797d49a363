import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { useT } from '../language/language.tsx'
import './administration.css'

/** A page about the machine: its title, what is to be known about it, and what was read. */
export const Sheet = <T, K extends readonly unknown[]>({
  title,
  note,
  query,
  wide,
  children,
}: {
  readonly title: string
  readonly note: string
  readonly query: UseQueryOptions<T, Error, T, K>
  readonly wide?: boolean
  readonly children: (data: T) => ReactNode
}): ReactNode => {
  const { data, error, refetch } = useQuery(query)
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className={wide === true ? 'page-wide page-texts' : 'page-wide'}>
        <div className="page-head">
          <h1>{title}</h1>
        </div>
        <p className="soft sheet-note">{note}</p>
        {/* What was read before is shown on, with the word that it could not be read again. */}
        {error !== null && <PartTrouble error={error} retry={() => void refetch()} />}
        {data !== undefined ? children(data) : error === null && <Pending />}
      </div>
    </main>
  )
}

export const Part = ({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): ReactNode => (
  <section className="sheet-part">
    <h2>{title}</h2>
    {children}
  </section>
)

export type Fact = {
  readonly key: string
  readonly name: string
  readonly says: ReactNode
  readonly usual?: boolean
}

/** Marks what nobody said, so that it is as it comes. */
export const Usual = (): ReactNode => <span className="tag">{useT()('admin-usual')}</span>

export const Facts = ({ facts }: { readonly facts: readonly Fact[] }): ReactNode => (
  <dl className="sheet-facts">
    {facts.map(({ key, name, says, usual }) => (
      <div key={key}>
        <dt>{name}</dt>
        <dd>
          {says} {usual === true && <Usual />}
        </dd>
      </div>
    ))}
  </dl>
)

/** A table that scrolls by itself where it is wider than the page. */
export const Grid = ({
  caption,
  heads,
  rows,
}: {
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly {
    readonly key: string
    readonly head: ReactNode
    readonly cells: readonly ReactNode[]
  }[]
}): ReactNode => (
  <div className="sheet-scroll" role="region" aria-label={caption} tabIndex={0}>
    {/* Roles by name: laid out as lines on a phone, browsers would take it for no table. */}
    <table role="table" className="sheet-grid">
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, head, cells }) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              {head}
            </th>
            {cells.map((cell, i) => (
              <td key={heads[i + 1]} role="cell" data-name={heads[i + 1]}>
                <div>{cell}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
