import { Button, Group } from '@mantine/core'
import { IconListSearch, IconSparkles } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { ModelFacts, ModelSilence, ModelSummary } from '../../contract/model.ts'
import { askFacts, askSummary, keptQuery, modelQuery } from '../api/model.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { MachineMark } from '../parts/machine-mark.tsx'
import { Source } from './source.tsx'
import '../styles/model.css'

type Of = { readonly code: string }

/** Why nothing was said, in words. */
export const Silent = ({ why }: { readonly why: ModelSilence }): ReactNode => {
  const t = useT()
  return <p className="soft">{t(`model-none-${why.replaceAll('_', '-')}`)}</p>
}

const Machine = ({ model }: { readonly model: string | undefined }): ReactNode => (
  <MachineMark words={useT()('model-says')} model={model} />
)

/** Each sentence leads to the message that it rests on. */
const Summary = ({ code }: Of): ReactNode => {
  const { t, language } = useSpeech()
  const [summary, setSummary] = useState<ModelSummary>()
  const { run, busy, fault } = useAttempt(async () => setSummary(await askSummary(code, language)))
  return (
    <div className="model-part">
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<IconSparkles size={16} />}
        onClick={run}
      >
        {t('model-summary-do')}
      </Button>
      <FormFault fault={fault} />
      {summary?.none !== undefined && <Silent why={summary.none} />}
      {summary !== undefined && summary.sentences.length > 0 && (
        <>
          <ol className="model-sentences">
            {summary.sentences.map(({ text, quotation, message }) => (
              <li key={`${text} ${quotation}`}>
                <p className="words" dir="auto">
                  <Words text={text} />
                </p>
                <blockquote className="words" dir="auto">
                  <Words text={quotation} />
                </blockquote>
                {message !== undefined && <Source code={code} message={message} />}
              </li>
            ))}
          </ol>
          <Machine model={summary.model} />
        </>
      )}
    </div>
  )
}

const Facts = ({ code, facts }: Of & Pick<ModelFacts, 'facts'>): ReactNode => {
  const t = useT()
  return (
    <ul className="model-facts">
      {facts.map(({ field, words, message }) => (
        <li key={`${field} ${words} ${message ?? ''}`} className="model-fact">
          <span className="soft">{t(`model-fact-${field}`)}</span>
          <q className="words" dir="auto">
            <Words text={words} />
          </q>
          {message !== undefined && <Source code={code} message={message} />}
        </li>
      ))}
    </ul>
  )
}

const FactsPart = ({ code, kept }: Of & { readonly kept: ModelFacts['facts'] }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<ModelFacts>()
  const { run, busy, fault } = useAttempt(async () => {
    setAsked(await askFacts(code))
    await queries.invalidateQueries({ queryKey: keptQuery(code).queryKey })
  })
  const facts = asked === undefined || asked.none !== undefined ? kept : asked.facts
  return (
    <div className="model-part">
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<IconListSearch size={16} />}
        onClick={run}
      >
        {t('model-facts-do')}
      </Button>
      <FormFault fault={fault} />
      {asked?.none !== undefined && <Silent why={asked.none} />}
      {asked?.none === undefined && asked?.facts.length === 0 && (
        <p className="soft">{t('model-facts-none')}</p>
      )}
      {facts.length > 0 && (
        <>
          <Facts code={code} facts={facts} />
          <Machine model={asked?.model} />
        </>
      )}
    </div>
  )
}

/**
 * What a language model may tell of the case, by a press and never by itself. Without one, or where
 * the case may not be shown to it, nothing is here.
 */
export const ModelHelp = ({ file, level }: { readonly file: CaseFile; readonly level: 2 | 3 }): ReactNode => {
  const t = useT()
  const { data: model } = useQuery(modelQuery)
  const uses = model?.uses ?? []
  const { data: kept } = useQuery({ ...keptQuery(file.code), enabled: uses.length > 0 })
  const Heading = `h${level}` as const
  const mayAsk = kept?.mayAsk === true
  const known = kept?.facts ?? []
  const hasSummary = mayAsk && uses.includes('summary')
  const hasFacts = (mayAsk && uses.includes('facts')) || known.length > 0
  if (!hasSummary && !hasFacts) return null
  return (
    <section className="model-help">
      <Heading>{t('model-title')}</Heading>
      <p className="soft">{t(model?.at === 'away' ? 'model-note-away' : 'model-note')}</p>
      <Group gap="md" align="flex-start">
        {hasSummary && <Summary key={file.code} code={file.code} />}
        {hasFacts &&
          (mayAsk ? (
            <FactsPart key={file.code} code={file.code} kept={known} />
          ) : (
            <Facts code={file.code} facts={known} />
          ))}
      </Group>
    </section>
  )
}
