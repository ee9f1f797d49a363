import { f32x4, i32, i32x4, loop, v128 } from '../assembler.ts'
import type { Procedure } from '../assembler.ts'
import { float, floats, i, named, polynomial, VECTOR } from './common.ts'

/** Its place among the functions of the module: others call it. */
export const EXP = 0
/** e^x by a power of two and a polynomial, within 2e-7 of it. */
export const exp: Procedure = {
  name: 'exp',
  parameters: ['v128'],
  result: 'v128',
  body: ({ parameters, local }) => {
    const [x, whole, rest] = [parameters[0] ?? local('v128'), local('v128'), local('v128')]
    const within = f32x4.max(f32x4.min(x.get, float(80)), float(-80))
    return [
      rest.set(f32x4.mul(within, float(Math.LOG2E))),
      whole.set(f32x4.nearest(rest.get)),
      rest.set(f32x4.mul(f32x4.sub(rest.get, whole.get), float(Math.LN2))),
      f32x4.mul(
        polynomial(rest.get, [1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1]),
        i32x4.shl(i32x4.add(i32x4.truncate(whole.get), i32x4.splat(i(127))), i(23)),
      ),
    ]
  },
}

/** Abramowitz and Stegun 7.1.26: within 1.5e-7 of the error function. */
const ERF = { of: 0.3275911, by: [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592, 0] }

/** x * (1 + erf(x / sqrt 2)) / 2. */
export const gelu: Procedure = {
  name: 'gelu',
  parameters: ['i32', 'i32'],
  body: (frame) => {
    const { x, count } = named(frame, 'x', 'count')
    const [at, value, z, t, far] = [
      frame.local('i32'),
      frame.local('v128'),
      frame.local('v128'),
      frame.local('v128'),
      frame.local('v128'),
    ]
    return [
      loop(
        at,
        x.get,
        i32.add(x.get, floats(count.get)),
        VECTOR,
        value.set(v128.load(at.get)),
        z.set(f32x4.mul(f32x4.abs(value.get), float(Math.SQRT1_2))),
        t.set(f32x4.div(float(1), f32x4.add(float(1), f32x4.mul(float(ERF.of), z.get)))),
        far.set(f32x4.mul(polynomial(t.get, ERF.by), frame.call(EXP, f32x4.neg(f32x4.mul(z.get, z.get))))),
        v128.store(
          at.get,
          f32x4.mul(
            f32x4.mul(value.get, float(0.5)),
            v128.choose(far.get, f32x4.sub(float(2), far.get), f32x4.isLess(value.get, float(0))),
          ),
        ),
      ),
    ]
  },
}
