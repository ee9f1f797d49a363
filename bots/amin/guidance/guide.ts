import type { Guide } from '../../../core/model/flow.ts'

/** The day on which every guide was last looked at. Whoever looks again at one writes its own day into it. */
export const CHECKED = '2026-11-28'

type Given = Omit<Guide, 'audience' | 'checked' | 'source'> & Partial<Pick<Guide, 'audience' | 'checked'>>

/** A guide by what is particular to it, and where it comes from: the name of the page or law, and its address. */
export const guide = (name: string, address: string, given: Given): Guide => ({
  audience: 'everyone',
  checked: CHECKED,
  ...given,
  source: { name, address },
})
