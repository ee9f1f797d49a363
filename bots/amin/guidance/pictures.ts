import type { Guide } from '../../../core/model/guidance.ts'
import { adult, is, minor, otherMinor, pictured } from './conditions.ts'
import { guide } from './guide.ts'

const fake = is('material', 'fake')

export const pictures: readonly Guide[] = [
  guide('Take It Down, National Center for Missing & Exploited Children', 'takeitdown.ncmec.org', {
    id: 'takeitdown',
    topic: 'takeitdown',
    steps: 5,
    audience: 'under-18',
    when: { all: [{ any: [minor, otherMinor] }, pictured] },
  }),
  guide('StopNCII, SWGfL', 'stopncii.org', {
    id: 'stopncii',
    topic: 'stopncii',
    steps: 5,
    audience: 'adults',
    minors: 'takeitdown',
    when: { all: [adult, pictured] },
  }),
  guide('StopNCII, SWGfL', 'stopncii.org/faq', {
    id: 'ai-made',
    topic: 'ai-images',
    steps: 5,
    pictures: [3],
    reading: true,
    lawyer: true,
    when: fake,
  }),
  guide('Revenge Porn Helpline', 'revengepornhelpline.org.uk', {
    id: 'ai-family',
    topic: 'ai-images',
    steps: 5,
    when: fake,
  }),
]
