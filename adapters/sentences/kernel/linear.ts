import { f32, f32x4, i16x8, i32, i32x4, loop, v128 } from '../assembler.ts'
import type { Code, Procedure, Variable } from '../assembler.ts'
import { FLOAT, float, floats, i, mostOf, named, plus, VECTOR } from './common.ts'

/**
 * Products with weights. These are bytes (a step for each output), what they are multiplied with are
 * numbers of twelve bits (a step for each piece), and sums are exact: 1,536 * 127 * 2,047 is less
 * than 2^31.
 */
const MOST = 2_047

const zero = (at: Variable): Code => at.set(i32x4.splat(i(0)))

/** Rows of floats as numbers of twelve bits. */
export const quantise: Procedure = {
  name: 'quantise',
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32'],
  body: (frame) => {
    const { x, rows, width, out, steps } = named(frame, 'x', 'rows', 'width', 'out', 'steps')
    const [row, at, most, by] = [
      frame.local('i32'),
      frame.local('i32'),
      frame.local('v128'),
      frame.local('v128'),
    ]
    const step = frame.local('f32')
    const largest = mostOf(most)
    const near = (offset: number): Code =>
      i32x4.truncate(f32x4.nearest(f32x4.mul(v128.load(i32.add(x.get, floats(at.get)), offset), by.get)))
    return [
      loop(
        row,
        i(0),
        rows.get,
        1,
        most.set(float(0)),
        loop(
          at,
          i(0),
          width.get,
          4,
          most.set(f32x4.max(most.get, f32x4.abs(v128.load(i32.add(x.get, floats(at.get)))))),
        ),
        step.set(
          f32.choose(f32.div(largest, f32.const(MOST)), f32.const(1), f32.isMore(largest, f32.const(0))),
        ),
        f32.store(plus(steps.get, floats(row.get)), step.get),
        by.set(f32x4.splat(f32.div(f32.const(1), step.get))),
        loop(
          at,
          i(0),
          width.get,
          8,
          v128.store(plus(out.get, i32.shl(at.get, i(1))), i16x8.narrow(near(0), near(VECTOR))),
        ),
        x.set(i32.add(x.get, floats(width.get))),
        out.set(i32.add(out.get, i32.shl(width.get, i(1)))),
      ),
    ]
  },
}

/** Rows and outputs that are worked on together: what was loaded serves several products. */
const ROWS = 4
const OUTPUTS = 2

/**
 * y = x w + b, of `rows` (a multiple of four) with `width` numbers each, to `outputs` (a multiple of
 * two). `w` holds each output's weights together.
 */
export const linear: Procedure = {
  name: 'linear',
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  body: (frame) => {
    const { q, steps, rows, width, w, scales, biases, outputs, y } = named(
      frame,
      'q',
      'steps',
      'rows',
      'width',
      'w',
      'scales',
      'biases',
      'outputs',
      'y',
    )
    const [output, row, at, line] = [
      frame.local('i32'),
      frame.local('i32'),
      frame.local('i32'),
      frame.local('i32'),
    ]
    const from = frame.local('i32')
    const weights = Array.from({ length: OUTPUTS }, () => frame.local('v128'))
    const value = frame.local('v128')
    const sums = Array.from({ length: ROWS }, () => weights.map(() => frame.local('v128')))
    const [to, over] = [frame.local('i32'), frame.local('i32')]
    const lanes = ({ get }: Variable): Code =>
      [1, 2, 3].reduce<Code>((all, n) => i32.add(all, i32x4.lane(get, n)), i32x4.lane(get, 0))
    return [
      line.set(i32.shl(width.get, i(1))),
      loop(
        output,
        i(0),
        outputs.get,
        OUTPUTS,
        loop(
          row,
          i(0),
          rows.get,
          ROWS,
          sums.flat().map(zero).flat(),
          from.set(i32.add(q.get, i32.mul(row.get, line.get))),
          loop(
            at,
            w.get,
            i32.add(w.get, width.get),
            8,
            weights.flatMap((one, n) => [
              ...one.set(v128.load8(n === 0 ? at.get : i32.add(at.get, i32.mul(width.get, i(n))))),
            ]),
            over.set(from.get),
            sums.flatMap((pair, n) => [
              ...(n === 0 ? [] : over.set(i32.add(over.get, line.get))),
              ...value.set(v128.load(over.get)),
              ...pair.flatMap((sum, m) =>
                sum.set(i32x4.add(sum.get, i32x4.dot(value.get, weights[m]?.get ?? []))),
              ),
            ]),
            from.set(i32.add(from.get, i(VECTOR))),
          ),
          to.set(plus(y.get, floats(i32.add(i32.mul(row.get, outputs.get), output.get)))),
          sums.flatMap((pair, n) => [
            ...pair.flatMap((sum, m) =>
              f32.store(
                to.get,
                f32.add(
                  f32.mul(
                    f32.mul(f32.of(lanes(sum)), f32.load(i32.add(steps.get, floats(row.get)), n * FLOAT)),
                    f32.load(i32.add(scales.get, floats(output.get)), m * FLOAT),
                  ),
                  f32.load(i32.add(biases.get, floats(output.get)), m * FLOAT),
                ),
                m * FLOAT,
              ),
            ),
            ...to.set(i32.add(to.get, floats(outputs.get))),
          ]),
        ),
        w.set(i32.add(w.get, i32.mul(width.get, i(OUTPUTS)))),
      ),
    ]
  },
}
