# Import and export of BPMN files: what goes beyond what is said of every format.
bpmn-not-shown = { $count ->
    [one] “{ $name }” occurs once and is not shown here. It stays in the file and is given back on export.
   *[other] “{ $name }” occurs { $count } times and is not shown here. It stays in the file and is given back on export.
}
bpmn-own-words = { $count ->
    [one] One step has details for which BPMN has no words, such as a due date, a fee or a legal basis. They stand in the file as an extension, which other programs pass over.
   *[other] { $count } steps have details for which BPMN has no words, such as a due date, a fee or a legal basis. They stand in the file as an extension, which other programs pass over.
}
bpmn-list-as-number = The step is done for each entry of “{ $list }”. Other programs read only how often; for which entry is read by this studio only. If the flow is to use the entries there, add that in the other program.
bpmn-no-place = { $what } ({ $count }): a BPMN file has no place for them. Pass on the model or the bundle for that.
bpmn-missing-lanes = Lanes of participants without a flow
bpmn-missing-forms = Forms
bpmn-missing-data = Data fields
bpmn-missing-other-files = Kept files of other formats
bpmn-missing-code-lists = Code lists
bpmn-missing-decision-tables = Decision tables
bpmn-missing-letters = Letters
bpmn-missing-settings = Settings of the authorities
bpmn-missing-test-cases = Test cases
bpmn-missing-exercises = Exercises
bpmn-missing-languages = Translations
bpmn-stands-for-one = This step stands in the file together with others for a single element. Its change could not be written into the file.
bpmn-not-in-file = The step refers to “{ $name }”. Forms, letters and decision tables do not stand in BPMN files; please assign it again.
bpmn-without-id = The element had no id in the file. It was given one, so that its place in the picture and the connections to it can be written.
bpmn-same-id = The same id stands at an element before this one in the file. Both were taken; what refers to the id means the first.
bpmn-no-flow = The file holds no flow, only participants, conversations, choreographies or definitions for other files. An empty flow was made; what the file holds stays in it and is given back on export.
bpmn-closed-pool = The file draws this participant without its flow. It is a closed box here; its flow is a flow of its own on a canvas of its own.
bpmn-frame = There is no element “{ $name }” here. It stands in the picture as a frame, has no part in the flow and stays in the file.
