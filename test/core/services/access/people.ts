import type { DeskAgent } from '../../../../core/base/member.ts'
import { openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

/** Through all questions to the end, as an adult who is safe; what is not needed is passed over. */
export const submit = async (
  who: Person,
  story = 'A man I met online has my photos and wants money from me',
): Promise<void> => {
  await reachStory(who)
  await who.says(story)
  for (let n = 0; n < 25; n += 1) {
    const { conversation } = (await who.book()).state
    if (conversation.submitted) return
    const step = conversation.open?.step
    await who.says(step === 'review' ? 'send' : step === 'danger' ? 'none' : 'skip')
  }
  throw new Error('the questions have no end')
}

/** A case that an agent holds, of who told these words and asked for a person. */
export const openHeld = async (by: DeskAgent, ...said: readonly string[]) => {
  const stage = await openStage()
  const person = stage.person('1001')
  await reachStory(person)
  for (const text of [...said, 'human']) await person.says(text)
  const code = await person.code()
  await stage.desk.claim(code, by)
  await stage.sendAll()
  return { stage, person, code }
}

/** A PIN, and if wanted a decoy and a duress word, set after the case was sent. */
export const setSecrets = async (
  who: Person,
  { pin, decoy, duress }: { readonly pin: string; readonly decoy?: string; readonly duress?: string },
) => {
  await who.says('code')
  await who.says(pin)
  await who.says(decoy ?? 'skip')
  await who.says(duress ?? 'skip')
}

/** Tries to come back from a chat. */
export const comeBack = async (who: Person, code: string, pin: string): Promise<void> => {
  await who.says('return')
  await who.says(code)
  await who.says(pin)
}

/**
 * Everything that is kept anywhere, opened: entries, rows and jobs, as text. For proving that
 * something is not in it.
 */
export const everythingKept = async (stage: Stage): Promise<string> => {
  const parts: string[] = [JSON.stringify(stage.log.lines)]
  for await (const caseId of stage.store.ledger.cases()) {
    try {
      const { entries, events } = await stage.casebook.read(caseId)
      parts.push(JSON.stringify(events), ...entries.map(({ header }) => header))
    } catch {
      // Erased: nothing of it can be opened.
    }
    parts.push(JSON.stringify(await stage.store.views.byId(caseId)))
  }
  return parts.join('\n')
}
