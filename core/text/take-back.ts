import { fold } from './fold.ts'
import { oneOf } from './one-of.ts'

/**
 * "Don't open the picture, sent by mistake": the file that was sent is not to be taken. Language, not text of the
 * product, hence not in a locale; a whole message, compared folded. "Delete my picture from Instagram" is none.
 */
const LONGEST = 120

const FILE = oneOf(
  'picture pictures photo photos pic pics image images file files video videos screenshot screenshots',
)
const THING = `(?:(?:the|my|that|this|only|just|last|first|wrong|one) ?)*${FILE}`
const MISTAKE = oneOf(
  'sent_by_mistake i_sent_it_by_mistake by_mistake by_accident it_was_a_mistake sent_by_accident wrong_one i_sent now back only sorry thanks please pls',
)
const ASK = oneOf('please pls can_you could_you just only i_want_to i_want_you_to no sorry oops wait')

const FILE_AR = oneOf(
  'الصوره صوره صورتي الصور صوري الفيديو فيديو الملف هاي_الصوره هذه_الصوره هاذي_الصوره هذا_الفيديو هذا_الملف',
)
const UNDO_AR = oneOf(
  'لا_تفتحون لا_تفتحوا لا_تفتحو لا_تفتح لا_تفتحي لا_تاخذون امسحوا امسحو امسح احذفوا احذفو احذف شيلوا شيلو رجعوا رجعولي الغوا الغو',
)
const END_AR = oneOf(
  'بس فقط رجاء من_فضلكم دزيتها_بالغلط دزيته_بالغلط ارسلتها_بالغلط دزيتها_غلط بالغلط غلط مالتي الي_دزيتها اللي_دزيتها هسه',
)

const FILE_CKB = oneOf(
  'وێنەکە وێنەکەم وێنەکان وێنەکانم فایلەکە ڤیدیۆکە ڤیدیۆکەم ئەو_وێنەیە ئەم_وێنەیە وێنەی_من وێنێ وێنەی فایلێ',
)
const UNDO_CKB = oneOf(
  'بسڕەوە بسڕنەوە مەکەنەوە مەکەرەوە مەیکەنەوە لاببە لاببەن بگەڕێننەوە بگێڕنەوە ژێ_ببە ژێ_ببەن ڤەنەکەن',
)
const END_CKB = oneOf('تکایە بە_هەڵە_ناردم بە_هەڵە_ناردوومە هەڵە_بوو بە_هەڵە')

const FORMS = [
  `(?:${ASK} )*(?:dont open|do not open|delete|remove|discard|take out|take back) ${THING}(?: ${MISTAKE})*`,
  `(?:${ASK} )*(?:dont|do not) open (?:it|${MISTAKE})(?: ${MISTAKE})*`,
  `(?:${ASK} )*(?:send|give) (?:me )?(?:back ${THING}|${THING} back)`,
  `(?:no )?(?:not everything )?(?:only|just) (?:the|my) ${FILE}`,
  `(?:${ASK} )*(?:i )?(?:sent|send) (?:it |that |this |${THING} )?by (?:mistake|accident)`,
  `(?:${ASK} )*(?:that|this|it) (?:was|is) (?:the )?wrong ${FILE}`,
  `(?:${oneOf('رجاء بليز لا بس فقط عفوا اسفه اسف')} )*${UNDO_AR}(?: ${oneOf('بس فقط')})? ${FILE_AR}(?: ${END_AR})*`,
  `(?:${oneOf('عفوا اسفه اسف لا')} )*(?:${FILE_AR} )?${oneOf('دزيتها دزيته ارسلتها رسلتها بعثتها')} ${oneOf('بالغلط غلط بالخطا خطا')}`,
  `(?:لا )?(?:مو كلشي |مو كل شي )?بس ${FILE_AR}`,
  `(?:${oneOf('تکایە تەنها تەنیا نا بتنێ')} )*${FILE_CKB}(?: ${oneOf('تەنها تەنیا')})? ${UNDO_CKB}(?: ${END_CKB})*`,
  `(?:${oneOf('ببوورە نا')} )*(?:${FILE_CKB} )?${oneOf('بە_هەڵە_ناردم بە_هەڵە_ناردوومە بە_هەڵە_چوو بە_هەڵە_نێردرا ب_خەلەتی_من_هنارت')}`,
  `(?:la tifta7un|la tifti7un|la tfta7on|imsa7u|im7u|i7thifu) (?:el |il |al )?(?:sora|sura|soora|9ora|video|suwar)(?: bas)?`,
].map((form) => new RegExp(`^${form}$`, 'u'))

/** Whether a whole message says that a file which was sent is not to be taken. */
export const takesFileBack = (text: string): boolean => {
  if (text.length > LONGEST) return false
  const folded = fold(text)
  return FORMS.some((form) => form.test(folded))
}
