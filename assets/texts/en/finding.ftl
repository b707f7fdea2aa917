# Finding by typing, command palette, keys of the canvas
finding-count = { $count ->
    [0] No hits
    [one] 1 hit
   *[other] { $count } hits
}
canvas-choose-append = What is appended?
canvas-choose-insert = What is inserted?
canvas-choose-create = What is put down?
canvas-choose-attach = What waits at the edge?
canvas-choose-change = What does it become?
canvas-choose-target = Connect with what?
canvas-create = Put down an element …
canvas-attach = Event at the edge …
canvas-connect-to = Connect with …
canvas-key-walk = Follow the flow
canvas-key-way = Select an outgoing connection, again: the next one
canvas-key-next = Next element
canvas-key-previous = Previous element
canvas-key-first = Beginning of the flow
canvas-key-last = End of the flow
canvas-key-out = Surrounding element
canvas-key-keep = Keep selected when going on, again: no longer
canvas-kept = { $count ->
    [0] Nothing stays selected when you go on.
    [one] This element stays selected when you go on.
   *[other] { $count } elements stay selected when you go on.
}
canvas-key-properties = Edit properties; Escape leads back
canvas-key-menu = Menu of the selection
canvas-key-back = One step back: tool, selection
canvas-key-move = Move the selection, without one the view
canvas-key-move-fine = Move the selection by one point
key-arrows = Arrow keys
keys-walk = Canvas: moving about
keys-draw = Canvas: drawing
keys-change = Canvas: changing
keys-view = Canvas: looking and tools
key-insert = Ins
key-backspace = Backspace
key-home = Home
key-end = End
key-enter = Enter
key-escape = Esc
key-menu = Menu key
keys-studio = In the whole window
canvas-offer-append = Append: { $element }
canvas-offer-create = Put down: { $element }
palette-title = Find commands and elements
palette-elements = Find elements
palette-theme = Appearance: { $name }
palette-language = Language: { $name }
palette-place = { $kind } · { $place }
said-step = { $step }: { $about }
command-find = Find a command or element …
command-find-element = Find an element …
finding-unnamed = { $kind } before “{ $next }”
key-up = Arrow up
key-down = Arrow down
key-left = Arrow left
key-right = Arrow right
