import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SettingsState } from '../../contract/settings.ts'
import { settingsQuery } from '../api/settings.ts'
import { useSpeech, useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Preview } from './hotline-form.tsx'
import { FormEnd } from './section-parts.tsx'
import { useSectionForm } from './use-section.ts'

type Way = 'up' | 'down'

/** Each number moved up and down: what stands first is what people in danger are given. */
const OrderForm = ({
  state,
  close,
}: {
  readonly state: SettingsState['hotlines']
  readonly close: () => void
}): ReactNode => {
  const { t, language } = useSpeech()
  const [list, setList] = useState(state.value ?? [])
  const [moved, setMoved] = useState<{ readonly id: string; readonly way: Way }>()
  const lines = useRef<HTMLOListElement>(null)
  const form = useSectionForm('hotlines', state, () => list, close)
  // A line that is moved in the page loses the focus; at the end of the list its other key has it.
  useEffect(() => {
    if (moved === undefined) return
    const keys = lines.current?.querySelectorAll<HTMLButtonElement>(`[data-line="${moved.id}"] button`) ?? []
    const wanted = [...keys].find((key) => key.dataset['way'] === moved.way && !key.disabled)
    ;(wanted ?? [...keys].find((key) => !key.disabled))?.focus()
  }, [moved, list])
  const move = (place: number, way: Way): void => {
    const to = way === 'up' ? place - 1 : place + 1
    const [here, there] = [list[place], list[to]]
    if (here === undefined || there === undefined) return
    setList(list.with(place, there).with(to, here))
    setMoved({ id: here.id, way })
  }
  const place = list.findIndex(({ id }) => id === moved?.id)
  const key = (way: Way, at: number, name: string): ReactNode => (
    <ActionIcon
      variant="default"
      size="lg"
      data-way={way}
      disabled={way === 'up' ? at === 0 : at === list.length - 1}
      aria-label={t(`settings-order-${way}`, { name })}
      onClick={() => move(at, way)}
    >
      {way === 'up' ? <IconArrowUp size={18} /> : <IconArrowDown size={18} />}
    </ActionIcon>
  )
  return (
    <form className="form" onSubmit={form.run} noValidate>
      <p className="soft">{t('settings-order-note')}</p>
      <ol className="setting-order" ref={lines}>
        {list.map(({ id, name, number }, at) => (
          <li key={id} data-line={id}>
            <span>
              {name[language]} <bdi dir="ltr">{number}</bdi>
            </span>
            {key('up', at, name[language])}
            {key('down', at, name[language])}
          </li>
        ))}
      </ol>
      <p role="status" className="soft">
        {place >= 0 &&
          t('settings-order-place', {
            name: list[place]?.name[language] ?? '',
            place: place + 1,
            of: list.length,
          })}
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
