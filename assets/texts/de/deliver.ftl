# Prüfen und Ausliefern.
deliver-ready = Das Verfahren kann ausgeliefert werden
deliver-not-ready = Das Verfahren ist noch nicht fertig
deliver-errors = {$count} Fehler
deliver-warnings = {$count} Warnungen
deliver-hints = {$count} Hinweise
deliver-no-tests = Noch keine Testfälle. Spielen Sie das Verfahren durch und heben Sie den Fall auf.
deliver-to-play = Zum Durchspielen
deliver-bundle = Bündel ausliefern
deliver-bundle-help = Eine Datei mit Ablauf, Formularen, Daten und Schreiben, die eine Plattform übernehmen kann.
deliver-version = Version
deliver-released = Freigegeben
deliver-draft = Entwurf zur Erprobung
deliver-state = Stand
deliver-valid-from = Gültig ab
deliver-at-once = sofort, oder TT.MM.JJJJ
deliver-date-fault = Das ist kein Datum. Schreiben Sie zum Beispiel 01.04.2027.
deliver-blocked = {$count ->
    [one] Ein Fehler muss zuerst behoben werden.
   *[other] {$count} Fehler müssen zuerst behoben werden.
}
deliver-export = Bündel speichern …
deliver-steps = {$count} Schritte
deliver-forms = {$count} Formulare
deliver-fields = {$count} Felder
deliver-letters = {$count} Schreiben
deliver-cases = {$count} Testfälle
deliver-contents = Inhalt
