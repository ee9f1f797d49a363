import { spawnSync } from 'node:child_process'
import { LANGUAGES } from '../../../core/base/language.ts'
import { makeChance } from '../../../scripts/mutants/chance.ts'
import { ROOT } from '../../build/built.ts'
import type { Look } from './browser.ts'

export type WholeLook = Required<Pick<Look, 'language' | 'scheme' | 'width'>>

/** Each commit draws others, so that in time all are looked at; without one it is always the same. */
const ofCommit = (): number => {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' })
  return status === 0 ? Number.parseInt(stdout.slice(0, 8), 16) : 1
}
export const SEED = Number(process.env['AMIN_TEST_SEED'] ?? ofCommit())
/** CI looks at more than somebody who waits. */
const isWide = process.env['CI'] !== undefined
export const WALKS = isWide ? 16 : 5

/** Some of them, the same for the same seed; `salt` tells one draw from another. */
export const draw = <T>(from: readonly T[], count: number, salt: number): readonly T[] => {
  const chance = makeChance(SEED + salt)
  return from
    .map((each) => ({ each, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ each }) => each)
}

/** How the app looks, beside the looks in which every page is gone through: in Sorani, on the narrowest phones, and others. */
export const drawLooks = (whole: readonly WholeLook[]): readonly WholeLook[] => {
  const isWhole = (look: WholeLook) =>
    whole.some((each) => Object.entries(each).every(([key, value]) => look[key as keyof WholeLook] === value))
  const others = LANGUAGES.flatMap((language) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      [1440, 390, 320].map((width) => ({ language, scheme, width })),
    ),
  ).filter((look) => !isWhole(look))
  const kinds: readonly ((look: WholeLook) => boolean)[] = [
    ({ language, width }) => language === 'ckb' && width !== 320,
    ({ width }) => width === 320,
    ({ language, width }) => language !== 'ckb' && width !== 320,
  ]
  return kinds.flatMap((isOf, salt) => draw(others.filter(isOf), isWide ? 2 : 1, salt))
}
