/** The key of a heading of the bot's catalogue, by its words before any remark. */
export const textGroupKey = (title: string): string =>
  `text-group-${(title.split(/[:(]/)[0] ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')}`
