import type { Guide } from '../../../core/model/guidance.ts'
import { is, taken } from './conditions.ts'
import { guide } from './guide.ts'

type App = {
  readonly name: string
  readonly address: string
  readonly report: number
  readonly account: number
}

/**
 * Two guides for each app; their menus are named as the apps name them, and generally where
 * versions differ.
 */
const APPS: Readonly<Record<string, App>> = {
  instagram: { name: 'Instagram Help Center', address: 'help.instagram.com', report: 5, account: 5 },
  facebook: { name: 'Facebook Help Center', address: 'www.facebook.com/help', report: 5, account: 5 },
  whatsapp: { name: 'WhatsApp Help Center', address: 'faq.whatsapp.com', report: 5, account: 5 },
  telegram: { name: 'Telegram FAQ', address: 'telegram.org/faq', report: 5, account: 5 },
  snapchat: { name: 'Snapchat Support', address: 'help.snapchat.com', report: 5, account: 4 },
  tiktok: { name: 'TikTok Support', address: 'support.tiktok.com', report: 5, account: 4 },
  x: { name: 'X Help Center', address: 'help.x.com', report: 5, account: 4 },
  google: { name: 'Google Help', address: 'support.google.com', report: 5, account: 5 },
  discord: { name: 'Discord Support', address: 'support.discord.com', report: 4, account: 4 },
  games: { name: 'PUBG Mobile', address: 'www.pubgmobile.com', report: 5, account: 4 },
  viber: { name: 'Viber Help', address: 'help.viber.com', report: 4, account: 4 },
}

/** Each keeps what was written before anything is reported; some speak of the picture later as well. */
const PICTURES: Readonly<Record<string, readonly number[]>> = { snapchat: [1, 4], games: [1, 3] }

export const accountsOfApps: readonly Guide[] = Object.entries(APPS).map(
  ([topic, { name, address, account }]) =>
    guide(name, address, {
      id: `${topic}-account`,
      topic,
      job: 'account',
      steps: account,
      when: { all: [is('app', topic), taken] },
    }),
)

export const reportsInApps: readonly Guide[] = Object.entries(APPS).map(
  ([topic, { name, address, report }]) =>
    guide(name, address, {
      id: `${topic}-report`,
      topic,
      job: 'report',
      steps: report,
      pictures: PICTURES[topic] ?? [1],
      when: { all: [is('app', topic), { not: taken }] },
    }),
)
