# Why a file cannot be read or written.
file-empty = The file is empty. Open another file or an earlier copy.
file-too-large = The file is too large ({ $size } MB); at most { $limit } MB are read. It is probably not a file of Dienstweg.
file-not-text = From line { $line }, character { $column }, the file is not readable text. It is damaged or comes from another program.
file-foreign-bpmn = This is a BPMN file of another program, not a file of Dienstweg.
file-foreign-xml = This is an XML file, not a file of Dienstweg.
file-foreign-json = This is a JSON file, not a file of Dienstweg.
file-foreign-zip = This is a packed archive or an office document. Unpack it and open the file inside.
file-foreign-pdf = This is a PDF document, not a file of Dienstweg.
file-foreign-picture = This is a picture, not a file of Dienstweg.
file-foreign-other = This is not a file of Dienstweg. Such files end in .dienstweg.ron or .bundle.ron.
file-is-bundle = This is a released bundle; a model is needed here (.dienstweg.ron).
file-is-model = This is a model in progress; a released bundle is needed here (.bundle.ron).
file-newer = The file comes from a newer version of the program. To open it you need Dienstweg { $needs } or later.
file-newer-unnamed = The file comes from a newer version of the program (format { $version }). To open it you need a newer Dienstweg.
file-truncated = The file breaks off in line { $line }; the rest is missing. Open an earlier copy or copy the file again.
file-damaged = The file is damaged in line { $line }, character { $column }: { $fault }. Open an earlier copy or have the place mended.
file-fault-syntax = a sign is missing or too many
file-fault-value = the value there is not allowed
file-fault-unknown-field = the entry “{ $name }” is not known
file-fault-missing-field = the entry “{ $name }” is missing
file-fault-repeated-field = the entry “{ $name }” stands there twice
file-fault-unknown-choice = the value “{ $name }” is not known
file-too-deep = From line { $line }, character { $column }, the file is nested too deeply. Groups of a form may lie in each other 32 times at most.
file-text-too-long = Line { $line } holds a text of more than a million characters. Shorten it.
file-too-many = The file holds { $count } elements; at most { $limit } are possible. Divide the procedure.
file-twice = The number { $number } is given twice ({ $kind }). Open an earlier copy or have the file mended.
file-nested-too-deep = { $kind } number { $number } lies in too many others; at most 32 are possible.
file-unsound = The file does not fit together. { $first }{ $more ->
    [0] {""}
    [one] {" "}There is one more fault.
   *[other] {" "}There are { $more } more faults.
} Open an earlier copy or have the file mended.
file-unsound-dangling = { $kind } number { $number } refers to something that does not exist ({ $other } number { $target }).
file-unsound-identity = { $kind } number { $number } has a number that is not allowed or given twice.
file-unsound-circle = { $kind } number { $number } lies in itself.
file-unsound-foreign = { $kind } number { $number } belongs to another procedure than what is around it.
file-unsound-picture = { $kind } number { $number } has a place in the picture that is not allowed.
file-unsound-form = { $kind } number { $number } is not allowed as part of a form.
file-unsound-defaults = More than one otherwise way leaves { $kind } number { $number }.
file-manifest-procedure = The cover sheet of the bundle names another procedure than it holds. The bundle is not trustworthy.
file-manifest-version = The cover sheet of the bundle has no valid version such as 1.0.0.
file-manifest-valid-from = The cover sheet of the bundle has no valid date such as 2026-01-31.
file-manifest-contents = The table of contents of the bundle does not fit its contents. The bundle is not trustworthy.
file-manifest-digest = The cover sheet of the bundle has no valid checksum.
file-digest = The contents of the bundle do not fit its checksum: they were changed or damaged after the release. Ask for the bundle again.
file-not-written = The procedure cannot be saved like this, for the file could not be opened again. { $reason }
