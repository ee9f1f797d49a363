/** A wallet's chain and the one spelling that two people's copies of it share. */
export type Wallet = { readonly chain: 'btc' | 'eth' | 'tron'; readonly normal: string }

/**
 * Numbering plans, check sums and the list of public domain endings: facts of the outside that
 * change with its standards. Synchronous, without any network, the same answer for the same text.
 * Never throws, whatever the text; callers bound its length (64 characters, a host 253).
 */
export type Checks = {
  /**
   * A telephone number that its country's plan has, as E.164 ("+9647701234567"). `raw` in Latin
   * digits, with a plus or 00 and the country, or as it is dialled in `country` (ISO 3166 alpha-2).
   * Nothing for short codes, and for numbers that are too long, too short or of a range not in use.
   */
  readonly phone: (raw: string, country: 'IQ') => string | undefined
  /**
   * Bitcoin main net (Base58Check of BIP 13 and P2PKH as it is, bech32 and bech32m of BIP 173 and
   * 350 in lower case), Ethereum (all lower, all upper, or mixed case with the right check sum of
   * EIP-55; in lower case), Tron (Base58Check with byte 0x41, as it is).
   */
  readonly wallet: (raw: string) => Wallet | undefined
  /**
   * An IBAN of any country of the register (ISO 13616) with the right length and check digits:
   * upper case, no spaces.
   */
  readonly iban: (raw: string) => string | undefined
  /**
   * The registrable domain of a host name ("a.b.example.co.uk" -> "example.co.uk"), lower case;
   * nothing where its ending is no public one.
   */
  readonly domain: (host: string) => string | undefined
}
