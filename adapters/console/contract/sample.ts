/** The numbers in texts that are shown with invented arguments (contract/texts.ts). */
export const EMERGENCY_SAMPLE = '104 · 115'
