import { IconMapPin } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Message } from '../../contract/messages.ts'
import { MoreTexts, useSpeech } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { Copy } from '../parts/copy.tsx'

type Props = { readonly place: NonNullable<Message['place']> }

/** About a metre: as close as a phone knows it. */
const degrees = (value: number): string => String(Number(value.toFixed(5)))

/**
 * A place as it is read out to whoever is sent there. No map: its servers would learn where the
 * person is.
 */
const Place = ({ place }: Props): ReactNode => {
  const { t, clock, language } = useSpeech()
  const { near, name, address, moves } = place
  const coordinates = `${degrees(place.latitude)}, ${degrees(place.longitude)}`
  return (
    <div className="place">
      <p>
        <IconMapPin size={16} aria-hidden /> {t('media-location')}
        {near !== undefined && ` · ${t('place-near', { town: near[language] })}`}
      </p>
      <p>
        <bdi dir="ltr">{coordinates}</bdi> <Copy text={coordinates} label={t('place-copy')} />
      </p>
      {[name, address].map(
        (words) =>
          words !== undefined && (
            <p key={words} className="words" dir="auto">
              <Words text={words} />
            </p>
          ),
      )}
      {moves && <p className="soft">{t('place-moves', { at: clock.whole(new Date(place.at)) })}</p>}
    </div>
  )
}

export const SharedPlace = (props: Props): ReactNode => (
  <MoreTexts of="file">
    <Place {...props} />
  </MoreTexts>
)
