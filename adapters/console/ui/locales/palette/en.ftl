palette-field = A case, a person, a page or something to do
palette-list = What was found
palette-of-case = Case { $code }
palette-own = My chats
palette-cases = Cases
palette-people = People and teams
palette-pages = Pages
palette-actions = To do
palette-found = Cases that say this
palette-more = More
palette-search = Search all cases for “{ $words }”
palette-search-note = whole words, numbers, names
palette-all = Show these in the queue
palette-person-note = the cases they hold
palette-team-note = the cases of this team
palette-none = Nothing here is called that.
palette-none-found = No case has all of this. Try fewer words, or a number.
palette-count = { $count ->
    [0] Nothing found
    [one] One found
   *[other] { $count } found
}
palette-move = move
palette-do = choose
palette-leave = close
