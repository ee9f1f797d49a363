import { assemble } from '../assembler.ts'
import { attend } from './attend.ts'
import { exp, gelu } from './curves.ts'
import { linear, quantise } from './linear.ts'
import { norm } from './norm.ts'
import { run, type Memory } from '../web-assembly.ts'

export type Kernel = {
  readonly quantise: (x: number, rows: number, width: number, out: number, steps: number) => void
  readonly linear: (
    q: number,
    steps: number,
    rows: number,
    width: number,
    w: number,
    scales: number,
    biases: number,
    outputs: number,
    y: number,
  ) => void
  readonly gelu: (x: number, count: number) => void
  readonly norm: (x: number, y: number, rows: number, w: number, b: number) => void
  readonly attend: (qkv: number, count: number, room: number, out: number) => void
}

/** Works on floats and bytes at addresses of this memory. */
export const makeKernel = async (memory: Memory): Promise<Kernel> =>
  (await run(assemble([exp, quantise, linear, gelu, norm, attend]), memory)) as Kernel
