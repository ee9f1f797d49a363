import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { MoreTexts, useT } from '../language/language.tsx'

type Props = { readonly back: () => void; readonly close: () => void }

const Form = ({ back, close }: Props): ReactNode => {
  const t = useT()
  return (
    <>
      <p>{t('back-ask')}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          data-does
          onClick={() => {
            close()
            back()
          }}
        >
          {t('hand-back')}
        </Button>
      </Group>
    </>
  )
}

/** Asks before a single key hands the person to the bot: words typed beside the field must not. The focus is on what it does, and that can be undone for a while. */
export const BackForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
