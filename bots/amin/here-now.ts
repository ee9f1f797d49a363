import { each } from './each.ts'

/**
 * What happens at this moment, where somebody in danger is asked for the place: who comes, how near, and
 * where they hide. Whole messages: no town is called so, and who goes to help must not read it as one.
 */
// prettier-ignore
export const hereNow: readonly string[] = [
  ...each(['', 'هو', 'هي', 'هسه', 'هسا'], ['اجه', 'اجا', 'جا', 'جاي', 'دا يجي', 'ديجي', 'يجي', 'وصل',
    'هنا', 'هنانه', 'موجود', 'يمي', 'بالباب', 'قريب', 'قريب مني', 'قريب من الباب', 'ورا الباب', 'وره الباب',
    'بره', 'برا', 'جوه', 'فوك', 'فوق', 'تحت', 'بالبيت', 'بالغرفة', 'بالغرفه', 'دا يدك الباب', 'ديدك الباب',
    'يدك الباب', 'يكسر الباب', 'ديكسر الباب', 'دا يكسر الباب', 'كسر الباب', 'يصيح', 'رجع']),
  ...each(['', 'اني', 'انا'], ['مختبئ', 'مختبئه', 'مختبئة', 'مختبية', 'مختبيه', 'مختبي', 'ضامه روحي',
    'ضامة روحي', 'ضام روحي', 'ضايعه', 'بالحمام', 'بالغرفه', 'بالغرفة', 'بالغرفة مقفول', 'بالسطح',
    'بالكنتور', 'جوه السرير', 'تحت السرير', 'قافله الباب', 'قافلة الباب', 'مقفله الباب']),
  ...each(['', 'ئەو', 'ئێستا'], ['هات', 'دێت', 'دێ', 'لێرەیە', 'لێرە', 'لەلامە', 'لە ژێرەوەیە',
    'لە ژێرەوە', 'لە سەرەوەیە', 'لە دەرەوەیە', 'لە دەرگایە', 'لە بەردەرگایە', 'لە بەردەم دەرگایە', 'نزیکە',
    'نزیکی دەرگایە', 'لە ماڵەوەیە', 'دەرگا دەشکێنێت', 'لە دەرگا دەدات', 'گەیشت', 'یێ لێرەیە', 'ل ڤێرەیە',
    'دهێت']),
  ...each(['', 'من'], ['خۆم شاردووەتەوە', 'خۆم شاردۆتەوە', 'خۆم حەشار داوە', 'لە ژێرەوەم', 'لە سەرەوەم',
    'لە حەمامم', 'لە حەمامدام', 'لە تەوالێتم', 'لە ژوورەکەمم', 'لە ژوورەکەم', 'لەژێر پێخەفم',
    'دەرگام داخستووە', 'خۆ ڤەشارتیە']),
  ...each(['', 'he', 'she', 'they', 'hes', "he's", 'he is', 'she is', 'they are'], ['comes', 'come',
    'came', 'coming', 'is coming', 'is here', 'here', 'here now', 'near', 'close', 'downstairs', 'upstairs',
    'outside', 'inside', 'at the door', 'by the door', 'behind the door', 'in the house', 'in the room',
    'home', 'back', 'knocking', 'breaking the door', 'breaking in', 'shouting', 'next to me',
    'close to the door']),
  ...each(['', 'im', "i'm", 'i am', 'we are'], ['hiding', 'hidden', 'in the bathroom', 'in bathroom',
    'in the toilet', 'in my room', 'in the room', 'in a room', 'in the closet', 'under the bed',
    'on the roof', 'locked in', 'locked in my room', 'locked in the bathroom', 'behind the door',
    'upstairs', 'downstairs', 'outside']),
  ...each(['', 'huwa', 'hua', 'hsa'], ['ija', 'jay', 'deyiji', 'diyiji', 'yamii', 'yammi', 'bilbab',
    'hna', 'hnana', 'bara', 'barra', 'jawa']), 'lerayat', 'leraye', 'det', 'hat',
].filter((one) => one !== '')
