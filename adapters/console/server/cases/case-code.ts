/**
 * What a person may have made of a code: spaces, hyphens, small letters, O for 0, I and L for 1.
 * Nothing where it cannot be the start of one.
 */
export const readCode = (typed: string): string | undefined => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{1,8}$/.test(code) ? code : undefined
}
