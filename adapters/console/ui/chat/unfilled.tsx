import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { placeholdersIn, VARIABLES, type Placeholder } from '../../contract/placeholders.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { useAtHand } from './at-hand.ts'
import { Name } from '../language/words.tsx'
import './unfilled.css'

/** Why nothing is known of these; of the others something always is. */
const WHY: ReadonlySet<string> = new Set(['hotline', 'platform', 'until', 'team', 'organisation'])

type Props = {
  readonly text: string
  /** It was to be sent so. */
  readonly stopped: boolean
  readonly go: (place: Placeholder) => void
}

const Gaps = ({ text, stopped, go }: Props): ReactNode => {
  const t = useT()
  const part = useAtHand(stopped)
  const found = placeholdersIn(text)
  const whys = VARIABLES.filter(
    (name) =>
      WHY.has(name) && found.some((each) => each.name === name || each.name === t(`variable-${name}`)),
  )
  return (
    <div ref={part} className="unfilled" role={stopped ? 'alert' : 'status'}>
      <IconAlertTriangle size={17} aria-hidden />
      <strong>{t(stopped ? 'fault-placeholder' : 'unfilled')}</strong>
      {found.map((place) => (
        <Button
          key={place.from}
          size="compact-sm"
          variant="default"
          aria-label={t('unfilled-at', { name: place.name })}
          onClick={() => go(place)}
        >
          <Name text={place.name} />
        </Button>
      ))}
      {whys.length > 0 && (
        <span className="soft">{whys.map((name) => t(`unfilled-why-${name}`)).join(' ')}</span>
      )}
    </div>
  )
}

/** What of a reply is still to be filled in; each leads to its place. Nothing where all is. */
export const Unfilled = (props: Props): ReactNode => (
  <MoreTexts of="replies">
    <Gaps {...props} />
  </MoreTexts>
)
