# The canvas
canvas-label = Flow
canvas-surface = Canvas
canvas-empty = Still empty. A flow begins with a start event; the next steps are appended to it.
canvas-begin = Begin with a start event
canvas-name-hint = Name
canvas-group-steps = Steps
canvas-group-gateways = Branchings
canvas-group-events = Events
canvas-group-others = Other
canvas-group-boundary = At the edge of the step
canvas-tool-select = Select
canvas-tool-hand = Move the view
canvas-tool-connect = Connect
canvas-palette-hint = Drag it onto the canvas, or click it and put it there
canvas-append-step = Append a step
canvas-append-gateway = Append a branching
canvas-append-end = Append an end
canvas-append-other = Append something else
canvas-insert-step = Insert a step
canvas-connect = Connect
canvas-change-kind = Change kind
canvas-add-lane = Add a lane
canvas-expand = Show content
canvas-collapse = Hide content
canvas-reset-course = Lead the line anew
canvas-rename = Rename
canvas-copy = Copy
canvas-cut = Cut
canvas-paste = Paste
canvas-duplicate = Duplicate
canvas-remove = Delete
canvas-select-all = Select all
canvas-tidy-up = Tidy up
canvas-zoom-in = Zoom in
canvas-zoom-out = Zoom out
canvas-zoom-reset = Set to 100 %
canvas-fit = Show all
canvas-minimap = Overview
canvas-access-unnamed = without name
canvas-access-element = { $kind }: { $name }
canvas-access-role = done by { $role }
canvas-access-problems = { $count ->
    [one] 1 finding of the check
   *[other] { $count } findings of the check
}
canvas-access-next = next { $next }
