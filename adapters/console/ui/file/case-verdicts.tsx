import { Button } from '@mantine/core'
import { IconLinkOff, IconLinkPlus, IconQuestionMark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, useState, type ReactNode } from 'react'
import { mayWork, meQuery } from '../api/reads.ts'
import { useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import type { Saying } from './link-form.tsx'

const LinkForm = lazy(async () => ({ default: (await import('./link-form.tsx')).LinkForm }))

const ICONS = {
  wrong: IconLinkOff,
  right: IconLinkPlus,
  same: IconLinkPlus,
  unsure: IconQuestionMark,
} as const

type Props = { readonly code: string; readonly other: string }

/** One thing to say of another case, in a dialog that asks for the reason. */
export const Judge = ({ code, other, saying }: Props & { readonly saying: Saying }): ReactNode => {
  const t = useT()
  const works = mayWork(useQuery(meQuery).data)
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  if (!works) return null
  const name = t(`link-${saying}-begin`)
  const Icon = ICONS[saying]
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<Icon size={14} />}
        aria-label={`${name}: ${other}`}
        onClick={() => setOpen(true)}
      >
        {name}
      </Button>
      <Dialog opened={open} close={close} title={t(`link-${saying}-title`)}>
        <LinkForm code={code} other={other} saying={saying} close={close} />
      </Dialog>
    </>
  )
}

/** What can be said of another case. `said` stands already; what is held back is linked to nobody. */
export const Verdicts = ({
  code,
  other,
  said,
  linked,
}: Props & { readonly said: 'same' | 'unsure' | undefined; readonly linked: boolean }): ReactNode => (
  <>
    {said !== 'same' && <Judge code={code} other={other} saying="same" />}
    {linked && <Judge code={code} other={other} saying="wrong" />}
    {said !== 'unsure' && <Judge code={code} other={other} saying="unsure" />}
  </>
)
