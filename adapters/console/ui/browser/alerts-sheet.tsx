import { Button, Switch } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { MoreTexts, useSpeech } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { makeBell } from './bell.ts'
import { askToNotify } from './notify.ts'
import { useChangePreferences, usePreferences } from './preferences.tsx'
import { letSleep, readWaking, wakeThisBrowser } from './waking.ts'

const KEY = ['waking']
const TUNES = ['P1', 'P2', 'P3', 'call'] as const

const leaveOf = (): NotificationPermission =>
  'Notification' in globalThis ? Notification.permission : 'denied'

const Sheet = (): ReactNode => {
  const { t, language } = useSpeech()
  const { alerts, callSound } = usePreferences()
  const change = useChangePreferences()
  const queries = useQueryClient()
  const bell = useMemo(makeBell, [])
  const [leave, setLeave] = useState(leaveOf)
  const { data: waking, error } = useQuery({ queryKey: KEY, queryFn: readWaking })
  const turn = useAttempt(async () => {
    if (waking === 'on') await letSleep()
    else {
      const given = await askToNotify()
      setLeave(given)
      if (given === 'granted') await wakeThisBrowser(language)
    }
    await queries.invalidateQueries({ queryKey: KEY })
  })
  return (
    <div className="form">
      <Switch
        label={t('alerts')}
        description={t('alerts-sound-note')}
        checked={alerts}
        onChange={(event) => change({ alerts: event.currentTarget.checked })}
      />
      <Switch
        label={t('alerts-call')}
        description={t('alerts-call-note')}
        checked={callSound}
        onChange={(event) => change({ callSound: event.currentTarget.checked })}
      />
      <div className="tunes" role="group" aria-label={t('alerts-listen')}>
        {TUNES.map((severity) => (
          <Button
            key={severity}
            size="xs"
            variant="default"
            leftSection={<IconPlayerPlay size={14} />}
            onClick={() => {
              bell.unlock()
              bell.ring(severity)
            }}
          >
            {t(severity === 'call' ? 'alerts-call-tune' : `severity-${severity}`)}
          </Button>
        ))}
      </div>
      <Switch
        label={t('alerts-notify')}
        description={t(leave === 'denied' ? 'alerts-notify-denied' : 'alerts-notify-note')}
        checked={leave === 'granted'}
        disabled={leave !== 'default'}
        onChange={() => void askToNotify().then(setLeave)}
      />
      <Switch
        label={t('alerts-push')}
        description={t(waking === 'unable' ? 'alerts-push-unable' : 'alerts-push-note')}
        checked={waking === 'on'}
        disabled={
          waking === undefined || waking === 'unable' || turn.busy || (leave === 'denied' && waking === 'off')
        }
        onChange={() => turn.run()}
      />
      <FormFault fault={turn.fault ?? error ?? undefined} />
    </div>
  )
}

/**
 * How one is called: by sound, by the browser's own notes, and while the console is closed.
 * Everything is off until it is switched on here.
 */
export const AlertsSheet = (): ReactNode => (
  <MoreTexts of="work">
    <Sheet />
  </MoreTexts>
)
