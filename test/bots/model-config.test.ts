import { expect, test } from 'vitest'
import { readConfig } from '../../bots/config.ts'
import { readEnvironment } from '../../bots/environment.ts'

const read = (env: Readonly<Record<string, string>>) => readConfig(readEnvironment(env, '/nowhere'))
const faultsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
  const config = read(env)
  return 'faults' in config ? config.faults : []
}

const HERE = { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', AMIN_MODEL: 'qwen' }

test('without a use no model is asked, whatever keys other programs left in the environment', () => {
  const config = read({ OPENAI_API_KEY: 'sk-other', OPENAI_BASE_URL: 'https://api.example.org/v1' })
  expect('faults' in config ? config.faults : config.model).toBeUndefined()
})

test('a whole setting is taken as it stands, on this machine without a key', () => {
  const config = read({ ...HERE, AMIN_MODEL_USES: 'danger, summary', AMIN_MODEL_BUDGET: '20' })
  expect('faults' in config ? config.faults : config.model).toEqual({
    baseUrl: 'http://127.0.0.1:11434/v1',
    key: 'none',
    model: 'qwen',
    uses: new Set(['danger', 'summary']),
    budget: 20,
  })
})

test.each([
  [{ AMIN_MODEL: 'm' }, /^AMIN_MODEL does nothing without AMIN_MODEL_USES/],
  [{ AMIN_TRANSCRIBE_MODEL: 'm' }, /^AMIN_TRANSCRIBE_MODEL does nothing without AMIN_MODEL_USES/],
  [{ AMIN_MODEL_USES: 'danger', AMIN_MODEL: 'm' }, /^OPENAI_API_KEY is needed/],
  [{ AMIN_MODEL_USES: 'danger', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }, /^AMIN_MODEL is needed/],
  [{ ...HERE, AMIN_MODEL_USES: 'danger,voice' }, /^AMIN_TRANSCRIBE_MODEL is needed/],
  [{ ...HERE, AMIN_MODEL_USES: 'danger', AMIN_TRANSCRIBE_MODEL: 'w' }, /^AMIN_TRANSCRIBE_MODEL does nothing/],
  [{ ...HERE, AMIN_MODEL_USES: 'voice', AMIN_TRANSCRIBE_MODEL: 'w' }, /^AMIN_MODEL does nothing/],
  [{ ...HERE, AMIN_MODEL_USES: 'danger,everything' }, /^AMIN_MODEL_USES must be a comma list/],
  [{ ...HERE, AMIN_MODEL_USES: 'danger', AMIN_MODEL_BUDGET: 'much' }, /^AMIN_MODEL_BUDGET must be/],
  [
    {
      ...HERE,
      AMIN_MODEL_USES: 'danger',
      OPENAI_BASE_URL: 'http://models.example.org/v1',
      OPENAI_API_KEY: 'k',
    },
    /^OPENAI_BASE_URL must begin with https/,
  ],
  [{ ...HERE, AMIN_MODEL_USES: 'danger', OPENAI_BASE_URL: 'models' }, /^OPENAI_BASE_URL must be an address/],
])('half a setting stops the start with one line: %j', (env, line) => {
  expect(faultsOf(env)).toEqual([expect.stringMatching(line)])
})

test('no line repeats a key', () => {
  expect(
    faultsOf({ AMIN_MODEL_USES: 'danger', OPENAI_API_KEY: 'sk canary', AMIN_MODEL: 'm' }).join(),
  ).not.toContain('canary')
})
