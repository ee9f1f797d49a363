import type { ReportInput } from '../../core/custody/bundle/report-input.ts'
import { DEFAULT_LANGUAGE } from '../../core/base/language.ts'
import type { Language } from '../../core/base/language.ts'
import { writeByHand, writeCertificate, writeSigns } from './closing.ts'
import { writeConversation } from './conversation.ts'
import { writeExhibits, writeLeftOut } from './exhibits.ts'
import { writeIdentifiers, writeOwnWords, writeTimeline } from './findings.ts'
import { writeCover, writeSummary } from './opening.ts'
import type { Document } from './part.ts'
import { writeCheckpoint, writeConsents, writeCustody } from './record.ts'
import type { Text } from './text.ts'
import type { Vocabulary } from './words.ts'
import { makeWriter } from './writer.ts'

/** Arabic comes first always; English where the person's language is Arabic too. */
export const secondLanguage = ({ languages }: Pick<ReportInput, 'languages'>): Language =>
  languages.find((language) => language !== DEFAULT_LANGUAGE) ?? 'en'

export const writeDocument = (
  input: ReportInput,
  vocabularies: { readonly a: Vocabulary; readonly b: Vocabulary },
  text: Text,
): Document => {
  const w = makeWriter(text, secondLanguage(input), vocabularies)
  const { header, organisation, checkpoint } = input
  const title = vocabularies.a['title'] ?? ''
  const parts = [
    ...writeSummary(w, input),
    ...writeIdentifiers(w, input),
    ...writeTimeline(w, input),
    ...writeOwnWords(w, input),
    ...writeExhibits(w, input, vocabularies.a['title-of-item'] ?? ''),
    ...writeLeftOut(w, input),
    ...writeConversation(w, input),
    ...writeCustody(w, input),
    ...writeCheckpoint(w, input),
    ...writeConsents(w, input),
  ]
  const closing = [...writeCertificate(w, input), ...writeByHand(w, input)]
  return {
    title: `${title} ${header.code}`,
    author: 'Amin',
    code: header.code,
    key: checkpoint.origin,
    header: w.asValue(organisation === undefined ? w.single('title') : w.said(organisation.name)),
    cover: writeCover(w, input),
    // What was shown by its code is known when everything is written.
    parts: [...parts, ...writeSigns(w), ...closing],
  }
}
