import { LARGEST_SENT, type SentKind } from '../../base/sent-file.ts'
import type { Images } from '../../ports/images.ts'
import { nameOf } from './name.ts'
import { oggOf } from './ogg.ts'
import { readOpus } from './webm.ts'

/** A file as it leaves the house: of a picture nothing is left but what it shows. */
export type Prepared = {
  readonly kind: SentKind
  readonly mime: string
  readonly name: string
  readonly bytes: Uint8Array
}

export type Preparing =
  | { readonly status: 'ready'; readonly file: Prepared }
  /** `type`: nothing that is sent. `damaged`: called so, and not to be read. */
  | { readonly status: 'refused'; readonly why: 'type' | 'damaged' | 'size' | 'empty' }

const refused = (why: Extract<Preparing, { status: 'refused' }>['why']): Preparing => ({
  status: 'refused',
  why,
})

/** Enough of a file to see its type. */
const HEAD = 4_100
/** Sound that every channel plays, by what the bytes show. */
const SOUND: Readonly<Record<string, readonly [mime: string, ending: string]>> = {
  'audio/ogg': ['audio/ogg', 'ogg'],
  'audio/opus': ['audio/ogg', 'ogg'],
  'audio/mpeg': ['audio/mpeg', 'mp3'],
  'audio/mp4': ['audio/mp4', 'm4a'],
  'audio/x-m4a': ['audio/mp4', 'm4a'],
}
/** What browsers record in, and no messenger plays. */
const WEBM = new Set(['video/webm', 'audio/webm', 'video/x-matroska'])

/**
 * Makes a file fit to be sent. Its type is what its bytes show, whatever it is called. A picture is
 * decoded and written anew, upright and without anything that a camera puts beside it (place,
 * serial number, owner); a recording of a browser goes into the container that messengers play.
 */
export const prepareFile = async (
  images: Pick<Images, 'detect' | 'clean'>,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
): Promise<Preparing> => {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > LARGEST_SENT) return refused('size')
  const mime = (await images.detect(bytes.subarray(0, HEAD))) ?? ''
  if (mime.startsWith('image/')) {
    const clean = await images.clean(bytes)
    if (clean.status !== 'made') return refused(clean.why === 'too_large' ? 'size' : 'damaged')
    return {
      status: 'ready',
      file: { kind: 'photo', mime: clean.mime, name: 'picture.jpg', bytes: clean.bytes },
    }
  }
  if (mime === 'application/pdf')
    return { status: 'ready', file: { kind: 'document', mime, name: nameOf(name, 'pdf'), bytes } }
  const sound = SOUND[mime]
  if (sound !== undefined)
    return {
      status: 'ready',
      file: { kind: 'voice', mime: sound[0], name: `voice.${sound[1]}`, bytes },
    }
  if (!WEBM.has(mime)) return refused('type')
  const recording = readOpus(bytes)
  if (recording === undefined) return refused('damaged')
  return {
    status: 'ready',
    file: { kind: 'voice', mime: 'audio/ogg', name: 'voice.ogg', bytes: oggOf(recording) },
  }
}
