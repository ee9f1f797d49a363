import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconFileText, IconMicrophone, IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useSize } from '../file/size.ts'
import { useT } from '../language/language.tsx'
import { refusedBefore, type Attached, type AttachedFiles } from './attached.ts'
import type { Recorder } from './recorder.ts'
import { Name } from '../language/words.tsx'

type Sends = NonNullable<CaseFile['sends']>

const ACCEPT = 'image/*,application/pdf,audio/*'

/** Files out of a picker, a drop or the clipboard. */
export const filesIn = (list: FileList | undefined | null): readonly { file: Blob; name: string }[] =>
  [...(list ?? [])].map((file) => ({ file, name: file.name }))

/** The ways to attach something; what the person's channel does not take is not offered. */
export const AttachButtons = ({
  sends,
  add,
  recorder,
}: {
  readonly sends: Sends | undefined
  readonly add: AttachedFiles['add']
  readonly recorder: Recorder
}): ReactNode => {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  if (sends === undefined) return <span className="soft">{t('attach-none')}</span>
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        data-testid="attach"
        onChange={(event) => {
          add(filesIn(event.currentTarget.files))
          event.currentTarget.value = ''
        }}
      />
      <Tooltip label={t('attach')}>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={t('attach')}
          onClick={() => input.current?.click()}
        >
          <IconPaperclip size={17} />
        </ActionIcon>
      </Tooltip>
      {sends.voice !== undefined && (
        <Tooltip label={t('attach-record')}>
          <ActionIcon
            variant="default"
            size="md"
            aria-label={t('attach-record')}
            disabled={recorder.seconds !== undefined}
            onClick={recorder.start}
          >
            <IconMicrophone size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  )
}

const Sign = ({ file }: { readonly file: Attached }): ReactNode => {
  if (file.url !== undefined) return <img src={file.url} alt="" />
  return file.kind === 'voice' ? (
    <IconMicrophone size={20} aria-hidden />
  ) : (
    <IconFileText size={20} aria-hidden />
  )
}

const Why = ({ file, sends }: { readonly file: Attached; readonly sends: Sends }): ReactNode => {
  const t = useT()
  const size = useSize()
  const refused = refusedBefore(file, sends)
  if (refused === undefined) return <span className="soft">{size(file.file.size)}</span>
  return (
    <strong role="alert">
      {refused.why === 'size'
        ? t('attach-too-large', { most: size(refused.most) })
        : t(refused.why === 'chat' ? 'attach-chat' : 'attach-type')}
    </strong>
  )
}

/** What goes out with the next press of the button, and what is being recorded. */
export const AttachedList = ({
  sends,
  attached,
  recorder,
}: {
  readonly sends: Sends
  readonly attached: AttachedFiles
  readonly recorder: Recorder
}): ReactNode => {
  const t = useT()
  const { seconds } = recorder
  return (
    <>
      {recorder.denied && <p role="alert">{t('attach-denied')}</p>}
      {seconds !== undefined && (
        <p className="attached-recording">
          <IconMicrophone size={17} aria-hidden />
          {t('attach-recording', {
            time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
          })}
          <Button size="compact-xs" onClick={() => recorder.end(true)}>
            {t('attach-stop')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => recorder.end(false)}>
            {t('attach-discard')}
          </Button>
        </p>
      )}
      {attached.files.length > 0 && (
        <ul className="attached" aria-label={t('attach-list')}>
          {attached.files.map((file) => (
            <li key={file.key}>
              <Sign file={file} />
              <Name text={file.name} />
              <Why file={file} sends={sends} />
              <ActionIcon
                variant="subtle"
                size="sm"
                disabled={attached.busy}
                aria-label={t('attach-remove', { name: file.name })}
                onClick={() => attached.remove(file.key)}
              >
                <IconX size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {attached.files.some(({ kind }) => kind === 'photo') && <p className="soft">{t('attach-clean')}</p>}
    </>
  )
}
