import { ActionIcon, Menu, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import {
  IconBell,
  IconBellOff,
  IconCheck,
  IconChevronDown,
  IconDevicesPc,
  IconEye,
  IconEyeOff,
  IconHome,
  IconKeyboard,
  IconLayoutGrid,
  IconLogout,
  IconShieldCheck,
  IconShieldLock,
  IconUserCircle,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { signOut } from '../api/account.ts'
import { faultOf } from '../api/fault.ts'
import { mayRead, mayWork, meQuery } from '../api/reads.ts'
import { AlertsHelp } from '../browser/alerts-help.tsx'
import { askToNotify } from '../browser/notify.ts'
import { useChangePreferences, usePreferences } from '../browser/preferences.tsx'
import { useLive } from '../feed/live.tsx'
import { LANGUAGE_NAMES, LANGUAGES } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { tellFault } from '../parts/notice.ts'
import { EndShift } from '../shift/end-shift.tsx'
import { WantedMark } from '../wanted/wanted.tsx'
import { useActions } from '../palette/actions.ts'
import { PaletteButton } from '../palette/door.tsx'
import { KeysHelp } from './keys-help.tsx'
import { placesFor } from './places.ts'
import { SCHEMES } from './schemes.ts'

const LiveMark = (): ReactNode => {
  const t = useT()
  const { state } = useLive()
  return (
    <span className="live-mark" data-state={state} role="status">
      <span className="live-word">{t(`live-${state.replace('_', '-')}`)}</span>
    </span>
  )
}

const AgentMenu = ({
  onKeys,
  onAlerts,
  onEnd,
}: {
  readonly onKeys: () => void
  readonly onAlerts: () => void
  readonly onEnd: () => void
}): ReactNode => {
  const t = useT()
  const router = useRouter()
  const { data: me } = useQuery(meQuery)
  const { language, sharedMachine } = usePreferences()
  const change = useChangePreferences()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { stop } = useLive()
  const leave = async (): Promise<void> => {
    // While the session still is there to say so; nobody who left is called.
    await import('../browser/waking.ts').then(({ letSleep }) => letSleep()).catch(() => undefined)
    try {
      await signOut()
    } catch (error) {
      // Seeming to be signed out while the session lives on would be worse than staying.
      if (faultOf(error).status !== 401) return tellFault(t, error)
    }
    stop()
    router.options.context.session.forget()
    // A new page: nothing of a case stays in this one's memory.
    location.assign('/sign-in')
  }
  const works = mayWork(me)
  useActions(
    [
      { id: 'alerts-title', icon: <IconBell size={18} />, run: onAlerts },
      { id: 'keys-title', icon: <IconKeyboard size={18} />, keys: ['?'], run: onKeys },
      ...(works ? [{ id: 'shift-end', icon: <IconHome size={18} />, run: onEnd }] : []),
      { id: 'sign-out', icon: <IconLogout size={18} className="flip" />, run: () => void leave() },
    ].map((action) => ({ ...action, says: (words) => words(action.id) })),
  )
  return (
    <Menu position="bottom-end" width={250} trapFocus>
      <Menu.Target>
        <UnstyledButton className="agent-button" aria-label={t('menu-agent', { name: me?.name ?? '' })}>
          <IconUserCircle size={22} aria-hidden />
          <span className="agent-name">{me?.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('menu-language')}</Menu.Label>
        {LANGUAGES.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            onClick={() => change({ language: each })}
            rightSection={each === language ? <IconCheck size={16} aria-label={t('chosen')} /> : null}
          >
            {LANGUAGE_NAMES[each]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('menu-colours')}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={scheme === colorScheme ? <IconCheck size={16} aria-label={t('chosen')} /> : null}
          >
            {t(`colours-${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconDevicesPc size={18} />}
          onClick={() => change({ sharedMachine: !sharedMachine })}
          rightSection={sharedMachine ? <IconCheck size={16} aria-label={t('chosen')} /> : null}
        >
          {t('shared-machine')}
        </Menu.Item>
        <Menu.Item leftSection={<IconBell size={18} />} onClick={onAlerts}>
          {t('alerts-title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={18} />} onClick={onKeys}>
          {t('keys-title')}
        </Menu.Item>
        <Menu.Item component={Link} to="/second-factor" leftSection={<IconShieldLock size={18} />}>
          {t('factor-title')}
        </Menu.Item>
        {works && (
          <Menu.Item leftSection={<IconHome size={18} />} onClick={onEnd}>
            {t('shift-end')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={18} className="flip" />} onClick={() => void leave()}>
          {t('sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const Toggle = ({
  on,
  label,
  onIcon,
  offIcon,
  flip,
}: {
  readonly on: boolean
  readonly label: string
  readonly onIcon: ReactNode
  readonly offIcon: ReactNode
  readonly flip: () => void
}): ReactNode => (
  <Tooltip label={label}>
    <ActionIcon
      variant={on ? 'filled' : 'default'}
      size="lg"
      aria-label={label}
      aria-pressed={on}
      onClick={flip}
    >
      {on ? onIcon : offIcon}
    </ActionIcon>
  </Tooltip>
)

/** Pages beside the desk; which there are is for the role to say (places.ts). */
const PagesMenu = (): ReactNode => {
  const t = useT()
  const { data: me } = useQuery(meQuery)
  const places = placesFor(me)
  if (places.length === 0) return null
  return (
    <Menu position="bottom-end" width={230} trapFocus>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('menu-pages')} title={t('menu-pages')}>
          <IconLayoutGrid size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ to, label, icon: Icon }) => (
          <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={18} aria-hidden />}>
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export const TopBar = (): ReactNode => {
  const t = useT()
  const { alerts, discreet } = usePreferences()
  const change = useChangePreferences()
  const { data: me } = useQuery(meQuery)
  const [keys, setKeys] = useState(false)
  const [ends, setEnds] = useState(false)
  const [calls, setCalls] = useState(false)
  return (
    <header className="top-bar">
      <Link to="/" className="brand">
        <IconShieldCheck size={22} aria-hidden />
        {t('brand')}
      </Link>
      {mayRead(me) && <LiveMark />}
      <div className="top-tools">
        <PaletteButton />
        <WantedMark />
        <PagesMenu />
        <Toggle
          on={discreet}
          label={t('discreet')}
          onIcon={<IconEyeOff size={18} />}
          offIcon={<IconEye size={18} />}
          flip={() => change({ discreet: !discreet })}
        />
        <Toggle
          on={alerts}
          label={t('alerts')}
          onIcon={<IconBell size={18} />}
          offIcon={<IconBellOff size={18} />}
          flip={() => {
            change({ alerts: !alerts })
            // A browser may be asked from a press alone, and asks the person once.
            if (!alerts) void askToNotify()
          }}
        />
        <AgentMenu onKeys={() => setKeys(true)} onAlerts={() => setCalls(true)} onEnd={() => setEnds(true)} />
      </div>
      <EndShift opened={ends} close={() => setEnds(false)} />
      <KeysHelp opened={keys} open={() => setKeys(true)} close={() => setKeys(false)} />
      <AlertsHelp opened={calls} close={() => setCalls(false)} />
    </header>
  )
}
