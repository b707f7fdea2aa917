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
