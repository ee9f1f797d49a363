/**
 * A small assembler for WebAssembly (core specification 2.0 with its vector instructions): expressions
 * are lists of bytes that stand in one another. So the kernel is source that is read and tested, without
 * a compiler of 100 MB among the packages and without a binary that nobody can read.
 */
export type Code = readonly number[]

export type Type = 'i32' | 'f32' | 'v128'
const TYPES: Readonly<Record<Type, number>> = { i32: 0x7f, f32: 0x7d, v128: 0x7b }
const NOTHING = 0x40

/** Unsigned LEB128. */
const unsigned = (value: number): Code =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]

/** Signed LEB128. */
const signed = (value: number): Code => {
  const low = value & 0x7f
  const rest = value >> 7
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
  return isLast ? [low] : [low | 0x80, ...signed(rest)]
}

const bytesOf = (value: number): Code => [...new Uint8Array(Float32Array.of(value).buffer)]

const plain =
  (...opcode: readonly number[]) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), ...opcode]
const vector = (opcode: number) => plain(0xfd, ...unsigned(opcode))
/** An access `at` bytes beyond an address; the alignment is a hint alone. */
const access =
  (...opcode: readonly number[]) =>
  (address: Code, at = 0): Code => [...address, ...opcode, 0, ...unsigned(at)]
const keep =
  (...opcode: readonly number[]) =>
  (address: Code, value: Code, at = 0): Code => [...address, ...value, ...opcode, 0, ...unsigned(at)]
const lane =
  (opcode: number) =>
  (of: Code, index: number): Code => [...of, 0xfd, ...unsigned(opcode), index]

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  add: plain(0x6a),
  mul: plain(0x6c),
  and: plain(0x71),
  shl: plain(0x74),
  isAtLeast: plain(0x4e),
}
export const f32 = {
  const: (value: number): Code => [0x43, ...bytesOf(value)],
  load: access(0x2a),
  store: keep(0x38),
  add: plain(0x92),
  mul: plain(0x94),
  div: plain(0x95),
  max: plain(0x97),
  sqrt: plain(0x91),
  isMore: plain(0x5e),
  of: plain(0xb2),
  /** The first where `condition` holds, else the second. */
  choose: (first: Code, second: Code, condition: Code): Code => [...first, ...second, ...condition, 0x1b],
}
export const v128 = {
  load: access(0xfd, 0x00),
  /** Eight bytes as eight signed numbers of 16 bits. */
  load8: access(0xfd, 0x01),
  store: keep(0xfd, 0x0b),
  /** Of the first where the mask is set, else of the second. */
  choose: vector(0x52),
}
export const i16x8 = { narrow: vector(0x85) }
export const i32x4 = {
  splat: vector(0x11),
  lane: lane(0x1b),
  shl: vector(0xab),
  add: vector(0xae),
  /** Sums of neighbouring products of 16-bit numbers. */
  dot: vector(0xba),
  /** Of floats, cut off, at the border where they are beyond it. */
  truncate: vector(0xf8),
}
const splat = vector(0x13)
export const f32x4 = {
  splat,
  const: (value: number): Code => splat(f32.const(value)),
  lane: lane(0x1f),
  isLess: vector(0x43),
  nearest: vector(0x6a),
  abs: vector(0xe0),
  neg: vector(0xe1),
  add: vector(0xe4),
  sub: vector(0xe5),
  mul: vector(0xe6),
  div: vector(0xe7),
  min: vector(0xe8),
  max: vector(0xe9),
}

export type Variable = { readonly get: Code; readonly set: (value: Code) => Code }

export type Frame = {
  readonly parameters: readonly Variable[]
  readonly local: (type: Type) => Variable
  /** Calls the function that was defined at this place. */
  readonly call: (index: number, ...values: readonly Code[]) => Code
}

/** Runs `body` with `at` from `from` to before `to`. */
export const loop = (at: Variable, from: Code, to: Code, step: number, ...body: readonly Code[]): Code => [
  ...at.set(from),
  0x02,
  NOTHING,
  0x03,
  NOTHING,
  ...i32.isAtLeast(at.get, to),
  0x0d,
  1,
  ...body.flat(),
  ...at.set(i32.add(at.get, i32.const(step))),
  0x0c,
  0,
  0x0b,
  0x0b,
]

export type Procedure = {
  readonly name: string
  readonly parameters: readonly Type[]
  readonly result?: Type
  readonly body: (frame: Frame) => readonly Code[]
}

const variable = (index: number): Variable => ({
  get: [0x20, ...unsigned(index)],
  set: (value) => [...value, 0x21, ...unsigned(index)],
})

const list = (parts: readonly Code[]): Code => [...unsigned(parts.length), ...parts.flat()]
const sized = (code: Code): Code => [...unsigned(code.length), ...code]
const section = (id: number, code: Code): Code => [id, ...sized(code)]
const text = (name: string): Code => sized([...new TextEncoder().encode(name)])

const codeOf = ({ parameters, body }: Procedure): Code => {
  const locals: Type[] = []
  const frame: Frame = {
    parameters: parameters.map((_, at) => variable(at)),
    local: (type) => variable(parameters.length + locals.push(type) - 1),
    call: (index, ...values) => [...values.flat(), 0x10, ...unsigned(index)],
  }
  const code = body(frame).flat()
  return sized([...list(locals.map((type) => [1, TYPES[type]])), ...code, 0x0b])
}

/** What every module begins with, and its version. */
const HEAD: Code = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]

/** A module that exports these, with the memory `env.memory` of somebody else. */
export const assemble = (procedures: readonly Procedure[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...HEAD,
    ...section(
      1,
      list(
        procedures.map(({ parameters, result }) => [
          0x60,
          ...list(parameters.map((type) => [TYPES[type]])),
          ...list(result === undefined ? [] : [[TYPES[result]]]),
        ]),
      ),
    ),
    ...section(2, list([[...text('env'), ...text('memory'), 0x02, 0x00, 1]])),
    ...section(3, list(procedures.map((_, at) => unsigned(at)))),
    ...section(7, list(procedures.map(({ name }, at) => [...text(name), 0x00, ...unsigned(at)]))),
    ...section(10, list(procedures.map(codeOf))),
  ])
