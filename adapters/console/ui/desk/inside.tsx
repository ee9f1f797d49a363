import { Alert, Anchor } from '@mantine/core'
import { IconCloudOff, IconPlugConnectedX, IconShieldLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { noticesQuery } from '../api/notices.ts'
import { meQuery } from '../api/reads.ts'
import { Alerts } from '../browser/alerts.tsx'
import { useOnline } from '../browser/online.ts'
import { useStore } from '../browser/store.ts'
import { LiveProvider, useLive } from '../feed/live.tsx'
import { useT } from '../language/language.tsx'
import { PaletteDoor } from '../palette/door.tsx'
import { openShell } from '../shell/shell.ts'
import { afterHeavy } from '../shift/rest.ts'
import { Proving } from './proving.tsx'
import { TopBar } from './top-bar.tsx'

const Idle = lazy(async () => ({ default: (await import('./idle.tsx')).Idle }))

const WantedCall = lazy(async () => ({ default: (await import('../wanted/wanted-call.tsx')).WantedCall }))

const Asked = lazy(async () => ({ default: (await import('../browser/asked.tsx')).Asked }))

const Changed = lazy(async () => ({ default: (await import('./changed.tsx')).Changed }))

const SetupLeft = lazy(async () => ({ default: (await import('./setup-left.tsx')).SetupLeft }))

const RestCard = lazy(async () => ({ default: (await import('../shift/rest-card.tsx')).RestCard }))

const Rest = (): ReactNode =>
  useStore(afterHeavy) ? (
    <Suspense fallback={null}>
      <RestCard />
    </Suspense>
  ) : null

const AskedFor = (): ReactNode => {
  const { asked } = useLive()
  return asked === undefined ? null : (
    <Suspense fallback={null}>
      <Asked {...asked} />
    </Suspense>
  )
}

/** Fetched only where there is something to tell. */
const ToldOfChanges = (): ReactNode => {
  const { data: notices = [] } = useQuery(noticesQuery)
  return notices.length === 0 ? null : (
    <Suspense fallback={null}>
      <Changed />
    </Suspense>
  )
}

const Banners = (): ReactNode => {
  const t = useT()
  const online = useOnline()
  const { state } = useLive()
  const { data: me } = useQuery(meQuery)
  const { pathname } = useLocation()
  const factor = me?.secondFactor === false && pathname !== '/second-factor' && (
    <Alert className="banner" color="blue" icon={<IconShieldLock size={18} />}>
      {t('banner-second-factor')}{' '}
      <Anchor component={Link} to="/second-factor" inherit underline="always">
        {t('banner-second-factor-link')}
      </Anchor>
    </Alert>
  )
  return (
    <div className="banners" aria-live="polite">
      {me?.practice === true && (
        <p className="practice" role="note">
          {t('practice')}
        </p>
      )}
      {!online && (
        <Alert className="banner" color="red" icon={<IconCloudOff size={18} />}>
          {t('banner-offline')}
        </Alert>
      )}
      {online && state === 'lost' && (
        <Alert className="banner" color="yellow" icon={<IconPlugConnectedX size={18} />}>
          {t('banner-lost')}
        </Alert>
      )}
      {me?.rights.includes('administer') === true && pathname === '/' ? (
        <Suspense fallback={factor}>
          <SetupLeft otherwise={factor} />
        </Suspense>
      ) : (
        factor
      )}
    </div>
  )
}

/** Everything behind the sign-in: the bar, what has to be known, and the page. */
export const Inside = (): ReactNode => {
  const t = useT()
  useEffect(() => void openShell(), [])
  return (
    <LiveProvider>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <div className="inside">
        <TopBar />
        <Banners />
        <ToldOfChanges />
        <Suspense fallback={null}>
          <Idle />
        </Suspense>
        <Outlet />
      </div>
      <Alerts />
      <Suspense fallback={null}>
        <WantedCall />
      </Suspense>
      <AskedFor />
      <Proving />
      <PaletteDoor />
      <Rest />
    </LiveProvider>
  )
}
