import type { Animation, Audio, Document, PhotoSize, Sticker, Video, VideoNote, Voice } from '@grammyjs/types'
import type { FileFault, Files, StoredFile } from './files.ts'

export type MediaOptions = {
  readonly mime?: string
  readonly fileName?: string
  readonly duration?: number
  /** Declared size where it is not the true one; with it, `bytes` may be empty. */
  readonly size?: number
  readonly fault?: FileFault
}

const named = ({ mime, fileName }: MediaOptions): { mime_type?: string; file_name?: string } => ({
  ...(mime === undefined ? {} : { mime_type: mime }),
  ...(fileName === undefined ? {} : { file_name: fileName }),
})

const ids = (file: StoredFile): { file_id: string; file_unique_id: string; file_size: number } => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  file_size: file.size,
})

const store = (
  files: Files,
  bytes: Uint8Array,
  folder: string,
  extension: string,
  options: MediaOptions,
): StoredFile =>
  files.add(bytes, {
    folder,
    extension,
    ...(options.size === undefined ? {} : { size: options.size }),
    ...(options.fault === undefined ? {} : { fault: options.fault }),
  })

/** The parts of a message that carry a file, each made from bytes that the fake will serve. */
export const makeMedia = (files: Files) => ({
  /** Two sizes, the largest last; only that one has `bytes`. */
  photo: (bytes: Uint8Array, options: MediaOptions = {}): PhotoSize[] => [
    {
      ...ids(files.add(Buffer.from('thumbnail'), { folder: 'photos', extension: 'jpg' })),
      width: 90,
      height: 67,
    },
    { ...ids(store(files, bytes, 'photos', 'jpg', options)), width: 1280, height: 960 },
  ],
  document: (bytes: Uint8Array, options: MediaOptions = {}): Document => ({
    ...ids(store(files, bytes, 'documents', 'bin', options)),
    ...named(options),
  }),
  voice: (bytes: Uint8Array, options: MediaOptions = {}): Voice => ({
    ...ids(store(files, bytes, 'voice', 'oga', options)),
    duration: options.duration ?? 3,
    mime_type: options.mime ?? 'audio/ogg',
  }),
  audio: (bytes: Uint8Array, options: MediaOptions = {}): Audio => ({
    ...ids(store(files, bytes, 'music', 'mp3', options)),
    duration: options.duration ?? 30,
    ...named({ mime: 'audio/mpeg', ...options }),
  }),
  video: (bytes: Uint8Array, options: MediaOptions = {}): Video => ({
    ...ids(store(files, bytes, 'videos', 'mp4', options)),
    width: 640,
    height: 360,
    duration: options.duration ?? 10,
    ...named({ mime: 'video/mp4', ...options }),
  }),
  videoNote: (bytes: Uint8Array, options: MediaOptions = {}): VideoNote => ({
    ...ids(store(files, bytes, 'video_notes', 'mp4', options)),
    length: 240,
    duration: options.duration ?? 5,
  }),
  animation: (bytes: Uint8Array, options: MediaOptions = {}): Animation => ({
    ...ids(store(files, bytes, 'animations', 'mp4', options)),
    width: 320,
    height: 240,
    duration: options.duration ?? 2,
    ...named({ mime: 'video/mp4', ...options }),
  }),
  sticker: (): Sticker => ({
    ...ids(files.add(Buffer.from('sticker'), { folder: 'stickers', extension: 'webp' })),
    type: 'regular',
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
    emoji: '👍',
  }),
})
