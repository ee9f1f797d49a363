import { Button, Group } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { MoreTexts, useT } from '../language/language.tsx'

type Props = { readonly back: () => void; readonly close: () => void }

const Form = ({ back, close }: Props): ReactNode => {
  const t = useT()
  const [moved, setMoved] = useState(false)
  return (
    <>
      <p>{t('back-ask')}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          data-does
          onBlur={() => setMoved(true)}
          // A button is pressed by a blank when that is let go.
          onKeyUp={(event) => {
            if (event.key === ' ' && !moved) event.preventDefault()
          }}
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

/**
 * Asks before a single key hands the person to the bot: words typed beside the field must not. Nor
 * may their blanks agree to it, so the button that has the focus from the beginning hears Enter
 * alone until somebody came to it on purpose.
 */
export const BackForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
