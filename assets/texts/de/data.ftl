# Das Datenmodell: Objekte, Felder, Auswahllisten.
forms-view-form = Formular
forms-view-form-help = Formulare gestalten und ausprobieren
forms-view-data = Daten
forms-view-data-help = Objekte, Felder und Auswahllisten des Verfahrens
data-tree = Objekte und Felder
data-search = Feld suchen
data-search-clear = Suche leeren
data-filter = Anzeigen
data-filter-all = Alle Felder
data-filter-never-asked = Nie gefragt
data-filter-unused = Unbenutzt
data-filter-personal = Personenbezogen
data-filter-lawless = Ohne Rechtsgrundlage
data-count = { $count ->
    [one] Ein Feld
   *[other] {$count} Felder
}
data-none = Noch keine Daten. Legen Sie zuerst ein Objekt an, zum Beispiel „Antrag“, und darin seine Felder.
data-nothing-found = Kein Feld passt zu Suche und Auswahl.
data-choose = Wählen Sie ein Objekt oder ein Feld. Hier steht dann, was es ist und wo es verwendet wird.
data-add = Hinzufügen
data-add-field = Feld
data-add-nested = Objekt darin
data-add-list = Liste darin
data-new-list = Neue Liste
data-add-block = Vorhandenes Objekt einsetzen
data-add-block-list = Liste aus vorhandenem Objekt
data-no-block = Kein Objekt passt hier hinein.
data-add-object = Neues Objekt
data-rename = Umbenennen
data-duplicate = Duplizieren
data-delete = Löschen
data-deleted = {$name} ist gelöscht.
data-not-deleted = {$name} lässt sich nicht löschen. Es wird noch verwendet: {$users}. Entfernen Sie zuerst die Verwendung.
data-more-users = und {$count} weitere
data-not-moved = In diese Richtung lässt sich das nicht verschieben.
data-not-moved-in = Davor steht kein Objekt, in das sich das Feld verschieben ließe.
data-not-moved-out = Das Feld liegt in keinem anderen Feld, aus dem es herauskönnte.
data-unused = unbenutzt
data-never-asked = nie gefragt
data-shared = Baustein, an mehreren Stellen
data-unused-help = Das wird nirgends verwendet.
data-never-asked-help = Kein Formular fragt danach.
data-uses = Verwendung
data-block-in = Dieser Baustein steht an {$count} Stellen. Änderungen gelten überall.
data-use-asked = Gefragt
data-use-read = Gelesen
data-use-decided = Entscheidet mit
data-use-written = Gesetzt
data-use-tested = In Testfällen
data-use-spoken = {$title}, {$part}
data-way-behind = Weg nach {$step}
data-spot-question = Feld zum Ausfüllen
data-spot-display = Feld zum Lesen
data-spot-repeat = Gruppe, die sich wiederholt
data-spot-visibility = Bedingung: wann es zu sehen ist
data-spot-requirement = Bedingung: wann es ausgefüllt sein muss
data-spot-prefill = Vorbelegung
data-spot-rule = Regel
data-spot-condition = Bedingung des Wegs
data-spot-event = Ereignis
data-spot-repetition = Wiederholung
data-spot-fee = Gebühr
data-spot-script = Werte setzen
data-spot-service = Antwort des Dienstes
data-spot-decision-input = Was geprüft wird
data-spot-decision-output = Was herauskommt
data-spot-decision-rule = Regel der Tabelle
data-spot-letter = Text des Schreibens
data-spot-limit = Grenze des Felds
data-spot-setting = Üblicher Wert
data-spot-test-case = Testfall
inspector-purpose = Zweck: wofür die Angabe gebraucht wird
inspector-has-retention = Aufbewahrung ist festgelegt
inspector-retention = Aufbewahrung nach Abschluss des Falls
inspector-retention-words = Wird {$time} nach Abschluss gelöscht.
inspector-retention-missing = Für personenbezogene Angaben fehlt, wie lange sie aufbewahrt werden.
inspector-min-length = Zeichen mindestens
inspector-max-length = Zeichen höchstens
inspector-min-items = Einträge mindestens
inspector-max-items = Einträge höchstens
inspector-file-kinds = Erlaubte Dateiendungen, mit Komma getrennt
inspector-file-size = Größe höchstens, in Megabyte
data-part-fields = Felder
data-part-lists = Auswahllisten
codes-add-list = Neue Auswahlliste
codes-none = Noch keine Auswahlliste. Felder, bei denen ausgewählt wird, nehmen ihre Einträge aus einer Liste.
codes-about = { $codes ->
    [one] Version {$version} · ein Eintrag
   *[other] Version {$version} · {$codes} Einträge
} · { $fields ->
    [0] unbenutzt
    [one] ein Feld
   *[other] {$fields} Felder
}
codes-help = Erläuterung
codes-table = Einträge der Auswahlliste
codes-empty = Noch kein Eintrag. Fügen Sie einen hinzu, oder kopieren Sie Zeilen aus einer Tabelle und fügen Sie sie hier mit Strg+V ein.
codes-row = Zeile {$number}
codes-insert = Zeile darunter einfügen
codes-import = Einlesen …
codes-import-help = Einträge aus einer Genericode-Datei oder einer Tabelle (CSV) übernehmen
codes-export = Als CSV speichern …
codes-new-version = Neue Version
codes-new-version-help = Legt eine Kopie mit der nächsten Versionsnummer an. Die bisherige Version bleibt, bis Sie die Felder umstellen.
codes-properties = Über die Liste
codes-paste-hint = Strg+V übernimmt Zeilen aus einer Tabellenkalkulation.
codes-unused = Kein Feld verwendet diese Liste.
codes-used-by = Verwendet von:
codes-other-version = Version {$version} ({ $fields ->
    [0] unbenutzt
    [one] ein Feld
   *[other] {$fields} Felder
})
codes-move-fields = Felder auf diese Version umstellen
codes-offer-title = Einträge übernehmen
codes-offer-sentence = { $count ->
    [one] Ein Eintrag erkannt
   *[other] {$count} Einträge erkannt
}: {$added} neu, {$changed} geändert.
codes-offer-merge = Ergänzen
codes-offer-replace = Alle Einträge ersetzen
codes-offer-empty = { $count ->
    [one] Eine Zeile ohne Schlüssel wird ausgelassen.
   *[other] {$count} Zeilen ohne Schlüssel werden ausgelassen.
}
codes-offer-twice = { $count ->
    [one] Der Schlüssel „{$first}“ kommt doppelt vor; die zweite Zeile wird ausgelassen.
   *[other] {$count} Zeilen mit doppeltem Schlüssel werden ausgelassen, die erste mit „{$first}“.
}
codes-offer-rest = { $count ->
    [one] und eine weitere Zeile
   *[other] und {$count} weitere Zeilen
}
codes-read-title = Auswahlliste einlesen
codes-read-kinds = Genericode und Tabellen
codes-write-title = Auswahlliste speichern
codes-write-kinds = Tabelle (CSV)
codes-unreadable = „{$file}“ enthält keine Auswahlliste. Erwartet wird eine Genericode-Datei oder eine Tabelle als CSV.
codes-saved = Die Auswahlliste ist gespeichert: {$file}
command-import = Einlesen …
command-import-report = Letzter Bericht
import-pick-title = Dateien einlesen
import-kinds = BPMN, Bibliothek, XProzess, XDatenfelder, Genericode, Tabellen
import-title = Einlesen
import-where = „{$name}“ ist gelesen. Soll es in das offene Verfahren „{$open}“ übernommen werden oder ein neues Verfahren werden?
import-found = „{$name}“ ist gelesen und wird ein neues Verfahren.
import-as-new = Als neues Verfahren
import-into-open = In das offene Verfahren
import-report = Bericht des Einlesens
import-close = Schließen
import-confirm = { $count ->
    [one] Eine Regel bestätigen
   *[other] {$count} Regeln bestätigen
}
import-confirmed = { $count ->
    [one] Eine Regel ist bestätigt und wirkt jetzt.
   *[other] {$count} Regeln sind bestätigt und wirken jetzt.
}
import-rules = Regeln in Worten
import-rules-help = So versteht das Studio die Regeln. Sie wirken erst, wenn Sie sie bestätigt haben.
import-rules-all = Alle verstandenen Regeln
import-rule-words = Wörtlich: {$text}
command-import-folder = Projektordner einlesen …
import-folder-title = Projektordner einlesen
command-export = Exportieren …
export-title = Exportieren
export-where = Speichern unter …
export-report = Bericht des Exports
export-choice = { $name }: { $chosen }
export-would-replace = Nichts wurde gespeichert: In dem Ordner stehen andere Dateien gleichen Namens. Schließen Sie den offenen Dialog, und exportieren Sie noch einmal.
drop-not-now = Dateien können nicht abgelegt werden, solange ein Dialog offen ist. Schließen Sie ihn, und ziehen Sie die Dateien noch einmal ins Fenster.
export-saved = Gespeichert: { $file }
export-bpmn = BPMN 2.0
export-bpmn-purpose = Der Ablauf mit seinem Bild, für jedes Werkzeug, das BPMN liest.
export-civento = Bibliothek 2.5
export-civento-purpose = Abläufe, Daten und Formulare im Aufbau einer Bibliothek, wie civento sie ausgibt. Der Ablauf muss aus ineinander liegenden Blöcken bestehen; was nicht passt, nennt der Bericht.
export-xdatenfelder = XDatenfelder (FIM)
export-xdatenfelder-purpose = Ein Formular zurück in das Datenschema, aus dem es kam.
export-xdatenfelder-none = Geht nur mit Formularen, die aus einem Datenschema eingelesen wurden. Hier ist keines.
export-schema = JSON Schema
export-schema-purpose = Welche Daten ein Formular ergibt, für Fachverfahren und Schnittstellen.
export-schema-none = Geht nur mit Formularen. Hier ist noch keines.
export-ozg-hub = Projektordner (OZG-Hub, service-bw, Amt24)
export-ozg-hub-purpose = Ein Ordner mit Modell, Formularen, Skripten und Einstellungen, wie ihn die Plattform baut. Was eine Behörde noch eintragen muss, nennt der Bericht.
export-platform-ozg-hub = OZG-Hub
export-platform-service-bw = service-bw oder Amt24
export-xprozess = XProzess 2.0 (FIM)
export-xprozess-purpose = Der Prozess mit Steckbrief, Aktivitätengruppen und Modell, für die FIM-Bibliothek.
export-next = Weiter …
export-picture = Bild (SVG oder PNG)
export-picture-purpose = Der Ablauf als Bild, für Berichte, Aushänge und Webseiten.
export-bundle = Bündel
export-bundle-purpose = Das geprüfte Verfahren zum Ausliefern. Weiter führt nach „Prüfen & Ausliefern“.
report-all = Alle
report-filter = { $name } { $count }
report-copy = Bericht kopieren
report-more = { $count } weitere zeigen
report-more-places = { $count } weitere Stellen zeigen
