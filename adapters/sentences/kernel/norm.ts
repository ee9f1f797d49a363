import { f32, f32x4, i32, loop, v128 } from '../assembler.ts'
import type { Procedure } from '../assembler.ts'
import { FLOAT, float, HIDDEN, i, named, sumOf, VECTOR } from './common.ts'

/** Added to a square before its root is divided by. */
const LEAST = 1e-12

/** x = norm(x + y) * w + b, row by row. */
export const norm: Procedure = {
  name: 'norm',
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32'],
  body: (frame) => {
    const { x, y, rows, w, b } = named(frame, 'x', 'y', 'rows', 'w', 'b')
    const [row, at] = [frame.local('i32'), frame.local('i32')]
    const [value, total, mean, by] = [
      frame.local('v128'),
      frame.local('v128'),
      frame.local('v128'),
      frame.local('v128'),
    ]
    const bytes = HIDDEN * FLOAT
    const here = i32.add(x.get, at.get)
    const average = f32.div(sumOf(total), f32.const(HIDDEN))
    return [
      loop(
        row,
        i(0),
        rows.get,
        1,
        total.set(float(0)),
        loop(
          at,
          i(0),
          i(bytes),
          VECTOR,
          value.set(f32x4.add(v128.load(here), v128.load(i32.add(y.get, at.get)))),
          v128.store(here, value.get),
          total.set(f32x4.add(total.get, value.get)),
        ),
        mean.set(f32x4.splat(average)),
        total.set(float(0)),
        loop(
          at,
          i(0),
          i(bytes),
          VECTOR,
          value.set(f32x4.sub(v128.load(here), mean.get)),
          total.set(f32x4.add(total.get, f32x4.mul(value.get, value.get))),
        ),
        by.set(f32x4.splat(f32.div(f32.const(1), f32.sqrt(f32.add(average, f32.const(LEAST)))))),
        loop(
          at,
          i(0),
          i(bytes),
          VECTOR,
          v128.store(
            here,
            f32x4.add(
              f32x4.mul(
                f32x4.mul(f32x4.sub(v128.load(here), mean.get), by.get),
                v128.load(i32.add(w.get, at.get)),
              ),
              v128.load(i32.add(b.get, at.get)),
            ),
          ),
        ),
        x.set(i32.add(x.get, i(bytes))),
        y.set(i32.add(y.get, i(bytes))),
      ),
    ]
  },
}
