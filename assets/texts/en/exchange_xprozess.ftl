# Import and export of XProzess (FIM building block processes).
xprozess-groups = { $count ->
    [one] One activity group stands
   *[other] { $count } activity groups stand
} at the steps now, with legal bases, data and attributes.
xprozess-participants = { $count ->
    [one] One participant is a role
   *[other] { $count } participants are roles
} now.
xprozess-linked = The form triggers the process ({ $name }). It is filled in at the step “{ $step }”.
xprozess-no-trigger = The process names no form that triggers it. Choose at a step where the form is filled in.
xprozess-not-linked = The process is triggered by “{ $name }”, not by this form. Choose at a step where the form is filled in.
xprozess-group-without-step = The process model has no step for this activity group. It stays in the file, but is not shown.
xprozess-other-name = In the process model the step is called “{ $name }”. That name is shown, the other stays in the file.
xprozess-other-in-class = The process class says something else at “{ $part }”: “{ $text }”. It stays in the file.
xprozess-kept = “{ $name }” stays in the file and is written again, but is not shown.
xprozess-other-process = The file holds this further process. It stays in the file. Export it by itself there if you want to work on it.
xprozess-no-model = The file has no process model. So the steps stand one after the other by their numbers. Check the order and add the gateways.
xprozess-other-files = { $count ->
    [one] One more file beside the process model stays
   *[other] { $count } more files beside the process model stay
} in the archive as long as you do not change the flow.
xprozess-written-as-act = New legal bases are written as acts. If one of them is an ordinance or statute, correct its kind in the FIM editor.
xprozess-step-without-group = The step has no reference activity group. So it stands in the process model only. Choose the group under “More”.
xprozess-role-without-code = No FIM code is known for this kind of taking part. The name is written, add the role in the FIM editor.
xprozess-software-role = Software takes no part in a FIM process and is not written. Enter it at the step as specialist software.
xprozess-packed-anew = The flow was changed. So the process model is packed anew.
xprozess-old-picture = Picture and report in the file still show the earlier flow. Make them anew in the FIM editor.
xprozess-forms = { $count ->
    [one] One form is
   *[other] { $count } forms are
} not written: XProzess has no place for it. Export forms as XDatenfelder.
xprozess-new-message = The message has a new number and the time of writing.
xprozess-version = The version “{ $name }” of XProzess is not read. Read is 2.0.
xprozess-second-process = It is a second process. Import each by itself.
xprozess-archive-base64 = The process model in the file is damaged: it is no Base64. Ask for the file again.
xprozess-archive-too-large = The archive with the process model is larger than { $limit } MB and is not opened.
xprozess-archive-none = The process model in the file is neither a ZIP archive nor BPMN.
xprozess-archive-unreadable = The archive with the process model is damaged, encrypted or packed in a way that is not read.
xprozess-archive-too-many = The archive with the process model holds more than { $limit } files. So it is not opened.
xprozess-archive-path = The archive with the process model has a file name that leads out of it: “{ $name }”. For safety it is not opened.
xprozess-archive-nested = The archive with the process model holds another archive: “{ $name }”. For safety it is not opened.
xprozess-archive-bomb = The file “{ $name }” in the archive with the process model becomes unusually large when unpacked (allowed are { $limit } MB together). For safety the archive is not opened.
xprozess-archive-no-model = There is no BPMN file in the archive with the process model.
