import { Checkbox, Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { OperatorState } from '../../contract/operator.ts'
import type { SettingsState } from '../../contract/settings.ts'
import { LANGUAGES, type Language } from '../language/bundles.ts'
import { useSpeech } from '../language/language.tsx'
import { FormEnd, hasWords, NameFields, NO_WORDS, trimmed, type InEach } from './section-parts.tsx'
import { useSectionForm, type SectionForm } from './use-section.ts'

type Team = OperatorState['teams'][number]
type Draft = {
  readonly id: string
  readonly on: boolean
  readonly languages: readonly Language[]
  readonly name: InEach
}

/** What is as it comes is not said, so that a later version may change it. */
const madeOf = ({ id, on, languages, name }: Draft): readonly Record<string, unknown>[] => {
  const made = {
    id,
    ...(hasWords(name) ? { name: trimmed(name) } : {}),
    ...(languages.length > 0 ? { languages } : {}),
    ...(on ? {} : { on: false }),
  }
  return Object.keys(made).length > 1 ? [made] : []
}

const TeamFields = ({
  team,
  draft,
  change,
  wrong,
}: {
  readonly team: Team
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly wrong: SectionForm['wrong']
}): ReactNode => {
  const { t, language } = useSpeech()
  return (
    <fieldset className="setting-names">
      <legend>{team.name[language]}</legend>
      <Switch
        label={t('admin-team-on')}
        aria-label={`${t('admin-team-on')} · ${team.name[language]}`}
        checked={draft.on}
        onChange={({ currentTarget }) => change({ ...draft, on: currentTarget.checked })}
      />
      <Checkbox.Group
        label={t('admin-team-languages')}
        value={[...draft.languages]}
        error={wrong('languages')}
        onChange={(chosen) =>
          change({ ...draft, languages: LANGUAGES.filter((each) => chosen.includes(each)) })
        }
      >
        <div className="setting-choices">
          {LANGUAGES.map((each) => (
            <Checkbox key={each} value={each} label={t(`language-${each}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <details open={hasWords(draft.name)}>
        <summary>{t('settings-team-name')}</summary>
        <NameFields
          legend={t('settings-team-name')}
          words={draft.name}
          change={(name) => change({ ...draft, name })}
          wrong={wrong}
          path="name"
        />
      </details>
    </fieldset>
  )
}

/** Which teams there are, the languages that they speak, and what they are called here. */
export const TeamsForm = ({
  state,
  teams,
  close,
}: {
  readonly state: SettingsState['teams']
  readonly teams: readonly Team[]
  readonly close: () => void
}): ReactNode => {
  const { t } = useSpeech()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    teams.map(({ id }) => {
      const said = state.value?.find((team) => team.id === id)
      return { id, on: said?.on !== false, languages: said?.languages ?? [], name: said?.name ?? NO_WORDS }
    }),
  )
  const form = useSectionForm('teams', state, () => drafts.flatMap(madeOf), close)
  return (
    <form className="form" onSubmit={form.run} noValidate>
      <p className="soft">{t('settings-teams-note')}</p>
      {teams.map((team, i) => {
        const draft = drafts[i]
        const place = drafts.slice(0, i).flatMap(madeOf).length
        return draft === undefined ? null : (
          <TeamFields
            key={team.id}
            team={team}
            draft={draft}
            change={(next) => setDrafts(drafts.with(i, next))}
            wrong={(path) => form.wrong(`${place}.${path}`)}
          />
        )
      })}
      <FormEnd form={form} close={close} />
    </form>
  )
}
