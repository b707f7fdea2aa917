# Die Zeichenfläche
canvas-label = Ablauf
canvas-surface = Zeichenfläche
canvas-empty = Noch leer. Ein Ablauf beginnt mit einem Startereignis; die nächsten Schritte hängen sich daran an.
canvas-begin = Mit einem Startereignis beginnen
canvas-name-hint = Name
canvas-group-steps = Schritte
canvas-group-gateways = Verzweigungen
canvas-group-events = Ereignisse
canvas-group-others = Weiteres
canvas-group-boundary = Am Rand des Schritts
canvas-tool-select = Auswählen
canvas-tool-hand = Ausschnitt verschieben
canvas-tool-connect = Verbinden
canvas-palette-hint = Auf die Zeichenfläche ziehen oder anklicken und dort absetzen
canvas-append-step = Schritt anhängen
canvas-append-gateway = Verzweigung anhängen
canvas-append-end = Ende anhängen
canvas-append-other = Anderes anhängen
canvas-insert-step = Schritt einfügen
canvas-connect = Verbinden
canvas-change-kind = Art ändern
canvas-add-lane = Bahn hinzufügen
canvas-expand = Inhalt zeigen
canvas-collapse = Inhalt verbergen
canvas-reset-course = Linie neu führen
canvas-rename = Umbenennen
canvas-copy = Kopieren
canvas-cut = Ausschneiden
canvas-paste = Einfügen
canvas-duplicate = Verdoppeln
canvas-remove = Löschen
canvas-select-all = Alles auswählen
canvas-tidy-up = Aufräumen
canvas-zoom-in = Vergrößern
canvas-zoom-out = Verkleinern
canvas-zoom-reset = Auf 100 % stellen
canvas-fit = Alles zeigen
canvas-minimap = Übersicht
canvas-access-unnamed = ohne Namen
canvas-access-element = { $kind }: { $name }
canvas-access-role = zuständig { $role }
canvas-access-problems = { $count ->
    [one] 1 Hinweis der Prüfung
   *[other] { $count } Hinweise der Prüfung
}
canvas-access-next = weiter zu { $next }
