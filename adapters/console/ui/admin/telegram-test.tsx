import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { TelegramState, TelegramTest } from '../../contract/telegram.ts'
import { beginTest, isAwaited, telegramQuery } from '../api/telegram.ts'
import { QrPicture } from '../entry/qr-picture.tsx'
import { useSpeech, useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Copy } from '../parts/copy.tsx'
import { Part } from './sheet.tsx'
import type { State } from './state.ts'
import { Line } from './state-line.tsx'
import '../styles/entry.css'

type Asked = NonNullable<TelegramState['test']>

/** How the newest one went, also of somebody else or before this page was opened. */
const Result = ({ test }: { readonly test: Asked }): ReactNode => {
  const { t, clock } = useSpeech()
  const at = (iso: string): string => clock.whole(new Date(iso))
  const { askedAt, cameAt, answeredAt } = test
  const [state, says]: readonly [State, string] =
    answeredAt !== undefined
      ? ['good', t('telegram-test-answered', { at: at(answeredAt) })]
      : cameAt !== undefined
        ? ['odd', t('telegram-test-came', { at: at(cameAt) })]
        : isAwaited({ test }, Date.now())
          ? ['none', t('telegram-test-waits')]
          : ['odd', t('telegram-test-nothing', { at: at(askedAt) })]
  return (
    <ul className="state-list">
      <Line state={state}>{says}</Line>
    </ul>
  )
}

/** What to open on one's own phone. */
const Way = ({ test: { link = '', command = '', bot } }: { readonly test: TelegramTest }): ReactNode => {
  const t = useT()
  return (
    <div className="telegram-way">
      <QrPicture text={link} label={t('telegram-test-qr')} />
      <div>
        <p>
          <Words text={t('telegram-test-how')} />
        </p>
        <p className="invite-link">
          <a href={link} dir="ltr" target="_blank" rel="noreferrer">
            {link}
          </a>
          <Copy text={link} label={t('telegram-test-copy')} />
        </p>
        <p className="soft">
          {t('telegram-test-by-hand')} <bdi dir="ltr">@{bot?.name}</bdi>
        </p>
        <p className="invite-link">
          <bdi dir="ltr">{command}</bdi>
          <Copy text={command} label={t('telegram-test-copy-command')} />
        </p>
      </div>
    </div>
  )
}

/** A message from the administrator's own phone, and what became of it. */
export const TestMessage = ({ state }: { readonly state: TelegramState }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [test, setTest] = useState<TelegramTest>()
  const attempt = useAttempt(async () => {
    setTest(await beginTest())
    await queries.invalidateQueries({ queryKey: telegramQuery.queryKey })
  })
  const isOver = state.test?.cameAt !== undefined
  return (
    <Part title={t('telegram-test')}>
      <p className="soft">{t('telegram-test-note')}</p>
      {test !== undefined && test.status !== 'good' && (
        <p className="sheet-alert" role="alert">
          <Words text={t(`telegram-why-${test.status}`)} />
        </p>
      )}
      {test?.status === 'good' && !isOver && <Way test={test} />}
      <div role="status">{state.test !== undefined && <Result test={state.test} />}</div>
      <FormFault fault={attempt.fault} />
      <Group>
        <Button
          variant={test === undefined && state.test?.answeredAt === undefined ? 'filled' : 'default'}
          loading={attempt.busy}
          onClick={() => attempt.run()}
        >
          {t(state.test === undefined ? 'telegram-test-do' : 'telegram-test-again')}
        </Button>
      </Group>
    </Part>
  )
}
