import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { lazy, useState, type ReactNode } from 'react'
import type { AnswerLine } from '../../contract/index.ts'
import { Ago } from '../language/ago.tsx'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Source } from './source.tsx'
import '../styles/work.css'

const CorrectForm = lazy(async () => ({ default: (await import('./correct-form.tsx')).CorrectForm }))

/** Where an answer comes from, who put it right and why, and the way to do so. */
export const AnswerTools = ({
  code,
  line,
  works,
}: {
  readonly code: string
  readonly line: AnswerLine
  readonly works: boolean
}): ReactNode => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  const word = t(line.how === 'untold' ? 'answer-enter' : 'correct')
  return (
    <dd className="answer-more">
      {line.corrected !== undefined && (
        <p className="answer-corrected">
          <Words text={t('corrected-by', { name: line.corrected.by })} />{' '}
          <span className="words" dir="auto">
            <Words text={line.corrected.reason} />
          </span>{' '}
          <Ago at={line.corrected.at} className="soft" />
        </p>
      )}
      <span className="answer-tools">
        {line.message !== undefined && <Source code={code} message={line.message} />}
        {works && line.correctable === true && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconPencil size={14} />}
            aria-label={`${word}: ${line.question}`}
            onClick={() => setOpen(true)}
          >
            {word}
          </Button>
        )}
      </span>
      <Dialog opened={open} close={close} title={t('correct-title')}>
        <CorrectForm code={code} step={line.step} close={close} />
      </Dialog>
    </dd>
  )
}
