import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Call, GivenAnswer } from '../../contract/phone.ts'
import { explain } from '../api/explain.ts'
import { faultOf } from '../api/fault.ts'
import { callQuery, giveAnswer } from '../api/phone.ts'
import { colleaguesQuery, teamName } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { directionOf } from '../language/bundles.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { AnswerField, Both } from './answer.tsx'
import { Farewell } from './end.tsx'
import './phone.css'

const Head = ({ call }: { readonly call: Call }): ReactNode => {
  const t = useT()
  const { data: colleagues } = useQuery(colleaguesQuery)
  return (
    <header className="phone-head">
      <h1>{t('phone-call')}</h1>
      <bdi className="code" dir="ltr">
        {call.code}
      </bdi>
      <SeverityMark severity={call.severity} />
      <span className="soft">{teamName(t, colleagues, call.team)}</span>
      <Link to="/cases/$code" params={{ code: call.code }} className="phone-case">
        {t('phone-case')}
      </Link>
    </header>
  )
}

const Say = ({ call }: { readonly call: Call }): ReactNode => {
  const t = useT()
  if (call.echo.length === 0) return null
  return (
    <div className="phone-say" role="status">
      <p className="phone-label">{t('phone-say')}</p>
      {call.echo.map((text) => (
        <p key={text} lang={call.language} dir={directionOf(call.language)} className="phone-spoken">
          {text}
        </p>
      ))}
    </div>
  )
}

const Ask = ({ call, code }: { readonly call: Call; readonly code: string }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const { question } = call
  const step = question?.step
  const first = useRef(step)
  // Where the next question begins, for who does not see that it changed.
  useEffect(() => {
    if (first.current !== step) heading.current?.focus()
    first.current = step
  }, [step, call.version])

  const give = async (answer: GivenAnswer['answer']): Promise<void> => {
    if (busy || step === undefined) return
    setBusy(true)
    setFault(undefined)
    try {
      const next = await giveAnswer(code, { step, expectedVersion: call.version, answer })
      queries.setQueryData(callQuery(code).queryKey, next)
    } catch (error) {
      setFault(error)
      // The answer may have been kept though the line broke: where the call stands, the server knows.
      if (faultOf(error).code === 'moved')
        await queries.invalidateQueries({ queryKey: callQuery(code).queryKey })
    } finally {
      setBusy(false)
    }
  }

  if (question === undefined)
    return (
      <div className="phone-done" role="status">
        <IconCircleCheck size={22} aria-hidden />
        <h2 ref={heading} tabIndex={-1}>
          {t('phone-finished')}
        </h2>
        <Link to="/cases/$code" params={{ code }} className="phone-case">
          {t('phone-to-case')}
        </Link>
      </div>
    )
  return (
    <>
      {question.place !== undefined && (
        <p className="phone-place soft">{t('phone-place', { ...question.place })}</p>
      )}
      <h2 ref={heading} tabIndex={-1} className="phone-question">
        <Both {...question.question} language={call.language} />
      </h2>
      <AnswerField
        key={`${question.step} ${call.version}`}
        question={question}
        language={call.language}
        busy={busy}
        give={(answer) => void give(answer)}
      />
      <div role="alert">
        {fault !== undefined && (
          <Alert color="red" icon={<IconAlertTriangle size={18} />}>
            {faultOf(fault).code === 'answer_invalid'
              ? t('phone-unclear')
              : faultOf(fault).code === 'moved'
                ? t('phone-moved')
                : explain(t, fault)}
          </Alert>
        )}
      </div>
    </>
  )
}

const Page = (): ReactNode => {
  const t = useT()
  const { code = '' } = useParams({ strict: false })
  const { data: call, error, refetch } = useQuery(callQuery(code))
  if (error !== null && call === undefined) return <PartTrouble error={error} retry={() => void refetch()} />
  if (call === undefined) return <Pending />
  return (
    <>
      <div className="page-narrow phone-ask">
        <Head call={call} />
        {call.urgent && !call.submitted && (
          <Alert color="red" icon={<IconAlertTriangle size={18} />} className="phone-urgent">
            {t('phone-urgent')}
          </Alert>
        )}
        <Say call={call} />
        <Ask call={call} code={code} />
      </div>
      <Farewell call={call} />
    </>
  )
}

/** The questions of the bot, asked by an agent during a call. */
export const PhoneCall = (): ReactNode => (
  <main className="page phone" id="main" tabIndex={-1}>
    <MoreTexts of="phone">
      <Page />
    </MoreTexts>
  </main>
)
