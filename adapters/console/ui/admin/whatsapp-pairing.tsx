import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { WhatsappPairing } from '../../contract/whatsapp.ts'
import { actOnWhatsapp, isPairing, pairWhatsapp, whatsappQuery } from '../api/whatsapp.ts'
import { useValidity } from '../entry/fields.tsx'
import { QrPicture } from '../entry/qr-picture.tsx'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import '../styles/entry.css'

const useDoing = (act: () => Promise<unknown>) => {
  const queries = useQueryClient()
  return useAttempt(async () => {
    await act()
    await queries.invalidateQueries({ queryKey: whatsappQuery.queryKey })
  })
}

const inFours = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code

/** What to scan or to type now. */
const Underway = ({ pairing }: { readonly pairing: WhatsappPairing }): ReactNode => {
  const t = useT()
  const { run, busy, fault } = useDoing(() => actOnWhatsapp('pairing/cancel'))
  return (
    <div className="form">
      <p role="status">{t(`whatsapp-pairing-${pairing.status}`)}</p>
      {pairing.qr !== undefined && <QrPicture text={pairing.qr} label={t('whatsapp-qr')} />}
      {pairing.code !== undefined && (
        <p className="factor-secret">
          <bdi dir="ltr" className="code">
            {inFours(pairing.code)}
          </bdi>
        </p>
      )}
      <FormFault fault={fault} />
      <Group>
        <Button variant="default" loading={busy} onClick={() => run()}>
          {t('cancel')}
        </Button>
      </Group>
    </div>
  )
}

const Ways = ({ pairing }: { readonly pairing: WhatsappPairing | undefined }): ReactNode => {
  const t = useT()
  const validity = useValidity()
  const [phone, setPhone] = useState('')
  const [own, setOwn] = useState(false)
  const byQr = useDoing(() => pairWhatsapp())
  const byCode = useDoing(() => pairWhatsapp(phone))
  return (
    <div className="form">
      {/* How the last one ended; what is linked says itself above. */}
      {pairing !== undefined && pairing.status !== 'paired' && (
        <p role="status">{pairing.advice ?? t(`whatsapp-pairing-${pairing.status}`)}</p>
      )}
      <Checkbox
        label={t('whatsapp-own-number')}
        description={t('whatsapp-own-number-note')}
        checked={own}
        onChange={(event) => setOwn(event.currentTarget.checked)}
      />
      <Group>
        <Button disabled={!own} loading={byQr.busy} onClick={() => byQr.run()}>
          {t('whatsapp-pair-qr')}
        </Button>
      </Group>
      <FormFault fault={byQr.fault} />
      <form className="form" onSubmit={byCode.run}>
        <TextInput
          {...validity}
          label={t('whatsapp-phone')}
          description={t('whatsapp-phone-note')}
          type="tel"
          dir="ltr"
          required
          maxLength={25}
          pattern="\+?[\d\s()\-]{7,25}"
          autoComplete="off"
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <FormFault fault={byCode.fault} />
        <Group>
          <Button type="submit" variant="default" disabled={!own} loading={byCode.busy}>
            {t('whatsapp-pair-code')}
          </Button>
        </Group>
      </form>
    </div>
  )
}

/** Links the account to a phone: by a picture to scan, or a code to type. */
export const Pairing = ({ pairing }: { readonly pairing: WhatsappPairing | undefined }): ReactNode => {
  const t = useT()
  return (
    <section>
      <h2>{t('whatsapp-pair')}</h2>
      <p className="soft">{t('whatsapp-pair-note')}</p>
      {pairing !== undefined && isPairing(pairing) ? (
        <Underway pairing={pairing} />
      ) : (
        <Ways pairing={pairing} />
      )}
    </section>
  )
}
