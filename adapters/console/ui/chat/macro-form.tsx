import { Loader, TextInput } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { PlannedMacro } from '../../contract/macros.ts'
import { plannedQuery } from '../api/macros.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault } from '../parts/attempt.tsx'
import { chooseMacro, type Chosen } from './macro-chosen.ts'
import { MacroPreview } from './macro-preview.tsx'
import { isFound } from './slash.ts'
import { StepIcon } from './step-icon.tsx'
import { Name } from '../language/words.tsx'
import '../styles/macros.css'

/** `rules`: made by the conversation, which has them: no piece of their own is fetched for both. */
type Props = { readonly file: CaseFile; readonly rules: ReactNode; readonly close: () => void }

/** `from`: the one that was looked at before. */
const Choice = ({
  macros,
  from,
  choose,
}: {
  readonly macros: readonly PlannedMacro[]
  readonly from: string | undefined
  readonly choose: (macro: PlannedMacro) => void
}): ReactNode => {
  const t = useT()
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const before = useRef<HTMLButtonElement>(null)
  useEffect(() => (before.current ?? input.current)?.focus(), [])
  const found = macros.filter(({ name }) => isFound(query, name, ''))
  if (macros.length === 0) return <p className="soft">{t('macro-none')}</p>
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = found
        if (first !== undefined) choose(first)
      }}
    >
      <TextInput
        ref={input}
        data-autofocus
        label={t('macro-find')}
        dir="auto"
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <ul className="macro-list">
        {found.map((macro) => (
          <li key={macro.id}>
            <button ref={macro.id === from ? before : undefined} type="button" onClick={() => choose(macro)}>
              <Name text={macro.name} />
              <span className="macro-icons">
                {macro.steps.map((step, place) => (
                  <StepIcon key={place} does={step.do} named />
                ))}
                <IconChevronRight size={16} className="flip" aria-hidden />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

const Planned = ({
  code,
  from,
  choose,
}: {
  readonly code: string
  readonly from: string | undefined
  readonly choose: (chosen: Chosen) => void
}): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const { data, error } = useQuery(plannedQuery(code))
  if (data !== undefined)
    return (
      <Choice
        macros={data.macros}
        from={from}
        choose={(macro) => choose(chooseMacro(queries, code, data, macro))}
      />
    )
  return error === null ? (
    <Loader size="sm" role="status" aria-label={t('loading')} />
  ) : (
    <FormFault fault={error} />
  )
}

const Run = ({ file, rules, close }: Props): ReactNode => {
  const [chosen, setChosen] = useState<Chosen>()
  const [from, setFrom] = useState<string>()
  return chosen === undefined ? (
    <Planned code={file.code} from={from} choose={setChosen} />
  ) : (
    <MacroPreview
      file={file}
      rules={rules}
      first={chosen}
      back={() => {
        setFrom(chosen.macro.id)
        setChosen(undefined)
      }}
      close={close}
    />
  )
}

/** Chooses a macro, shows exactly what it will do, and does it. */
export const MacroForm = (props: Props): ReactNode => (
  <MoreTexts of="macros">
    <Run {...props} />
  </MoreTexts>
)
