import type { DeskServer } from './desk-server.ts'

/** The ten seconds in which handing a case back can be undone are over: the bot goes on. */
export const letGo = (server: DeskServer, code: string): void => {
  const { file } = server.cases.get(code)!
  delete file.leaving
  delete file.assignee
  server.change(code, { status: 'bot' }, ['case_released'])
}
