import { Button } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { ExportState } from '../../contract/exports.ts'
import { answerExport, exportsQuery, exportUrl } from '../api/exports.ts'
import { useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { HandoverRequest } from './handover-request.tsx'
import { useArrive } from './arrive.ts'

const Form = lazy(async () => ({ default: (await import('./export-form.tsx')).ExportForm }))

type Props = { readonly file: CaseFile; readonly level: 2 | 3 }

const Part = ({ file, level, state }: Props & { readonly state: ExportState }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  const part = useArrive('export')
  const { request } = state
  const Heading = `h${level}` as const
  return (
    <section ref={part} tabIndex={-1}>
      <Heading>{t('export-title')}</Heading>
      {request !== undefined && (
        <HandoverRequest
          request={request}
          url={exportUrl(file.code, request.request)}
          answer={async (how, reason) => {
            await answerExport(file.code, request.request, how, reason)
            await queries.invalidateQueries({ queryKey: ['case', file.code] })
          }}
        />
      )}
      {state.mayAsk && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPackageExport size={16} />}
          onClick={() => setOpen(true)}
        >
          {t('export-begin')}
        </Button>
      )}
      <Dialog opened={open} close={close} title={t('export-title')}>
        <Form code={file.code} state={state} close={close} />
      </Dialog>
    </section>
  )
}

/** The bundle for others: what was asked for, and asking for one. */
export const Handover = ({ file, level }: Props): ReactNode => {
  const { data: state } = useQuery(exportsQuery(file.code))
  if (state === undefined || (!state.mayAsk && state.request === undefined)) return null
  return <Part file={file} level={level} state={state} />
}
