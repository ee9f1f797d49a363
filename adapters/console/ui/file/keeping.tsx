import { Button } from '@mantine/core'
import { IconGavel, IconHourglassLow } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { meQuery } from '../api/reads.ts'
import { Ago } from '../language/ago.tsx'
import { useSpeech, useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'
import { useArrive } from './arrive.ts'
import { Erasure } from './erasure.tsx'

/** An end that is nearer than this is before the agent's eyes. */
const SOON_MS = 7 * 86_400_000

/** Set, keep or lift: what a form does with the hold. */
const DEEDS = {
  hold: 'hold',
  stay: 'hold',
  lift: 'hold/lift',
} as const

type HoldFormProps = { readonly code: string; readonly deed: keyof typeof DEEDS }

const HoldForm = ({ code, deed }: HoldFormProps): ReactNode => {
  const t = useT()
  const [reason, setReason] = useState('')
  const command = useCaseCommand(code)
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({ type: DEEDS[deed], reason: reason.trim() })
    setReason('')
  })
  return (
    <details className="versions">
      <summary>{t(`keeping-${deed}`)}</summary>
      <form className="form" onSubmit={run}>
        <ReasonField
          label={t('keeping-why')}
          description={t(`keeping-${deed}-note`)}
          value={reason}
          change={setReason}
        />
        <FormFault fault={fault} />
        <Button
          type="submit"
          size="xs"
          loading={busy}
          disabled={!isReason(reason)}
          leftSection={<IconGavel size={16} />}
        >
          {t(`keeping-${deed}-do`)}
        </Button>
      </form>
    </details>
  )
}

const Until = ({ file }: { readonly file: CaseFile }): ReactNode => {
  const { t, clock } = useSpeech()
  if (file.hold !== undefined)
    return (
      <div className="signal" data-grave={false}>
        <IconGavel size={18} aria-hidden />
        <div>
          <p>{t('keeping-held')}</p>
          <p className="words" dir="auto">
            <Words text={file.hold.reason} />
          </p>
          <p className="soft">
            <Name text={file.hold.by ?? t('keeping-operator')} /> · <Ago at={file.hold.at} />
          </p>
        </div>
      </div>
    )
  if (file.endsAt === undefined) return <p className="soft">{t('keeping-stays')}</p>
  const ends = t('keeping-ends', { time: clock.whole(new Date(file.endsAt)) })
  if (Date.parse(file.endsAt) - Date.now() > SOON_MS) return <p className="soft">{ends}</p>
  return (
    <div className="signal" data-grave={false}>
      <IconHourglassLow size={18} aria-hidden />
      <p>
        <strong>{ends}</strong> {t('keeping-soon')}
      </p>
    </div>
  )
}

/** How long the case is kept, what keeps it, and having it erased. */
export const Keeping = ({ file, level }: { readonly file: CaseFile; readonly level: 2 | 3 }): ReactNode => {
  const t = useT()
  const { data: me } = useQuery(meQuery)
  const part = useArrive('erasure')
  const Heading = `h${level}` as const
  return (
    <section ref={part} tabIndex={-1}>
      <Heading>{t('keeping-title')}</Heading>
      <Until file={file} />
      {file.eraseWanted === true && <p>{t('keeping-wanted')}</p>}
      {(me?.role === 'supervisor' || me?.role === 'admin') &&
        (file.hold === undefined ? (
          <HoldForm code={file.code} deed="hold" />
        ) : (
          <>
            {file.wishWaits === true && <p>{t('keeping-waits')}</p>}
            <HoldForm code={file.code} deed="lift" />
            {file.wishWaits === true && <HoldForm code={file.code} deed="stay" />}
          </>
        ))}
      <Erasure file={file} />
    </section>
  )
}
