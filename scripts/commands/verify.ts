import { readOptions, WRONG_USE, type Command } from './command.ts'
import { checkBundle } from './verify-bundle.ts'
import { checkStore } from './verify-store.ts'

/** Checks a bundle, or every chain, head and sealed object of the store. One line a fault. */
export const verify: Command = {
  usage: 'FILE [--key FINGERPRINT], or --store [--deep] [--repair] [--resume]   checks a bundle, or the whole store and its vault',
  run: async (call) => {
    const given = readOptions(call.args, ['store', 'deep', 'repair', 'resume', 'key'])
    const { store, deep, repair, resume, key } = given?.options ?? {}
    const [file, ...more] = given?.words ?? []
    const ofStore = [store, deep, repair, resume].some((option) => option !== undefined)
    if (file !== undefined && more.length === 0 && !ofStore) return checkBundle(call, file, key)
    if (store === undefined || file !== undefined || key !== undefined) {
      call.say('amin verify: name a bundle (a ZIP or the folder it was unpacked to), or say --store')
      return WRONG_USE
    }
    return checkStore(call, { deep: deep !== undefined, repair: repair !== undefined, resume: resume !== undefined })
  },
}
