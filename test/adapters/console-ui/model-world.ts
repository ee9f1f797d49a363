import type { ModelKept, ModelState } from '../../../adapters/console/contract/model.ts'

/** A model that runs on the machine of the console. */
export const MODEL_ON: ModelState = {
  uses: ['facts', 'summary', 'reply', 'translate', 'voice'],
  at: 'here',
  host: '127.0.0.1:11434',
  model: 'a-model',
  health: { status: 'ready', callsLastHour: 3, budget: 300 },
}

export const DRAFT = 'وصلت رسالتك، ونحن معك. ما الذي يخيفك أكثر الآن؟'
const QUOTE = 'يريد المال قبل الغد'

/** What the scripted server says where an agent asks the model about a case. */
export const sayOfModel = (what: string | undefined, message: string): unknown => {
  switch (what) {
    case 'summary':
      return {
        sentences: [{ text: 'يطلب الطرف الآخر مالاً قبل الغد.', quotation: QUOTE, message }],
        model: 'a-model',
      }
    case 'facts':
      return { facts: [{ field: 'demand', words: QUOTE, message }], model: 'a-model' }
    case 'reply':
      return { text: DRAFT, model: 'a-model' }
    default:
      return { text: 'He wants money before tomorrow.', model: 'a-model' }
  }
}

export const keptOf = (state: ModelState): ModelKept => ({
  mayAsk: state.uses.length > 0,
  facts: [],
  heard: [],
})
