import type { Derived, Examination } from '../../core/base/examination.ts'

/** What the child can be asked, and the aspects it answers with. */
export const OPERATIONS = {
  type: ['type'],
  container: ['container'],
  metadata: ['metadata'],
  provenance: ['provenance'],
  generation: ['generation'],
  fingerprint: ['fingerprint'],
  heic: ['fingerprint', 'rendering'],
  pages: ['rendering'],
  frame: [],
} as const satisfies Record<string, readonly Examination['aspect'][]>
export type Operation = keyof typeof OPERATIONS

/** Where the child finds the file: its own descriptors, opened by the parent (scratch.ts). */
export const MEMORY_FD = 3
export const DISK_FD = 4

export type ExaminationQuestion = {
  readonly op: Operation
  readonly fd: typeof MEMORY_FD | typeof DISK_FD
  readonly size: number
  readonly mime?: string
  readonly declaredMime?: string
  readonly declaredExtension?: string
  /** For `generation`: what `provenance` answered. */
  readonly provenance?: Pick<Examination, 'found' | 'facts'>
  /** For `frame`: the body is its pixels, rgb24; `turn` in degrees clockwise makes it upright. */
  readonly frame?: {
    readonly index: number
    readonly width: number
    readonly height: number
    readonly turn: 0 | 90 | 180 | 270
  }
}

export type Made = {
  readonly what: Derived['what']
  readonly index: number
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly tool: string
}

export type Reply = {
  readonly mime?: string
  readonly results: readonly Examination[]
  readonly pictures: readonly Made[]
  /** For `frame`. */
  readonly pdq?: { readonly hash: string; readonly quality: number }
}

/** What the child says first: package or part -> name and version. */
export const PARTS = [
  'file-type',
  'sharp',
  'exifr',
  'c2pa-wasm',
  'heic-decode',
  'mupdf',
  'pdq',
  'reader',
] as const
export type Parts = Readonly<Record<(typeof PARTS)[number], string>>

/** Longest side of every picture made here, in pixels. */
export const PICTURE_SIDE = 480
/** Longest side of a frame that comes out of a video, in pixels. */
export const FRAME_SIDE = 1_280
/** Evidence that is larger is not read into memory as a whole. */
export const MAX_WHOLE = 64 * 1_048_576
