# Start page and new procedure
start-title = Start
start-heading = Design administrative procedures
start-sentence = Draw the flow, build the forms, play it through, deliver.
start-new = New procedure
start-open = Open file
start-recent = Recently opened
start-recent-empty = The files you worked on last will be listed here.
start-samples = Samples
start-samples-sentence = Each sample opens as a copy that you may change.
recent-missing = No longer in this place
recent-missing-name = { $name }, no longer there
recent-forget = Take { $name } off the list
new-title = New procedure
new-sentence = What is the procedure called? You can change the name later.
new-name = Name of the procedure
new-hint = For example: Register for dog tax
new-create = Create
