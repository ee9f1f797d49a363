import { WRONG_USE, type Run } from './command.ts'
import { checkBundle } from './verify-bundle.ts'
import { checkStore } from './verify-store.ts'

/** Checks a bundle, or every chain, head and sealed object of the store. One line a fault. */
export const verify: Run = async (call) => {
  const [file] = call.words
  const key = call.text('key')
  const store = call.flag('store')
  const ways = { deep: call.flag('deep'), repair: call.flag('repair'), resume: call.flag('resume') }
  const ofStore = store || Object.values(ways).includes(true)
  if (file !== undefined && !ofStore) return checkBundle(call, file, key)
  if (!store || file !== undefined || key !== undefined) {
    call.say('amin verify: name a bundle (a ZIP or the folder it was unpacked to), or say --store')
    return WRONG_USE
  }
  return checkStore(call, ways)
}
