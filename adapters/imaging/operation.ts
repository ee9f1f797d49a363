/** What the picture process is asked to do with one picture. */
export type Operation = 'preview' | 'view' | 'clean' | 'detect' | 'fingerprint'
