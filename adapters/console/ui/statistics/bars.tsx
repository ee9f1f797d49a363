import type { ReactNode } from 'react'
import type { Statistics } from '../../contract/statistics.ts'
import { useT } from '../language/language.tsx'

export type Line = { readonly key: string; readonly name: ReactNode; readonly cases: Statistics['cases'] }

/** A number that is not shown: it is small, or a small one could be worked out of it. */
export const Hidden = (): ReactNode => <span className="not-shown">{useT()('statistics-hidden')}</span>

/** Room for the number beside the longest. */
const LONGEST_BAR = 70

const lengthOf = (cases: number, longest: number): string =>
  `${Math.round((cases / longest) * LONGEST_BAR * 10) / 10}%`

/** One table with a bar a row: it reads as a table without the picture, and mirrors with the page. */
export const Bars = ({
  title,
  lines,
  note,
}: {
  readonly title: string
  readonly lines: readonly Line[]
  readonly note?: string
}): ReactNode => {
  const t = useT()
  const longest = Math.max(1, ...lines.map(({ cases }) => (cases === 'few' ? 0 : cases)))
  return (
    <section className="statistics-part">
      <table>
        <caption>{title}</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">{t('statistics-what')}</th>
            <th scope="col">{t('statistics-cases')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, cases }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                {/* What is hidden is a stub: any length would say something of the number. */}
                <span
                  className="bar"
                  data-hidden={cases === 'few'}
                  {...(cases === 'few' ? {} : { style: { inlineSize: lengthOf(cases, longest) } })}
                  aria-hidden
                />
                {cases === 'few' ? <Hidden /> : <span>{cases}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length === 0 && <p className="soft">{t('statistics-nothing')}</p>}
      {note !== undefined && <p className="soft">{note}</p>}
    </section>
  )
}
