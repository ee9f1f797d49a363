import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Language } from '../../core/base/language.ts'

const FONTS = [
  '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
  '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
] as const

type Letter = {
  readonly title: string
  readonly rows: readonly (readonly [name: string, value: string])[]
  readonly threat: string
}

/** What the invented lender calls a contract. */
const LETTERS: Readonly<Record<Language, Letter>> = {
  ar: {
    title: 'عقد سلفة',
    rows: [
      ['الجهة', 'Quick Loan'],
      ['المبلغ المستلم', '500,000 دينار'],
      ['المبلغ المطلوب', '1,250,000 دينار'],
      ['الدفع', 'quick-loan.example/pay'],
    ],
    threat: 'يوافق المقترض على أن ترسل الشركة صورته إلى جميع الأرقام في هاتفه إذا تأخر عن الدفع.',
  },
  ckb: {
    title: 'گرێبەستی قەرز',
    rows: [
      ['لایەن', 'Quick Loan'],
      ['پارەی وەرگیراو', '500,000 دینار'],
      ['پارەی داواکراو', '1,250,000 دینار'],
      ['پارەدان', 'quick-loan.example/pay'],
    ],
    threat:
      'قەرزدار ڕازییە کە کۆمپانیا وێنەکەی بۆ هەموو ژمارەکانی مۆبایلەکەی بنێرێت ئەگەر پارەدان دوا بکەوێت.',
  },
  en: {
    title: 'Loan contract',
    rows: [
      ['Lender', 'Quick Loan'],
      ['Paid out', '500,000 IQD'],
      ['Owed', '1,250,000 IQD'],
      ['Pay at', 'quick-loan.example/pay'],
    ],
    threat:
      'The borrower agrees that the company sends their picture to every number in their phone if they pay late.',
  },
}

/** A page of A5 as PDF. */
export const writeLetter = (language: Language): Buffer => {
  const { title, rows, threat } = LETTERS[language]
  const cells = rows.flat().map((text) => `[${text}]`)
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(fileURLToPath(import.meta.resolve(font)))) }],
  })
  return compiler.pdf({
    mainFileContent: `#set page("a5", margin: 18mm, footer: align(center)[practice · تدريب · ڕاهێنان])
#set text(font: ("Noto Sans", "Amiri"), lang: "${language}", dir: ${language === 'en' ? 'ltr' : 'rtl'}, size: 12pt)
#set par(leading: 1em)
#align(center, text(20pt, weight: "bold")[${title}])
#v(8mm)
#table(columns: (1fr, 2fr), inset: 8pt, stroke: 0.5pt, ${cells.join(', ')})
#v(8mm)
${threat}
#v(16mm)
.......................`,
  })
}
