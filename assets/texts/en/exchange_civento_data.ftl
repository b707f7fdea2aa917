# Data, forms and settings of a library: what becomes of them when it is read and written.
civento-data-settings = { $count ->
    [one] One setting
   *[other] { $count } settings
}
civento-data-settings-apart = { $count ->
    [one] One setting is
   *[other] { $count } settings are
} not in the file: settings belong in a library of their own. Set them up in the target system; expressions refer to them with “VE”.
civento-data-spoken = { $count ->
    [one] One entry of which
   *[other] { $count } entries of which
} the file only speaks (applicant, main case and the like): data fields were made for them, so that expressions know them.
civento-data-doubles = { $count ->
    [one] One call of a function that
   *[other] { $count } calls of functions that
} does not exist here: before the step that needs it stands a step that asks for the answer. When the procedure is played there is a first answer that you can change.
civento-data-settings-missing = The procedure speaks of these settings, but their library was not given: { $name }. Read both files together, or enter the values among the settings.
civento-data-unknown-word = “{ $word }” in { $name } is not known here. The usual applies; it stays in the file.
civento-data-mended-name = The name cannot be used in expressions as it is. Here it is called “{ $name }”, in the file as before.
civento-data-unknown-kind = The data type “{ $name }” is not known. The kind follows the input field.
civento-data-percent = The width { $count } is more than twelve columns and was read as per cent.
civento-data-prefill = “{ $name }” cannot be read as a value here. It stays in the file.
civento-data-computed-choices = The choices are computed or come from a catalogue ({ $name }). Here the field takes a text.
civento-data-double-code = The code “{ $name }” occurs twice in the list. The first one applies.
civento-data-several-files = In the file up to { $count } attachments may be uploaded, here one.
civento-data-person-parts = Further details of the person became fields of their own: { $name }. On export they belong to the person again.
civento-data-unknown-place = What is shown here ({ $name }) is not known. It stays in the file.
civento-data-nothing-to-hide = “{ $name }” is to be hidden, but nothing in this form has that name. It stays in the file.
civento-data-operator = The comparison “{ $name }” for hiding is not known. It stays in the file.
civento-data-visibility = The condition of visibility “{ $name }” cannot be written: a field of the same form can only be compared with a value.
civento-data-two-names = The form calls it otherwise than the data. “{ $name }” is written.
civento-data-no-place = The format has no place for: { $name }. It is lost on export.
civento-data-no-widget = The field has no known input field. Here it takes a text.
civento-data-organisation = An organisation is kept as a person here.
civento-data-setting-kind = Settings of this kind do not exist here. It stays in the file.
civento-data-formatting = The formatting of the text is not shown here. It stays in the file as long as the text is not changed.
civento-data-own-data = The field does not say which entry of the case it shows. A data field of its own was made for it.
civento-data-nearest-kind = The format does not have this kind of entry; the nearest one is written.
civento-data-rules = Rules of the form cannot be written. Check whether the target system should check them in another way.
civento-data-matter-description = description
civento-data-matter-law = legal basis
civento-data-matter-protection = data protection details
civento-data-matter-demand = condition of being required
civento-data-matter-code-help = explanations of codes
civento-data-matter-least-length = least lengths
civento-data-matter-bound = computed bounds
civento-data-matter-look = headings and hints
civento-data-matter-account = take-over from the user account
civento-data-matter-shown = form placed before
civento-data-matter-entries = number of entries
