import { Alert } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import type { ErasureCertificate } from '../../contract/erasure.ts'
import { certificateQuery } from '../api/erasure.ts'
import { useT } from '../language/language.tsx'
import { Copy } from '../parts/copy.tsx'
import '../styles/erased.css'

type Props = { readonly code: string; readonly level: 2 | 3 }

const Certificate = ({
  certificate,
  level,
}: {
  readonly certificate: ErasureCertificate
  readonly level: 2 | 3
}): ReactNode => {
  const t = useT()
  const heading = useRef<HTMLHeadingElement>(null)
  // What was under the focus went with the case.
  useEffect(() => heading.current?.focus(), [])
  const Heading = `h${level}` as const
  const { key, objects, note } = certificate
  const text = JSON.stringify(certificate, null, 2)
  return (
    <section>
      <Heading ref={heading} tabIndex={-1}>
        {t('erased-title')}
      </Heading>
      {key === 'destroyed' && objects.left === 0 ? (
        <p>{t('erased-done', { count: objects.named })}</p>
      ) : (
        <Alert color="red" icon={<IconAlertCircle size={18} />}>
          {t('erased-left')}
        </Alert>
      )}
      <p className="soft">{t(note === undefined ? 'erased-unsigned' : 'erased-keep')}</p>
      <p className="certificate-head">
        {t('erased-certificate')} <Copy text={text} label={t('erased-copy')} />
      </p>
      <pre className="certificate" dir="ltr" tabIndex={0} role="region" aria-label={t('erased-certificate')}>
        {text}
      </pre>
    </section>
  )
}

/** The certificate, for who had the case erased from this page just now. */
export const Erased = ({ code, level }: Props): ReactNode => {
  const { data } = useQuery(certificateQuery(code))
  return data === undefined ? null : <Certificate certificate={data} level={level} />
}
