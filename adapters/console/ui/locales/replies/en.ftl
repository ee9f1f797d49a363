replies-own = yours
replies-none = No text has that in it
replies-count = { $count ->
    [one] { $count } text
   *[other] { $count } texts
}
replies-edit = My texts
replies-own-note = Only you see these. They are put into the field in the person’s language, where you wrote one, and nothing is sent before you send it.
replies-add = New text
replies-name = Name
replies-keep = Keep
replies-change = Change { $name }
replies-remove = Remove { $name }
replies-variables = Filled in when you use it:
replies-slip = Nothing takes the place of { $name }. Choose from the buttons what is filled in.

## What takes the place of something when a text is used
variable-agent = name of the agent
variable-code = code of the case
variable-team = name of the team
variable-organisation = name of the organisation
variable-hotline = number to call
variable-platform = app that the threats come by
variable-until = time of the promised answer
variable-hours = number of hours
replies-not-said = No text in this person’s language ({ $language }), and none in another is offered.
unfilled = Not filled in yet:
unfilled-at = Go to { $name }
unfilled-why-hotline = No number was checked lately that answers everywhere.
unfilled-why-platform = No app is named, or more than one.
unfilled-why-until = The case is not set aside until a time.
unfilled-why-team = That team is not there any more.
unfilled-why-organisation = Nobody stated who runs Amin.

## Texts of the team
team-replies-note = Every agent is offered these while writing, in the language of the person they write to; nothing is sent before they send it. A change holds for everybody at once.
team-replies-offered = Offered
team-replies-offered-name = Offer { $name }
team-replies-changed = changed
team-replies-ours = the team’s
team-replies-up = Move { $name } up
team-replies-down = Move { $name } down
team-replies-place = { $name } is number { $place } of { $of } now.
team-replies-languages = A person is sent a text in their own language alone. Where a language has none, the agent is told so, and no other is offered.
team-replies-none = No text: not offered for people who speak it
team-replies-last = Last changed by { $name }, { $time }
team-replies-text = Text
team-replies-reset = Back to the original
team-replies-remove = Remove this text
team-replies-kept = Kept; the team sees it now
team-replies-outdated = Somebody else changed the texts a moment ago. Look at them as they are now, then keep again.
