import { Loader } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState, type ReactNode } from 'react'
import type { Brief as CaseBrief } from '../../contract/brief.ts'
import type { CaseFile } from '../../contract/index.ts'
import { explain } from '../api/explain.ts'
import { briefQuery } from '../api/brief.ts'
import { readKind } from '../file/identifier-kind.ts'
import { Ago } from '../language/ago.tsx'
import { MoreTexts, useSpeech, useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode => (
  <section>
    <p className="brief-title">{title}</p>
    {children}
  </section>
)

const Loading = (): ReactNode => <Loader size="sm" role="status" aria-label={useT()('loading')} />

/** Whether they are safe; what was said before a danger that came later is called so, and not what holds. */
const Safe = ({ title, answer, at, dangerAt }: NonNullable<CaseBrief['safe']>): ReactNode => {
  const t = useT()
  const said = (
    <>
      <Name text={title} /> {dangerAt === undefined ? <b>{answer}</b> : answer} ·{' '}
      <Ago at={at} className="soft" />
    </>
  )
  if (dangerAt === undefined) return <p>{said}</p>
  return (
    <>
      <p>
        <IconAlertTriangle size={14} aria-hidden color="var(--danger)" /> <b>{t('brief-safe-danger')}</b>{' '}
        <Ago at={dangerAt} />
      </p>
      <p className="soft">
        {t('brief-safe-earlier')} {said}
      </p>
    </>
  )
}

/** Shorter words may stand in a quote by chance: "yes" is in many. */
const SENTENCE = 24

type Dangers = CaseFile['dangers']

/** As it is told apart from others: marks where it was cut, and blanks, say nothing. */
const plain = (text: string): string => text.replaceAll(/[\s…]+/g, ' ').trim()

/** Those of the answers that no danger beside them quotes as a whole. */
const untold = (answers: CaseBrief['answers'], dangers: Dangers): CaseBrief['answers'] => {
  const quoted = dangers.map(({ before = '', sentence, after = '' }) => plain(before + sentence + after))
  return answers.filter(({ answer }) => {
    const told = plain(answer)
    return !quoted.some((text) => text === told || (told.length >= SENTENCE && text.includes(told)))
  })
}

/** `worries`: the dangers that stand beside it, with how urgent it is and why; nothing where none do. */
const Told = ({
  brief,
  worries,
}: {
  readonly brief: CaseBrief
  readonly worries: Dangers | undefined
}): ReactNode => {
  const { t, clock } = useSpeech()
  const answers = untold(brief.answers, worries ?? [])
  const when = (at: string): string => `${clock.day(new Date(at))} ${clock.time(new Date(at))}`
  return (
    <div className="brief-parts">
      {worries === undefined && (
        <Part title={t('brief-severity')}>
          <p>
            <SeverityMark severity={brief.severity} long />
          </p>
          {brief.reasons.length > 0 && <p>{brief.reasons.join(t('list-comma'))}</p>}
        </Part>
      )}
      {brief.safe !== undefined && (
        <Part title={t('brief-safe')}>
          <Safe {...brief.safe} />
        </Part>
      )}
      {brief.promises.length > 0 && (
        <Part title={t('brief-promises')}>
          <ul>
            {brief.promises.map(({ text, at, until }) => (
              <li key={at}>
                <span className="words" dir="auto">
                  <Words text={text} />
                </span>{' '}
                <span className="soft">· {t('brief-until', { when: when(until) })}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {answers.length > 0 && (
        <Part title={t('brief-answers')}>
          <dl>
            {answers.map(({ title, answer }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd className="words" dir="auto">
                  <Words text={answer} />
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {brief.left.length > 0 && (
        <Part title={t('brief-left')}>
          <p>
            {brief.left.map(({ title, how }) => `${title} (${t(`brief-left-${how}`)})`).join(t('list-comma'))}
          </p>
        </Part>
      )}
      {brief.identifiers.length > 0 && (
        <Part title={t('brief-identifiers')}>
          <ul>
            {brief.identifiers.map(({ type, value }) => {
              const { key } = readKind(type)
              return (
                <li key={`${type} ${value}`}>
                  <span className="soft">{key === undefined ? <bdi dir="ltr">{type}</bdi> : t(key)}</span>{' '}
                  <bdi dir="ltr" className="code">
                    {value}
                  </bdi>
                </li>
              )
            })}
          </ul>
        </Part>
      )}
      {brief.guidance.length > 0 && (
        <Part title={t('brief-guidance')}>
          <ul>
            {brief.guidance.map(({ title, at }) => (
              <li key={title}>
                <Name text={title} /> · <Ago at={at} className="soft" />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {brief.held.length > 0 && (
        <Part title={t('brief-held')}>
          <ul>
            {brief.held.map(({ name, at }) => (
              <li key={`${name} ${at}`}>
                <Name text={name} /> · <Ago at={at} className="soft" />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

/**
 * The case in short, so that nobody asks twice. Open where an agent has it before them for the
 * first time; read only while it is open. It folds while a list is open above the field, which on
 * a phone has no room beside it, and unfolds after.
 */
export const Brief = ({
  code,
  isNew,
  isPicking,
  worries,
}: {
  readonly code: string
  readonly isNew: boolean
  readonly isPicking: boolean
  readonly worries: Dangers | undefined
}): ReactNode => {
  const { t } = useSpeech()
  const [chosen, setChosen] = useState<boolean>()
  const [picked, setPicked] = useState(isPicking)
  const [folded, setFolded] = useState(isPicking)
  if (picked !== isPicking) {
    setPicked(isPicking)
    setFolded(isPicking)
  }
  const open = (chosen ?? isNew) && !folded
  const { data, error } = useQuery({ ...briefQuery(code), enabled: open })
  return (
    <section className="brief" aria-label={t('brief')}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => {
          setFolded(false)
          setChosen(!open)
        }}
      >
        <IconListDetails size={17} aria-hidden />
        {t('brief')}
        <IconChevronDown size={16} aria-hidden className="brief-turn" />
      </button>
      {open &&
        (data !== undefined ? (
          <Suspense fallback={<Loading />}>
            <MoreTexts of="file">
              <Told brief={data} worries={worries} />
            </MoreTexts>
          </Suspense>
        ) : error === null ? (
          <Loading />
        ) : (
          <p role="alert">{explain(t, error)}</p>
        ))}
    </section>
  )
}
