import {
  IconAt,
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandSnapchat,
  IconBrandTelegram,
  IconBrandTiktok,
  IconBrandWhatsapp,
  IconBrandX,
  IconBuildingBank,
  IconCreditCard,
  IconCurrencyBitcoin,
  IconCurrencyEthereum,
  IconDeviceGamepad2,
  IconLink,
  IconMail,
  IconPhone,
  IconQuestionMark,
  IconReceipt,
  IconWallet,
} from '@tabler/icons-react'

const ICONS: Readonly<Record<string, typeof IconAt>> = {
  phone: IconPhone,
  whatsapp: IconBrandWhatsapp,
  viber: IconPhone,
  imo: IconPhone,
  zaincash: IconWallet,
  asiahawala: IconWallet,
  fastpay: IconWallet,
  telegram: IconBrandTelegram,
  instagram: IconBrandInstagram,
  facebook: IconBrandFacebook,
  snapchat: IconBrandSnapchat,
  tiktok: IconBrandTiktok,
  x: IconBrandX,
  handle: IconAt,
  email: IconMail,
  btc: IconCurrencyBitcoin,
  eth: IconCurrencyEthereum,
  tron: IconWallet,
  iban: IconBuildingBank,
  card: IconCreditCard,
  mtcn: IconReceipt,
  game_id: IconDeviceGamepad2,
  url: IconLink,
}

const FORM = /_(id|invite)$/

export type IdentifierKind = {
  readonly Icon: typeof IconAt
  /** Key of the type's name; nothing for a newer server's, which shows as it is. */
  readonly key: string | undefined
  readonly form: string | undefined
}

/** What the server's label of a type means: "facebook_id_other" is an account on Facebook, by its number. */
export const readKind = (label: string): IdentifierKind => {
  const whole = label.replace(/_(?:self|other)$/, '')
  const form = ICONS[whole] === undefined ? FORM.exec(whole)?.[1] : undefined
  const type = form === undefined ? whole : whole.replace(FORM, '')
  const Icon = ICONS[type]
  return Icon === undefined
    ? { Icon: IconQuestionMark, key: undefined, form: undefined }
    : { Icon, key: `type-${type.replaceAll('_', '-')}`, form }
}
