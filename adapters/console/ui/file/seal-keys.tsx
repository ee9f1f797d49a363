import { Checkbox, Stack, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ExportState } from '../../contract/exports.ts'
import { useT } from '../language/language.tsx'

const keysIn = (text: string): readonly string[] => text.split(/[\s,]+/).filter((key) => key !== '')

type Props = {
  readonly rule: ExportState['rule']
  readonly keys: readonly string[]
  readonly change: (keys: readonly string[]) => void
}

/** Keys that what leaves is sealed to: any, or those that the operator allows. */
export const SealKeys = ({ rule: { recipients: allowed, onlySealed }, keys, change }: Props): ReactNode => {
  const t = useT()
  const note = t(onlySealed ? 'export-keys-needed' : 'export-keys-note')
  return allowed === undefined ? (
    <Textarea
      label={t('export-keys')}
      description={note}
      autosize
      dir="ltr"
      maxLength={2_000}
      onChange={(event) => change(keysIn(event.currentTarget.value))}
    />
  ) : (
    <Checkbox.Group label={t('export-keys')} description={note} value={[...keys]} onChange={change}>
      <Stack gap="xs" mt="xs">
        {allowed.map((key) => (
          <Checkbox key={key} value={key} label={<bdi dir="ltr">{key}</bdi>} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
