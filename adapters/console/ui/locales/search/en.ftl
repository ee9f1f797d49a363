found-title = Cases found
search-none = No case has all of this. Whole words are compared, without endings: try fewer words, or a number.
search-none-filter = No case fits these filters.
found-many = Very many cases have this, so not all were looked through. Add a word, or choose dates.
found-count = { $count ->
    [one] One case
   *[other] { $count } cases
}
found-more = More below
filter-title = Filters
filter-title-some = { $count ->
    [one] Filters, one is on
   *[other] Filters, { $count } are on
}
filter-team = Team
filter-holder = Held by
filter-language = Language of the person
filter-any = All
filter-state = State
filter-severity = Severity
filter-from = Active since
filter-to = Opened until
filter-clear = Clear
filter-saved = Saved filters
filter-keep = Save these as
filter-name = Name of the saved filters
filter-save = Save
filter-forget = Forget { $name }
filter-kept-note = Saved in this browser, for you alone. What you search for is saved nowhere.
