import type { ReactNode } from 'react'
import type { Statistics } from '../../contract/statistics.ts'
import { useT } from '../language/language.tsx'
import { Hidden } from './bars.tsx'
import { useSpan } from '../admin/span.ts'

type Line = Statistics['firstReplyBy'][number]

const Soon = ({ of, within }: Pick<Line, 'of' | 'within'>): ReactNode => {
  const t = useT()
  if (of === 0) return '–'
  return of === 'few' || within === undefined || within === 'few' ? (
    <Hidden />
  ) : (
    t('statistics-reply-of', { count: within, all: of })
  )
}

/** How soon a person answered, by urgency, and how many of them as soon as its target asks. */
export const Replies = ({ lines }: { readonly lines: readonly Line[] }): ReactNode => {
  const t = useT()
  const length = useSpan()
  return (
    <section className="statistics-part">
      <table className="statistics-replies">
        <caption>{t('statistics-reply')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('statistics-reply-urgency')}</th>
            <th scope="col">{t('statistics-reply-half')}</th>
            <th scope="col">{t('statistics-reply-soon')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, of, medianSeconds, within }) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>{medianSeconds === undefined ? of === 0 ? '–' : <Hidden /> : length(medianSeconds)}</td>
              <td>
                <Soon of={of} {...(within === undefined ? {} : { within })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length === 0 && <p className="soft">{t('statistics-nothing')}</p>}
    </section>
  )
}
