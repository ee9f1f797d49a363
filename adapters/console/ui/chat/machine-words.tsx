import { Button } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Message } from '../../contract/messages.ts'
import type { ModelText } from '../../contract/model.ts'
import { askTranslation, keptQuery, modelQuery } from '../api/model.ts'
import { MoreTexts, useSpeech } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { MachineMark } from '../parts/machine-mark.tsx'
import { Silent } from '../file/model-help.tsx'

type Props = { readonly code: string; readonly message: Message }

const Translation = ({ code, message }: Props): ReactNode => {
  const { t, language } = useSpeech()
  const [said, setSaid] = useState<ModelText>()
  const { run, busy, fault } = useAttempt(async () =>
    setSaid(await askTranslation(code, message.id, language)),
  )
  return (
    <div className="machine-words">
      {said?.text === undefined ? (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={busy}
          leftSection={<IconLanguage size={15} />}
          onClick={run}
        >
          {t('model-translate-do')}
        </Button>
      ) : (
        <>
          <p className="words" dir="auto" lang={language}>
            <Words text={said.text} />
          </p>
          <MachineMark words={t('model-translated')} model={said.model} />
        </>
      )}
      {said?.none !== undefined && <Silent why={said.none} />}
      <FormFault fault={fault} />
    </div>
  )
}

const Heard = ({ code, message }: Props): ReactNode => {
  const { t } = useSpeech()
  const { data } = useQuery(keptQuery(code))
  const heard = data?.heard.find((each) => each.message === message.id)
  return heard === undefined ? null : (
    <div className="machine-words">
      <p className="words" dir="auto">
        <Words text={heard.text} />
      </p>
      <MachineMark words={t('model-heard')} model={heard.model} />
    </div>
  )
}

/**
 * Beside what the person wrote or said: a translation by a press, and what a machine heard in a
 * voice note. Both are marked, and the original counts. Nothing where no model helps.
 */
const Beside = ({ code, message }: Props): ReactNode => {
  const { data: model } = useQuery(modelQuery)
  const uses = model?.uses ?? []
  const { data: kept } = useQuery({ ...keptQuery(code), enabled: uses.length > 0 })
  const text = message.edits?.at(-1)?.text ?? message.text ?? ''
  return (
    <>
      {message.media !== undefined && kept !== undefined && kept.heard.length > 0 && (
        <Heard code={code} message={message} />
      )}
      {text.trim() !== '' && kept?.mayAsk === true && uses.includes('translate') && (
        <Translation code={code} message={message} />
      )}
    </>
  )
}

export const MachineWords = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Beside {...props} />
  </MoreTexts>
)
