import type { Tile } from '../../core/model/roles.ts'

/** As on the map, north above and west on the left; a dot is no governorate. */
const ROWS = [
  '. duhok erbil .',
  'nineveh kirkuk sulaymaniyah halabja',
  '. salah-al-din diyala .',
  'anbar baghdad wasit .',
  'karbala babil qadisiyah maysan',
  'najaf muthanna dhi-qar basra',
]

/** Iraq's governorates as squares, each beside its neighbours as far as that goes. */
export const regionTiles: Readonly<Record<string, Tile>> = Object.fromEntries(
  ROWS.flatMap((line, row) =>
    line
      .split(' ')
      .flatMap((option, column) =>
        option === '.' ? [] : [[option, { row: row + 1, column: column + 1 }] as const],
      ),
  ),
)
