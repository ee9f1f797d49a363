import { Button, Group, Radio, Stack, Textarea } from '@mantine/core'
import { IconDownload, IconEye } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Evidence, RevealTicket } from '../../contract/index.ts'
import { call, callBytes } from '../api/call.ts'
import { isFault } from '../api/fault.ts'
import { casePath, shiftQuery } from '../api/reads.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { isReason } from '../parts/reason-field.tsx'
import { hasView } from './evidence-kind.tsx'
import { Exposure } from '../shift/exposure.tsx'
import { PictureWords } from './picture-words.tsx'
import { RevealedPlace } from './place.tsx'
import { Shown } from './shown.tsx'

const REASONS = ['threat', 'identify', 'report', 'check', 'other'] as const

const SHOWABLE = /^(?:image|audio)\/|^text\/plain/

type Props = { readonly code: string; readonly item: Evidence }
/** `file` is nothing where the kind has no safe view: the original can still be fetched. */
type Opened = { readonly file: Blob | undefined }

const openView = async (code: string, item: Evidence, reason: string): Promise<Opened> => {
  const ticket = await call<RevealTicket>('POST', casePath(code, `/evidence/${item.id}/reveal`), {
    body: { reason },
  })
  if (!hasView(item.kind)) return { file: undefined }
  try {
    const file = await callBytes(ticket.url, AbortSignal.timeout(60_000))
    return { file: SHOWABLE.test(file.type) ? file : undefined }
  } catch (error) {
    if (isFault(error, 'no_view')) return { file: undefined }
    throw error
  }
}

export const RevealForm = ({ code, item, close }: Props & { readonly close: () => void }): ReactNode => {
  const t = useT()
  const [choice, setChoice] = useState<(typeof REASONS)[number]>()
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState<Opened>()
  const needsWords = choice === 'other'
  const reason =
    choice === undefined
      ? ''
      : [...(needsWords ? [] : [t(`reason-${choice}`)]), words.trim()]
          .filter((part) => part !== '')
          .join(': ')
  const queries = useQueryClient()
  const { run, busy, fault } = useAttempt(async () => {
    setOpened(await openView(code, item, reason))
    void queries.invalidateQueries({ queryKey: shiftQuery.queryKey })
    void queries.invalidateQueries({ queryKey: ['evidence', code] })
  })

  if (opened !== undefined)
    return (
      <div className="form">
        {opened.file === undefined ? (
          <p>{t('reveal-no-view')}</p>
        ) : (
          <Shown
            file={opened.file}
            hide={close}
            read={item.examined}
            beside={(address) => <PictureWords code={code} item={item} address={address} />}
          />
        )}
        {item.examined?.metadata.hasPlace === true && <RevealedPlace code={code} id={item.id} />}
        <Group justify="space-between">
          <Button
            component="a"
            href={casePath(code, `/evidence/${item.id}/original`)}
            download
            variant="default"
            leftSection={<IconDownload size={18} />}
          >
            {t('reveal-original')}
          </Button>
          <Button onClick={close}>{t('reveal-hide')}</Button>
        </Group>
        <p className="soft">{t('reveal-original-note')}</p>
      </div>
    )
  return (
    <form className="form" onSubmit={run}>
      <p>{t('reveal-note')}</p>
      <Exposure />
      <Radio.Group
        label={t('reveal-why')}
        value={choice ?? null}
        onChange={(value) => setChoice(REASONS.find((each) => each === value))}
      >
        <Stack gap="xs" mt="xs">
          {REASONS.map((each) => (
            <Radio key={each} value={each} label={t(`reason-${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t(needsWords ? 'reveal-words-needed' : 'reveal-words')}
        autosize
        minRows={2}
        maxLength={300}
        dir="auto"
        classNames={{ input: 'words' }}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={!isReason(reason)} leftSection={<IconEye size={18} />}>
          {t('reveal-do')}
        </Button>
      </Group>
    </form>
  )
}
