import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { Copy } from '../parts/copy.tsx'
import { mayWork, meQuery } from '../api/reads.ts'
import { Dialog } from '../parts/dialog.tsx'
import { CaseLinks } from './case-links.tsx'
import { readKind } from './identifier-kind.ts'
import { Source } from './source.tsx'
import '../styles/work.css'

const OwnerForm = lazy(async () => ({ default: (await import('./owner-form.tsx')).OwnerForm }))

type Identifier = CaseFile['identifiers'][number]

/** Digits and spaces apart, so that a number written with blanks does not stand twice. */
const isSame = (a: string, b: string): boolean => a.replace(/[\s()-]/g, '') === b.replace(/[\s()-]/g, '')

/** Digits alone, of whatever script, are read from the left; with letters the letters say. */
const Raw = ({ text }: { readonly text: string }): ReactNode =>
  /\p{L}/u.test(text) ? (
    <span className="words" dir="auto">
      <Words text={text} />
    </span>
  ) : (
    <bdi dir="ltr">{text}</bdi>
  )

const whoseKey = ({ owner, role, withdrawn }: Identifier): string => {
  if (withdrawn === true) return 'identifier-withdrawn'
  return role === undefined ? `owner-${owner}` : `belongs-to-${role}`
}

const Item = ({
  code,
  place,
  one,
}: {
  readonly code: string
  readonly place: number
  readonly one: Identifier
}): ReactNode => {
  const t = useT()
  const works = mayWork(useQuery(meQuery).data)
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  const { Icon, key, form } = readKind(one.type)
  return (
    <li className="identifier" data-owner={one.owner}>
      <Icon size={20} aria-hidden />
      <div>
        <p className="soft">
          {key === undefined ? <bdi dir="ltr">{one.type}</bdi> : t(key)}
          {form !== undefined && ` · ${t(`form-${form}`)}`}
          {' · '}
          {t(whoseKey(one))}
        </p>
        <p className="identifier-value">
          <bdi dir="ltr">{one.value}</bdi>
        </p>
        {one.masked === true && <p className="soft">{t('identifier-masked')}</p>}
        {one.unresolved && <p className="soft">{t('identifier-unresolved')}</p>}
        {!isSame(one.raw, one.value) && (
          <p className="soft">
            {t('identifier-raw')} <Raw text={one.raw} />
          </p>
        )}
        <span className="answer-tools">
          {one.message !== undefined && <Source code={code} message={one.message} />}
          {works && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<IconPencil size={14} />}
              aria-label={`${t('owner-change')}: ${one.value}`}
              onClick={() => setOpen(true)}
            >
              {t('owner-change')}
            </Button>
          )}
        </span>
        <Dialog opened={open} close={close} title={t('owner-title')}>
          <OwnerForm code={code} place={place} one={one} close={close} />
        </Dialog>
      </div>
      {one.masked !== true && <Copy text={one.value} label={t('identifier-copy')} />}
    </li>
  )
}

/** By what others can be found again, and where else the same stands. */
export const Identifiers = ({
  file,
  level,
}: {
  readonly file: CaseFile
  readonly level: 2 | 3
}): ReactNode => {
  const t = useT()
  const Heading = `h${level}` as const
  return (
    <section>
      <Heading>{t('file-identifiers')}</Heading>
      {file.identifiers.length === 0 ? (
        <p className="soft">{t('identifiers-none')}</p>
      ) : (
        <ul className="identifiers">
          {file.identifiers.map((one, place) => (
            <Item key={`${one.type} ${one.value}`} code={file.code} place={place} one={one} />
          ))}
        </ul>
      )}
      <CaseLinks file={file} />
    </section>
  )
}
