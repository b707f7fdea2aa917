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
