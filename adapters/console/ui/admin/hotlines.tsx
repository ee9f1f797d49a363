import { Button, Group } from '@mantine/core'
import { IconPencil, IconPhoneCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { OperatorState } from '../../contract/operator.ts'
import { confirmHotline, operatorQuery } from '../api/administration.ts'
import { isFault } from '../api/fault.ts'
import { settingsQuery } from '../api/settings.ts'
import { useSpeech } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { tell } from '../parts/notice.ts'
import { HotlineForm } from './hotline-form.tsx'
import { HotlineOrder } from './hotline-order.tsx'
import { Change } from './section-parts.tsx'
import { Part } from './sheet.tsx'

type Hotline = OperatorState['hotlines'][number]

/** Two weeks: time to dial a few numbers in working hours. */
const SOON = 14

const Caller = ({
  confirmed: { at, by },
}: {
  readonly confirmed: NonNullable<Hotline['confirmed']>
}): ReactNode => {
  const { t, clock } = useSpeech()
  return (
    <>
      {t('admin-hotline-called-by')} <Name text={by.name === '' ? t('somebody') : by.name} />
      {t('list-comma')}
      <time dateTime={at}>{clock.whole(new Date(at))}</time>
    </>
  )
}

/**
 * Asked back with the number itself: a press beside the wrong line would send people to a number
 * that nobody called.
 */
const Called = ({ line }: { readonly line: Hotline }): ReactNode => {
  const { t, language } = useSpeech()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const { run, busy, fault } = useAttempt(async () => {
    try {
      queries.setQueryData(
        operatorQuery.queryKey,
        await confirmHotline(line.id, { number: line.number, name: line.name }),
      )
      setAsked(false)
      tell(t, 'admin-hotline-kept')
    } catch (error) {
      if (isFault(error, 'outdated')) await queries.invalidateQueries({ queryKey: operatorQuery.queryKey })
      throw error
    }
  })
  return (
    <>
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPhoneCheck size={16} />}
          onClick={() => setAsked(true)}
        >
          {t('admin-hotline-call')}
        </Button>
      </div>
      <Dialog opened={asked} close={() => setAsked(false)} title={t('admin-hotline-call-title')}>
        <form className="form" onSubmit={run}>
          <p>{t('admin-hotline-call-ask', { number: line.number, name: line.name[language] })}</p>
          {isFault(fault, 'outdated') ? (
            <p role="alert">{t('admin-hotline-outdated')}</p>
          ) : (
            <FormFault fault={fault} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsked(false)}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('admin-hotline-call-do', { number: line.number })}
            </Button>
          </Group>
        </form>
      </Dialog>
    </>
  )
}

/** Where the operator file states the numbers, that is said once, above them. */
const ChangeLine = ({ id }: { readonly id: string }): ReactNode => {
  const { t } = useSpeech()
  const { data } = useQuery(settingsQuery)
  const [opened, setOpened] = useState(false)
  if (data === undefined || data.hotlines.from === 'file') return null
  const close = (): void => setOpened(false)
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPencil size={16} />}
        onClick={() => setOpened(true)}
      >
        {t('settings-change')}
      </Button>
      <Dialog opened={opened} close={close} title={t('settings-hotline-title')} size="lg">
        <HotlineForm state={data.hotlines} id={id} close={close} />
      </Dialog>
    </>
  )
}

const Line = ({ line }: { readonly line: Hotline }): ReactNode => {
  const { t, language } = useSpeech()
  const state = line.state === 'shown' && line.daysLeft <= SOON ? 'soon' : line.state
  return (
    <li className="hotline" data-state={state}>
      <p className="hotline-head">
        <strong>{line.name[language]}</strong>
        <bdi dir="ltr" className="hotline-number">
          {line.number}
        </bdi>
      </p>
      <p className="tags">
        {line.for.map((purpose) => (
          <span key={purpose} className="tag">
            {t(`admin-for-${purpose}`)}
          </span>
        ))}
      </p>
      {line.area !== undefined && (
        <p className="soft">{t('admin-hotline-area', { area: line.area[language] })}</p>
      )}
      <p className="soft words">
        {t('admin-hotline-source')} <Words text={line.source} />
      </p>
      <p className="hotline-head">
        <span className="soft">
          {line.confirmed === undefined ? (
            <>
              {t('admin-hotline-checked')} <bdi dir="ltr">{line.lastChecked}</bdi>
            </>
          ) : (
            <Caller confirmed={line.confirmed} />
          )}
        </span>
        <span className="hotline-left">
          {line.state === 'shown'
            ? t('admin-hotline-left', { count: line.daysLeft })
            : t(`admin-hotline-${line.state}`)}
        </span>
      </p>
      <div className="setting-change">
        <Called line={line} />
        <ChangeLine id={line.id} />
      </div>
    </li>
  )
}

/** Each number, with who vouches for it and how long people still get it; what needs somebody first. */
export const Hotlines = ({
  hotlines,
  days,
}: {
  readonly hotlines: readonly Hotline[]
  readonly days: number
}): ReactNode => {
  const { t } = useSpeech()
  return (
    <Part title={t('admin-hotlines')}>
      <p className="soft">{t('admin-hotlines-note', { days })}</p>
      <Change section="hotlines" label={t('settings-hotline-add')} title={t('settings-hotline-add')}>
        {(state, close) => <HotlineForm state={state} close={close} />}
      </Change>
      <HotlineOrder />
      {hotlines.length === 0 && <p>{t('admin-hotlines-none')}</p>}
      {!hotlines.some((line) => line.state === 'shown' && line.for.includes('emergency')) && (
        <p className="sheet-alert" role="alert">
          {t('admin-hotlines-no-emergency')}
        </p>
      )}
      <ul className="hotlines">
        {hotlines
          .toSorted((a, b) => a.daysLeft - b.daysLeft)
          .map((line) => (
            <Line key={line.id} line={line} />
          ))}
      </ul>
    </Part>
  )
}
