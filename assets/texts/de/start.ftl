# Startseite und neues Verfahren
start-title = Start
start-heading = Verwaltungsverfahren gestalten
start-sentence = Ablauf zeichnen, Formulare anlegen, durchspielen, ausliefern.
start-new = Neues Verfahren
start-open = Datei öffnen
start-recent = Zuletzt geöffnet
start-recent-empty = Hier stehen die Dateien, an denen Sie zuletzt gearbeitet haben.
start-samples = Beispiele
start-samples-sentence = Jedes Beispiel wird als Kopie geöffnet, die Sie verändern können.
recent-missing = Nicht mehr an diesem Ort
recent-missing-name = { $name }, nicht mehr vorhanden
recent-forget = { $name } aus der Liste nehmen
new-title = Neues Verfahren
new-sentence = Wie heißt das Verfahren? Der Name lässt sich später ändern.
new-name = Name des Verfahrens
new-hint = Zum Beispiel: Hundesteuer anmelden
new-create = Anlegen
