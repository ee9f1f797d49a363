import type { Examiner, ExaminerReport, ExaminerSource } from '../../core/ports/examiner.ts'

export type MemoryExaminer = Examiner & {
  /** What was asked to be read, in order. */
  readonly asked: readonly ExaminerSource[]
  /**
   * What to do with the next files, in order; where empty, each is read to its end and nothing is
   * said of it.
   */
  readonly answers: ((source: ExaminerSource) => Promise<ExaminerReport>)[]
}

const readAll = async (source: ExaminerSource): Promise<ExaminerReport> => {
  for await (const _chunk of source.bytes());
  return { results: [], pictures: [] }
}

/** An examiner that looks at nothing. */
export const makeMemoryExaminer = (): MemoryExaminer => {
  const asked: ExaminerSource[] = []
  const answers: ((source: ExaminerSource) => Promise<ExaminerReport>)[] = []
  return {
    asked,
    answers,
    examine: (source) => {
      asked.push(source)
      return (answers.shift() ?? readAll)(source)
    },
    tools: async () => [],
    close: async () => {},
  }
}
