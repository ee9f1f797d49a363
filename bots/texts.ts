import { fileURLToPath } from 'node:url'
import { openPhrases } from '../adapters/phrases/index.ts'
import { MONTHLY_LOCALES, REPORT_LOCALES } from '../adapters/report/index.ts'
import type { Phrases } from '../core/ports/phrases.ts'

const folderOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const openFolder = (name: string): Phrases => openPhrases({ resources: folderOf(name) })

/** Where the bot's texts lie: what it says by itself, then what it advises, subject by subject. */
export const TEXTS: readonly string[] = [
  'locales',
  ...['menu', 'people', 'apps', 'accounts', 'money', 'pictures'].map((name) => `guidance/texts/${name}`),
].map((name) => folderOf(`amin/${name}`))

/** The bot's texts, from its locales. Throws `text_missing` where a language lacks one. */
export const openTexts = (): Phrases => openPhrases({ resources: TEXTS })

/** What stands in a bundle beside the evidence. */
export const openBundleTexts = (): Phrases => openFolder('amin/bundle')

/** What the team says again and again. */
export const openReplyTexts = (): Phrases => openFolder('amin/replies')

/** Of the reports of a case and of a month. */
export const openReportTexts = (): Phrases => openPhrases({ resources: [REPORT_LOCALES, MONTHLY_LOCALES] })
