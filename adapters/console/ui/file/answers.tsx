import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import type { AnswerLine, CaseFile } from '../../contract/index.ts'
import { colleaguesQuery, mayWork, meQuery, teamName } from '../api/reads.ts'
import { LANGUAGE_NAMES, type Translate } from '../language/bundles.ts'
import { useSpeech } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { AnswerTools } from './answer-tools.tsx'
import { Consents } from './consents.tsx'
import { Identifiers } from './identifiers.tsx'
import { Signals } from './signals.tsx'
import { Tasks } from './tasks.tsx'
import { keepTrying } from '../parts/keep-trying.ts'
import { CheckWords, Worries } from './worries.tsx'

const Handover = lazy(async () => ({ default: (await keepTrying(() => import('./handover.tsx'))).Handover }))
const Keeping = lazy(async () => ({ default: (await keepTrying(() => import('./keeping.tsx'))).Keeping }))

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div className="fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** What stands for an answer that has no words. */
const answerOf = (t: Translate, line: AnswerLine): string | undefined => {
  if (line.answer !== '') return undefined
  if (line.skipped)
    return t(line.how === undefined || line.how === 'skip' ? 'answer-skipped' : `answer-${line.how}`)
  return t('answer-evidence')
}

type Props = { readonly file: CaseFile; readonly level: 2 | 3 }

const Facts = ({ file, level }: Props): ReactNode => {
  const { t, clock } = useSpeech()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const Heading = `h${level}` as const
  return (
    <section>
      <Heading>{t('file-facts')}</Heading>
      <dl className="facts">
        <Fact name={t('fact-team')}>
          <Name text={teamName(t, colleagues, file.team)} />
        </Fact>
        {file.copies.length > 0 && (
          <Fact name={t('fact-copies')}>
            {file.copies.map((team) => teamName(t, colleagues, team)).join(t('list-comma'))}
          </Fact>
        )}
        {file.wish !== undefined && <Fact name={t('fact-wish')}>{t(`wish-${file.wish}`)}</Fact>}
        <Fact name={t('fact-language')}>
          <span lang={file.language}>{LANGUAGE_NAMES[file.language]}</span>
        </Fact>
        <Fact name={t('fact-opened')}>{clock.whole(new Date(file.openedAt))}</Fact>
        {file.person.channelNote !== undefined && (
          <Fact name={t('fact-channel')}>
            <span className="words" dir="auto">
              <Words text={file.person.channelNote} />
            </span>
          </Fact>
        )}
      </dl>
    </section>
  )
}

/**
 * The case at a glance: what worries us, what must be known before writing, who is behind it, and
 * what the person answered.
 */
export const Answers = ({ file, level }: Props): ReactNode => {
  const { t } = useSpeech()
  const works = mayWork(useQuery(meQuery).data)
  const Heading = `h${level}` as const
  return (
    <>
      <div className="signals">
        <Signals file={file} />
      </div>
      <Worries file={file} level={level} />
      <CheckWords file={file} level={level} />
      <Tasks file={file} level={level} />
      <Facts file={file} level={level} />
      <Identifiers file={file} level={level} />
      <section>
        <Heading>{t('file-answers')}</Heading>
        {file.answers.length === 0 ? (
          <p className="soft">{t('file-no-answers')}</p>
        ) : (
          <dl className="answers">
            {file.answers.map((line) => (
              <div key={line.step}>
                <dt className="words" dir="auto">
                  <Words text={line.question} />
                </dt>
                <dd className="words" dir="auto" data-skipped={line.skipped}>
                  {answerOf(t, line) ?? <Words text={line.answer} />}
                </dd>
                <AnswerTools code={file.code} line={line} works={works} />
              </div>
            ))}
          </dl>
        )}
      </section>
      <Consents file={file} level={level} />
      <Suspense>
        <Handover file={file} level={level} />
        <Keeping file={file} level={level} />
      </Suspense>
    </>
  )
}
