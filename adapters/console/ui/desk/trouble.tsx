import { Button, Loader } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { explain } from '../api/explain.ts'
import { isFault } from '../api/fault.ts'
import { useT } from '../language/language.tsx'

/** A whole page that could not be shown. */
export const Trouble = ({ error }: { readonly error: unknown }): ReactNode => {
  const t = useT()
  const router = useRouter()
  return (
    <main className="whole-page">
      <h1>{t('trouble-title')}</h1>
      <p>{explain(t, error)}</p>
      <Button leftSection={<IconRefresh size={18} />} onClick={() => void router.invalidate()}>
        {t('again')}
      </Button>
    </main>
  )
}

export const Nowhere = (): ReactNode => {
  const t = useT()
  const router = useRouter()
  return (
    <main className="whole-page">
      <h1>{t('nowhere-title')}</h1>
      <Button onClick={() => void router.navigate({ to: '/' })}>{t('to-queue')}</Button>
    </main>
  )
}

const Turning = (): ReactNode => <Loader aria-label={useT()('loading')} role="status" />

export const PendingPage = (): ReactNode => (
  <main className="whole-page">
    <Turning />
  </main>
)

/** A part of a page that is on its way. */
export const Pending = (): ReactNode => (
  <div className="whole-page">
    <Turning />
  </div>
)

/** A part of the page that could not be read, with the way out. */
export const PartTrouble = ({
  error,
  retry,
}: {
  readonly error: unknown
  readonly retry: () => void
}): ReactNode => {
  const t = useT()
  // What was erased does not come back by asking again.
  const gone = isFault(error, 'erased')
  return (
    <div className="part-trouble" role="alert" data-gone={gone}>
      <p>{explain(t, error)}</p>
      {!gone && (
        <Button size="xs" variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>
          {t('again')}
        </Button>
      )}
    </div>
  )
}
