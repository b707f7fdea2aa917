teach-hides-problems = Was die Prüfung findet
teach-hides-test-cases = Die Testfälle
teach-hides-journal = Was im Fall geschah und warum
teach-deed-step-added = Ein Schritt ist hinzugefügt
teach-deed-step-named = Jeder Schritt hat einen Namen, mindestens einer davon ist neu
teach-deed-end-connected = Ein neues Ende ist verbunden
teach-deed-played = Ein Fall ist bis zum Ende gespielt
teach-deed-saved = Das Verfahren ist gespeichert
teach-when-ended = Ein Fall erreicht das Ende „{ $name }“
teach-when-visited = Ein Fall kommt über „{ $name }“
teach-when-not-visited = Ein Fall endet, ohne über „{ $name }“ zu kommen
teach-when-holds = Am Ende eines Falls gilt: { $condition }
teach-when-wrote = Ein Fall schreibt „{ $name }“
teach-when-passes = Der Testfall „{ $name }“ ist bestanden
teach-when-condition = Eingebauter Fehler behoben: die Bedingung von „{ $name }“
teach-when-due = Eingebauter Fehler behoben: die Frist von „{ $name }“
teach-when-result = Eingebauter Fehler behoben: ein Ergebnis in „{ $name }“
teach-when-missing = Eingebauter Fehler behoben: das fehlende Ereignis „{ $name }“
teach-sheet-title = Ergebnis einer Übung
teach-sheet-procedure = Verfahren: { $name }
teach-sheet-exercise = Übung: { $name }
teach-sheet-date = Datum: { $date }
teach-sheet-learner = Name: { $name }
teach-sheet-reached = Erreicht: { $reached } von { $all } Zielen
teach-sheet-line-reached = [x] { $goal } ({ $hints ->
    [0] ohne Hinweis
    [one] mit einem Hinweis
   *[other] mit { $hints } Hinweisen
})
teach-sheet-line-open = [ ] { $goal } ({ $hints ->
    [0] ohne Hinweis
    [one] mit einem Hinweis
   *[other] mit { $hints } Hinweisen
})
teach-exercises = Übungen
teach-new = Neue Übung
teach-new-name = Übung { $number }
teach-remove = Übung „{ $name }“ löschen
teach-edit = Übung „{ $name }“ bearbeiten
teach-begin = Übung beginnen
teach-begin-name = Übung „{ $name }“ beginnen
teach-no-goals = Noch ohne Ziel. Öffnen Sie die Übung und fügen Sie ein Ziel hinzu.
teach-editor = Übung bearbeiten
teach-editor-close = Schließen
teach-name = Name der Übung
teach-task = Aufgabe
teach-hides = Den Lernenden verbergen
teach-goals = Ziele
teach-goal-add = Ziel hinzufügen
teach-goal-number = Ziel { $number }
teach-goal-remove = Ziel { $number } löschen
teach-goal-text = Was die Lernenden lesen
teach-goal-kind = Erreicht durch
teach-goal-about = Worum es geht
teach-goal-hints = Hinweise, einer je Zeile
teach-goal-holds = Was am Ende gelten muss
teach-goal-wrong-condition = Falsche Bedingung in der Übung
teach-goal-wrong-result = Falsches Ergebnis in der Übung
teach-goal-cell = { $table }, Zeile { $row }, { $column }
teach-kind-ended = Ein Ende erreichen
teach-kind-visited = Über einen Schritt kommen
teach-kind-wrote = Ein Schreiben erzeugen
teach-kind-holds = Eine Bedingung am Ende
teach-kind-passes = Einen Testfall bestehen
teach-kind-condition = Eine falsche Entscheidung beheben
teach-kind-due = Eine fehlende Frist nachtragen
teach-kind-result = Ein falsches Tabellenergebnis beheben
teach-kind-missing = Ein fehlendes Ereignis nachtragen
teach-kind-done = Etwas im Studio tun
teach-end = Übung beenden
teach-reached = Erreicht
teach-open = Noch offen
teach-hint = Hinweis
teach-hint-next = Nächster Hinweis
teach-done = Fertig
teach-result-all = Sie haben alle Ziele erreicht.
teach-result-open = Was noch offen ist, können Sie weiter bearbeiten.
teach-learner = Ihr Name (freiwillig)
teach-learner-hint = Ohne Namen bleibt das Ergebnis namenlos
teach-save-result = Ergebnis speichern
teach-go-on = Weiter üben
teach-is-hidden = In dieser Übung verborgen.
teach-save-title = Ergebnis der Übung speichern
teach-save-kinds = Textdatei
teach-saved = Ergebnis gespeichert: { $file }
teach-cannot-begin = Die Übung kann nicht beginnen: { $reason } Öffnen Sie die Übung und prüfen Sie ihre Ziele.
teach-file-name = ergebnis
