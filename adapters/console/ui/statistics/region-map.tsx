import type { ReactNode } from 'react'
import type { Statistics } from '../../contract/statistics.ts'
import { useT } from '../language/language.tsx'
import { Hidden } from './bars.tsx'

/** As many shades as an eye tells apart without a ruler. */
const SHADES = 4

/** From 1 for the fewest to `SHADES` for the most; 0 for none and for what is not shown. */
const shadeOf = (cases: Statistics['cases'] | undefined, most: number): number =>
  cases === undefined || cases === 'few' ? 0 : Math.ceil((cases / most) * SHADES)

type Tiles = {
  readonly tiles: Statistics['map']
  readonly lines: Statistics['by']['governorate']
}

/**
 * The governorates as equal squares, roughly where they lie. North is above and west on the left in every
 * language. It tells nothing that the table of the same numbers does not, so nobody hears it read out.
 */
export const RegionMap = ({ tiles, lines }: Tiles): ReactNode => {
  const t = useT()
  const counted = new Map(lines.map(({ key, cases }) => [key, cases]))
  const most = Math.max(1, ...lines.map(({ cases }) => (cases === 'few' ? 0 : cases)))
  return (
    <section className="statistics-part">
      <h2>{t('statistics-map')}</h2>
      <div className="region-map" dir="ltr" aria-hidden>
        {tiles.map(({ key, name, row, column }) => {
          const cases = counted.get(key)
          return (
            <div
              key={key}
              className="region"
              data-shade={shadeOf(cases, most)}
              data-hidden={cases === 'few'}
              style={{ gridRow: row, gridColumn: column }}
            >
              <span dir="auto">{name}</span>
              {cases !== undefined && cases !== 'few' && <b>{cases}</b>}
            </div>
          )
        })}
      </div>
      <p className="soft">{t('statistics-map-note')}</p>
      <p className="soft region-legend" aria-hidden>
        <span className="region" data-hidden /> <Hidden />
      </p>
    </section>
  )
}
