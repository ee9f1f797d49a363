import {
  IconArrowsExchange,
  IconBolt,
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconBuilding,
  IconChartBar,
  IconFingerprint,
  IconHeartbeat,
  IconHistory,
  IconKey,
  IconListCheck,
  IconMessage2Bolt,
  IconMessages,
  IconTopologyStar3,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import type { Me } from '../../contract/people.ts'

/**
 * A page beside the desk, in the menu of pages for whoever has one of `rights`. `label` is a text
 * of the locales.
 */
type Place = {
  readonly to: string
  readonly label: string
  readonly icon: Icon
  readonly rights: readonly Me['rights'][number][] | 'any'
}

const PLACES: readonly Place[] = [
  { to: '/checklist', label: 'checklist-title', icon: IconListCheck, rights: ['administer'] },
  { to: '/statistics', label: 'statistics-title', icon: IconChartBar, rights: ['count'] },
  { to: '/networks', label: 'networks-title', icon: IconTopologyStar3, rights: ['networks'] },
  { to: '/agents', label: 'agents-title', icon: IconUsers, rights: ['administer'] },
  { to: '/keys', label: 'api-keys-title', icon: IconKey, rights: ['administer'] },
  { to: '/channels/telegram', label: 'channel-telegram', icon: IconBrandTelegram, rights: ['operate'] },
  { to: '/channels/whatsapp', label: 'channel-whatsapp', icon: IconBrandWhatsapp, rights: ['operate'] },
  { to: '/webhooks', label: 'webhooks-title', icon: IconArrowsExchange, rights: ['operate'] },
  { to: '/health', label: 'health-title', icon: IconHeartbeat, rights: ['operate'] },
  { to: '/operator', label: 'operator-title', icon: IconBuilding, rights: ['operate'] },
  { to: '/texts', label: 'texts-title', icon: IconMessages, rights: ['operate'] },
  { to: '/replies', label: 'team-replies-title', icon: IconMessage2Bolt, rights: ['supervise', 'operate'] },
  { to: '/macros', label: 'macros', icon: IconBolt, rights: ['supervise', 'operate'] },
  { to: '/audit', label: 'audit-title', icon: IconHistory, rights: ['audit'] },
  { to: '/sessions', label: 'sessions-title', icon: IconFingerprint, rights: 'any' },
]

export const placesFor = (me: Me | undefined): readonly Place[] =>
  me === undefined || me.secondFactorRequired
    ? []
    : PLACES.filter(({ rights }) => rights === 'any' || rights.some((right) => me.rights.includes(right)))
