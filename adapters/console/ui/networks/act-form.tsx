import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { NetworkAct, NetworkPage } from '../../contract/networks.ts'
import { confirmNetwork, decide, networksQuery } from '../api/networks.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'
import { nameOf } from './parts.tsx'

/** `confirm`: of one that is only suspected. `lead`, `unlead`: whoever asks leads, or nobody. */
export type ActKind = Exclude<NetworkAct['do'], 'lead'> | 'confirm' | 'lead' | 'unlead'

const LINE = 200
const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/

type Fields = {
  readonly code: string
  readonly codes: readonly string[]
  readonly other: string
  readonly authority: string
  readonly reference: string
  readonly day: string
  readonly source: string
  readonly reason: string
}

const toAct = (kind: Exclude<ActKind, 'confirm'>, fields: Fields): NetworkAct => {
  const reason = fields.reason.trim()
  switch (kind) {
    case 'lead':
    case 'unlead':
      return { do: 'lead', mine: kind === 'lead' }
    case 'give':
      return { do: 'give', authority: fields.authority.trim(), reference: fields.reference.trim() }
    case 'dismantle':
      return { do: 'dismantle', day: fields.day, source: fields.source.trim() }
    case 'split':
      return { do: 'split', codes: [...fields.codes], reason }
    case 'merge':
      return { do: 'merge', other: fields.other, reason }
    case 'investigate':
    case 'dissolve':
      return { do: kind, reason }
    default:
      return { do: kind, code: fields.code.trim().toUpperCase(), reason }
  }
}

const isWhole = (kind: ActKind, fields: Fields): boolean => {
  const isSaid = isReason(fields.reason)
  switch (kind) {
    case 'lead':
    case 'unlead':
      return true
    case 'give':
      return fields.authority.trim() !== '' && fields.reference.trim() !== ''
    case 'dismantle':
      return fields.day !== '' && fields.source.trim() !== ''
    case 'split':
    case 'confirm':
      return isSaid && fields.codes.length > 1
    case 'merge':
      return isSaid && fields.other !== ''
    case 'investigate':
    case 'dissolve':
      return isSaid
    default:
      return isSaid && CODE.test(fields.code.trim().toUpperCase())
  }
}

type FieldProps = {
  readonly kind: ActKind
  readonly page: NetworkPage
  readonly fields: Fields
  readonly change: (fields: Partial<Fields>) => void
  /** Stands already. */
  readonly named: boolean
}

/** What goes into no other: that was dismantled, so that what comes after it is answered. */
const STAYS: ReadonlySet<NetworkPage['network']['state']> = new Set(['suspected', 'dissolved', 'dismantled'])

const Others = ({ page, fields, change }: Omit<FieldProps, 'kind' | 'named'>): ReactNode => {
  const t = useT()
  const { data } = useQuery(networksQuery(document.documentElement.lang))
  const others = (data?.networks ?? []).filter(
    ({ key, state, alarms }) => key !== page.network.key && !STAYS.has(state) && alarms === 0,
  )
  return (
    <NativeSelect
      label={t('network-other')}
      value={fields.other}
      onChange={(event) => change({ other: event.currentTarget.value })}
      data={[
        { value: '', label: t(others.length === 0 ? 'network-no-other' : 'network-choose') },
        ...others.map((one) => ({ value: one.key, label: `${nameOf(one)} (${one.cases.length})` })),
      ]}
    />
  )
}

const Fieldset = ({ kind, page, fields, change, named }: FieldProps): ReactNode => {
  const t = useT()
  const line = (name: 'authority' | 'reference' | 'source' | 'code', dir: 'auto' | 'ltr' = 'auto') => (
    <TextInput
      key={name}
      label={t(`network-field-${name}`)}
      value={fields[name]}
      maxLength={LINE}
      dir={dir}
      required
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  if (kind === 'give') return [line('authority'), line('reference')]
  if (kind === 'dismantle')
    return [
      <TextInput
        key="day"
        type="date"
        label={t('network-field-day')}
        value={fields.day}
        required
        onChange={(event) => change({ day: event.currentTarget.value })}
      />,
      line('source'),
    ]
  if (kind === 'merge') return <Others page={page} fields={fields} change={change} />
  if (kind === 'split' || kind === 'confirm')
    return (
      <Checkbox.Group
        label={t(`network-choose-${kind}`)}
        value={[...fields.codes]}
        onChange={(codes) => change({ codes })}
      >
        <div className="network-choice">
          {page.network.cases.map(({ code }) => (
            <Checkbox key={code} value={code} label={<bdi dir="ltr">{code}</bdi>} />
          ))}
        </div>
      </Checkbox.Group>
    )
  return kind === 'add' && !named ? line('code', 'ltr') : null
}

const WITHOUT_REASON: ReadonlySet<ActKind> = new Set<ActKind>(['lead', 'unlead', 'give', 'dismantle'])

/** Says what is decided of a network, and why; everything is done by one key. */
export const ActForm = ({
  page,
  kind,
  code,
  close,
}: {
  readonly page: NetworkPage
  readonly kind: ActKind
  readonly code?: string | undefined
  readonly close: () => void
}): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [fields, setFields] = useState<Fields>({
    code: code ?? '',
    codes: kind === 'confirm' ? page.network.cases.map((one) => one.code) : [],
    other: '',
    authority: '',
    reference: '',
    day: '',
    source: '',
    reason: '',
  })
  const change = (some: Partial<Fields>): void => setFields({ ...fields, ...some })
  const { run, busy, fault } = useAttempt(async () => {
    const { key } =
      kind === 'confirm'
        ? await confirmNetwork(fields.codes, fields.reason.trim())
        : await decide(page.network.key, toAct(kind, fields))
    close()
    if (key !== page.network.key) await navigate({ to: '/networks/$network', params: { network: key } })
    await queries.invalidateQueries({ queryKey: ['networks'] })
  })
  return (
    <form className="form" onSubmit={run}>
      {code !== undefined && (
        <p>
          <bdi className="code" dir="ltr">
            {code}
          </bdi>
        </p>
      )}
      <p className="soft">{t(`network-about-${kind}`)}</p>
      <Fieldset kind={kind} page={page} fields={fields} change={change} named={code !== undefined} />
      {!WITHOUT_REASON.has(kind) && (
        <ReasonField
          label={t('network-reason')}
          required
          value={fields.reason}
          change={(reason) => change({ reason })}
        />
      )}
      {kind !== 'lead' && kind !== 'unlead' && <p className="soft">{t('network-name-nobody')}</p>}
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={!isWhole(kind, fields)}>
          {t(`network-do-${kind}`)}
        </Button>
      </Group>
    </form>
  )
}
