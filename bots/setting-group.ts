import { z } from 'zod'

/** Every fault, one line each; a line begins with the name of its setting. */
type Faults = { readonly faults: readonly string[] }

/** The settings of one subject: a channel (bots/channels/settings.ts) or the model that helps. */
export type SettingGroup<Part> = {
  /** Of each single setting; the messages are whole lines. */
  readonly shape: z.ZodRawShape
  /** Those that a file may hold in place of the environment (bots/environment.ts). */
  readonly secrets: readonly string[]
  /** No setting: a variable in which tests name a server of their own in place of the platform's. */
  readonly trial?: string
  /**
   * Nothing is said of them together while one is wrong by itself: here the rest would be judged by
   * what is missing, and that is not missing.
   */
  readonly onlyIfSound?: true
  /** Out of an environment whose single settings are sound: what they say together, or what is wrong in that. */
  readonly read: (env: Readonly<Record<string, string>>) => Part | Faults
}

/** `read` gets what the shape made of the environment, and what stands in `trial`. */
export const settingGroup = <Shape extends z.ZodRawShape, Part>(group: {
  readonly shape: Shape
  readonly secrets: readonly (keyof Shape & string)[]
  readonly trial?: string
  readonly onlyIfSound?: true
  readonly read: (set: z.output<z.ZodObject<Shape>>, trial: string | undefined) => Part | Faults
}): SettingGroup<Part> => ({
  ...group,
  read: (env) =>
    group.read(z.object(group.shape).parse(env), group.trial === undefined ? undefined : env[group.trial]),
})

/** What a group gives to `Config`. */
export type PartOf<Group> = Group extends SettingGroup<infer Part> ? Part : never

export const isFaulty = (read: object): read is Faults => 'faults' in read
