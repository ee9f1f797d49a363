/**
 * Accounts, a number and a wallet, each in several stories. The telephone number is of a range that
 * nobody has; the wallet is made of the hash of a word, so that nobody can have its key.
 */
const MARKS = {
  insta: '@layla.model.iq',
  telegram: '@cash_help_77',
  phone: '+964 750 000 1177',
  wallet: 'TURN59ubYXYd6LerNsE3MW9mRX4sp26XMw',
  snap: '@noor_snap2201',
  shop: 'https://quick-loan.example/pay',
} as const

/** The words with what `{name}` in them stands for. */
export const marked = (text: string): string =>
  text.replaceAll(/\{(\w+)\}/g, (found, name: string) => MARKS[name as keyof typeof MARKS] ?? found)
