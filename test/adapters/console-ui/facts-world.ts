import type { Fact } from '../../../adapters/console/contract/facts.ts'

/** The time of the scripted world, as in world.ts, which builds on this file. */
const NOW = Date.UTC(2026, 10, 24, 11, 0, 0)
const inHours = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString()

/** What is known of the n-th case, in the words of a server that speaks Arabic; of every fifth nothing. */
export const factsOf = (n: number): { readonly facts?: Fact[] } => {
  const each: readonly (readonly Fact[])[] = [
    [
      { is: 'ends', at: inHours(8), exact: true },
      { is: 'wants', amount: 500, currency: 'USD' },
      { is: 'paid', again: true },
      { is: 'holds', text: 'صور أو فيديو خاص' },
      { is: 'weighs', text: 'وصل إلى الأهل' },
      { is: 'region', text: 'البصرة' },
    ],
    [
      { is: 'wants', text: 'صور أكثر' },
      { is: 'holds', text: 'صور مفبركة أو AI' },
      { is: 'weighs', text: 'من الأقارب' },
    ],
    [
      { is: 'ends', at: inHours(-2), text: 'خلال ساعات' },
      { is: 'wants', amount: 1_250_000, currency: 'IQD' },
      { is: 'region', text: 'السليمانية' },
    ],
    [
      { is: 'ends', at: inHours(20), text: 'اليوم أو غداً' },
      { is: 'holds', text: 'محادثات أو أسرار' },
      { is: 'weighs', text: 'منشور علناً' },
      { is: 'region', text: 'بغداد' },
    ],
  ]
  const facts = each[n % 5]
  return facts === undefined ? {} : { facts: [...facts] }
}
