import type { CrisisRule } from '../../../core/text/danger/data.ts'

/**
 * Plain words of danger as they are typed in Latin letters, where a word of Arabic or Kurdish is
 * too short to be known by its consonants.
 */
export const saidLatin: readonly CrisisRule[] = [
  {
    id: 'self_harm/wish-latin',
    label: 'self_harm',
    hard: true,
    detail: { wish: true },
    shapes: [
      '(dambe|dabe|demewe|damawe|damawet|damewe|amawe|dmawe|xozga) [ka] (bmrm|bimrim|bmrmaya)',
      '(a7san|ahsan|afdal) (law|itha) (mitit|mittit|amoot)',
    ],
    unless: [{ words: ['laughter', 'story'], within: 3 }],
  },
  {
    id: 'self_harm/another-latin',
    label: 'self_harm',
    hard: false,
    about: 'other',
    shapes: ['<somebody-near> .. (xoy|xoi) (kusht|kushtwa|kuzht|dakuzhe|dakuzhet|akuzhe|bkuzhe|bkuzhet)'],
  },
  {
    id: 'sexual_abuse/touched-latin',
    label: 'sexual_abuse',
    hard: true,
    shapes: [
      '(dast|dasti) (la|le|lo|bo) (lashm|jastam|jastem|sngm|ranm) (da|dada|dadat|adat|bird|dabat)',
      '(i|)(gh|g)tas(a|)b(oo|u|aw|ow)ni',
    ],
  },
  {
    id: 'meeting/wants-latin',
    label: 'meeting',
    hard: false,
    shapes: ['(dayawe|dayawet|ayawe|ayawet|dayhawe) .. (bmbine|bmbinet|bimbine|bimbinet)'],
    unless: [{ words: ['undressed', 'agency', 'to-you'], within: 3 }],
  },
  {
    id: 'deadline/until-latin',
    label: 'deadline',
    hard: false,
    reads: 'hours',
    shapes: ['(gidami|gedami|gddami|jidami) [bas] <span-named>'],
    unless: [{ words: ['ordinary', 'to-you', 'yesterday'], within: 4 }],
    whateverNegated: true,
  },
]
