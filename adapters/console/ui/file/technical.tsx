import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Evidence } from '../../contract/index.ts'
import type { Examination, Examined } from '../../contract/evidence.ts'
import { call } from '../api/call.ts'
import { casePath } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { Copy } from '../parts/copy.tsx'

type Result = Examination['results'][number]

const Whole = ({
  name,
  value,
  label,
}: {
  readonly name: string
  readonly value: string
  readonly label: string
}): ReactNode => (
  <p className="whole-hash">
    <bdi dir="ltr" className="soft">
      {name}
    </bdi>
    <bdi dir="ltr" className="code">
      {value}
    </bdi>
    <Copy text={value} label={label} />
  </p>
)

const ResultItem = ({ result }: { readonly result: Result }): ReactNode => {
  const t = useT()
  return (
    <li>
      <p>
        <strong>{t(`aspect-${result.aspect}`)}</strong>{' '}
        <span className="tag">
          {t(
            result.why === undefined
              ? `found-${result.found.replaceAll('_', '-')}`
              : `unread-${result.why.replaceAll('_', '-')}`,
          )}
        </span>{' '}
        <bdi dir="ltr" className="soft">
          {result.tool}
        </bdi>
      </p>
      {result.facts.length > 0 && (
        <dl className="read-facts">
          {result.facts.map(({ name, value }) => (
            <div key={name}>
              <dt>
                <bdi dir="ltr">{name}</bdi>
              </dt>
              <dd>
                <bdi className="words">
                  <Words text={String(value)} />
                </bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

const Results = ({ code, id }: { readonly code: string; readonly id: string }): ReactNode => {
  const { data, error, refetch } = useQuery({
    queryKey: ['evidence', code, 'examination', id],
    queryFn: ({ signal }) =>
      call<Examination>('GET', casePath(code, `/evidence/${id}/examination`), { signal }),
  })
  if (data === undefined)
    return error === null ? <Pending /> : <PartTrouble error={error} retry={() => void refetch()} />
  return (
    <ul className="read-results">
      {data.results.map((result) => (
        <ResultItem key={`${result.aspect} ${result.tool}`} result={result} />
      ))}
    </ul>
  )
}

/** For whoever compares hashes, or wants to know what read the file and what it said. */
export const Technical = ({
  code,
  item,
  read,
}: {
  readonly code: string
  readonly item: Evidence
  readonly read: Examined
}): ReactNode => {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <details className="technical" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('read-technical')}</summary>
      {open && (
        <>
          {item.sha256 !== undefined && <Whole name="SHA-256" value={item.sha256} label={t('copy-hash')} />}
          {read.pdq !== undefined && (
            <>
              <Whole name="PDQ" value={read.pdq.hash} label={t('copy-pdq')} />
              <p className="soft">{t('read-pdq-quality', { quality: String(read.pdq.quality) })}</p>
            </>
          )}
          <Results code={code} id={item.id} />
        </>
      )}
    </details>
  )
}
