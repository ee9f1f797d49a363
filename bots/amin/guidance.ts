import type { Card, Lesson } from '../../core/model/flow.ts'
import { adult, is, minor, otherMinor, told } from './guidance/conditions.ts'

/**
 * What to do next, by what was answered (bots/amin/README.md, First advice). The more pressing
 * first: one a turn, each once. What is published cannot wait; money goes out within minutes; the
 * rest keeps calm and evidence.
 */
export const cards: readonly Card[] = [
  { key: 'card-published-minor', when: { all: [is('deadline', 'published'), minor] } },
  { key: 'card-published-minor-other', when: { all: [is('deadline', 'published'), otherMinor] } },
  {
    key: 'card-published',
    pictures: true,
    minors: 'card-published-minor',
    when: { all: [is('deadline', 'published'), adult] },
    unless: ['card-published-minor-other'],
  },
  { key: 'card-paid', when: is('paid', 'yes', 'again') },
  { key: 'card-account', when: is('material', 'account') },
  { key: 'card-minor', when: { all: [minor, told] } },
  { key: 'card-minor-other', when: { all: [otherMinor, told] } },
  { key: 'card-deepfake', pictures: true, minors: 'card-deepfake-minor', when: is('material', 'fake') },
  { key: 'card-bluff', when: is('material', 'none-shown') },
  { key: 'card-money', when: is('demand', 'money'), unless: ['card-paid'] },
  { key: 'card-known-person', when: is('relation', 'ex', 'relative', 'work', 'powerful') },
  { key: 'card-first', pictures: true, when: told, unless: ['card-minor', 'card-minor-other'] },
  {
    key: 'card-stop-ncii',
    when: { all: [adult, is('material', 'private', 'fake'), { step: 'danger', answered: true }] },
    unless: ['card-published'],
  },
]

/**
 * For people who only ask: read without making a report, nothing is kept as a case file beyond the
 * chat itself.
 */
export const lessons: readonly Lesson[] = [
  {
    id: 'account',
    // prettier-ignore
    words: ['هل حسابي آمن', 'حسابي آمن', 'كيف أحمي حسابي', 'شلون احمي حسابي', 'حماية الحساب', 'هەژمارەکەم پارێزراوە', 'چۆن هەژمارەکەم بپارێزم', 'پاراستنی هەژمار', 'is my account safe', 'how do i secure my account', 'how do I protect my account', 'secure my account', 'account safety'],
  },
  {
    id: 'picture',
    // prettier-ignore
    words: ['هل هذه الصورة حقيقية', 'هل الصورة ذكاء اصطناعي', 'هل الصورة مفبركة', 'صورة مفبركة', 'ئایا ئەم وێنەیە ساختەیە', 'وێنەی ساختە', 'is this picture ai', 'is this photo ai', 'is this picture fake', 'is this image ai', 'is this image fake', 'fake picture'],
  },
  {
    id: 'bluff',
    // prettier-ignore
    words: ['رسالة تهديد بالبريد', 'وصلني ايميل تهديد', 'هل التهديد حقيقي', 'ئیمەیڵی هەڕەشە', 'i got a threatening email', 'threat email', 'is the threat real', 'bulk threat'],
  },
  {
    id: 'friends',
    // prettier-ignore
    words: ['كيف أساعد صديقاً', 'كيف اساعد صديقتي', 'شلون اساعد صديقتي', 'یارمەتیدانی هاوڕێیەک', 'چۆن یارمەتی هاوڕێکەم بدەم', 'how do i help a friend', 'help a friend', 'my friend is blackmailed'],
  },
]
