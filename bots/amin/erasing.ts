import { each } from './each.ts'

/**
 * How people wish everything erased inside of a longer message: at the beginning of one of its
 * clauses, so that what somebody else deletes, or wants deleted, is no wish.
 */
// prettier-ignore
export const erasing: readonly string[] = [
  ...each(
    ['امسح', 'امسحوا', 'امسحو', 'امسحي', 'احذف', 'احذفوا', 'احذفو', 'احذفي', 'شيلوا', 'شيلو', 'الغوا', 'اريد امسح', 'اريد احذف', 'اريدكم تمسحون', 'اريد تمسحون'],
    ['كلشي', 'كل شي', 'كل شيء', 'الكل', 'المحادثة', 'هاي المحادثة', 'الشات', 'هذا الشات', 'هذا', 'كلامي', 'رسائلي', 'كل الي كتبته', 'كل ما كتبته', 'كل الحجي', 'الحجي'],
  ),
  'لا تخلون احد يقراها', 'لا تخلون شي', 'لا تخلون اثر',
  ...each(['هەمووی', 'هەموو شتێک', 'هەموو شت', 'ئەم چاتە', 'ئەمە', 'هەموو نامەکان', 'نامەکانم', 'هەمی تشتان', 'هەمی تشت', 'ڤێ چاتێ'], ['بسڕەوە', 'بسڕنەوە', 'بسڕەنەوە', 'لابەرن', 'لاببەن', 'ژێ ببەن', 'ژێببە']),
  ...each(['delete', 'erase', 'remove', 'wipe', 'clear', 'i want to delete', 'i want to erase', 'i want you to delete', 'can you delete', 'just delete'], ['everything', 'it all', 'all of it', 'all of this', 'all this', 'this chat', 'the chat', 'this conversation', 'my messages', 'all my messages', 'what i wrote', 'all', 'this', 'my case', 'my data']),
  ...each(['imsa7', 'imsa7u', 'imsa7o', 'imsahu', 'e7thif', 'e7thfu', 'i7thfu'], ['kulshi', 'kul shi', 'kolshi', 'el chat', 'hatha', 'kul shay']),
  ...each(['hamuy', 'hamu shtek', 'am chata'], ['bsrawa', 'bsrnawa', 'bisrewe']),
]
