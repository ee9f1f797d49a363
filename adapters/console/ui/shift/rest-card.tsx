import { Button } from '@mantine/core'
import { IconCoffee } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { MoreTexts, useT } from '../language/language.tsx'
import { afterHeavy } from './rest.ts'
import '../styles/work.css'

const Card = (): ReactNode => {
  const t = useT()
  return (
    <aside className="rest" aria-label={t('break-title')}>
      <IconCoffee size={22} aria-hidden />
      <div role="status">
        <p>
          <strong>{t('break-title')}</strong>
        </p>
        <p>{t('break-text')}</p>
      </div>
      <Button size="xs" variant="default" onClick={() => afterHeavy.set(false)}>
        {t('break-close')}
      </Button>
    </aside>
  )
}

/** A quiet word after a case in which life was in danger. It takes no focus and stops nothing. */
export const RestCard = (): ReactNode => (
  <MoreTexts of="work">
    <Card />
  </MoreTexts>
)
