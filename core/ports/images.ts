/**
 * A picture re-encoded without metadata, or why there is none. Sizes in pixels; `tool`
 * names what made it and its version.
 */
export type ImageOutcome =
  | {
      readonly status: 'made'
      readonly bytes: Uint8Array
      readonly mime: 'image/webp' | 'image/jpeg'
      readonly width: number
      readonly height: number
      readonly tool: string
    }
  | {
      readonly status: 'none'
      readonly why: 'not_a_picture' | 'unsupported' | 'damaged' | 'too_large' | 'too_slow'
    }

/**
 * PDQ of a picture as its file holds it, which is what others hash: no colour profile applied, not
 * turned by EXIF, transparency passed over, the first frame of an animation. `dihedral` are the
 * hash and its seven relatives to search with (core/base/fingerprint/pdq.ts). `reduced`: above 24
 * million pixels it is made from a smaller picture, to bound memory, and may be some bits off the
 * exact one.
 */
export type FingerprintOutcome =
  | {
      readonly status: 'made'
      readonly pdq: string
      readonly quality: number
      readonly dihedral: readonly string[]
      readonly reduced: boolean
      readonly tool: string
    }
  | Extract<ImageOutcome, { status: 'none' }>

/**
 * Decodes pictures where a hostile one can do no harm: another process, few loaders, limits on
 * pixels and time.
 */
export type Images = {
  /** Small and blurred (longest side 480 px). Never throws for what is in the bytes. */
  readonly preview: (picture: Uint8Array) => Promise<ImageOutcome>
  /**
   * As it is, unblurred, for an agent who gave a reason (longest side 1600 px). Never throws for
   * what is in the bytes.
   */
  readonly view: (picture: Uint8Array) => Promise<ImageOutcome>
  /**
   * As it leaves the house: upright, as JPEG, with nothing beside its pixels (longest side 2560
   * px). Never throws for what is in the bytes.
   */
  readonly clean: (picture: Uint8Array) => Promise<ImageOutcome>
  /** Only hashes leave the process that decodes. Never throws for what is in the bytes. */
  readonly fingerprint: (picture: Uint8Array) => Promise<FingerprintOutcome>
  /**
   * The type that the first bytes show, whatever the name or the sender says; nothing where they
   * show none.
   */
  readonly detect: (head: Uint8Array) => Promise<string | undefined>
  readonly close: () => Promise<void>
}
