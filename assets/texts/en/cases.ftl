# Test cases, what they cover, and proposals.
case-silent = The service does not answer by itself: {$name}
case-nth = {$sentence} (no. {$number} of several)
case-skipped = {$after} is followed by {$then}. {$check} is not done again.
case-covers = Covers: {$targets}.
expect-ended = The case ends with {$name}
expect-visited = {$name} is visited
expect-not-visited = {$name} is not visited
expect-times = { $times ->
    [one] {$name} is visited exactly once
   *[other] {$name} is visited exactly {$times} times
}
expect-role = {$name} is done by: {$role}
expect-holds = It holds that: {$condition}
expect-wrote = Letter {$name} is written
cover-steps = Steps
cover-ways = Connections
cover-rows = Table rows
cover-rules = Rules in forms
cover-boundaries = Boundary values
cover-way = Connection from {$from} to {$to}
cover-named-way = Connection “{$way}” from {$from} to {$to}
cover-row = Row {$number} of {$table}
cover-row-if = if {$tests}, then {$results}
cover-row-always = in all other cases {$results}
cover-yes = yes
cover-no = no
cover-and = {" and "}
cover-shown = {$form}: {$element} is shown
cover-hidden = {$form}: {$element} is not shown
cover-required = {$form}: {$element} must be filled in
cover-optional = {$form}: {$element} may stay empty
cover-applies = {$form}: rule {$element} applies
cover-applies-not = {$form}: rule {$element} does not apply
cover-kept = {$form}: own rule of {$element} is kept
cover-at-bound = {$field}: boundary {$bound}
cover-length = { $bound ->
    [one] {$field}: exactly one character
   *[other] {$field}: exactly {$bound} characters
}
cover-below-bound = {$field}: just below {$bound}
cover-above-bound = {$field}: just above {$bound}
cover-today = today
cover-more = { $count ->
    [one] and one more
   *[other] and {$count} more
}
open-no-value = There are no values with which the conditions come out like this.
open-no-way = No way leads there from the beginning.
open-behind = Lies behind {$name} and is not reached for that reason.
open-no-time = {$name} has no duration, so its time is never over. Enter a duration.
open-not-filled = The form {$form} cannot be filled in without fault.
open-computed = The value is computed and entered by nobody.
open-not-tried = Was not searched for to the end, because the effort allowed for the whole search was used up.
open-not-found = Was not found in the number of tries allowed.
propose-process = { $count ->
    [0] {$name}: no test case proposed
    [one] {$name}: one test case proposed
   *[other] {$name}: {$count} test cases proposed
}
propose-count = {$group}: {$covered} of {$count} covered
propose-untried = { $count ->
    [one] The flow is too large for a complete search: one target was not searched for to the end. Please add a test case of your own for it.
   *[other] The flow is too large for a complete search: {$count} targets were not searched for to the end. Please add test cases of your own for them, or check the flow in smaller parts.
}
propose-open = Not covered:
propose-cases = Propose cases
propose-searching = Searching for cases
propose-cancel = Cancel
propose-found = { $count ->
    [0] No test case is missing that would cover anything more.
    [one] One test case is missing
   *[other] {$count} test cases are missing
}
propose-take-all = Take all
propose-take-one = Take the test case
propose-none-for = No test case can be proposed for this. {$reason}
propose-take = Take: {$name}
propose-close = Discard
propose-open-count = Stays uncovered: {$count}
cases-coverage = Coverage
cases-coverage-show = Show coverage on the picture
cases-count = {$covered} of {$count}
cases-show = Show on the picture
cases-go = Go there
cases-over-picture = Test cases on the picture
cases-hide = Hide
play-run-all-key = Run all test cases (F5)
cases-covered = covered
cases-uncovered = not covered
cases-gaps-show = Show what is not covered
cases-gaps-show-of = {$group}: {$count} covered. Show what is missing.
cases-gaps-at = Not covered at {$name}
cases-gaps-of = Not covered: {$group}
cases-gaps-none = Everything is covered here.
cases-gaps-close = Close the list
cases-gap-propose = Propose a test case
cases-gap-condition = Condition: if {$condition}
