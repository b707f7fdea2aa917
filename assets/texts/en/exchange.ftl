# Import and export of foreign formats: what was taken, changed and left out, and why a file does not do.
exchange-taken = Taken
exchange-changed = Changed
exchange-kept-only = Kept, but not shown
exchange-todo = Still to do
exchange-kept-short = Kept
exchange-left = Not taken
exchange-line = line { $line }
exchange-note = { $place }: { $text }
exchange-groups = { $count ->
    [one] One group of fields
   *[other] { $count } groups of fields
}
exchange-fields = { $count ->
    [one] One field
   *[other] { $count } fields
}
exchange-lists = { $lists ->
    [one] One code list
   *[other] { $lists } code lists
} with { $codes ->
    [one] one entry
   *[other] { $codes } entries
}
exchange-laws = { $count ->
    [one] One legal basis
   *[other] { $count } legal bases
}
exchange-rules = { $count ->
    [one] One rule in words. It takes
   *[other] { $count } rules in words, each at every place where it applies. They take
} effect once you have confirmed what is meant.
exchange-reused = The building block stands at { $count } places and became one shared data type.
exchange-listed = The field can be given several times. It became a list with this one field.
exchange-optional-group = The group may stay empty. Its required fields count once something in it is filled in; a rule was made for that.
exchange-least = At least { $count } entries are demanded, but only if the group is filled in. What is checked then is that there is at least one.
exchange-two-contents = Two different contents stand under this number. Both were taken.
exchange-nearest-kind = There is no kind “{ $name }” here; the nearest one was taken.
exchange-hidden = The field is hidden. It is there but never shown.
exchange-megabytes = The greatest file size { $count } was understood as megabytes.
exchange-prefill-may = The field can be prefilled from the user account. Choose in the form with which attribute.
exchange-prefill-must = The field is to be prefilled from the user account. Choose in the form with which attribute.
exchange-other-version = The code list is asked for in version { $asked }, given was { $given }. The given one was taken.
exchange-kept = Labels and help for output, status, validity and versions have no place here. They stay in the kept file and are there again when you export.
exchange-script = The rule has a script. It is not executed and stays in the kept file.
exchange-missing-list = The file of the code list “{ $name }” is missing; the list is empty. Import it too, or type the entries.
exchange-unused-list = No field asks for this code list. It was taken all the same.
exchange-pattern = The pattern “{ $name }” cannot be understood and is not checked.
exchange-bound = The limit “{ $name }” does not fit the field.
exchange-cardinality = The cardinality “{ $name }” cannot be understood. Taken was: at most once.
exchange-unknown-kind = The kind “{ $name }” is not known.
exchange-unknown-element = “{ $name }” in line { $line } does not belong to the standard. It stays in the kept file.
exchange-twice = “{ $name }” stands in line { $line } for the second time. The first counts.
exchange-wide-group = The group may stay empty and has very many fields. Its required fields are not checked.
exchange-without-id = The building block has no number.
exchange-empty-group = The group is empty.
exchange-file-too-long = The file is too long to be kept with the procedure. So it cannot be exported again.
exchange-rows-without-code = { $count ->
    [one] One row
   *[other] { $count } rows
} without code (the first is row { $first })
exchange-duplicate-codes = { $count ->
    [one] One entry whose code
   *[other] { $count } entries whose code
} is taken already, such as “{ $name }”
exchange-table-too-large = The table is larger than what is read (64 MB, two million cells). Please shorten or split it.
exchange-table-open-quote = Line { $line }: A quotation mark is opened and never closed. Please add or remove one.
exchange-too-many-parts = The file describes more than { $limit } workflows, steps and fields together; so much is not read. Please split it.
exchange-not-drawn = { $count } steps, connections and notes without a place in the picture are too many to be laid out while reading. They stand in the list of the procedure; “Tidy up” lays them out.
exchange-too-many-codes = { $count } entries are too many for a code list; at most { $limit } are taken. The list stays without them. Shorten or split it.
exchange-columns = Columns without a place in a code list: { $names }
exchange-unfit = “{ $file }” cannot be imported. { $reason }
exchange-nothing = No file was given, or the folder is empty. Choose at least one file, or a folder with files.
exchange-foreign-json = The file is neither a form of the OZG-Hub nor another file that the studio reads. If it belongs to a project folder, choose the whole folder.
exchange-no-project = This is no project folder, and the studio reads none of these files by themselves either. A project folder has models (models/*.bpmn) or forms (forms/*.json).
exchange-foreign = No format that can be imported begins with “{ $name }”. Expected are BPMN 2.0, a Bibliothek 2.5, XProzess 2.0, XDatenfelder 2.0 or 3.0.0, code lists as genericode or CSV, or a project folder of the OZG-Hub.
exchange-version = The version “{ $name }” of XDatenfelder is not read. Read are 2.0 and 3.0.0.
exchange-no-schema = There is neither a schema nor a group of fields in it.
exchange-second-schema = It is a second schema. Import each by itself.
exchange-missing = The building block in line { $line } lacks “{ $name }”.
exchange-given-twice = “{ $name }” stands in line { $line } for the second time and may be there only once.
exchange-too-deep = The groups from line { $line } on lie too deep in each other; at most { $limit } are possible.
exchange-unknown = It is neither XML nor a table of codes.
exchange-xml = Line { $line }, character { $column }: { $reason }
exchange-xml-too-large = The file is larger than { $limit } MB.
exchange-xml-encoding = The encoding “{ $name }” is not known or does not fit the file. Save it as UTF-8.
exchange-xml-not-text = There are bytes that mean nothing in their encoding. The file is damaged or names the wrong encoding.
exchange-xml-empty = The file holds no XML.
exchange-xml-document-type = The file declares a document type or entities (DOCTYPE). For safety such files are not read.
exchange-xml-entity = The entity “&{ $name };” is not known.
exchange-xml-too-deep = More than { $limit } elements lie in each other.
exchange-xml-too-many = The file has more elements or attributes than are read.
exchange-xml-duplicate = The attribute “{ $name }” stands there twice.
exchange-xml-prefix = The prefix “{ $name }” of a name is not declared.
exchange-xml-unclosed = “{ $name }” is not closed. Probably the end of the file is missing. Save it again in the program it comes from.
exchange-xml-wrong-end = Open is “{ $name }”, closed is “{ $other }”. Save the file again in the program it comes from.
exchange-xml-end = “{ $name }” is closed without being open.
exchange-xml-markup = An element, comment or instruction is not well written. The file is damaged or cut off. Save it again in the program it comes from.
exchange-xml-attribute = An attribute is not well written. Save the file again in the program it comes from.
exchange-xml-name = “{ $name }” cannot be a name.
exchange-xml-character = There is a character that XML does not allow.
exchange-xml-reference = The sign & is not well written.
exchange-xml-outside = Something stands beside the outermost element.
exchange-rewritten = Adapted in the file
exchange-added = Taken into the file
exchange-added-with-number = Taken into the file under the provisional number { $name }. The FIM editors assign the final one.
exchange-moved = Set to another place in the file
exchange-removed = Taken out of the file
exchange-unchanged = Nothing was changed. The file is as it was imported.
exchange-rules-without-number = { $count ->
    [one] One rule without a FIM number is not in the file.
   *[other] { $count } rules without a FIM number are not in the file.
}
exchange-not-expressible = { $name }: cannot be expressed in this version of XDatenfelder and is not in the file.
exchange-export-no-form = There is no such form.
exchange-export-not-imported = The form does not come from XDatenfelder. Only what was imported from there is exported.
exchange-export-source = The kept file cannot be read any more. { $reason }
exchange-matter-kind = Kind of value
exchange-matter-bound = Computed limit
exchange-matter-prefill = Computed prefilled value
exchange-matter-files = Kinds and size of files
exchange-matter-codes = Entries of the code list
exchange-matter-visibility = Condition under which something is shown
exchange-matter-demand = Condition under which something must be filled in
exchange-matter-checks = Own checks of the field
exchange-matter-account = Value from the applicant’s account
exchange-matter-unasked = That the form no longer asks for it
exchange-matter-arrangement = Page, group or place that is so in the form only and not in the data
exchange-matter-look = Heading or hint box
exchange-matter-protection = Purpose, personal data and retention
exchange-matter-languages = Texts in other languages
schema-unsaid-visible = Missing in the schema: when the field is shown ({ $text }).
schema-unsaid-required = Missing in the schema: when the field must be filled in ({ $text }).
schema-unsaid-required-if-shown = Missing in the schema: that the field must be filled in when it is shown.
schema-unsaid-own-rule = Missing in the schema: the rule { $text }.
schema-unsaid-rule = Missing in the schema: the rule ({ $text }).
schema-unsaid-bound = Missing in the schema: the bound { $text }.
schema-unsaid-pattern = Missing in the schema: the pattern { $text }.
schema-unsaid-check-digits = Missing in the schema: the check digits of the IBAN.
exchange-steps = { $count ->
    [one] One step, event or gateway
   *[other] { $count } steps, events and gateways
}
exchange-ways = { $count ->
    [one] One connection
   *[other] { $count } connections
}
exchange-variables = { $count ->
    [one] One variable of conditions became a data field. Check its kind.
   *[other] { $count } variables of conditions became data fields. Check their kinds.
}
exchange-mended-keys = { $count ->
    [one] One id of the file is not possible as a technical name and was mended.
   *[other] { $count } ids of the file are not possible as technical names and were mended.
}
exchange-split = The event has { $count } triggers. It was split into single events that together mean the same.
exchange-any-instead-of-all = The event waits for several triggers at once. Here one of them will do; check whether that fits.
exchange-ad-hoc = The order in this sub-process is free. Here each of its steps is done once.
exchange-pool-for-lanes = The lanes stood in no pool. One was put around them.
exchange-kept-as-text = “{ $name }” is not understood and stayed as text. Write it anew.
exchange-script-in-note = The script is not understood. It stands in the note of the step and is not executed.
exchange-not-carried = There is nothing like “{ $name }” in line { $line } here.
exchange-dangling = Line { $line } refers to “{ $name }”. The file does not have it, or it does not fit there.
exchange-invalid = “{ $value }” cannot be right for “{ $name }” in line { $line }.
exchange-not-alone = A BPMN file is imported by itself. Choose this file only.
exchange-no-process = There is no process in it.
exchange-quantity = The step needs or leaves several tokens. Elements were added that count or multiply them.
exchange-no-quantities = { $count } times the file says that a step needs or leaves 0 tokens. One was taken.
exchange-export-other-version = The form comes from { $format } and is written in that version only.
