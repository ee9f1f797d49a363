import { Button } from '@mantine/core'
import { IconLinkOff, IconLinkPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { mayWork, meQuery } from '../api/reads.ts'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { Dialog } from '../parts/dialog.tsx'

const LinkForm = lazy(async () => ({ default: (await import('./link-form.tsx')).LinkForm }))

const Code = ({ code }: { readonly code: string }): ReactNode => (
  <Link to="/cases/$code" params={{ code }} className="code">
    <bdi dir="ltr">{code}</bdi>
  </Link>
)

const Judge = ({
  code,
  other,
  wrong,
}: {
  readonly code: string
  readonly other: string
  readonly wrong: boolean
}): ReactNode => {
  const t = useT()
  const works = mayWork(useQuery(meQuery).data)
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  if (!works) return null
  const name = t(wrong ? 'link-wrong-begin' : 'link-right-begin')
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={wrong ? <IconLinkOff size={14} /> : <IconLinkPlus size={14} />}
        aria-label={`${name}: ${other}`}
        onClick={() => setOpen(true)}
      >
        {name}
      </Button>
      <Dialog opened={open} close={close} title={t(wrong ? 'link-wrong-title' : 'link-right-title')}>
        <LinkForm code={code} other={other} wrong={wrong} close={close} />
      </Dialog>
    </>
  )
}

const Codes = ({
  of,
  label,
  codes,
}: {
  readonly of: string
  readonly label: string
  readonly codes: readonly string[]
}): ReactNode =>
  codes.length === 0 ? null : (
    <div className="links">
      <p>{label}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <Code code={code} /> <Judge code={of} other={code} wrong />
          </li>
        ))}
      </ul>
    </div>
  )

/** Where else the same stands, by what, and which of it somebody of the team judged to be another matter. */
export const CaseLinks = ({ file }: { readonly file: CaseFile }): ReactNode => {
  const t = useT()
  return (
    <>
      <Codes of={file.code} label={t('links-also')} codes={file.links} />
      <Codes of={file.code} label={t('links-file')} codes={file.sameFile} />
      <Codes of={file.code} label={t('links-alike')} codes={file.alike} />
      <Codes of={file.code} label={t('links-script')} codes={file.sameScript} />
      <Codes of={file.code} label={t('links-sound')} codes={file.sameSound} />
      {file.apart.length > 0 && (
        <div className="links">
          <p>{t('links-apart')}</p>
          <ul>
            {file.apart.map(({ code, by, reason, at }) => (
              <li key={code}>
                <Code code={code} /> <Judge code={file.code} other={code} wrong={false} />
                <p className="words" dir="auto">
                  <Words text={reason} />
                </p>
                <p className="soft">
                  <bdi>{by}</bdi> · <Ago at={at} />
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
