import { Button } from '@mantine/core'
import { IconArrowsSort } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { SettingsState } from '../../contract/settings.ts'
import { settingsQuery } from '../api/settings.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { movedIn, useMoving } from '../parts/moving.tsx'
import { Preview } from './hotline-form.tsx'
import { FormEnd } from './section-parts.tsx'
import { useSectionForm } from './use-section.ts'

type Hotline = NonNullable<SettingsState['hotlines']['value']>[number]

/** Each number moved up and down: what stands first is what people in danger are given. */
const OrderForm = ({
  state,
  close,
}: {
  readonly state: SettingsState['hotlines']
  readonly close: () => void
}): ReactNode => {
  const { t, language } = useSpeech()
  const [list, setList] = useState<readonly Hotline[]>(state.value ?? [])
  const form = useSectionForm('hotlines', state, () => [...list], close)
  const named = list.map(({ id, name }) => ({ id, name: name[language] }))
  const moving = useMoving(named, 'settings-order', (id, way) => {
    setList(movedIn(list, id, way))
    return true
  })
  return (
    <form className="form" onSubmit={form.run} noValidate>
      <p className="soft">{t('settings-order-note')}</p>
      <ol className="setting-order">
        {list.map(({ id, name, number }) => (
          <li key={id} {...moving.line(id)}>
            <span>
              {name[language]} <bdi dir="ltr">{number}</bdi>
            </span>
            {moving.keys(id)}
          </li>
        ))}
      </ol>
      <p role="status" className="soft">
        {moving.said}
      </p>
      <Preview lines={list} />
      <div className="form setting-order-end">
        <FormEnd form={form} close={close} />
      </div>
    </form>
  )
}

/** The way to the order; none where the operator file states the numbers, or there is nothing to order. */
export const HotlineOrder = (): ReactNode => {
  const t = useT()
  const { data } = useQuery(settingsQuery)
  const [opened, setOpened] = useState(false)
  const state = data?.hotlines
  if (state === undefined || state.from === 'file' || (state.value ?? []).length < 2) return null
  const close = (): void => setOpened(false)
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowsSort size={16} />}
        onClick={() => setOpened(true)}
      >
        {t('settings-order')}
      </Button>
      <Dialog opened={opened} close={close} title={t('settings-order')} size="lg">
        <OrderForm state={state} close={close} />
      </Dialog>
    </div>
  )
}
