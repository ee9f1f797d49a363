/** The list of what can be written, and no help: where somebody is watched these call nobody. */
// prettier-ignore
export const LISTS: readonly string[] = [
  'أوامر', 'الأوامر', 'قائمة', 'القائمة', 'مینیو', 'مینۆ', 'فەرمانەکان', 'commands', 'menu', 'main menu',
]
