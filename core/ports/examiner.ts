import type { Derived, Examination } from '../base/examination.ts'
import type { Bytes } from '../base/units.ts'

/**
 * A file to be read: `bytes` may be called more than once and starts over each time. `declaredMime`
 * and `declaredExtension` (without the dot; never the name itself) are the sender's word, facts to
 * compare with.
 */
export type ExaminerSource = {
  readonly size: Bytes
  readonly bytes: () => AsyncIterable<Uint8Array>
  readonly declaredMime?: string
  readonly declaredExtension?: string
}

/**
 * A WebP without metadata made from the file, small and blurred; sizes in pixels. `index` counts
 * frames or pages from 0; `tool` names what made it and its version.
 */
export type ExaminerPicture = {
  readonly what: Derived['what']
  readonly index: number
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly tool: string
}

/** `mime` is what the content shows; nothing where it shows none. */
export type ExaminerReport = {
  readonly mime?: string
  /**
   * At least one for the aspects `type`, `digest`, `container`, `metadata`, `provenance` and
   * `generation`; an aspect may have several, one a tool.
   */
  readonly results: readonly Examination[]
  readonly pictures: readonly ExaminerPicture[]
}

/**
 * Reads files where a hostile one can do no harm: another process, without network, limits on
 * memory and time.
 */
export type Examiner = {
  /**
   * Never throws for what is in the bytes; one file at a time, in the order asked for. Rejects with
   * whatever `bytes` throws, with `part_unavailable` where no child can be started or after
   * `close`, and with `disk_full` where the file finds no room to be read in.
   */
  readonly examine: (source: ExaminerSource) => Promise<ExaminerReport>
  /** What reads, and its version; without one it is not on this machine. */
  readonly tools: () => Promise<readonly { readonly name: string; readonly version?: string }[]>
  readonly close: () => Promise<void>
}
