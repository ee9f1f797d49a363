import { shortFlow as first } from './short-flow.ts'
import type { Flow, Option, Step } from '../../../../core/model/flow.ts'

const option = (id: string, words: readonly string[], rest: Partial<Option> = {}): Option => ({
  id,
  words,
  ...rest,
})
const firstSteps = (ids: readonly string[]): readonly Step[] =>
  first.steps.filter((step) => ids.includes(step.id))
const [review] = firstSteps(['review'])

/**
 * The intake (bots/amin/README.md, Intake) as data alone: every kind of answer, branches,
 * prefilling. What the engine must carry without change.
 */
export const fullFlow: Flow = {
  ...first,
  id: 'full-intake',
  steps: [
    ...firstSteps(['consent', 'device', 'danger', 'age', 'story']),
    {
      id: 'material',
      kind: 'choices',
      prefill: true,
      options: [
        option('intimate', ['private photo or video', 'photos'], {
          hints: ['my photos', 'my pictures', 'صوري'],
        }),
        option('fake', ['fake or AI image', 'fake'], { hints: ['deepfake', 'مفبركة'] }),
        option('chats', ['chats or secrets', 'chats'], { hints: ['our chat'] }),
        option('account', ['they hold my account', 'account'], { hints: ['hacked my account'] }),
        option('nothing', ['showed nothing'], { alone: true }),
      ],
    },
    {
      id: 'demand',
      kind: 'choices',
      prefill: true,
      options: [
        option('money', ['money', 'مال'], { hints: ['wants money', 'dollars', 'دولار', 'فلوس'] }),
        option('photos', ['more photos'], { hints: ['more photos'] }),
        option('meet', ['to meet'], {
          hints: ['wants to meet'],
          effects: [{ do: 'handoff', why: 'danger', key: 'urgent-called' }],
        }),
        option('other', ['other']),
      ],
    },
    {
      id: 'amount',
      kind: 'amount',
      currency: 'IQD',
      bareThousands: true,
      prefill: true,
      when: { step: 'demand', is: ['money'] },
    },
    {
      id: 'paid',
      kind: 'choice',
      when: { all: [{ step: 'demand', is: ['money'] }, { not: { step: 'age', is: ['me-under-13'] } }] },
      options: [option('yes', ['yes', 'نعم']), option('no', ['no', 'لا'])],
    },
    {
      id: 'deadline',
      kind: 'choice',
      options: [
        option('hours', ['within hours']),
        option('today', ['today or tomorrow']),
        option('none', ['no time']),
        option('published', ['already published']),
      ],
    },
    { id: 'deadline-at', kind: 'time', when: { any: [{ step: 'deadline', is: ['hours', 'today'] }] } },
    { id: 'post', kind: 'identifiers', when: { step: 'deadline', is: ['published'] } },
    { id: 'suspect', kind: 'identifiers', prefill: true },
    {
      id: 'relation',
      kind: 'choice',
      options: [option('stranger', ['stranger online', 'stranger']), option('relative', ['relative'])],
    },
    { id: 'relative', kind: 'text', required: true, when: { step: 'relation', is: ['relative'] } },
    { id: 'recording', kind: 'voice', when: { step: 'relation', answered: true } },
    { id: 'evidence', kind: 'media', when: { step: 'age', is: ['me-18', 'other-adult'] } },
    { id: 'no-evidence', kind: 'text', when: { step: 'evidence', skipped: true } },
    {
      id: 'contact',
      kind: 'choice',
      options: [option('woman', ['a woman']), option('man', ['a man']), option('any', ['no preference'])],
    },
    { id: 'city', kind: 'text' },
    ...(review === undefined ? [] : [review]),
  ],
}
