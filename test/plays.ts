import type { App } from '../core/ports/channel.ts'

let listener: (app: App) => void = () => {}

/** Who keeps account of it: test/promises-played.ts. Outside of tests nobody does. */
export const whenPlayed = (listen: (app: App) => void): void => {
  listener = listen
}

/**
 * What opens a channel for a test says so here: the fake of its platform, its page in a browser, the core
 * with its capabilities. A promise is shown true on a channel by no test that opened it in none of these ways.
 */
export const plays = (app: App): void => listener(app)
