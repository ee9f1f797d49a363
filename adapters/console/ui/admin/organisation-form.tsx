import { NativeSelect, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { SettingsState } from '../../contract/settings.ts'
import { useT } from '../language/language.tsx'
import { FormEnd, NameFields, NO_WORDS, trimmed } from './section-parts.tsx'
import { useSectionForm } from './use-section.ts'

type Props<N extends keyof SettingsState> = {
  readonly state: SettingsState[N]
  readonly close: () => void
}

const KINDS = ['state', 'ngo', 'university', 'company', 'other'] as const
const CHANNELS = ['telegram', 'whatsapp', 'webchat'] as const

/** Who answers people: its name, and what kind of place it is. */
export const OrganisationForm = ({ state, close }: Props<'organisation'>): ReactNode => {
  const t = useT()
  const [name, setName] = useState(state.value?.name ?? NO_WORDS)
  const [kind, setKind] = useState<string>(state.value?.kind ?? '')
  const [more, setMore] = useState(state.value?.readMoreUrl ?? '')
  const form = useSectionForm(
    'organisation',
    state,
    () => ({
      name: trimmed(name),
      kind,
      ...(more.trim() === '' ? {} : { readMoreUrl: more.trim() }),
    }),
    close,
  )
  return (
    <form className="form" onSubmit={form.run} noValidate>
      <p className="soft">{t('settings-organisation-note')}</p>
      <NameFields
        legend={t('admin-organisation-name')}
        words={name}
        change={setName}
        wrong={form.wrong}
        path="name"
      />
      <NativeSelect
        label={t('admin-organisation-kind')}
        value={kind}
        error={form.wrong('kind')}
        onChange={({ currentTarget }) => setKind(currentTarget.value)}
        data={[
          { value: '', label: t('settings-choose') },
          ...KINDS.map((each) => ({ value: each, label: t(`admin-kind-${each}`) })),
        ]}
      />
      <TextInput
        label={t('admin-organisation-more')}
        description={t('settings-more-note')}
        type="url"
        dir="ltr"
        placeholder="https://"
        value={more}
        error={form.wrong('readMoreUrl')}
        onChange={({ currentTarget }) => setMore(currentTarget.value)}
      />
      <FormEnd form={form} close={close} />
    </form>
  )
}

/** What people are told when they ask whether this is really us. */
export const OfficialForm = ({ state, close }: Props<'official'>): ReactNode => {
  const t = useT()
  const [accounts, setAccounts] = useState<Readonly<Record<string, string>>>({ ...state.value })
  const form = useSectionForm(
    'official',
    state,
    () =>
      Object.fromEntries(
        Object.entries(accounts)
          .map(([channel, name]) => [channel, name.trim()] as const)
          .filter(([, name]) => name !== ''),
      ),
    close,
  )
  return (
    <form className="form" onSubmit={form.run} noValidate>
      <p className="soft">{t('settings-official-note')}</p>
      {CHANNELS.map((channel) => (
        <TextInput
          key={channel}
          label={t('admin-official', { channel: t(`channel-${channel}`) })}
          dir="ltr"
          maxLength={100}
          value={accounts[channel] ?? ''}
          error={form.wrong(channel)}
          onChange={({ currentTarget }) => setAccounts({ ...accounts, [channel]: currentTarget.value })}
        />
      ))}
      <FormEnd form={form} close={close} />
    </form>
  )
}
