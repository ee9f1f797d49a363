import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconCircleCheck, IconDots, IconFileText, IconRobot } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { mayWork, meQuery } from '../api/reads.ts'
import type { Layout } from '../browser/layout.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { useAltShortcuts, useShortcuts } from '../browser/shortcuts.ts'
import { Ago } from '../language/ago.tsx'
import { Due } from '../language/due.tsx'
import { useT } from '../language/language.tsx'
import { ChannelMark } from '../parts/channel-mark.tsx'
import { Copy } from '../parts/copy.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Here } from '../parts/here.tsx'
import { LinkIcon } from '../parts/link-icon.tsx'
import { tell, tellFault } from '../parts/notice.ts'
import { SeverityMark } from '../parts/severity-mark.tsx'
import { StatusMark } from '../queue/row.tsx'
import { useActions } from '../palette/actions.ts'
import { caseActions, type CaseDialog } from './case-actions.tsx'
import { CloseCase } from './close-case.tsx'
import { ContactRules } from './contact-rules.tsx'
import { SetSeverity } from './set-severity.tsx'
import { TransferCase } from './transfer-case.tsx'

const SnoozeForm = lazy(async () => ({ default: (await import('./snooze-form.tsx')).SnoozeForm }))
const SafeTimesForm = lazy(async () => ({ default: (await import('./safe-times-form.tsx')).SafeTimesForm }))
const BackForm = lazy(async () => ({ default: (await import('./back-form.tsx')).BackForm }))
const MacroForm = lazy(async () => ({ default: (await import('./macro-form.tsx')).MacroForm }))
const HelpForm = lazy(async () => ({ default: (await import('./help-form.tsx')).HelpForm }))

/** Where there is room these stand beside the menu. */
const AS_BUTTONS: ReadonlySet<string> = new Set(['hand-back', 'close-case'])

/** Which case, how urgent, who has it, and what can be done with it. */
export const ChatHeader = ({
  file,
  layout,
  level,
}: {
  readonly file: CaseFile
  readonly layout: Layout
  readonly level: 1 | 2
}): ReactNode => {
  const t = useT()
  const command = useCaseCommand(file.code)
  const [dialog, setDialog] = useState<CaseDialog>()
  const closeDialog = (): void => setDialog(undefined)
  /** That it can be undone is said above the conversation, where a notice would cover it on a phone. */
  const release = (to: 'bot' | 'queue'): void =>
    command.mutate({ type: 'release', to, undo: true }, { onError: (fault) => tellFault(t, fault) })
  const act = (type: 'wake' | 'reopen'): void => {
    if (command.isPending) return
    command.mutate(
      { type },
      {
        onSuccess: () => {
          if (type === 'reopen') tell(t, 'reopened-done')
        },
        onError: (fault) => tellFault(t, fault),
      },
    )
  }
  const { letterKeys } = usePreferences()
  useShortcuts(letterKeys && file.mine, {
    KeyB: () => setDialog('back'),
    KeyP: () => setDialog('transfer'),
    KeyC: () => setDialog('close'),
  })
  useAltShortcuts(file.mine, { KeyM: () => setDialog('macros') })
  const works = mayWork(useQuery(meQuery).data)
  const actions = caseActions(file, works, { open: setDialog, release: () => release('queue'), act })
  useActions(actions)
  const small = (which: CaseDialog, title: string, form: ReactNode): ReactNode => (
    <Dialog opened={dialog === which} close={closeDialog} title={title.replace('…', '')}>
      {form}
    </Dialog>
  )
  const Heading = `h${level}` as const
  const roomy = layout !== 'one'
  return (
    <header className="chat-header">
      {!roomy && (
        <LinkIcon to="/" variant="subtle" color="gray" size="lg" aria-label={t('to-queue')}>
          <IconArrowLeft size={20} className="flip" />
        </LinkIcon>
      )}
      <div className="chat-which">
        <Heading>
          <bdi className="code" dir="ltr">
            {file.code}
          </bdi>
          <Copy text={file.code} label={t('copy-code')} />
          <SeverityMark severity={file.severity} long={layout === 'three'} />
        </Heading>
        <p className="soft">
          <ChannelMark channel={file.channel} />
          <StatusMark row={file} />
          {file.status === 'waiting' && file.waitingSince !== undefined && (
            <Ago at={file.waitingSince} length />
          )}
          {file.dueAt !== undefined && <Due at={file.dueAt} />}
        </p>
      </div>
      <Here code={file.code} />
      {roomy && file.mine && (
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRobot size={16} />}
            loading={command.isPending}
            onClick={() => release('bot')}
          >
            {t('hand-back')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCircleCheck size={16} />}
            onClick={() => setDialog('close')}
          >
            {t('close-case')}
          </Button>
        </>
      )}
      {layout !== 'three' && (
        <Tooltip label={t('file-title')}>
          <LinkIcon
            to="/cases/$code/file"
            params={{ code: file.code }}
            variant="default"
            size="lg"
            aria-label={t('file-title')}
          >
            <IconFileText size={18} />
          </LinkIcon>
        </Tooltip>
      )}
      {file.status !== 'erased' && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon variant="default" size="lg" aria-label={t('more')}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {actions
              .filter(({ id }) => !roomy || !AS_BUTTONS.has(id))
              .map(({ id, says, icon, run }) => (
                <Menu.Item
                  key={id}
                  leftSection={icon}
                  onClick={id === 'hand-back' ? () => release('bot') : run}
                >
                  {says(t)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <CloseCase code={file.code} opened={dialog === 'close'} close={closeDialog} />
      <TransferCase file={file} opened={dialog === 'transfer'} close={closeDialog} />
      <SetSeverity file={file} opened={dialog === 'severity'} close={closeDialog} />
      {small('snooze', t('snooze'), <SnoozeForm file={file} close={closeDialog} />)}
      {small('safe-times', t('safe-times'), <SafeTimesForm file={file} close={closeDialog} />)}
      {small('help', t('help-ask'), <HelpForm code={file.code} close={closeDialog} />)}
      {small(
        'macros',
        t('macros'),
        <MacroForm file={file} rules={<ContactRules signals={file.signals} />} close={closeDialog} />,
      )}
      {small('back', t('hand-back'), <BackForm back={() => release('bot')} close={closeDialog} />)}
    </header>
  )
}
