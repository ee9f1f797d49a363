import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ModelSilence } from '../../contract/model.ts'
import { askDraft, keptQuery, modelQuery } from '../api/model.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Silent } from '../file/model-help.tsx'
import '../styles/model.css'

type Props = {
  readonly code: string
  /** Words of the agent's own are never written over. */
  readonly isEmpty: boolean
  /** Stands in the field as the machine wrote it. */
  readonly isUnchanged: boolean
  /** It was to be sent as it came: a second press sends it. */
  readonly isAsked: boolean
  readonly fill: (text: string) => void
}

const Draft = ({ code, isEmpty, isUnchanged, isAsked, fill }: Props): ReactNode => {
  const t = useT()
  const { data: model } = useQuery(modelQuery)
  const isOn = model?.uses.includes('reply') === true
  const { data: kept } = useQuery({ ...keptQuery(code), enabled: isOn })
  const [none, setNone] = useState<ModelSilence>()
  const { run, busy, fault } = useAttempt(async () => {
    const said = await askDraft(code)
    setNone(said.none)
    if (said.text !== undefined) fill(said.text)
  })
  if (!isOn || kept?.mayAsk !== true) return null
  return (
    <div className="machine-draft">
      {isUnchanged ? (
        <p className="machine-mark" role="status">
          <IconSparkles size={15} aria-hidden />
          <span>{t(isAsked ? 'model-draft-again' : 'model-draft-mark')}</span>
        </p>
      ) : (
        isEmpty && (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={busy}
            leftSection={<IconSparkles size={15} />}
            onClick={run}
          >
            {t('model-draft-do')}
          </Button>
        )
      )}
      {none !== undefined && isEmpty && <Silent why={none} />}
      <FormFault fault={fault} />
    </div>
  )
}

/** A draft of a machine for the field: marked, and never sent as it came without a second press. */
export const MachineDraft = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Draft {...props} />
  </MoreTexts>
)
