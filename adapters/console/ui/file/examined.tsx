import { IconAlertTriangle, IconShieldX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Evidence } from '../../contract/index.ts'
import type { Examined as Read } from '../../contract/evidence.ts'
import type { Translate } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { lengthOf } from './length.ts'
import { Strip } from './strip.tsx'
import { Technical } from './technical.tsx'
import { Waveform } from './waveform.tsx'
import '../styles/evidence.css'

type State = { readonly found: Read['digest']['found']; readonly why?: Read['digest']['why'] }

/** What nobody looked at says why, and nothing else may stand in its place. */
const unread = (t: Translate, { why }: State): string => t(`unread-${(why ?? 'failed').replaceAll('_', '-')}`)

const Row = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode => (
  <div className="read">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** A stranger's text out of the file: it may be in any script, and must not turn what stands around it. */
const Theirs = ({ text }: { readonly text: string }): ReactNode => (
  <bdi className="words">
    <Words text={text} />
  </bdi>
)

const Warning = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <span className="read-warning">
    <IconAlertTriangle size={15} aria-hidden />
    <span>{children}</span>
  </span>
)

const FORMATS = { zip: 'ZIP', pdf: 'PDF', html: 'HTML' } as const

const Type = ({ item, read }: { readonly item: Evidence; readonly read: Read }): ReactNode => {
  const t = useT()
  const { type } = read
  return (
    <Row label={t('read-type')}>
      {item.mime === undefined ? t('read-type-none') : <bdi dir="ltr">{item.mime}</bdi>}
      {read.width !== undefined && read.height !== undefined && (
        <>
          {' '}
          <bdi dir="ltr" className="soft">
            {read.width} × {read.height}
          </bdi>
        </>
      )}
      {type.mismatch && (
        <Warning>
          {t('read-type-mismatch')}{' '}
          {item.declaredMime !== undefined && <bdi dir="ltr">{item.declaredMime}</bdi>}
        </Warning>
      )}
      {type.trailing !== undefined && (
        <Warning>{t('read-type-trailing', { n: String(type.trailing) })}</Warning>
      )}
      {type.also.map((format) => (
        <Warning key={format}>{t('read-type-also', { format: FORMATS[format] })}</Warning>
      ))}
    </Row>
  )
}

const Taken = ({ read }: { readonly read: Read }): ReactNode => {
  const t = useT()
  const { metadata } = read
  const isEmpty =
    metadata.camera === undefined &&
    metadata.software === undefined &&
    metadata.takenAt === undefined &&
    !metadata.hasPlace
  return (
    <>
      {isEmpty && (
        <Row label={t('read-taken')}>
          {metadata.found === 'not_computed'
            ? unread(t, metadata)
            : t(metadata.found === 'found' ? 'read-taken-other' : 'read-taken-none')}
        </Row>
      )}
      {metadata.camera !== undefined && (
        <Row label={t('read-camera')}>
          <Theirs text={metadata.camera} />
        </Row>
      )}
      {metadata.software !== undefined && (
        <Row label={t('read-software')}>
          <Theirs text={metadata.software} />
        </Row>
      )}
      {metadata.takenAt !== undefined && (
        <Row label={t('read-time')}>
          <bdi dir="ltr">{metadata.takenAt.replace(/^(\d{4}):(\d\d):(\d\d)/, '$1-$2-$3')}</bdi>{' '}
          <span className="soft">{t('read-time-note')}</span>
        </Row>
      )}
      {metadata.hasPlace && <Row label={t('read-place')}>{t('read-place-there')}</Row>}
    </>
  )
}

/** Three honest states, and the fourth, that nobody looked. */
const Origin = ({ read }: { readonly read: Read }): ReactNode => {
  const t = useT()
  const { origin } = read
  return (
    <Row label={t('read-origin')}>
      {origin.found === 'broken' ? (
        <Warning>{t('read-origin-broken')}</Warning>
      ) : origin.found === 'not_computed' ? (
        unread(t, origin)
      ) : (
        t(`read-origin-${origin.found}`)
      )}
      {origin.signer !== undefined && (
        <span className="read-more">
          {t('read-origin-signer')} <Theirs text={origin.signer} />
        </span>
      )}
      {origin.madeBy !== undefined && (
        <span className="read-more">
          {t('read-origin-made-by')} <Theirs text={origin.madeBy} />
        </span>
      )}
    </Row>
  )
}

const Generation = ({ read }: { readonly read: Read }): ReactNode => {
  const t = useT()
  const { generation } = read
  return (
    <Row label={t('read-generation')}>
      {generation.found === 'found' || generation.found === 'broken' ? (
        <Warning>{t(`read-generation-${generation.found}`)}</Warning>
      ) : generation.found === 'not_computed' ? (
        unread(t, generation)
      ) : (
        t('read-generation-none')
      )}
      {generation.tools.length > 0 && (
        <span className="read-more">
          {generation.tools.map((tool, i) => (
            <span key={tool}>
              {i > 0 && t('list-comma')}
              <Theirs text={tool} />
            </span>
          ))}
        </span>
      )}
    </Row>
  )
}

/** What was read off a file, item by item and without a verdict. */
export const Examined = ({
  code,
  item,
  read,
}: {
  readonly code: string
  readonly item: Evidence
  readonly read: Read
}): ReactNode => {
  const t = useT()
  return (
    <div className="examined">
      {read.digest.found === 'broken' && (
        <p className="read-broken" role="alert">
          <IconShieldX size={18} aria-hidden />
          <span>{t('read-broken')}</span>
        </p>
      )}
      <Strip code={code} item={item} read={read} />
      {read.waveform !== undefined && <Waveform bars={read.waveform} durationMs={read.durationMs} />}
      <dl className="reads">
        <Type item={item} read={read} />
        <Row label={t('read-came')}>{t(`capture-${item.capture.replaceAll('_', '-')}-note`)}</Row>
        {read.durationMs !== undefined && (
          <Row label={t('read-length')}>
            <bdi dir="ltr">{lengthOf(read.durationMs)}</bdi>
          </Row>
        )}
        {read.pages !== undefined && <Row label={t('read-pages')}>{read.pages}</Row>}
        <Taken read={read} />
        <Origin read={read} />
        <Generation read={read} />
      </dl>
      <p className="soft read-nothing">{t('read-none-proves-nothing')}</p>
      <Technical code={code} item={item} read={read} />
    </div>
  )
}
