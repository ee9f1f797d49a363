import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { OperatorState } from '../../contract/operator.ts'
import { useT } from '../language/language.tsx'
import type { SectionForm } from './use-section.ts'
import { useSpan } from './span.ts'

const WHOM = ['team', 'supervisor', 'external'] as const
type Whom = (typeof WHOM)[number]

/** A call as it is typed. `key`: its own for as long as the form is open. */
export type TypedCall = { readonly key: string; readonly minutes: string; readonly to: Whom }

export const newCall = (minutes: string, to: Whom): TypedCall => ({ key: crypto.randomUUID(), minutes, to })

/** More than the contract takes is not offered. */
const MOST = 20

type Props = {
  readonly severity: 'P1' | 'P2' | 'P3' | 'P4'
  readonly calls: readonly TypedCall[]
  readonly change: (calls: readonly TypedCall[]) => void
  /** What holds where nobody is named; nothing where calls are stored, which hold until this is kept. */
  readonly usual: OperatorState['targets']['P1']['pages'] | undefined
  readonly wrong: SectionForm['wrong']
}

/** Who is called while nobody answers, and after how many minutes, in order of time. */
export const CallFields = ({ severity, calls, change, usual, wrong }: Props): ReactNode => {
  const t = useT()
  const span = useSpan()
  const box = useRef<HTMLFieldSetElement>(null)
  const add = (): void => {
    const next = newCall('', calls.at(-1)?.to === 'team' ? 'supervisor' : 'team')
    // Drawn at once, so that what is typed next goes into it.
    flushSync(() => change([...calls, next]))
    ;[...(box.current?.querySelectorAll('input') ?? [])].at(-1)?.focus()
  }
  const set = (key: string, part: Partial<TypedCall>): void =>
    change(calls.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return (
    <fieldset ref={box} className="setting-calls">
      <legend>{t('admin-pages')}</legend>
      {calls.length === 0 && usual === undefined && <p className="soft">{t('settings-calls-removed')}</p>}
      {calls.length === 0 && usual !== undefined && (
        <>
          <p className="soft">{t('settings-calls-usual')}</p>
          <ul className="soft">
            {usual.map(({ afterMinutes, to }) => (
              <li key={afterMinutes}>{t(`admin-page-${to}`, { length: span(afterMinutes * 60) })}</li>
            ))}
          </ul>
        </>
      )}
      {calls.map(({ key, minutes, to }, i) => (
        <div key={key} className="setting-call" role="group" aria-label={t('settings-call', { n: i + 1 })}>
          <TextInput
            label={t('settings-call-after')}
            type="number"
            inputMode="numeric"
            dir="ltr"
            min={1}
            value={minutes}
            error={
              wrong(`${severity}.pages.${i}.afterMinutes`) ??
              (i === 0 ? wrong(`${severity}.pages`) : undefined)
            }
            onChange={({ currentTarget }) => set(key, { minutes: currentTarget.value })}
          />
          <NativeSelect
            label={t('settings-call-whom')}
            value={to}
            data={WHOM.map((whom) => ({ value: whom, label: t(`settings-call-${whom}`) }))}
            onChange={({ currentTarget }) =>
              set(key, { to: WHOM.find((whom) => whom === currentTarget.value) ?? 'team' })
            }
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('settings-call-remove', { n: i + 1 })}
            onClick={() => {
              change(calls.filter((one) => one.key !== key))
              // Focus would fall out of the dialog with the key that had it.
              box.current?.querySelector<HTMLElement>(':scope > button')?.focus()
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={15} />}
        disabled={calls.length >= MOST}
        onClick={add}
      >
        {t('settings-call-add')}
      </Button>
    </fieldset>
  )
}
