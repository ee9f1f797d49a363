import { f32, f32x4, i32, loop, v128 } from '../assembler.ts'
import type { Procedure } from '../assembler.ts'
import { FLOAT, float, floats, HEAD, HEADS, HIDDEN, i, named, plus, sumOf, VECTOR } from './common.ts'
import { EXP } from './curves.ts'

/** What a piece asks, what it answers to and what it says lie in a row; so long is the row. */
const LINE = HIDDEN * 3 * FLOAT
const FAR = -1e30

/**
 * Each piece looks at all `count`. `qkv` has a row for each; `room` holds `count` floats and up to
 * three more.
 */
export const attend: Procedure = {
  name: 'attend',
  parameters: ['i32', 'i32', 'i32', 'i32'],
  body: (frame) => {
    const { qkv, count, room, out } = named(frame, 'qkv', 'count', 'room', 'out')
    const [head, piece, other, base] = [
      frame.local('i32'),
      frame.local('i32'),
      frame.local('i32'),
      frame.local('i32'),
    ]
    const [there, row] = [frame.local('i32'), frame.local('i32')]
    const [value, total] = [frame.local('v128'), frame.local('v128')]
    const [score, most] = [frame.local('f32'), frame.local('f32')]
    const places = Array.from({ length: HEAD / 4 }, (_, n) => n * VECTOR)
    const asked = places.map(() => frame.local('v128'))
    const said = places.map(() => frame.local('v128'))
    const products = places.map((place, n) =>
      f32x4.mul(asked[n]?.get ?? [], v128.load(there.get, place + HIDDEN * FLOAT)),
    )
    const slot = i32.add(room.get, floats(other.get))
    return [
      loop(
        head,
        i(0),
        i(HEADS * HEAD * FLOAT),
        HEAD * FLOAT,
        base.set(i32.add(qkv.get, head.get)),
        loop(
          piece,
          i(0),
          count.get,
          1,
          row.set(i32.add(base.get, i32.mul(piece.get, i(LINE)))),
          asked.flatMap((one, n) => one.set(v128.load(row.get, places[n]))),
          most.set(f32.const(FAR)),
          there.set(base.get),
          loop(
            other,
            i(0),
            count.get,
            1,
            value.set(products.reduce((a, b) => f32x4.add(a, b))),
            score.set(f32.mul(sumOf(value), f32.const(1 / Math.sqrt(HEAD)))),
            f32.store(slot, score.get),
            most.set(f32.max(most.get, score.get)),
            there.set(i32.add(there.get, i(LINE))),
          ),
          // What is over up to a multiple of four counts for nothing.
          loop(
            other,
            count.get,
            i32.and(i32.add(count.get, i(3)), i(-4)),
            1,
            f32.store(slot, f32.const(FAR)),
          ),
          total.set(float(0)),
          loop(
            other,
            i(0),
            count.get,
            4,
            value.set(frame.call(EXP, f32x4.sub(v128.load(slot), f32x4.splat(most.get)))),
            v128.store(slot, value.get),
            total.set(f32x4.add(total.get, value.get)),
          ),
          score.set(sumOf(total)),
          said.flatMap((one) => one.set(float(0))),
          there.set(base.get),
          loop(
            other,
            i(0),
            count.get,
            1,
            value.set(f32x4.splat(f32.div(f32.load(slot), score.get))),
            said.flatMap((one, n) =>
              one.set(
                f32x4.add(
                  one.get,
                  f32x4.mul(value.get, v128.load(there.get, (places[n] ?? 0) + 2 * HIDDEN * FLOAT)),
                ),
              ),
            ),
            there.set(i32.add(there.get, i(LINE))),
          ),
          row.set(plus(out.get, head.get, i32.mul(piece.get, i(HIDDEN * FLOAT)))),
          said.flatMap((one, n) => v128.store(row.get, one.get, places[n])),
        ),
      ),
    ]
  },
}
