import type { Guidance } from '../../../core/model/guidance.ts'
import { accounts } from './accounts.ts'
import { accountsOfApps, reportsInApps } from './apps.ts'
import { money } from './money.ts'
import { first, law, people } from './people.ts'
import { pictures } from './pictures.ts'
import { asking, askingBeside, groups, jobs, sought, threats, topics } from './topics.ts'

/**
 * More of what people write who ask for a subject. The reader of subjects does not learn of these:
 * they name it by themselves.
 */
// prettier-ignore
const ALSO: Readonly<Record<string, readonly string[]>> = {
  stopncii: [
    'احذف صوري', 'تحذفون صوري', 'تمسحون صوري', 'امسح صوري', 'تحذفون الصور', 'نحذف الصور', 'نحذف صورها', 'حذف صورها',
    'وێنەکانم بسڕمەوە', 'وێنەکان بسڕنەوە', 'وێنەکانی بسڕنەوە', 'وێنەکان بسڕینەوە', 'وێنەکانی بسڕینەوە',
    'remove the pictures', 'remove the photos', 'remove her pictures', 'remove her photos', 'delete my pictures',
    'delete my photos', 'delete the pictures', 'delete the photos', 'delete her pictures', 'delete her photos',
  ],
}

/**
 * Advice in small steps, read without a report (bots/amin/README.md, Guidance). The guides stand in
 * the order in which they are offered for what was told: where an hour counts first.
 */
export const guidance: Guidance = {
  groups,
  topics: topics.map((topic) => ({ ...topic, hints: [...topic.hints, ...(ALSO[topic.id] ?? [])] })),
  jobs,
  sought,
  threats,
  asking,
  askingBeside,
  guides: [
    ...money,
    ...accountsOfApps,
    ...accounts,
    ...pictures,
    ...reportsInApps,
    ...first,
    ...people,
    ...law,
  ],
}
