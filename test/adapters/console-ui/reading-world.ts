import type { NewCodeJudgement, PictureWords } from '../../../adapters/console/contract/evidence.ts'

/** What a machine read in the picture of the world. */
export const WORDS: PictureWords = {
  tool: 'amin chat reader 1',
  header: 'dark_wolf91',
  bubbles: [
    {
      side: 'them',
      text: 'حولي الفلوس قبل الغد وإلا أنشر كل شيء، راسليني على 0770 123 4567',
      confidence: 97,
      area: { left: 100, top: 300, right: 800, bottom: 500 },
    },
    {
      side: 'me',
      text: 'أرجوك انتظر',
      confidence: 52,
      area: { left: 300, top: 560, right: 950, bottom: 640 },
    },
    { side: 'unknown', text: 'ok', confidence: 90, area: { left: 0, top: 700, right: 400, bottom: 780 } },
  ],
  codes: [
    {
      place: 0,
      type: 'phone',
      value: '+9647701234567',
      raw: '0770 123 4567',
      sure: true,
      area: { left: 100, top: 300, right: 800, bottom: 500 },
    },
    {
      place: 1,
      type: 'instagram',
      value: 'dark_wolf91',
      raw: 'dark_wolf91',
      sure: false,
      area: { left: 0, top: 0, right: 1000, bottom: 200 },
      judged: { verdict: 'rejected' },
    },
  ],
}

/** The same after somebody of the team said of a code whether it is right. */
export const judged = (
  words: PictureWords,
  place: number,
  said: NewCodeJudgement,
  by: string,
): PictureWords => ({
  ...words,
  codes: words.codes.map((code) => {
    if (code.place !== place) return code
    return said.verdict === 'wrong'
      ? { ...code, judged: { verdict: 'rejected', by } }
      : { ...code, judged: { verdict: 'confirmed', by, value: said.fixed ?? code.value } }
  }),
})
