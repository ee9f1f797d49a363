import type { Guide } from '../../../core/model/guidance.ts'
import { inKurdistan, is, minor, otherMinor, told } from './conditions.ts'
import { guide } from './guide.ts'

export const first: readonly Guide[] = [
  guide('Revenge Porn Helpline', 'revengepornhelpline.org.uk', {
    id: 'evidence',
    topic: 'evidence',
    steps: 5,
    pictures: [1, 2],
    when: told,
  }),
  guide('FBI, sextortion', 'www.fbi.gov', {
    id: 'sextortion',
    topic: 'sextortion',
    steps: 5,
    reading: true,
    when: is('demand', 'money', 'photos'),
  }),
]

export const people: readonly Guide[] = [
  guide('NCMEC, sextortion', 'www.missingkids.org', {
    id: 'parents',
    topic: 'parents',
    steps: 5,
    audience: 'parents',
    when: otherMinor,
  }),
  guide('Revenge Porn Helpline', 'revengepornhelpline.org.uk', {
    id: 'friend',
    topic: 'friend',
    steps: 5,
    audience: 'helpers',
    when: is('age', 'other-adult'),
  }),
  guide('NCMEC, sextortion', 'www.missingkids.org', {
    id: 'family',
    topic: 'family',
    steps: 5,
    when: is('spread', 'family'),
  }),
  guide('NCMEC, sextortion', 'www.missingkids.org', {
    id: 'school',
    topic: 'school',
    steps: 5,
    audience: 'under-18',
    when: minor,
  }),
]

/** What is commonly cited; nothing here is confirmed before a lawyer of the place has done so. */
export const law: readonly Guide[] = [
  guide('Iraqi Penal Code 111/1969, Iraqi legislation database', 'iraqld.e-sjc-services.iq', {
    id: 'law-iraq',
    topic: 'law-iraq',
    steps: 5,
    reading: true,
    lawyer: true,
    when: { all: [{ step: 'governorate', answered: true }, { not: inKurdistan }] },
  }),
  guide('Laws 6/2008 and 8/2011 of the Kurdistan Region, Kurdistan legislation database', 'legislation.krd', {
    id: 'law-kurdistan',
    topic: 'law-kurdistan',
    steps: 5,
    reading: true,
    lawyer: true,
    when: inKurdistan,
  }),
]
