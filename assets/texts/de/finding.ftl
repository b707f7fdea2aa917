# Finden durch Tippen, Befehlssuche, Tasten der Zeichenfläche
finding-count = { $count ->
    [0] Kein Treffer
    [one] 1 Treffer
   *[other] { $count } Treffer
}
canvas-choose-append = Was wird angehängt?
canvas-choose-insert = Was wird eingefügt?
canvas-choose-create = Was wird abgesetzt?
canvas-choose-attach = Was wartet am Rand?
canvas-choose-change = Was wird daraus?
canvas-choose-target = Womit verbinden?
canvas-create = Element absetzen …
canvas-attach = Ereignis am Rand …
canvas-connect-to = Verbinden mit …
canvas-key-walk = Dem Ablauf folgen
canvas-key-way = Abgehenden Weg auswählen, nochmals: den nächsten
canvas-key-next = Nächstes Element
canvas-key-previous = Voriges Element
canvas-key-first = Anfang des Ablaufs
canvas-key-last = Ende des Ablaufs
canvas-key-out = Umgebendes Element
canvas-key-keep = Beim Weitergehen ausgewählt lassen, nochmals: nicht mehr
canvas-kept = { $count ->
    [0] Beim Weitergehen bleibt nichts ausgewählt.
    [one] Dieses Element bleibt beim Weitergehen ausgewählt.
   *[other] { $count } Elemente bleiben beim Weitergehen ausgewählt.
}
canvas-key-properties = Eigenschaften bearbeiten; Escape führt zurück
canvas-key-menu = Menü der Auswahl
canvas-key-back = Einen Schritt zurück: Werkzeug, Auswahl
canvas-key-move = Auswahl verschieben, ohne Auswahl den Ausschnitt
canvas-key-move-fine = Auswahl um einen Punkt verschieben
key-arrows = Pfeiltasten
keys-walk = Zeichenfläche: sich bewegen
keys-draw = Zeichenfläche: zeichnen
keys-change = Zeichenfläche: ändern
keys-view = Zeichenfläche: ansehen und Werkzeuge
key-insert = Einfg
key-backspace = Rücktaste
key-home = Pos1
key-end = Ende
key-enter = Eingabe
key-escape = Esc
key-menu = Menütaste
keys-studio = Im ganzen Fenster
canvas-offer-append = Anhängen: { $element }
canvas-offer-create = Absetzen: { $element }
palette-title = Befehle und Elemente finden
palette-elements = Elemente finden
palette-theme = Darstellung: { $name }
palette-language = Sprache: { $name }
palette-place = { $kind } · { $place }
said-step = { $step }: { $about }
command-find = Befehl oder Element finden …
command-find-element = Element finden …
finding-unnamed = { $kind } vor „{ $next }“
key-up = Pfeil auf
key-down = Pfeil ab
key-left = Pfeil links
key-right = Pfeil rechts
