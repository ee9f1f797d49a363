import type { App } from '../core/ports/channel.ts'

/**
 * Every text of the bot that promises something: what is hidden or erased, what nobody sees, who is
 * told and when. `shows`: the file and the sentence of the test that shows it true there.
 */
export type Promised = {
  readonly keys: readonly string[]
  readonly on: readonly App[] | 'every'
  readonly shows: readonly (readonly [file: string, sentence: string])[]
}

export const access = (name: string): string => `test/core/services/access/${name}.test.ts`
