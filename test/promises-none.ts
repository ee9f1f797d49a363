/**
 * Texts that sound like a promise and are none, by what they are instead. A text of guides promises
 * nothing of ours either: what one says of us is looked for by a rule of its own.
 */
const NO_PROMISE: Readonly<Record<string, string>> = {
  'advice: what the person, an app, a bank or the other side does': `
    saying-emergency-number saying-cant-write
    saying-afraid saying-ashamed saying-crying saying-angry saying-hopeless saying-my-fault saying-thanks
    saying-will-they-publish saying-should-pay saying-already-paid saying-should-block saying-should-delete
    saying-cant-pay saying-should-answer saying-should-police saying-should-meet saying-should-send-more
    saying-can-remove saying-can-remove-minor saying-should-block-minor saying-should-delete-minor
    saying-he-published-minor saying-fake-image-minor card-deepfake-minor saying-get-account-back saying-find-who saying-will-i-be-punished
    saying-deleted-everything saying-he-published saying-for-friend saying-fake-image saying-he-stopped
    saying-abroad saying-login-code saying-court-lawyer saying-someone-coming saying-why-ask saying-wrong-number saying-insult
    card-first card-money card-paid card-account card-deepfake card-bluff card-published card-published-minor
    card-published-minor-other card-minor card-minor-other card-stop-ncii guides-chosen decoy-welcome
    reply:safe-place reply:not-your-fault reply:no-payment reply:keep-everything reply:report-account
    reply:close-accounts reply:no-answering page:away-5`,
  'a question, or how an answer to it is written': `
    ask-danger ask-danger-other ask-story ask-story-words ask-material ask-demand ask-money-way ask-spread
    ask-ids ask-fast-what ask-fast-where ask-fast-begun-wound ask-fast-where-begun ask-person ask-governorate ask-worry-sexual-abuse ask-worry-sexual-abuse-other ask-worry-minor
    ask-worry-meeting ask-worry-home ask-worry-meeting-other ask-worry-deadline ask-worry-deadline-other
    softly whether-safe files-more not-understood-review show-pin-ask offer-language-en read-ask read-ask-more read-fix-ask add-which required offer-language-ar phone-ask-device
    phone-ask-story phone-ask-story-words phone-ask-ids page:parting-ask`,
  'says what was or was not understood, and nothing of what will be': `
    go-on-words not-understood not-understood-amount not-understood-time not-understood-media not-understood-whose not-understood-age
    already-answered already-answered-change language-changed return-left change-left about-us
    reply:sorry-late`,
  'a label, a button, or how far something got': `
    answer-unknown answer-removed page:practice page:exit page:voice-cancel page:sent-hide page:sending
    page:remove page:upload-waiting page:upload-progress page:file-failed page:file-empty page:prints-sending
    page:prints-unread page:bot page:earlier page:voice-denied page:sent-show page:sent page:not-sent
    page:prints-reading page:once-show`,
}

const none = new Set(Object.values(NO_PROMISE).flatMap((keys) => keys.trim().split(/\s+/)))
export const isNoPromise = (key: string): boolean => none.has(key)
export const noPromises = (): readonly string[] => [...none]
