import type { Capabilities } from '../../ports/channel.ts'

/** Whether a channel can take back a single message of hers and leave the rest. */
export const takesOneBack = ({ takesBack }: Capabilities): boolean => takesBack === 'both'

/** Whether anything at all leaves the screen where a chat is hidden or a case erased. */
export const takesBack = ({ takesBack }: Capabilities): boolean => takesBack !== 'nothing'

/** Whether what a person writes stands in the chat until they take it away themselves. */
export const keepsWhatIsWritten = ({ takesBack }: Capabilities): boolean =>
  takesBack === 'nothing' || takesBack === 'ours'
