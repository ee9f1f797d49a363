import { DirectionProvider, MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { faultOf } from './api/fault.ts'
import { meQuery } from './api/reads.ts'
import { PreferencesProvider, type Preferences } from './browser/preferences.tsx'
import type { Store } from './browser/store.ts'
import { DraftsProvider, makeDrafts } from './chat/drafts.tsx'
import { directionOf, type Language, type Translate } from './language/bundles.ts'
import { SpeechProvider } from './language/language.tsx'
import { makeRouter } from './router.tsx'
import { makeSession } from './session.ts'
import { theme } from './theme.ts'

/** A refusal will be the same the second time; a broken line may not be. */
const worthRepeating = (failures: number, error: unknown): boolean => {
  const { status } = faultOf(error)
  return failures < 2 && (status === 0 || status >= 500)
}

const makeWorld = (preferences: Store<Preferences>) => {
  const onExpired = (error: unknown): void => {
    const { pathname, href } = router.state.location
    if (
      faultOf(error).status !== 401 ||
      pathname === '/sign-in' ||
      pathname === '/setup' ||
      pathname === '/join'
    )
      return
    queries.removeQueries({ queryKey: meQuery.queryKey })
    // Who comes for the first time is simply asked to sign in, by the page they wanted.
    if (session.isIn())
      void router.navigate({ to: '/sign-in', search: { ...(href === '/' ? {} : { to: href }), ended: true } })
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: onExpired }),
    mutationCache: new MutationCache({ onError: onExpired }),
    // `always`: the browser's idea of being online is often wrong on a local network; a failed call
    // says it better.
    defaultOptions: {
      queries: { retry: worthRepeating, staleTime: 10_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  const drafts = makeDrafts(preferences)
  const session = makeSession(queries, drafts)
  const router = makeRouter({ queries, session })
  return { queries, drafts, router }
}

export const App = ({
  preferences,
  first,
}: {
  readonly preferences: Store<Preferences>
  readonly first: { readonly language: Language; readonly t: Translate }
}): ReactNode => {
  const [{ queries, drafts, router }] = useState(() => makeWorld(preferences))
  return (
    <PreferencesProvider store={preferences}>
      <DirectionProvider initialDirection={directionOf(first.language)} detectDirection={false}>
        <MantineProvider
          theme={theme}
          defaultColorScheme="auto"
          withCssVariables={false}
          withGlobalClasses={false}
        >
          <QueryClientProvider client={queries}>
            <SpeechProvider first={first}>
              <DraftsProvider drafts={drafts}>
                <RouterProvider router={router} />
              </DraftsProvider>
            </SpeechProvider>
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </PreferencesProvider>
  )
}
