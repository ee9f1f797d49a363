import type { Setting, Settings } from '../../core/ports/store/settings.ts'

export const makeSettings = (): { readonly port: Settings; readonly rows: Map<string, Setting> } => {
  const rows = new Map<string, Setting>()
  const port: Settings = {
    list: async () => [...rows.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    put: async (setting) => {
      if ((rows.get(setting.name)?.version ?? 0) !== setting.version - 1) return false
      rows.set(setting.name, setting)
      return true
    },
  }
  return { port, rows }
}
