/** `image:1.2.3`, with a variant or a digest behind it; never `latest`, `8` or nothing. */
export const PINNED = /^[\w./-]+:v?\d+\.\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/
/** Names of settings that hold secrets. */
export const SECRET_NAME = /(PASSWORD|TOKEN|SECRET|STORE|KEY)$/

export const when = (bad: boolean, fault: string): readonly string[] => (bad ? [fault] : [])
