teach-hides-problems = What the checks find
teach-hides-test-cases = The test cases
teach-hides-journal = What happened in the case and why
teach-deed-step-added = A step has been added
teach-deed-step-named = Every step has a name, at least one of them new
teach-deed-end-connected = A new end is connected
teach-deed-played = A case has been played to its end
teach-deed-saved = The procedure has been saved
teach-when-ended = A case reaches the end “{ $name }”
teach-when-visited = A case passes “{ $name }”
teach-when-not-visited = A case ends without passing “{ $name }”
teach-when-holds = At the end of a case this holds: { $condition }
teach-when-wrote = A case writes “{ $name }”
teach-when-passes = The test case “{ $name }” passes
teach-when-condition = Prepared mistake mended: the condition of “{ $name }”
teach-when-due = Prepared mistake mended: the due time of “{ $name }”
teach-when-result = Prepared mistake mended: a result in “{ $name }”
teach-when-missing = Prepared mistake mended: the missing event “{ $name }”
teach-sheet-title = Result of an exercise
teach-sheet-procedure = Procedure: { $name }
teach-sheet-exercise = Exercise: { $name }
teach-sheet-date = Date: { $date }
teach-sheet-learner = Name: { $name }
teach-sheet-reached = Reached: { $reached } of { $all } goals
teach-sheet-line-reached = [x] { $goal } ({ $hints ->
    [0] without a hint
    [one] with one hint
   *[other] with { $hints } hints
})
teach-sheet-line-open = [ ] { $goal } ({ $hints ->
    [0] without a hint
    [one] with one hint
   *[other] with { $hints } hints
})
teach-exercises = Exercises
teach-new = New exercise
teach-new-name = Exercise { $number }
teach-remove = Delete exercise “{ $name }”
teach-edit = Edit exercise “{ $name }”
teach-begin = Begin exercise
teach-begin-name = Begin exercise “{ $name }”
teach-no-goals = No goal yet. Open the exercise and add a goal.
teach-editor = Edit exercise
teach-editor-close = Close
teach-name = Name of the exercise
teach-task = Task
teach-hides = Hide from learners
teach-goals = Goals
teach-goal-add = Add goal
teach-goal-number = Goal { $number }
teach-goal-remove = Delete goal { $number }
teach-goal-text = What learners read
teach-goal-kind = Reached by
teach-goal-about = What it is about
teach-goal-hints = Hints, one per line
teach-goal-holds = What must hold at the end
teach-goal-wrong-condition = Wrong condition in the exercise
teach-goal-wrong-result = Wrong result in the exercise
teach-goal-cell = { $table }, row { $row }, { $column }
teach-kind-ended = Reaching an end
teach-kind-visited = Passing a step
teach-kind-wrote = Writing a letter
teach-kind-holds = A condition at the end
teach-kind-passes = Passing a test case
teach-kind-condition = Mending a wrong decision
teach-kind-due = Adding a missing due time
teach-kind-result = Mending a wrong table result
teach-kind-missing = Adding a missing event
teach-kind-done = Doing something in the studio
teach-end = End exercise
teach-reached = Reached
teach-open = Still open
teach-hint = Hint
teach-hint-next = Next hint
teach-done = Done
teach-result-all = You have reached all goals.
teach-result-open = You can go on with what is still open.
teach-learner = Your name (optional)
teach-learner-hint = Without a name the result stays anonymous
teach-save-result = Save result
teach-go-on = Go on
teach-is-hidden = Hidden in this exercise.
teach-save-title = Save the result of the exercise
teach-save-kinds = Text file
teach-saved = Result saved: { $file }
teach-cannot-begin = The exercise cannot begin: { $reason } Open the exercise and look at its goals.
teach-file-name = result
