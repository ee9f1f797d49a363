import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { faultOf } from './api/fault.ts'
import { mayRead, meQuery } from './api/reads.ts'
import { Desk } from './desk/desk.tsx'
import { Inside } from './desk/inside.tsx'
import { pagesWithTexts } from './desk/pages.tsx'
import { Nowhere, PendingPage, Trouble } from './desk/trouble.tsx'
import type { Me } from '../contract/people.ts'
import { Notices } from './parts/notices.tsx'
import type { Session } from './session.ts'

type Context = { readonly queries: QueryClient; readonly session: Session }

const nothing = (): null => null
const Page = (): ReactNode => (
  <>
    <Outlet />
    <Notices />
  </>
)
const root = createRootRouteWithContext<Context>()({ component: Page })

/**
 * Where to go after signing in: only a place on this page. Said also where there is none: what is
 * left out stays as it was asked for.
 */
const placeOf = (
  search: Record<string, unknown>,
): {
  readonly to?: string | undefined
  readonly joined?: boolean | undefined
  readonly ended?: boolean | undefined
} => ({
  to: typeof search['to'] === 'string' && /^\/(?![/\\])/.test(search['to']) ? search['to'] : undefined,
  joined: search['joined'] === true ? true : undefined,
  ended: search['ended'] === true ? true : undefined,
})

const entry = createRoute({ getParentRoute: () => root, id: 'entry', component: pagesWithTexts('entry') })
const signIn = createRoute({
  getParentRoute: () => entry,
  path: '/sign-in',
  validateSearch: placeOf,
  component: lazyRouteComponent(() => import('./entry/sign-in.tsx'), 'SignIn'),
})
const setup = createRoute({
  getParentRoute: () => entry,
  path: '/setup',
  component: lazyRouteComponent(() => import('./entry/setup.tsx'), 'Setup'),
})
const join = createRoute({
  getParentRoute: () => entry,
  path: '/join',
  component: lazyRouteComponent(() => import('./entry/join.tsx'), 'Join'),
})

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Inside,
  beforeLoad: async ({ context, location }) => {
    let me: Me
    try {
      me = await context.queries.ensureQueryData(meQuery)
      context.session.admit(me)
    } catch (error) {
      if (faultOf(error).status !== 401) throw error
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
    }
    // The server refuses everything else until there is one.
    if (me.secondFactorRequired && location.pathname !== '/second-factor')
      throw redirect({ to: '/second-factor' })
  },
})
// The desk draws its panes itself, from the address: so they stay where they are when the address changes.
const desk = createRoute({ getParentRoute: () => inside, id: 'desk', component: Desk })
const queue = createRoute({
  getParentRoute: () => desk,
  path: '/',
  component: nothing,
  // Who judges networks and reads no case has no queue: their work begins with the networks.
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    if (!mayRead(me) && me.rights.includes('networks')) throw redirect({ to: '/networks', replace: true })
  },
})
const chat = createRoute({ getParentRoute: () => desk, path: '/cases/$code', component: nothing })
const file = createRoute({ getParentRoute: () => desk, path: '/cases/$code/file', component: nothing })
const admin = createRoute({ getParentRoute: () => inside, id: 'admin', component: pagesWithTexts('admin') })
const agents = createRoute({
  getParentRoute: () => admin,
  path: '/agents',
  component: lazyRouteComponent(() => import('./admin/agents.tsx'), 'Agents'),
})
const statistics = createRoute({
  getParentRoute: () => admin,
  path: '/statistics',
  component: lazyRouteComponent(() => import('./statistics/statistics.tsx'), 'Statistics'),
})
const networks = createRoute({
  getParentRoute: () => admin,
  path: '/networks',
  component: lazyRouteComponent(() => import('./networks/networks.tsx'), 'Networks'),
})
const network = createRoute({
  getParentRoute: () => admin,
  path: '/networks/$network',
  component: lazyRouteComponent(() => import('./networks/network.tsx'), 'NetworkSheet'),
})
const operator = createRoute({
  getParentRoute: () => admin,
  path: '/operator',
  component: lazyRouteComponent(() => import('./admin/operator.tsx'), 'OperatorPage'),
})
const texts = createRoute({
  getParentRoute: () => admin,
  path: '/texts',
  component: lazyRouteComponent(() => import('./admin/texts.tsx'), 'TextsPage'),
})
const teamReplies = createRoute({
  getParentRoute: () => admin,
  path: '/replies',
  component: lazyRouteComponent(() => import('./admin/team-replies.tsx'), 'TeamRepliesPage'),
})
const macros = createRoute({
  getParentRoute: () => admin,
  path: '/macros',
  component: lazyRouteComponent(() => import('./admin/macros.tsx'), 'MacrosPage'),
})
const checklist = createRoute({
  getParentRoute: () => admin,
  path: '/checklist',
  component: lazyRouteComponent(() => import('./admin/checklist-page.tsx'), 'ChecklistPage'),
})
const health = createRoute({
  getParentRoute: () => admin,
  path: '/health',
  component: lazyRouteComponent(() => import('./admin/health.tsx'), 'HealthPage'),
})
const webhooks = createRoute({
  getParentRoute: () => admin,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./admin/webhooks.tsx'), 'WebhooksPage'),
})
const telegram = createRoute({
  getParentRoute: () => admin,
  path: '/channels/telegram',
  component: lazyRouteComponent(() => import('./admin/telegram.tsx'), 'TelegramPage'),
})
const whatsapp = createRoute({
  getParentRoute: () => admin,
  path: '/channels/whatsapp',
  component: lazyRouteComponent(() => import('./admin/whatsapp.tsx'), 'Whatsapp'),
})
const sessions = createRoute({
  getParentRoute: () => admin,
  path: '/sessions',
  component: lazyRouteComponent(() => import('./admin/sessions.tsx'), 'Sessions'),
})
const apiKeys = createRoute({
  getParentRoute: () => admin,
  path: '/keys',
  component: lazyRouteComponent(() => import('./admin/keys.tsx'), 'ApiKeys'),
})
const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  component: lazyRouteComponent(() => import('./admin/audit.tsx'), 'Audit'),
})
const calls = createRoute({
  getParentRoute: () => inside,
  path: '/calls',
  component: lazyRouteComponent(() => import('./phone/start.tsx'), 'StartCall'),
})
const phoneCall = createRoute({
  getParentRoute: () => inside,
  path: '/calls/$code',
  component: lazyRouteComponent(() => import('./phone/call.tsx'), 'PhoneCall'),
})
const account = createRoute({
  getParentRoute: () => inside,
  id: 'account',
  component: pagesWithTexts('entry'),
})
const secondFactor = createRoute({
  getParentRoute: () => account,
  path: '/second-factor',
  component: lazyRouteComponent(() => import('./entry/second-factor.tsx'), 'SecondFactor'),
})

const routeTree = root.addChildren([
  entry.addChildren([signIn, setup, join]),
  inside.addChildren([
    desk.addChildren([queue, chat, file]),
    calls,
    phoneCall,
    admin.addChildren([
      checklist,
      agents,
      statistics,
      networks,
      network,
      webhooks,
      telegram,
      whatsapp,
      operator,
      texts,
      teamReplies,
      macros,
      health,
      sessions,
      apiKeys,
      audit,
    ]),
    account.addChildren([secondFactor]),
  ]),
])

export const makeRouter = (context: Context) =>
  createRouter({
    routeTree,
    context,
    defaultErrorComponent: Trouble,
    defaultNotFoundComponent: Nowhere,
    defaultPendingComponent: PendingPage,
    defaultPendingMs: 300,
  })

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof makeRouter>
  }
}
