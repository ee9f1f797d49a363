import type { ReportInput } from './report-input.ts'

/** Makes the report for people out of a bundle's facts. */
export type Report = {
  /**
   * A PDF; the same input gives the same bytes. Throws `part_unavailable` where it cannot be made
   * at all, never for what a stranger wrote.
   */
  readonly render: (input: ReportInput) => Promise<Uint8Array>
}
