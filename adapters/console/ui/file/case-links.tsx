import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { CaseNetwork } from './case-network.tsx'
import { Judge } from './case-verdicts.tsx'
import { Ties, useTies } from './ties.tsx'

const Code = ({ code }: { readonly code: string }): ReactNode => (
  <Link to="/cases/$code" params={{ code }} className="code">
    <bdi dir="ltr">{code}</bdi>
  </Link>
)

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
            <Code code={code} /> <Judge code={of} other={code} saying="wrong" />
          </li>
        ))}
      </ul>
    </div>
  )

/**
 * Why the case belongs with others; those of which no reason is read any more, by what told of them;
 * and which of it somebody of the team judged to be another matter.
 */
export const CaseLinks = ({ file }: { readonly file: CaseFile }): ReactNode => {
  const t = useT()
  const ties = useTies(file.code)
  const told = new Set(ties?.ties.flatMap(({ cases }) => cases.map(({ code }) => code)))
  const rest = (codes: readonly string[]): readonly string[] => codes.filter((code) => !told.has(code))
  const hasTies = ties !== undefined && ties.ties.length + ties.verdicts.length > 0
  return (
    <>
      {hasTies && <CaseNetwork code={file.code} />}
      {hasTies && <Ties file={file} ties={ties} />}
      <Codes of={file.code} label={t('links-also')} codes={rest(file.links)} />
      <Codes of={file.code} label={t('links-file')} codes={rest(file.sameFile)} />
      <Codes of={file.code} label={t('links-alike')} codes={rest(file.alike)} />
      <Codes of={file.code} label={t('links-script')} codes={rest(file.sameScript)} />
      <Codes of={file.code} label={t('links-sound')} codes={rest(file.sameSound)} />
      {file.apart.length > 0 && (
        <div className="links">
          <p>{t('links-apart')}</p>
          <ul>
            {file.apart.map(({ code, by, reason, at }) => (
              <li key={code}>
                <Code code={code} /> <Judge code={file.code} other={code} saying="right" />
                <p className="words" dir="auto">
                  <Words text={reason} />
                </p>
                <p className="soft">
                  <Name text={by} /> · <Ago at={at} />
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
