import {
  directionOf,
  endsForeign,
  logicalOrder,
  written,
  type Direction,
} from '../../../core/text/reading/visual.ts'
import type { PictureReading, ReadBubble, ReadLine } from '../../../core/ports/picture-reader.ts'
import { bubblesOf, SMALL } from './bubbles.ts'
import { decodeScores, type Character } from './decode.ts'
import { withoutEmoji } from './emoji.ts'
import { headerOf } from './header.ts'
import { inkOf, type Inked } from './ink.ts'
import { cutOf, linesOf, pitchOf } from './lines.ts'
import type { Picture } from './picture.ts'
import { scale, type Box, type Plane } from './raster.ts'
import { score } from './recognise.ts'
import type { Region } from './regions.ts'
import { edgeOf, ownEdge } from './sides.ts'
import type { Weights } from './weights.ts'

/** A second look cuts the line a little higher: what is read only at one size is not sure. */
const SECOND_LOOK = 1.16
/** Longer lines than a screen holds are none. */
const WIDEST = 1_600
/** Numbers, wallets, account names: what has to be right letter by letter. */
const CODE = /[A-Za-z0-9@._/+٠-٩-]{5}/
/** At most so many bubbles and lines are read: more is no screen. */
const MOST_BUBBLES = 40
const MOST_LINES = 60

type Reader = (plane: Plane, cut: Box) => readonly Character[]

const readerOf = (weights: Weights): Reader => {
  return (plane, cut) => {
    const ratio = weights.height / (cut.bottom - cut.top)
    const width = Math.min(WIDEST, Math.max(8, 2 * Math.round(((cut.right - cut.left) * ratio) / 2)))
    return decodeScores(score(scale(plane, cut, width, weights.height), weights), weights.characters)
  }
}

const taller = (cut: Box): Box => {
  const more = Math.round(((SECOND_LOOK - 1) * (cut.bottom - cut.top)) / 2)
  return { ...cut, top: cut.top - more, bottom: cut.bottom + more }
}

const inOrder = (
  shown: readonly Character[],
  direction: Direction,
  broken: boolean,
): ReadLine['characters'] =>
  logicalOrder(
    shown.map(({ character }) => character),
    direction,
    broken,
  ).flatMap((place) => {
    const character = shown[place.at]
    if (character === undefined) return []
    const { likelihood, others } = character
    return [{ character: written(character.character, place), likelihood, others }]
  })

const textOf = (characters: ReadLine['characters']): string =>
  characters.map(({ character }) => character).join('')

/** Shown lines of one bubble as they are written: its direction is that of all of them. */
export const writtenLines = (
  first: readonly (readonly Character[])[],
  second: readonly (readonly Character[] | undefined)[],
): readonly ReadLine[] => {
  const direction =
    directionOf(
      first
        .flat()
        .map(({ character }) => character)
        .join(''),
    ) ?? 'ltr'
  let broken = false
  return first.map((shown, i) => {
    const characters = inOrder(shown, direction, broken)
    const again = second[i]
    const line =
      again === undefined ? { characters } : { characters, second: textOf(inOrder(again, direction, broken)) }
    broken = endsForeign(textOf(characters))
    return line
  })
}

type Cut = { readonly region: Region; readonly ink: Inked; readonly cuts: readonly Box[] }

const readBubble = ({ ink, cuts }: Cut, read: Reader): readonly ReadLine[] => {
  const first = cuts.map((cut) => read(ink.plane, cut)).map((line) => trim(line))
  const kept = first.flatMap((line, i) => (line.length > 0 ? [{ line, cut: cuts[i] }] : []))
  const second = kept.map(({ line, cut }) =>
    cut !== undefined && CODE.test(line.map(({ character }) => character).join(''))
      ? trim(read(ink.plane, taller(cut)))
      : undefined,
  )
  return writtenLines(
    kept.map(({ line }) => line),
    second,
  )
}

const trim = (line: readonly Character[]): readonly Character[] => {
  const from = line.findIndex(({ character }) => character !== ' ')
  const to = line.findLastIndex(({ character }) => character !== ' ')
  return from < 0 ? [] : line.slice(from, to + 1)
}

/** Everything that was read of a picture, or that it is no chat. */
export const readPicture = (picture: Picture, weights: Weights, tool: string): PictureReading => {
  const { bubbles, notices } = bubblesOf(picture)
  const regions = bubbles.slice(0, MOST_BUBBLES)
  const found = regions.flatMap((region) => {
    const ink = inkOf(picture.full, region)
    return ink === undefined ? [] : [{ region, ink }]
  })
  const pitch = pitchOf(found.map(({ ink }) => ink.plane))
  const inked = found.map(({ region, ink }) => ({ region, ink: withoutEmoji(ink, pitch) }))
  const cuts = inked.map(({ region, ink }) => ({
    region,
    ink,
    cuts: linesOf(ink.plane, pitch)
      .flatMap((band) => cutOf(ink.plane, band, pitch) ?? [])
      .slice(0, MOST_LINES),
  }))
  const read = readerOf(weights)
  const top = Math.min(0.2 * picture.small.height, ...[...bubbles, ...notices].map(({ box }) => box.top))
  const own = ownEdge(
    picture.full,
    picture.small,
    inked.map(({ region }) => region),
    Math.floor(top),
  )
  const sideOf = (region: Region): ReadBubble['side'] => {
    if (own === undefined) return 'unknown'
    return edgeOf(region) === own ? 'me' : 'them'
  }
  const done = cuts.flatMap((cut): readonly ReadBubble[] => {
    const lines = readBubble(cut, read)
    return lines.length === 0 ? [] : [{ side: sideOf(cut.region), box: cut.ink.box, lines }]
  })
  if (done.length === 0) return { status: 'none', why: 'not_a_chat', tool }
  const header = headerOf(picture.full, (top * picture.full.width) / SMALL, pitch, read)
  return {
    status: 'read',
    tool,
    size: { width: picture.full.width, height: picture.full.height },
    direction: own === undefined ? 'unknown' : own === 'left' ? 'rtl' : 'ltr',
    ...(header === undefined
      ? {}
      : { header: writtenLines([header.first], [header.second])[0] ?? { characters: [] } }),
    bubbles: done,
  }
}
