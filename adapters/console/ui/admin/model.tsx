import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ModelState, ModelTried } from '../../contract/model.ts'
import { modelQuery, tryModel } from '../api/model.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Yes } from './operator-rules.tsx'
import { Facts, Grid, Part, type Fact } from './sheet.tsx'
import { Line } from './state-line.tsx'
import type { State } from './state.ts'

const USES = ['danger', 'facts', 'summary', 'reply', 'translate', 'voice'] as const

const OF_HEALTH: Readonly<Record<NonNullable<ModelState['health']>['status'], State>> = {
  untried: 'none',
  ready: 'good',
  failing: 'odd',
  resting: 'bad',
  spent: 'odd',
}

const Try = (): ReactNode => {
  const t = useT()
  const [tried, setTried] = useState<ModelTried>()
  const { run, busy, fault } = useAttempt(async () => setTried(await tryModel()))
  return (
    <div className="model-try">
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<IconSparkles size={16} />}
        onClick={run}
      >
        {t('admin-model-try')}
      </Button>
      <p className="soft">{t('admin-model-try-note')}</p>
      <div role="status">
        {tried !== undefined && (
          <p>
            {tried.none === undefined
              ? t('admin-model-answered', { milliseconds: tried.milliseconds })
              : t(`admin-model-none-${tried.none.replaceAll('_', '-')}`)}{' '}
            {tried.text !== undefined && (
              <bdi className="words">
                <q>{tried.text}</q>
              </bdi>
            )}
          </p>
        )}
      </div>
      <FormFault fault={fault} />
    </div>
  )
}

const On = ({ state }: { readonly state: ModelState }): ReactNode => {
  const t = useT()
  const { at, host, model, health } = state
  const isAway = at === 'away'
  const facts: Fact[] = [
    { key: 'model', name: t('admin-model-name'), says: <bdi dir="ltr">{model ?? ''}</bdi> },
    { key: 'host', name: t('admin-model-to'), says: <bdi dir="ltr">{host ?? ''}</bdi> },
    {
      key: 'who',
      name: t('admin-model-who'),
      says: t(isAway ? 'admin-model-who-away' : 'admin-model-who-here'),
    },
    {
      key: 'kept',
      name: t('admin-model-kept'),
      says: t(isAway ? 'admin-model-kept-away' : 'admin-model-kept-here'),
    },
    ...(health === undefined
      ? []
      : [
          {
            key: 'budget',
            name: t('admin-model-budget'),
            says: t('admin-model-calls', { used: health.callsLastHour, budget: health.budget }),
          },
        ]),
  ]
  return (
    <>
      {health !== undefined && (
        <ul className="state-list">
          <Line state={OF_HEALTH[health.status]}>
            <span>{t(`admin-model-${health.status}`)}</span>
            {health.why !== undefined && <p>{t(`admin-model-none-${health.why.replaceAll('_', '-')}`)}</p>}
          </Line>
        </ul>
      )}
      <Facts facts={facts} />
    </>
  )
}

/** Which uses of a language model are on, what leaves the house for each, and how its server is. */
export const ModelPart = (): ReactNode => {
  const t = useT()
  const { data: state } = useQuery({ ...modelQuery, refetchInterval: 10_000 })
  if (state === undefined) return null
  const isOn = state.uses.length > 0
  return (
    <Part title={t('admin-model')}>
      <p className="soft">{t(isOn ? 'admin-model-note' : 'admin-model-off')}</p>
      <Grid
        caption={t('admin-model')}
        heads={[t('admin-model-use'), t('admin-team-on'), t('admin-model-leaves')]}
        rows={USES.map((use) => ({
          key: use,
          head: t(`admin-model-use-${use}`),
          cells: [
            <Yes key="on" on={state.uses.includes(use)} />,
            t(use === 'voice' ? 'admin-model-leaves-voice' : 'admin-model-leaves-words'),
          ],
        }))}
      />
      {isOn && <On state={state} />}
      {isOn && state.uses.some((use) => use !== 'voice') && <Try />}
    </Part>
  )
}
