import {
  IconAddressBook,
  IconFile,
  IconFileText,
  IconGif,
  IconMapPin,
  IconMicrophone,
  IconMusic,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react'
import type { Evidence } from '../../contract/index.ts'

export const KIND_ICONS: Readonly<Record<Evidence['kind'], typeof IconFile>> = {
  photo: IconPhoto,
  document: IconFile,
  video: IconVideo,
  voice: IconMicrophone,
  audio: IconMusic,
  animation: IconGif,
  video_note: IconVideo,
  statement: IconFileText,
  contact: IconAddressBook,
  location: IconMapPin,
}

/** The locale key of a kind; kinds of a newer server read as a file. */
export const kindKey = (kind: string): string =>
  kind in KIND_ICONS ? `media-${kind.replaceAll('_', '-')}` : 'media-document'

/** Kinds the server makes a safe view of; everything else can only be fetched as it is. */
export const hasView = (kind: Evidence['kind']): boolean => kind !== 'video' && kind !== 'video_note'
