# Die Liste der Schritte neben dem Bild, und das Tippen von Schritten.
table-picture = Bild
table-both = Bild und Liste
table-list = Liste
table-label = Schritte des Verfahrens
table-kind = Nr.
table-name = Schritt
table-who = Zuständig
table-form = Formular
table-due = Frist
table-law = Rechtsgrundlage
table-next = Weiter mit
table-notes = Notiz
table-row = Nummer {$number}: {$step}
table-part = {$column}: {$text}
table-empty = nichts eingetragen
table-troubles = {$count ->
    [one] 1 Problem
   *[other] {$count} Probleme
}
table-nameless = ohne Namen
table-otherwise = sonst
table-nothing = Noch keine Schritte. Tippen Sie den Ablauf, je Schritt eine Zeile.
table-add = Schritt anfügen
table-copy = Liste als Text kopieren
table-copied = Die Schritte sind als Text in der Zwischenablage.
table-removed = Entfernt: {$step}
table-not-moved = Hier verzweigt oder endet der Ablauf; der Schritt bleibt, wo er ist.
table-due-unread = „{$text}“ ist keine Frist. Schreiben Sie zum Beispiel „14 Tage“ oder „2 Wochen“.
table-pick-kind = Art suchen
table-pick-role = Rolle suchen oder neu eingeben
table-nobody = Niemand eigens
table-new-role = „{$name}“ als neue Rolle anlegen
table-pick-form = Formular suchen oder neu eingeben
table-no-form = Kein Formular
table-new-form = „{$name}“ als neues Formular anlegen
table-note = Notiz
table-ways-of = Weiter nach {$step}
table-answer = Antwort
table-leads-to = → {$step}
table-add-way = Weg hinzufügen
table-remove-way = Weg entfernen
table-pick-target = Schritt suchen oder neu eingeben
table-new-step = „{$name}“ als neuen Schritt einfügen
typed-help = Je Zeile ein Schritt. „Rolle: Schritt“ sagt, wer handelt. Nach einer Frage stehen eingerückt die Antworten.
typed-after = Die Schritte kommen hinter {$step}.
typed-label = Schritte, je Zeile einer
typed-example =
    Bürgerin: Antrag stellen
    Sachbearbeitung: Antrag prüfen
    Vollständig?
    {"  "}ja: Bescheid schreiben
    {"  "}nein: Unterlagen nachfordern
    {"    "}→ Antrag prüfen
    Bescheid versenden
typed-apply = Übernehmen
typed-apply-help = Zeichnet die Schritte (Strg+Eingabe)
typed-cancel = Abbrechen
typed-done = {$count ->
    [one] 1 Schritt ist gezeichnet.
   *[other] {$count} Schritte sind gezeichnet.
}
typed-start = Start
typed-end = Ende
typed-all = Gleichzeitig
typed-several = (mehrere)
typed-otherwise = sonst
typed-nameless = Ohne Namen
typed-no-answers = Zeile {$line}: Der Frage fehlen Antworten. Schreiben Sie darunter eingerückt „ja: …“ und „nein: …“.
typed-no-answer = Zeile {$line}: Hier fehlt die Antwort. Schreiben Sie davor zum Beispiel „ja:“.
typed-same-way = Zeile {$line}: Zwei Antworten führen unmittelbar weiter. Schreiben Sie hinter eine davon, was geschieht.
typed-nothing-inside = Zeile {$line}: Nach dem Doppelpunkt fehlen eingerückte Schritte; die Zeile gilt als einfacher Schritt.
typed-indented = Zeile {$line}: Eingerückt steht nur, was zu einer Frage gehört; die Zeile gilt als nächster Schritt.
typed-unreachable = Zeile {$line}: Hierher führt kein Weg, weil alle Wege davor enden.
typed-unknown-target = Zeile {$line}: Einen Schritt „{$name}“ gibt es nicht; der Weg endet hier.
typed-too-deep = Zeile {$line}: Zu viele Fragen ineinander; die Zeile gilt als einfacher Schritt.
typed-more-faults = {$count ->
    [one] und 1 weitere Zeile
   *[other] und {$count} weitere Zeilen
}
