macros-note = Several steps in one press, offered to every agent in the cases they hold. Nothing is sent before the agent has read it and pressed twice.
macro-count = { $count ->
    [one] One macro
   *[other] { $count } macros
}
macro-empty = No macro yet. A good first one: a reply, a task for tomorrow, and the team that goes on with it.
macro-add = New macro
macro-name = Name
macro-offered = Offered
macro-offered-name = Offer “{ $name }”
macro-change-name = Change “{ $name }”
macro-remove = Remove
macro-keep = Keep
macro-kept = The macro is kept.
macro-list-outdated = Somebody changed the macros meanwhile. Theirs are kept and shown: press again for yours.
macro-step-note = Note
macro-step-task = Task
macro-step-severity = Severity
macro-step-reply = Reply
macro-step-snooze = Set aside
macro-step-team = Hand to a team
macro-step-add = Add a step
macro-step-remove = Remove this step: { $step }
macro-order-note = Steps are done in this order: what stays inside, then the reply, then what lets the case go.
macro-note-words = What the note says
macro-task-words = What is to be done
macro-task-hours = Due in so many hours (may stay empty)
macro-severity = Becomes
macro-reason = Reason, kept in the case
macro-ready-text = Ready text of the team
macro-ready-text-note = In the person's language. Where nobody wrote it in that one, the agent writes it.
macro-choose = Choose…
macro-snooze-hours = For so many hours
macro-team = Team
macro-team-note = Note for the team (may stay empty)
macro-hours-from-now = { $count ->
    [one] Set aside for an hour
   *[other] Set aside for { $count } hours
}
macro-find = Which macro
macro-none = The team has no macro yet. Supervisors put them together in the settings.
macro-all-or-none = This is what happens, all of it or nothing.
macro-does-note = A note for the team:
macro-does-task = A task:
macro-does-task-due = A task, due { $time }:
macro-does-severity = The severity becomes { $severity }, because:
macro-does-reply = The person reads this. Change it here:
macro-does-snooze = The case is set aside until { $time }
macro-does-team = The case goes to the team { $team }
macro-gone-team = The team { $team } is not there any more: this macro cannot be run.
macro-gone-reply = This ready text is not there any more.
macro-no-words = Nobody wrote this text in { $language }. Write it here:
macro-reply = Reply to the person
macro-others = Other macros
macro-do = Do all of it
macro-send = Do all of it and send…
macro-send-now = Send it now
macro-asked = This goes to the person. Press once more to send it.
macro-done = All of it is done.
macro-failed = Nothing was done. It failed at “{ $step }”: { $why }
macro-outdated = The macros were changed meanwhile. Choose again to see what it does now.
