import { Button, CloseButton } from '@mantine/core'
import { IconArrowBackUp, IconEye, IconLifebuoy, IconTransferIn, IconZzz } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { Ago } from '../language/ago.tsx'
import { MoreTexts, useSpeech } from '../language/language.tsx'
import { whenOf } from '../language/when.ts'
import { Words } from '../language/words.tsx'
import { tellFault } from '../parts/notice.ts'
import { FilesWait } from './files-wait.tsx'
import '../styles/work.css'

/** `isNote`: the holder writes a note now. */
type Props = { readonly file: CaseFile; readonly isNote: boolean }

const Line = ({
  Icon,
  kind,
  children,
}: {
  readonly Icon: typeof IconEye
  readonly kind: 'calm' | 'call'
  readonly children: ReactNode
}): ReactNode => (
  <div className="above" data-kind={kind}>
    <Icon size={18} aria-hidden />
    {children}
  </div>
)

const Said = ({ text }: { readonly text: string }): ReactNode => (
  <p className="words" dir="auto">
    <Words text={text} />
  </p>
)

const Lines = ({ file, isNote }: Props): ReactNode => {
  const { t, clock } = useSpeech()
  const command = useCaseCommand(file.code)
  const [hidden, setHidden] = useState<string>()
  const act = (type: 'wake' | 'help/done' | 'release/undo') => (): void =>
    command.mutate({ type }, { onError: (fault) => tellFault(t, fault) })
  const { help, snooze, passedOn, watching, watchers, filesWait, leaving } = file
  const holder = file.assignee?.name ?? t('somebody')
  return (
    <>
      {leaving !== undefined && (
        <Line Icon={IconArrowBackUp} kind="call">
          <p role="status">{t(`leaving-${leaving.to}`)}</p>
          {file.mine && (
            <Button
              size="compact-sm"
              variant="default"
              loading={command.isPending}
              onClick={act('release/undo')}
            >
              {t('leaving-undo')}
            </Button>
          )}
        </Line>
      )}
      {watching !== undefined && (
        <Line Icon={IconEye} kind="calm">
          <p>{t(watching.shown ? 'watching-shown' : 'watching-hidden', { name: holder })}</p>
        </Line>
      )}
      {watchers !== undefined && (
        <Line Icon={IconEye} kind="calm">
          <p>{t('watched-by', { names: watchers.join(t('list-comma')) })}</p>
        </Line>
      )}
      {filesWait !== undefined && <FilesWait file={file} isNote={isNote} {...filesWait} />}
      {help !== undefined && (
        <Line Icon={IconLifebuoy} kind="call">
          <div>
            <p>
              <strong>
                <Words text={t('help-asked', { name: help.by })} />
              </strong>{' '}
              · <Ago at={help.at} className="soft" />
            </p>
            {help.text !== '' && <Said text={help.text} />}
          </div>
          <Button size="compact-sm" variant="default" loading={command.isPending} onClick={act('help/done')}>
            {t('help-over')}
          </Button>
        </Line>
      )}
      {passedOn !== undefined && hidden !== passedOn.at && (
        <Line Icon={IconTransferIn} kind="calm">
          <div>
            <p>
              <strong>
                <Words text={t('passed-on', { name: passedOn.by })} />
              </strong>{' '}
              · <Ago at={passedOn.at} className="soft" />
            </p>
            <Said text={passedOn.note} />
          </div>
          <CloseButton aria-label={t('passed-hide')} onClick={() => setHidden(passedOn.at)} />
        </Line>
      )}
      {snooze !== undefined && (
        <Line Icon={IconZzz} kind="calm">
          <div>
            <p>
              <strong>{t('snoozed-until', { time: whenOf(t, clock, snooze.until) })}</strong>
            </p>
            {snooze.promise !== undefined && (
              <>
                <p className="soft">{t('snoozed-promise')}</p>
                <Said text={snooze.promise} />
              </>
            )}
          </div>
          {file.mine && (
            <Button size="compact-sm" variant="default" loading={command.isPending} onClick={act('wake')}>
              {t('wake')}
            </Button>
          )}
        </Line>
      )}
    </>
  )
}

/** What whoever opens the case must know of the team's own doing, above what was said. */
export const Above = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Lines {...props} />
  </MoreTexts>
)
