# Testfälle, was sie abdecken, und Vorschläge.
case-silent = Der Dienst antwortet nicht von selbst: {$name}
case-nth = {$sentence} (der {$number}. von mehreren)
case-skipped = Nach {$after} folgt {$then}. {$check} wird nicht noch einmal durchlaufen.
case-covers = Deckt ab: {$targets}.
expect-ended = Der Fall endet mit {$name}
expect-visited = {$name} wird durchlaufen
expect-not-visited = {$name} wird nicht durchlaufen
expect-times = { $times ->
    [one] {$name} wird genau einmal durchlaufen
   *[other] {$name} wird genau {$times}-mal durchlaufen
}
expect-role = {$name} erledigt: {$role}
expect-holds = Es gilt: {$condition}
expect-wrote = Schreiben {$name} wird erstellt
cover-steps = Schritte
cover-ways = Verbindungen
cover-rows = Tabellenzeilen
cover-rules = Regeln in Formularen
cover-boundaries = Grenzwerte
cover-way = Verbindung von {$from} zu {$to}
cover-named-way = Verbindung „{$way}“ von {$from} zu {$to}
cover-row = Zeile {$number} in {$table}
cover-row-if = wenn {$tests}, dann {$results}
cover-row-always = in allen anderen Fällen {$results}
cover-yes = ja
cover-no = nein
cover-and = {" und "}
cover-shown = {$form}: {$element} wird angezeigt
cover-hidden = {$form}: {$element} wird nicht angezeigt
cover-required = {$form}: {$element} muss ausgefüllt werden
cover-optional = {$form}: {$element} darf leer bleiben
cover-applies = {$form}: Regel {$element} greift
cover-applies-not = {$form}: Regel {$element} greift nicht
cover-kept = {$form}: eigene Regel von {$element} wird eingehalten
cover-at-bound = {$field}: Grenzwert {$bound}
cover-length = { $bound ->
    [one] {$field}: genau ein Zeichen
   *[other] {$field}: genau {$bound} Zeichen
}
cover-below-bound = {$field}: knapp unter {$bound}
cover-above-bound = {$field}: knapp über {$bound}
cover-today = heute
cover-more = { $count ->
    [one] und ein weiteres
   *[other] und {$count} weitere
}
open-no-value = Es gibt keine Angaben, mit denen die Bedingungen so ausgehen.
open-no-way = Vom Anfang führt kein Weg dorthin.
open-behind = Liegt hinter {$name} und wird deshalb nicht erreicht.
open-no-time = Bei {$name} fehlt die Dauer, die Frist läuft nie ab. Tragen Sie eine Dauer ein.
open-not-filled = Das Formular {$form} lässt sich nicht ohne Beanstandung ausfüllen.
open-computed = Der Wert wird berechnet und von niemandem eingegeben.
open-not-tried = Danach wurde nicht zu Ende gesucht, weil der Aufwand für die ganze Suche verbraucht war.
open-not-found = Wurde in der vorgesehenen Zahl von Versuchen nicht gefunden.
propose-process = { $count ->
    [0] {$name}: kein Testfall vorgeschlagen
    [one] {$name}: ein Testfall vorgeschlagen
   *[other] {$name}: {$count} Testfälle vorgeschlagen
}
propose-count = {$group}: {$covered} von {$count} abgedeckt
propose-untried = { $count ->
    [one] Der Ablauf ist für eine vollständige Suche zu umfangreich: Nach einem Ziel wurde nicht zu Ende gesucht. Bitte legen Sie dafür einen eigenen Testfall an.
   *[other] Der Ablauf ist für eine vollständige Suche zu umfangreich: Nach {$count} Zielen wurde nicht zu Ende gesucht. Bitte legen Sie dafür eigene Testfälle an oder prüfen Sie den Ablauf in kleineren Teilen.
}
propose-open = Nicht abgedeckt:
propose-cases = Fälle vorschlagen
propose-searching = Fälle werden gesucht
propose-cancel = Abbrechen
propose-found = { $count ->
    [0] Es fehlt kein Testfall, der noch etwas abdecken würde.
    [one] Ein Testfall fehlt
   *[other] {$count} Testfälle fehlen
}
propose-take-all = Alle übernehmen
propose-take-one = Testfall übernehmen
propose-none-for = Dafür lässt sich kein Testfall vorschlagen. {$reason}
propose-take = Übernehmen: {$name}
propose-close = Verwerfen
propose-open-count = Nicht abgedeckt bleibt: {$count}
cases-coverage = Abdeckung
cases-coverage-show = Abdeckung im Bild zeigen
cases-count = {$covered} von {$count}
cases-show = Im Bild zeigen
cases-go = Zur Stelle
cases-over-picture = Testfälle im Bild
cases-hide = Ausblenden
play-run-all-key = Alle Testfälle ausführen (F5)
cases-covered = abgedeckt
cases-uncovered = nicht abgedeckt
cases-gaps-show = Zeigen, was nicht abgedeckt ist
cases-gaps-show-of = {$group}: {$count} abgedeckt. Zeigen, was fehlt.
cases-gaps-at = Nicht abgedeckt bei {$name}
cases-gaps-of = Nicht abgedeckt: {$group}
cases-gaps-none = Hier ist alles abgedeckt.
cases-gaps-close = Liste schließen
cases-gap-propose = Testfall vorschlagen
cases-gap-condition = Bedingung: wenn {$condition}
