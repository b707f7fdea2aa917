# The data model: objects, fields, code lists.
forms-view-form = Form
forms-view-form-help = Design forms and try them
forms-view-data = Data
forms-view-data-help = Objects, fields and code lists of the procedure
data-tree = Objects and fields
data-search = Find a field
data-search-clear = Clear the search
data-filter = Show
data-filter-all = All fields
data-filter-never-asked = Never asked
data-filter-unused = Unused
data-filter-personal = Personal data
data-filter-lawless = Without legal basis
data-count = { $count ->
    [one] One field
   *[other] {$count} fields
}
data-none = No data yet. Make an object first, for instance “Application”, and its fields in it.
data-nothing-found = No field fits the search and the selection.
data-choose = Choose an object or a field. What it is and where it is used will then stand here.
data-add = Add
data-add-field = Field
data-add-nested = Object inside
data-add-list = List inside
data-new-list = New list
data-add-block = Use an existing object
data-add-block-list = List of an existing object
data-no-block = No object fits in here.
data-add-object = New object
data-rename = Rename
data-duplicate = Duplicate
data-delete = Delete
data-deleted = {$name} is deleted.
data-not-deleted = {$name} cannot be deleted. It is still in use: {$users}. Remove the use first.
data-more-users = and {$count} more
data-not-moved = It cannot be moved in this direction.
data-not-moved-in = No object stands before it into which the field could be moved.
data-not-moved-out = The field does not lie in another field out of which it could be moved.
data-unused = unused
data-never-asked = never asked
data-shared = building block, in several places
data-unused-help = Nothing uses this.
data-never-asked-help = No form asks for this.
data-uses = Use
data-block-in = This building block stands in {$count} places. Changes apply to all of them.
data-use-asked = Asked
data-use-read = Read
data-use-decided = Decides
data-use-written = Set
data-use-tested = In test cases
data-use-spoken = {$title}, {$part}
data-way-behind = Way behind {$step}
data-spot-question = Field to fill in
data-spot-display = Field to read
data-spot-repeat = Group that repeats
data-spot-visibility = Condition: when it is shown
data-spot-requirement = Condition: when it must be filled in
data-spot-prefill = Prefilled value
data-spot-rule = Rule
data-spot-condition = Condition of the way
data-spot-event = Event
data-spot-repetition = Repetition
data-spot-fee = Fee
data-spot-script = Values set
data-spot-service = Answer of the service
data-spot-decision-input = What is looked at
data-spot-decision-output = What comes out
data-spot-decision-rule = Rule of the table
data-spot-letter = Text of the letter
data-spot-limit = Limit of the field
data-spot-setting = Usual value
data-spot-test-case = Test case
inspector-purpose = Purpose: what it is needed for
inspector-has-retention = Retention is laid down
inspector-retention = Kept after the case is closed
inspector-retention-words = Is deleted {$time} after the case is closed.
inspector-retention-missing = For personal data it is missing how long they are kept.
inspector-min-length = Least number of characters
inspector-max-length = Greatest number of characters
inspector-min-items = Least number of entries
inspector-max-items = Greatest number of entries
inspector-file-kinds = File name endings that are allowed, with commas
inspector-file-size = Greatest size, in megabytes
data-part-fields = Fields
data-part-lists = Code lists
codes-add-list = New code list
codes-none = No code list yet. Fields in which something is chosen take their entries from a list.
codes-about = { $codes ->
    [one] Version {$version} · one entry
   *[other] Version {$version} · {$codes} entries
} · { $fields ->
    [0] unused
    [one] one field
   *[other] {$fields} fields
}
codes-help = Explanation
codes-table = Entries of the code list
codes-empty = No entry yet. Add one, or copy rows from a spreadsheet and paste them here with Ctrl+V.
codes-row = Row {$number}
codes-insert = Insert a row below
codes-import = Read in …
codes-import-help = Take entries from a genericode file or a table (CSV)
codes-export = Save as CSV …
codes-new-version = New version
codes-new-version-help = Makes a copy with the next version number. The present version stays until you move the fields over.
codes-properties = About the list
codes-paste-hint = Ctrl+V takes rows from a spreadsheet.
codes-unused = No field uses this list.
codes-used-by = Used by:
codes-other-version = Version {$version} ({ $fields ->
    [0] unused
    [one] one field
   *[other] {$fields} fields
})
codes-move-fields = Move fields to this version
codes-offer-title = Take entries
codes-offer-sentence = { $count ->
    [one] One entry found
   *[other] {$count} entries found
}: {$added} new, {$changed} changed.
codes-offer-merge = Add
codes-offer-replace = Replace all entries
codes-offer-empty = { $count ->
    [one] A row without code is left out.
   *[other] {$count} rows without code are left out.
}
codes-offer-twice = { $count ->
    [one] The code “{$first}” stands twice; the second row is left out.
   *[other] {$count} rows with a code that stands twice are left out, the first with “{$first}”.
}
codes-offer-rest = { $count ->
    [one] and one more row
   *[other] and {$count} more rows
}
codes-read-title = Read a code list
codes-read-kinds = Genericode and tables
codes-write-title = Save the code list
codes-write-kinds = Table (CSV)
codes-unreadable = “{$file}” holds no code list. A genericode file or a table as CSV is expected.
codes-saved = The code list is saved: {$file}
command-import = Read in …
command-import-report = Latest report
import-pick-title = Read files in
import-kinds = BPMN, Bibliothek, XProzess, XDatenfelder, genericode, tables
import-title = Read in
import-where = “{$name}” is read. Is it to go into the open procedure “{$open}” or to become a new procedure?
import-found = “{$name}” is read and becomes a new procedure.
import-as-new = As a new procedure
import-into-open = Into the open procedure
import-report = Report of reading in
import-close = Close
import-confirm = { $count ->
    [one] Confirm one rule
   *[other] Confirm {$count} rules
}
import-confirmed = { $count ->
    [one] One rule is confirmed and takes effect now.
   *[other] {$count} rules are confirmed and take effect now.
}
import-rules = Rules in words
import-rules-help = This is how the studio understands the rules. They take effect only when you have confirmed them.
import-rules-all = All rules that were understood
import-rule-words = In its words: {$text}
command-import-folder = Import project folder …
import-folder-title = Import project folder
command-export = Export …
export-title = Export
export-where = Save as …
export-report = Report of the export
export-choice = { $name }: { $chosen }
export-would-replace = Nothing was saved: the folder holds other files of the same names. Close the open dialog and export once more.
drop-not-now = Files cannot be dropped while a dialog is open. Close it and drop the files once more.
export-saved = Saved: { $file }
export-bpmn = BPMN 2.0
export-bpmn-purpose = The flow with its picture, for every tool that reads BPMN.
export-civento = Bibliothek 2.5
export-civento-purpose = Flows, data and forms in the layout of a Bibliothek as civento writes it. The flow must consist of blocks within blocks; the report names what does not fit.
export-xdatenfelder = XDatenfelder (FIM)
export-xdatenfelder-purpose = A form back into the data schema from which it came.
export-xdatenfelder-none = Only for forms that were imported from a data schema. There is none here.
export-schema = JSON Schema
export-schema-purpose = Which data a form yields, for other software.
export-schema-none = Only for forms. There is none yet.
export-ozg-hub = Project folder (OZG-Hub, service-bw, Amt24)
export-ozg-hub-purpose = A folder with model, forms, scripts and settings as the platform builds it. The report names what an authority still has to enter.
export-platform-ozg-hub = OZG-Hub
export-platform-service-bw = service-bw or Amt24
export-xprozess = XProzess 2.0 (FIM)
export-xprozess-purpose = The process with its profile, activity groups and model, for the FIM library.
export-next = Continue …
export-picture = Picture (SVG or PNG)
export-picture-purpose = The flow as a picture, for reports, notices and web pages.
export-bundle = Bundle
export-bundle-purpose = The checked procedure for delivery. Continue leads to “Check & Deliver”.
report-all = All
report-filter = { $name } { $count }
report-copy = Copy report
report-more = Show { $count } more
report-more-places = Show { $count } more places
