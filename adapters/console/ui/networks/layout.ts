import type { NetworkPage } from '../../contract/networks.ts'

/** A case, or a thing that several of them share. `n`: of a thing, its place in the list. */
export type Node = {
  readonly id: string
  readonly code?: string
  readonly n?: number
  x: number
  y: number
}
export type Drawing = {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** More of them nobody can read; the lists have all. */
const MOST_NODES = 150
const TICKS = 120
/** How far those that are bound stand apart, and nobody nearer than this. */
const LENGTH = 90
const ROOM = 64
const PUSH = 4_000
const APART = 0.45
/** So many want the middle as strongly as that; more of them less. */
const CROWD = 8
const PULL = 0.08
/** A page is wider than high. */
const TO_MIDDLE = { x: 0.012, y: 0.03 }
const STEP = 34
const GOLDEN = Math.PI * (3 - Math.sqrt(5))
const PAD_X = 60
const PAD_Y = 34
/** Room of a sign with the words under it, in the language whose words are longest. */
export const WIDE = { case: 72, thing: 112 } as const
export const HIGH = 44
/** Passes at most until no words stand on others. */
const PASSES = 300

/** `said`: no thing that both share; people say that they belong together. */
type Edge = { readonly from: Node; readonly to: Node; readonly said: boolean }

/** At first in a spiral, so that no two stand on each other and the same list gives the same drawing. */
const placeOf = (i: number): { readonly x: number; readonly y: number } => {
  const radius = STEP * Math.sqrt(i + 0.5)
  return { x: radius * Math.cos(i * GOLDEN), y: radius * Math.sin(i * GOLDEN) }
}

/** Moves two apart along the line between them, by so much each; together where it is below 0. */
const shift = (a: Node, b: Node, length: number, by: number): void => {
  const [dx, dy] = [((b.x - a.x) * by) / length, ((b.y - a.y) * by) / length]
  a.x -= dx
  a.y -= dy
  b.x += dx
  b.y += dy
}

const between = (a: Node, b: Node): number => Math.max(1, Math.hypot(b.x - a.x, b.y - a.y))

/**
 * Everything pushes everything else away, what is bound is pulled together, and all to the middle, a little
 * less with each step; in the end nobody stands in another's room. At most 150 of them: less than the time of
 * a look.
 */
const settle = (nodes: readonly Node[], edges: readonly Edge[]): void => {
  const middle = 1 / (1 + nodes.length / CROWD)
  for (let tick = 0; tick < TICKS; tick += 1) {
    const heat = 1 - tick / TICKS
    for (const { from, to } of edges) {
      const length = between(from, to)
      shift(from, to, length, (LENGTH - length) * PULL * heat)
    }
    for (const node of nodes) {
      node.x -= node.x * TO_MIDDLE.x * heat * middle
      node.y -= node.y * TO_MIDDLE.y * heat * middle
    }
    nodes.forEach((a, i) => {
      for (let j = i + 1; j < nodes.length; j += 1) {
        const b = nodes[j]
        if (b === undefined) continue
        const length = between(a, b)
        shift(a, b, length, (heat * PUSH) / length ** 2 + (length < ROOM ? (ROOM - length) * APART : 0))
      }
    })
  }
}

const wideOf = ({ code }: Node): number => (code === undefined ? WIDE.thing : WIDE.case)

/** Moves those apart whose words would stand on each other, the shorter way. */
const spread = (nodes: readonly Node[]): void => {
  for (let pass = 0; pass < PASSES; pass += 1) {
    let moved = false
    nodes.forEach((a, i) => {
      for (const b of nodes.slice(i + 1)) {
        const wide = (wideOf(a) + wideOf(b)) / 2 - Math.abs(b.x - a.x)
        const high = HIGH - Math.abs(b.y - a.y)
        if (wide <= 0 || high <= 0) continue
        moved = true
        // A little more than needed: what two give each other is taken by a third.
        const by = (Math.min(wide, high) + 1) / 2
        const [dx, dy] = wide < high ? [b.x < a.x ? -by : by, 0] : [0, b.y < a.y ? -by : by]
        a.x -= dx
        a.y -= dy
        b.x += dx
        b.y += dy
      }
    })
    if (!moved) return
  }
}

type Pair = { readonly source: string; readonly target: string }

/** What people said binds cases without a thing. */
const saidIn = ({ network }: NetworkPage): readonly Pair[] =>
  network.cases.flatMap(({ code, bonds }) =>
    bonds.flatMap((bond) =>
      bond.by.includes('said') && code < bond.code ? [{ source: code, target: bond.code }] : [],
    ),
  )

/** Where each case and each thing stands; the same network always gives the same drawing. */
export const draw = (page: NetworkPage): Drawing => {
  const cases = page.network.cases.slice(0, MOST_NODES).map(({ code }) => code)
  const known = new Set(cases)
  const things = page.shared
    .map((one, n) => ({ n, cases: one.cases.filter((code) => known.has(code)) }))
    .filter((one) => one.cases.length > 1)
    .slice(0, Math.max(0, MOST_NODES - cases.length))
  const nodes: Node[] = [
    ...cases.map((code) => ({ id: code, code })),
    ...things.map(({ n }) => ({ id: `thing ${n}`, n })),
  ].map((node, i) => ({ ...node, ...placeOf(i) }))
  const pairs: readonly Pair[] = [
    ...things.flatMap(({ n, cases: has }) => has.map((code) => ({ source: `thing ${n}`, target: code }))),
    ...saidIn(page).filter(({ source, target }) => known.has(source) && known.has(target)),
  ]
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const edges = pairs.flatMap(({ source, target }) => {
    const [from, to] = [byId.get(source), byId.get(target)]
    const said = from?.code !== undefined && to?.code !== undefined
    return from === undefined || to === undefined ? [] : [{ from, to, said }]
  })
  settle(nodes, edges)
  spread(nodes)
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs) - PAD_X, Math.min(...ys) - PAD_Y]
  const [right, bottom] = [Math.max(...xs) + PAD_X, Math.max(...ys) + PAD_Y]
  return { nodes, edges, box: { x: left, y: top, width: right - left, height: bottom - top } }
}
