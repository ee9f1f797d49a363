import type { Guide } from '../../../core/model/guidance.ts'

/**
 * The day on which every guide was written. It is said to the person as that: nobody has held the
 * steps against the platforms' own pages yet. Whoever does writes the day into that guide.
 */
export const CHECKED = '2026-11-28'

type Given = Omit<Guide, 'audience' | 'checked' | 'source'> & Partial<Pick<Guide, 'audience' | 'checked'>>

/**
 * A guide by what is particular to it, and where it comes from: the name of the page or law, and
 * its address.
 */
export const guide = (name: string, address: string, given: Given): Guide => ({
  audience: 'everyone',
  checked: CHECKED,
  ...given,
  source: { name, address },
})
