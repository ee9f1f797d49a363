import { IconFileText } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Message } from '../../contract/messages.ts'
import { casePath } from '../api/reads.ts'
import { useSize } from '../file/size.ts'
import { useT } from '../language/language.tsx'
import { Name } from '../language/words.tsx'

/** A file that the team sent: seen or heard as the person gets it. */
export const SentFile = ({
  code,
  id,
  file,
}: {
  readonly code: string
  readonly id: string
  readonly file: NonNullable<Message['file']>
}): ReactNode => {
  const t = useT()
  const size = useSize()
  const address = casePath(code, `/files/${id}`)
  if (file.kind === 'photo')
    return <img className="sent-file" src={address} alt={t('sent-photo')} loading="lazy" decoding="async" />
  if (file.kind === 'voice')
    return <audio className="sent-file" src={address} controls preload="none" aria-label={t('sent-voice')} />
  return (
    <a className="sent-file" href={address} download>
      <IconFileText size={20} aria-hidden />
      <Name text={file.name} /> <span className="soft">{size(file.size)}</span>
    </a>
  )
}
