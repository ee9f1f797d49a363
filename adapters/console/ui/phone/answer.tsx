import { Button, Checkbox, Textarea } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { GivenAnswer, Question } from '../../contract/phone.ts'
import { directionOf, type Language } from '../language/bundles.ts'
import { useSpeech } from '../language/language.tsx'

type Given = GivenAnswer['answer']
type Props = {
  readonly question: Question
  readonly language: Language
  readonly busy: boolean
  readonly give: (answer: Given) => void
}
type Option = Question['options'][number]

/** In the caller's language, and under it in the agent's where that is another. */
export const Both = ({
  spoken,
  own,
  language,
}: {
  readonly spoken: string
  readonly own: string
  readonly language: Language
}): ReactNode => (
  <>
    <span lang={language} dir={directionOf(language)} className="phone-spoken">
      {spoken}
    </span>
    {own !== spoken && (
      <span dir="auto" className="phone-own soft">
        {own}
      </span>
    )}
  </>
)

const One = ({ question, language, busy, give }: Props): ReactNode => (
  <ul className="phone-options">
    {question.options.map((option) => (
      <li key={option.id}>
        <button
          type="button"
          className="phone-option"
          disabled={busy}
          aria-pressed={question.picked.includes(option.id)}
          onClick={() => give({ kind: 'pick', options: [option.id] })}
        >
          <Both {...option} language={language} />
        </button>
      </li>
    ))}
  </ul>
)

/** "None of these" and the others exclude each other. */
const toggle = (
  all: readonly Option[],
  before: readonly string[],
  { id, alone }: Option,
): readonly string[] => {
  if (before.includes(id)) return before.filter((each) => each !== id)
  if (alone) return [id]
  return [...before.filter((each) => all.find((option) => option.id === each)?.alone !== true), id]
}

const Several = ({ question, language, busy, give }: Props): ReactNode => {
  const { t } = useSpeech()
  const [picked, setPicked] = useState<readonly string[]>(question.picked)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (picked.length > 0) give({ kind: 'pick', options: [...picked] })
  }
  return (
    <form onSubmit={send} className="phone-form">
      <ul className="phone-options">
        {question.options.map((option) => (
          <li key={option.id}>
            <Checkbox
              className="phone-check"
              checked={picked.includes(option.id)}
              onChange={() => setPicked(toggle(question.options, picked, option))}
              label={<Both {...option} language={language} />}
            />
          </li>
        ))}
      </ul>
      <Button type="submit" loading={busy} disabled={picked.length === 0}>
        {t('phone-next')}
      </Button>
    </form>
  )
}

const InWords = ({ question, busy, give }: Props): ReactNode => {
  const { t } = useSpeech()
  const [text, setText] = useState(question.words ?? '')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '') give({ kind: 'words', text })
  }
  return (
    <form onSubmit={send} className="phone-form">
      <Textarea
        label={t('phone-words')}
        description={t('phone-words-note')}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={8000}
        classNames={{ input: 'words' }}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={text.trim() === ''}>
        {t('phone-next')}
      </Button>
    </form>
  )
}

const Note = ({ busy, give }: Props): ReactNode => {
  const { t } = useSpeech()
  return (
    <div className="phone-form">
      <p className="soft">{t('phone-files')}</p>
      <Button loading={busy} onClick={() => give({ kind: 'pass', how: 'skip' })}>
        {t('phone-next')}
      </Button>
    </div>
  )
}

const FIELDS = { one: One, several: Several, words: InWords, note: Note, end: One } as const

/** What the caller answers, and the ways past or back. */
export const AnswerField = (props: Props): ReactNode => {
  const { t } = useSpeech()
  const { question, busy, give } = props
  const Field = FIELDS[question.kind]
  const ways = question.ways.filter((way) => question.kind !== 'note' || way === 'back')
  return (
    <>
      <Field {...props} />
      {ways.length > 0 && (
        <div className="phone-ways">
          {ways.map((way) => (
            <Button
              key={way}
              size="sm"
              variant="subtle"
              disabled={busy}
              onClick={() => give(way === 'back' ? { kind: 'back' } : { kind: 'pass', how: way })}
            >
              {t(`phone-way-${way}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
