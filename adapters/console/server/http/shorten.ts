/**
 * At most `longest` signs, the last of them an ellipsis where something was left out. Cut between
 * words where there are some: half a handle or a number would be another one.
 */
export const shorten = (text: string, longest: number): string => {
  const signs = Array.from(text)
  if (signs.length <= longest) return text
  const cut = signs.slice(0, longest - 1).join('')
  const whole = /\s/.test(signs[longest - 1] ?? '') ? cut : cut.replace(/\s\S*$/, '')
  return `${whole.trimEnd()}…`
}
