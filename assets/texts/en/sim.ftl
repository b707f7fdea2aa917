# What happens when playing through.
sim-no-process = There is no procedure to play.
sim-no-beginning = There is no step in {$name} to begin with. Add a start event.
sim-did-start = Begun: {$name}
sim-did-complete = Done: {$name}
sim-did-script = Values of the script set: {$name}
sim-did-answer = Service answered: {$name}
sim-did-fail = Failure “{$error}”: {$name}
sim-did-trigger = Happened: {$name}
sim-did-wait = Time passes: {$duration}
sim-did-wait-days = { $count ->
    [one] One day passes
   *[other] { $count } days pass
}
sim-did-wait-for-deadline = Waited for the next deadline
sim-did-release = Went on at {$name}
sim-did-choose = Chosen by hand: {$way}
sim-value-set = {$field}: {$value}
sim-left-empty = “{$field}” stays empty: “{$code}” is not in the list of choices. Add it to the list, or set another value.
sim-decided = Decided by table: {$name}
sim-message-sent = Message “{$message}” sent
sim-signal-sent = Signal “{$signal}” sent
sim-letter-written = Letter written: {$subject}
sim-timer-armed = Deadline runs until {$at}
sim-event = {$name} happened
sim-error-thrown = Error “{$code}”
sim-error-caught = {$name} catches the error
sim-error-uncaught = Nobody catches the error “{$code}”. Add an event for this error to the step.
sim-escalation = Escalation “{$code}”
sim-cancelled = Cancelled: {$name}
sim-terminated = Everything else is ended
sim-case-ended = The case is finished
sim-run-began = {$name}: run {$number}
sim-and = {" "}and{" "}
sim-or = {" "}or{" "}
sim-because = Onward {$way}, because {$reason}
sim-default = Onward {$way}, because no other condition holds
sim-by-hand = Onward {$way}, chosen by hand
sim-nobody = nobody in particular
sim-nothing = nothing
sim-way-to = to {$name}
sim-no-way-out = No condition holds ({$values}). Add a way for all other cases.
sim-no-way-out-at-all = No condition holds. Add a way for all other cases.
sim-not-a-list = “{$text}” is neither a list nor a number.
sim-too-many-runs = The step would be repeated more than {$most} times.
sim-several-rules = Several rules of the decision table match, but only one may.
sim-differing-rules = Matching rules of the decision table have different results.
sim-calls-nothing = It is not chosen which procedure is called.
sim-no-beginning-inside = There is no step in the sub-process to begin with.
sim-calls-too-deep = Procedures call each other too often.
sim-no-link-target = There is no target for the link.
sim-no-time = The time “{$text}” cannot be read.
sim-circle = The flow runs in a circle without anybody doing anything: {$steps}
sim-waits-forever = A way is waited for here that can no longer come.
sim-unknown-node = {$name} takes no part in this case.
sim-cannot-start = The case cannot begin at {$name}.
sim-not-waiting = There is nothing to do at {$name} now. To be done: {$waiting}.
sim-entry = {$field}: {$fault}
sim-no-deadline = No deadline is running.
sim-foreign-flow = This way does not leave {$name}.
sim-not-boolean = The result is “{$value}” instead of yes or no. Mostly a value is missing.
sim-broken = Something is wrong in “{$text}”. {$fault}
sim-path = The name of the field cannot be read.
sim-misfit-kind = The value {$value} does not fit the kind of the field.
sim-misfit-code = “{$code}” is not in the list of choices.
sim-misfit-too-large = The value is too large.
sim-no-such-entry = The list has only {$count} entries.
sim-setting = “{$name}” is a setting of the authority and cannot be changed in a case.
case-at-step = At step {$number}: {$sentence}
case-begins-at = The beginning “{$text}” is no point in time.
case-stuck = {$name} cannot go on. {$reason}
case-ends = Another end was reached: {$reached}. Still to do: {$waiting}.
case-visited = {$times ->
    [0] {$name} was not visited and should have been.
    [1] {$name} was visited once, which was not expected.
   *[other] {$name} was visited {$times} times, which was not expected.
}
case-role = {$name} is now done by: {$role}. Somebody else was expected.
case-value = An expected condition does not hold: {$values}.
case-letters = Other letters were written: {$letters}.
case-not-asked = The form does not ask for {$field}.
