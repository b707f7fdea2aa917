# Checking and delivering.
deliver-ready = The procedure can be delivered
deliver-not-ready = The procedure is not finished yet
deliver-errors = {$count} errors
deliver-warnings = {$count} warnings
deliver-hints = {$count} hints
deliver-no-tests = No test cases yet. Play the procedure through and keep the case.
deliver-to-play = Go to playing
deliver-bundle = Deliver the bundle
deliver-bundle-help = One file with flow, forms, data and letters that a platform can take up.
deliver-version = Version
deliver-released = Released
deliver-draft = Draft for trial
deliver-state = State
deliver-valid-from = Valid from
deliver-at-once = at once, or DD.MM.YYYY
deliver-date-fault = This is not a date. Write for example 01.04.2027.
deliver-blocked = {$count ->
    [one] One error must be mended first.
   *[other] {$count} errors must be mended first.
}
deliver-export = Save the bundle …
deliver-steps = {$count} steps
deliver-forms = {$count} forms
deliver-fields = {$count} fields
deliver-letters = {$count} letters
deliver-cases = {$count} test cases
deliver-contents = Contents
