import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useT } from '../language/language.tsx'

/** Copies a text; says so by icon and to screen readers. */
export const Copy = ({ text, label }: { readonly text: string; readonly label: string }): ReactNode => {
  const t = useT()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Tooltip label={copied ? t('copied') : label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className="copy"
        size="sm"
        aria-label={copied ? t('copied') : label}
        onClick={() => void copy()}
      >
        {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
      </ActionIcon>
    </Tooltip>
  )
}

/** A long hash, short: its first eight signs, and the whole to copy. */
export const Hash = ({ value, label }: { readonly value: string; readonly label: string }): ReactNode => (
  <span className="hash">
    <bdi dir="ltr" title={value}>
      {value.slice(0, 8)}…
    </bdi>
    <Copy text={value} label={label} />
  </span>
)
