import type { CaseFile } from '../../../adapters/console/contract/index.ts'
import type { CaseTies, CommonTexts } from '../../../adapters/console/contract/ties.ts'
import { NOW } from './world.ts'

const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString()

const SCRIPT = 'عندي كل صورك وقائمة أصدقائك. ترسل خمس أوراق قبل العاشرة الليلة وإلا يراها الجميع، وأبوك أولهم'

/** Why a case belongs with others, made of the codes that its file names. */
export const tiesOf = (
  { links, identifiers }: Pick<CaseFile, 'links' | 'identifiers'>,
  picture: string | undefined,
): CaseTies => {
  const [first, second] = links
  if (first === undefined) return { ties: [], verdicts: [] }
  const one = { code: first, openedAt: at(-90) }
  const other = second === undefined ? [] : [{ code: second, openedAt: at(-9_000) }]
  const [number] = identifiers
  return {
    ties: [
      {
        kind: 'identifier',
        type: number?.type ?? 'phone',
        value: number?.value ?? '+9647701234412',
        count: 2 + other.length,
        since: at(-9_000),
        cases: [one, ...other],
      },
      { kind: 'script', count: 2, since: at(-900), cases: [one] },
      {
        kind: 'image',
        ...(picture === undefined ? {} : { evidence: picture }),
        count: 2,
        since: at(-900),
        cases: [{ ...one, ...(picture === undefined ? {} : { evidence: picture }) }],
      },
      {
        kind: 'identifier',
        held: 'words',
        type: 'phone_other',
        value: '+964 770 000 0111',
        count: 2,
        since: at(-700),
        cases: [{ code: 'HE1D0000', openedAt: at(-700) }],
      },
    ],
    verdicts: other.map((held) => ({
      code: held.code,
      verdict: 'same',
      by: 'سارة',
      reason: 'المحفظة نفسها والنص نفسه',
      at: at(-5),
    })),
  }
}

export const COMMON_TEXTS: CommonTexts = {
  texts: [
    {
      mine: [
        { text: 'مرحبا حبيبتي', common: false },
        { text: ` ${SCRIPT}`, common: true },
      ],
      theirs: [
        { text: SCRIPT, common: true },
        { text: ' لا تحاول حظري 07701234412', common: false },
      ],
    },
  ],
}
