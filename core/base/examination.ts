import type { ObjectId, Sha256Hex } from './ids.ts'
import type { Bytes } from './units.ts'

/**
 * What is read off a file, by aspect; each is one link of the chain of custody with the tool that
 * read it.
 */
export const ASPECTS = [
  /** The type its content shows, against what was declared; bytes after its end; a second format inside. */
  'type',
  /** SHA-256, MD5. */
  'digest',
  /** Boxes, tracks, codecs, duration, pages: what holds it. */
  'container',
  /** EXIF, XMP, IPTC, text chunks. */
  'metadata',
  /** Signed statements of origin (C2PA). */
  'provenance',
  /** Marks that generators and editors leave. */
  'generation',
  /** PDQ of a picture or of frames. */
  'fingerprint',
  /** Preview, thumbnails, frames, pages, waveform made from it. */
  'rendering',
  /** The words in a picture of a chat, as a machine read them. */
  'reading',
] as const
export type Aspect = (typeof ASPECTS)[number]

/**
 * Three honest states and the fourth, that nobody looked. `none` proves nothing: messengers strip
 * marks. `broken`: something is there and does not hold, such as a signature over other bytes.
 * `not_computed`: the tool is not there, the file too large, too slow or damaged; `why` says which.
 */
export type Found = 'found' | 'broken' | 'none' | 'not_computed'

/** A reason that the locales can word; never text out of the file. */
export type NotComputed = 'tool_absent' | 'unsupported' | 'too_large' | 'too_slow' | 'damaged' | 'failed'

export type Examination = {
  readonly aspect: Aspect
  readonly found: Found
  readonly why?: NotComputed
  /** Name and version of what read it, such as `exifr 7.1.3`. */
  readonly tool: string
  /**
   * What was read: strings are a stranger's (at most 500 characters each, at most 100 facts),
   * numbers are safe integers. Keys are ours or the format's own names.
   */
  readonly facts: Readonly<Record<string, string | number>>
}

/**
 * A picture (or waveform) made from a file: an object of its own in the vault, re-encoded, without
 * metadata.
 */
export type Derived = {
  readonly what: 'preview' | 'thumbnail' | 'poster' | 'frame' | 'page'
  /** Which frame or page, from 0. */
  readonly index: number
  readonly object: ObjectId
  readonly sha256: Sha256Hex
  readonly size: Bytes
  readonly mime: 'image/webp'
  readonly width: number
  readonly height: number
  readonly tool: string
}
