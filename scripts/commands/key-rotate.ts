import { basename } from 'node:path'
import { rotateMasterKey, type Rotation } from '../../adapters/crypto/rotation.ts'
import { restrictUmask } from '../../adapters/system/umask.ts'
import { openStores } from '../../bots/stores.ts'
import { Failure } from '../../core/base/failure.ts'
import { WRONG_USE, type Call, type Run } from './command.ts'
import { holdFolder, holdRoles, isWorkedOn } from './move/hold.ts'
import { Refusal } from './move/refusal.ts'
import { makeProgress } from './progress.ts'

const rotate = async ({ config, log }: Call): Promise<Rotation> => {
  const ends: (() => Promise<void> | void)[] = []
  const progress = makeProgress()
  try {
    ends.push(holdFolder(config.dataDir))
    const roles = holdRoles(config.dataDir)
    if (roles === undefined) throw new Refusal('Amin runs in this data folder: stop it first')
    ends.push(roles)
    const stores = await openStores(config, log)
    ends.push(stores.close)
    if (!stores.used)
      throw new Failure(
        'settings_invalid',
        'there is no store of Amin at AMIN_STORE whose master key could be rotated',
      )
    const keys = await stores.openKeys()
    ends.push(() => keys.close())
    const whileItRests = async (): Promise<void> => {
      if (config.store.engine !== 'mongo') return
      const store = await stores.openStore()
      ends.push(() => store.close())
      if (await isWorkedOn(store))
        throw new Refusal(
          'a process of Amin works on this store, or did some minutes ago: stop every one of them first, on every machine',
        )
    }
    return await rotateMasterKey(config.masterKeyFile, keys, { whileItRests, show: progress.show })
  } finally {
    progress.end()
    for (const end of ends.splice(0).toReversed()) await end()
  }
}

const report = ({ config, say, print }: Call, { cases, broken, old }: Rotation): number => {
  print(`${cases} case keys: under the new master key`)
  for (const caseId of broken) print(`case ${caseId} key: opened with neither of the two, left as it was`)
  say(
    `amin key rotate: the former key is kept beside it as ${basename(old)}. Keep it as long as copies of the keys from before are kept, then destroy it`,
  )
  say(
    'amin key rotate: put a copy of the new key where you keep that of the former; no start and no copy of the keys from now on opens without it',
  )
  if (config.store.engine === 'mongo')
    say('amin key rotate: put the new key on every machine before Amin is started there')
  return broken.length === 0 ? 0 : 1
}

/**
 * A new master key for every case key, while nobody works on the store. May be interrupted and
 * given again.
 */
export const rotateKey: Run = async (call) => {
  const refuse = (lines: readonly string[]): number => {
    for (const line of lines) call.say(`amin key rotate: ${line}`)
    return WRONG_USE
  }
  restrictUmask()
  try {
    return report(call, await rotate(call))
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.lines)
    throw error
  }
}
