import type { Language } from '../core/base/language.ts'

/**
 * What tells somebody who glances at the screen what this is about. As it is written, in any form
 * that begins or ends otherwise in Arabic and Sorani.
 */
export const TELLING: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:case|blackmail\w*|extort\w*|threat\w*|help (?:channel|line)|official|police|evidence|codes?|pin|abuse\w*|emergency|suicid\w*|ending your life|investigat\w*|danger|crimes?|certificate|private photos?)\b/i,
  ar: /ابتزاز|مبتز|تهديد|يهدد|قناة مساعدة|خط مساعدة|رسمي|شرطة|أدلة|دليل|رمز|رقم سري|حالتك|الحالة|قضية|بلاغ|ضحية|اعتداء|طوارئ|انتحار|إنهاء حياتك|محقق|خطر|جريمة|الشهادة|صور خاصة/,
  ckb: /بلاکمەیل|هەڕەشە|کەناڵێکی|فەرمی|پۆلیس|بەڵگە|کۆد|ژمارەی نهێنی|ژمارە نهێنی|کەیس|سکاڵا|قوربانی|دەستدرێژی|فریاکەوتن|خۆکوشتن|کۆتاییهێنان بە ژیان|لێکۆڵەر|مەترسی|تاوان|بڕوانامە|وێنەی تایبەت/,
}
