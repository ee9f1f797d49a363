import type { SharedPlace } from '../../base/message.ts'
import type { Language } from '../../base/language.ts'
import type { Places, Town } from '../../model/towns.ts'

const EARTH = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

type Point = Pick<SharedPlace, 'latitude' | 'longitude'>

/** Kilometres on the great circle. */
const between = (a: Point, b: Point): number => {
  const [up, across] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const half =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(across / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)))
}

/**
 * The nearest town that is near enough. It tells where to look, not where a border runs: what is
 * made of it stands beside the coordinates.
 */
export const townNear = (places: Places | undefined, point: Point): Town | undefined => {
  let best: { readonly town: Town; readonly far: number } | undefined
  for (const town of places?.towns ?? []) {
    const far = between(point, town)
    if (far <= (places?.within ?? 0) && (best === undefined || far < best.far)) best = { town, far }
  }
  return best?.town
}

/** About ten metres: closer than anybody's telephone knows it. */
const round = (degrees: number): string => degrees.toFixed(4)

/** As it is read out and typed into a map. */
const coordinatesOf = ({ latitude, longitude }: Point): string => `${round(latitude)}, ${round(longitude)}`

/** Whether words are those of a place that was shared (`placeWords`). */
export const isPlaceWords = (text: string): boolean =>
  /^-?\d{1,2}\.\d{4}, -?\d{1,3}\.\d{4}(?: · |$)/.test(text)

const MOST_NAME = 200

/**
 * The answer that a place is: the coordinates first, then what it is called, then the town that it
 * is near.
 */
export const placeWords = (place: SharedPlace, town: Town | undefined, language: Language): string =>
  [
    coordinatesOf(place),
    ...[place.name, place.address].flatMap((words) =>
      words === undefined ? [] : [words.slice(0, MOST_NAME)],
    ),
    ...(town === undefined ? [] : [`≈ ${town.names[language]}`]),
  ].join(' · ')
