import type { App } from '../core/ports/channel.ts'

export type Shown = readonly [file: string, sentence: string, ...on: readonly App[]]

/**
 * Every text of the bot that promises something: what is hidden or erased, what nobody sees, who is
 * told and when. `shows`: the file and the sentence of the test that shows it true there, and, where words
 * differ between channels, the channels that this test opens (test/promises-played.ts holds it to them).
 */
export type Promised = {
  readonly keys: readonly string[]
  readonly on: readonly App[] | 'every'
  readonly shows: readonly Shown[]
}

export const access = (name: string): string => `test/core/services/access/${name}.test.ts`
