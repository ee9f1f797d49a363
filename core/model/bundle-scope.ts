/**
 * What a bundle is made for, and so what goes into it:
 * - `person`: their own copy. All that they sent and were told, every file, and who looked at it;
 *   not what the team wrote for itself.
 * - `share-investigators`: that, who the person is on the platform, and the reasons that the team wrote down.
 * - `share-ngo`: what happened and cleaned copies of the files, without their names and what else
 *   they tell (core/custody/bundle/cleaned), and without how to reach the
 *   person: they are reached through us.
 * Never in any: notes, what opens a case or stands for that (PIN, decoy, duress word, words of a
 * check), codes and ids of other cases, keyed hashes.
 */
export const BUNDLE_SCOPES = ['person', 'share-investigators', 'share-ngo'] as const
export type BundleScope = (typeof BUNDLE_SCOPES)[number]
