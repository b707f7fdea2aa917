# The list of steps beside the picture, and typing steps.
table-picture = Picture
table-both = Picture and list
table-list = List
table-label = Steps of the procedure
table-kind = No.
table-name = Step
table-who = Responsible
table-form = Form
table-due = Due
table-law = Legal basis
table-next = Goes on with
table-notes = Note
table-row = Number {$number}: {$step}
table-part = {$column}: {$text}
table-empty = nothing entered
table-troubles = {$count ->
    [one] 1 problem
   *[other] {$count} problems
}
table-nameless = without name
table-otherwise = otherwise
table-nothing = No steps yet. Type the flow, one step on each line.
table-add = Add a step
table-copy = Copy the list as text
table-copied = The steps are on the clipboard as text.
table-removed = Removed: {$step}
table-not-moved = The flow splits or ends here; the step stays where it is.
table-due-unread = “{$text}” is no time. Write for instance “14 days” or “2 weeks”.
table-pick-kind = Find a kind
table-pick-role = Find a role or type a new one
table-nobody = Nobody in particular
table-new-role = Make “{$name}” a new role
table-pick-form = Find a form or type a new one
table-no-form = No form
table-new-form = Make “{$name}” a new form
table-note = Note
table-ways-of = Ways on from {$step}
table-answer = Answer
table-leads-to = → {$step}
table-add-way = Add a way
table-remove-way = Remove the way
table-pick-target = Find a step or type a new one
table-new-step = Insert “{$name}” as a new step
typed-help = One step on each line. “Role: step” says who acts. Answers stand beneath a question, further in.
typed-after = The steps come behind {$step}.
typed-label = Steps, one on each line
typed-example =
    Citizen: Apply
    Office: Check the application
    Complete?
    {"  "}yes: Write the notice
    {"  "}no: Ask for documents
    {"    "}→ Check the application
    Send the notice
typed-apply = Draw
typed-apply-help = Draws the steps (Ctrl+Enter)
typed-cancel = Cancel
typed-done = {$count ->
    [one] 1 step is drawn.
   *[other] {$count} steps are drawn.
}
typed-start = Start
typed-end = End
typed-all = At the same time
typed-several = (several)
typed-otherwise = otherwise
typed-nameless = Without name
typed-no-answers = Line {$line}: The question has no answers. Write “yes: …” and “no: …” beneath it, further in.
typed-no-answer = Line {$line}: The answer is missing. Write for instance “yes:” before it.
typed-same-way = Line {$line}: Two answers lead straight on. Write behind one of them what is done.
typed-nothing-inside = Line {$line}: No steps stand further in behind the colon; the line is taken for a plain step.
typed-indented = Line {$line}: Only what belongs to a question stands further in; the line is taken for the next step.
typed-unreachable = Line {$line}: No way leads here, because all ways before it end.
typed-unknown-target = Line {$line}: There is no step “{$name}”; the way ends here.
typed-too-deep = Line {$line}: Too many questions in each other; the line is taken for a plain step.
typed-more-faults = {$count ->
    [one] and 1 more line
   *[other] and {$count} more lines
}
