found-title = Cases found
search-none = No case has all of this. Whole words are compared, without endings: try fewer words, or a number.
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
filter-save = Save as a view…
filter-order = Order
order-queue = Most urgent first
order-longest = Waits longest first
order-due = Time to answer ends first
order-newest = Newest first
filter-me = Me
