# Rules in words.
rule-if = If {$condition}, {$then}.
rule-always = In any case, {$then}.
rule-words-only = In words only: {$wording}
rule-nothing = This rule does not say anything yet.
rule-no-target = it is not chosen yet what this applies to
rule-and = {$before} and {$last}
rule-or = {$before} or {$last}
rule-bracket = ({$inner})
rule-part = {$part} of {$field}
rule-part-file-name = File name
rule-part-file-size = File size
rule-condition-text = the condition “{$text}” holds
# Comparisons
rule-equal = {$field} equals {$value}
rule-unequal = {$field} does not equal {$value}
rule-less = {$field} is less than {$value}
rule-at-most = {$field} is at most {$value}
rule-greater = {$field} is greater than {$value}
rule-at-least = {$field} is at least {$value}
rule-before = {$field} is before {$value}
rule-not-after = {$field} is not after {$value}
rule-after = {$field} is after {$value}
rule-not-before = {$field} is not before {$value}
rule-one-of = {$field} is one of {$value}
rule-contains = {$field} contains {$value}
rule-includes = {$value} is chosen in {$field}
rule-filled = {$field} { $count ->
    [one] is
   *[other] are
 } filled in
rule-empty = {$field} { $count ->
    [one] is
   *[other] are
 } empty
rule-yes = {$field} is answered with yes
rule-no = {$field} is answered with no
rule-not-yes = {$field} is not answered with yes
rule-not-no = {$field} is not answered with no
rule-value-of = the value of {$field}
rule-value-of-dative = the value of {$field}
rule-value-of-accusative = the value of {$field}
rule-value-text = the text “{$text}”
rule-value-date = {$date}
rule-today = today
rule-today-dative = today
rule-today-accusative = today
# What follows
rule-target-group = the group “{$name}”
rule-target-group-dative = the group “{$name}”
rule-target-page = the page “{$name}”
rule-target-page-dative = the page “{$name}”
rule-required = { $count ->
    [one] {$targets} must be filled in
   *[other] {$targets} must be filled in
 }
rule-required-else = { $count ->
    [one] {$targets} must be filled in, otherwise it must stay empty
   *[other] {$targets} must be filled in, otherwise they must stay empty
 }
rule-not-allowed = { $count ->
    [one] {$targets} must stay empty
   *[other] {$targets} must stay empty
 }
rule-visible = { $count ->
    [one] {$targets} is shown
   *[other] {$targets} are shown
 }
rule-visible-else = { $count ->
    [one] {$targets} is shown, otherwise not
   *[other] {$targets} are shown, otherwise not
 }
rule-at-least-one = at least one of these must be given: {$targets}
rule-either = either {$targets} must be filled in, but not both
rule-exactly-one = exactly one of these must be given: {$targets}
rule-partial-date = {$targets} must make a possible date (no day without month, no month without year)
rule-message = the message “{$message}” appears at {$targets}
rule-fault = what is given at {$targets} is not allowed
# To choose from
rule-sign-equal = equals
rule-sign-unequal = does not equal
rule-sign-less = is less than
rule-sign-before = is before
rule-sign-at-most = is at most
rule-sign-not-after = is not after
rule-sign-greater = is greater than
rule-sign-after = is after
rule-sign-at-least = is at least
rule-sign-not-before = is not before
rule-sign-filled = is filled in
rule-sign-empty = is empty
rule-sign-one-of = is one of several values
rule-sign-contains = contains the text
rule-sign-includes = has the choice
rule-sign-yes = is answered with yes
rule-sign-no = is answered with no
rule-then-required = must be filled in
rule-then-required-else = must be filled in, otherwise stay empty
rule-then-not-allowed = must stay empty
rule-then-visible = is shown only then
rule-then-at-least-one = at least one of them must be filled in
rule-then-exactly-one = either the one or the other must be filled in
rule-then-partial-date = day, month and year must make a possible date
rule-then-message = a message appears
# Rule texts from FIM
rule-unread-empty = This rule has no text.
rule-unread-end = The text ends before it is clear what it demands. Choose the condition and what follows yourself.
rule-unread-words = Not understood from “{$words}” on. Choose the condition and what follows yourself, or leave the rule as text.
rule-unread-ambiguous = “{$words}” can mean different things. Choose the condition and what follows yourself.
rule-unread-element = There is no field or group “{$words}” in the form.
rule-unread-name = “{$words}” belongs to something else than the number beside it says. See what is meant.
rule-unread-value = The value “{$words}” is not in the field's code list.
rule-unread-demand = From “{$words}” on nothing is demanded that can be checked.
rule-doubt-name = The text calls {$id} “{$said}”; on the form it has another name.
rule-doubt-code = The code “{$code}” is not in the code list.
rule-doubt-code-meant = The code “{$code}” is not in the code list. Perhaps “{$meant}” is meant.
rule-doubt-label = The text calls the code {$code} “{$said}”; in the code list it has another name.
