import { Outlet } from '@tanstack/react-router'
import { Suspense, type ReactNode } from 'react'
import { MoreTexts } from '../language/language.tsx'
import { PendingPage } from './trouble.tsx'

/**
 * A layout for pages that bring the texts `of` their room along, so that those who never open one
 * never fetch them.
 */
export const pagesWithTexts = (of: string) => (): ReactNode => (
  <Suspense fallback={<PendingPage />}>
    <MoreTexts of={of}>
      <Outlet />
    </MoreTexts>
  </Suspense>
)
