import { f32, f32x4, i32 } from '../assembler.ts'
import type { Code, Frame, Variable } from '../assembler.ts'

/** Numbers of a piece, how many heads look at them, and numbers of one head. */
export const HIDDEN = 384
export const HEADS = 12
export const HEAD = HIDDEN / HEADS
/** Bytes of a float, and of the four that are worked on at once. */
export const FLOAT = 4
export const VECTOR = 16

export const i = i32.const
export const float = f32x4.const
/** Bytes of so many floats. */
export const floats = (count: Code): Code => i32.shl(count, i(2))
export const plus = (...parts: readonly Code[]): Code => parts.reduce((a, b) => i32.add(a, b))
const overLanes = (of: Variable, join: (a: Code, b: Code) => Code): Code =>
  [1, 2, 3].reduce<Code>((all, at) => join(all, f32x4.lane(of.get, at)), f32x4.lane(of.get, 0))
export const sumOf = (of: Variable): Code => overLanes(of, f32.add)
export const mostOf = (of: Variable): Code => overLanes(of, f32.max)
/** The polynomial with these, the highest power first. */
export const polynomial = (x: Code, [first = 0, ...rest]: readonly number[]): Code =>
  rest.reduce<Code>((sum, next) => f32x4.add(f32x4.mul(sum, x), float(next)), float(first))

/** The parameters by name. */
export const named = <Name extends string>(frame: Frame, ...names: readonly Name[]): Record<Name, Variable> =>
  Object.fromEntries(names.map((name, at) => [name, frame.parameters[at]])) as Record<Name, Variable>
