# citizen
# What citizens read while filling in, beyond what stands in forms.ftl.
fill-progress-of = Step { $number } of { $count }: { $title }
fill-read-only-page = These entries were made before and can only be read here.
fill-return = Back to the summary
fill-search = Search and choose
fill-search-none = Nothing found
fill-remove-row = Remove row { $number }
fill-from-account = Taken from your user account
fill-account = Is taken from your user account if you are signed in
fill-summary-empty = Nothing is asked on the pages before.
fill-summary-nothing = no entry
fill-change = Change
fill-change-of = Change: { $field }
fill-file-kinds = Allowed: { $kinds }
fill-file-size = At most { $size }
fill-file-kinds-and-size = Allowed: { $kinds }, at most { $size }
fill-file-fitting = Fitting file: { $name }, { $size }
fill-file-large = File that is too large: { $name }, { $size }
fill-file-wrong = File of the wrong kind: { $name }, { $size }
# Above the preview.
forms-language = Language
forms-german = German
forms-signed-in = Signed in with a user account
forms-german-messages = Messages about filling in exist in German and English; here they are in German.
