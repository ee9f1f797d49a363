import { Button, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { lazy, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { ErasureState } from '../../contract/erasure.ts'
import { Ago } from '../language/ago.tsx'
import { useSpeech, useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Barred } from './barred.tsx'

const Ask = lazy(async () => ({ default: (await import('./erasure-ask.tsx')).ErasureAsk }))
const Agree = lazy(async () => ({ default: (await import('./erasure-answer.tsx')).ErasureAgree }))
const Refuse = lazy(async () => ({ default: (await import('./erasure-answer.tsx')).ErasureRefuse }))

type Request = NonNullable<ErasureState['request']>

const Answer = ({ code, request }: { readonly code: string; readonly request: Request }): ReactNode => {
  const t = useT()
  const [asked, setAsked] = useState<'agree' | 'refuse'>()
  const close = (): void => setAsked(undefined)
  return (
    <>
      <Group gap="xs">
        {request.hindered === undefined && request.barred === undefined && (
          <Button
            size="xs"
            color="red"
            leftSection={<IconTrash size={16} />}
            onClick={() => setAsked('agree')}
          >
            {t('erasure-agree')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setAsked('refuse')}>
          {t('erasure-refuse')}
        </Button>
      </Group>
      <Dialog opened={asked === 'agree'} close={close} title={t('erasure-agree-title')}>
        <Agree code={code} request={request.request} close={close} />
      </Dialog>
      <Dialog opened={asked === 'refuse'} close={close} title={t('erasure-refuse-title')}>
        <Refuse code={code} request={request.request} close={close} />
      </Dialog>
    </>
  )
}

const Asked = ({ code, request }: { readonly code: string; readonly request: Request }): ReactNode => {
  const { t, clock } = useSpeech()
  return (
    <>
      <div className="signal" data-grave={false}>
        <IconTrash size={18} aria-hidden />
        <div>
          <p>
            <strong>{t('erasure-waits')}</strong> {t(`erasure-ground-${request.ground}`)}
          </p>
          <p className="words" dir="auto">
            <Words text={request.reason} />
          </p>
          <p className="soft">
            <Name text={request.by.name} /> · <Ago at={request.at} />
          </p>
          <p>{t('erasure-until', { time: clock.whole(new Date(request.until)) })}</p>
          {request.mayAnswer && <Barred barred={request.barred} />}
          {request.hindered !== undefined && (
            <p>{t(`erasure-hindered-${request.hindered.replace('_', '-')}`)}</p>
          )}
        </div>
      </div>
      {request.mayAnswer && <Answer code={code} request={request} />}
    </>
  )
}

/** Having the case erased, which takes two: who asks, and who agrees. */
export const Erasure = ({ file }: { readonly file: CaseFile }): ReactNode => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  const { erasure } = file
  if (erasure === undefined) return null
  const { request } = erasure
  // Who can agree as it stands answers it: asking anew would take it away from under everybody.
  const asks = erasure.mayAsk && (request?.mayAnswer !== true || request.hindered !== undefined)
  return (
    <>
      {request !== undefined && <Asked code={file.code} request={request} />}
      {asks && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTrash size={16} />}
          onClick={() => setOpen(true)}
        >
          {t(request === undefined ? 'erasure-begin' : 'erasure-anew')}
        </Button>
      )}
      <Dialog opened={open} close={close} title={t('erasure-title')}>
        <Ask code={file.code} close={close} />
      </Dialog>
    </>
  )
}
