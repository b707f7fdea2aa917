# Wie die Dinge heißen.
word-quoted = „{$name}“
word-unnamed = {$kind} ohne Namen
word-process = Verfahren
word-role = Rolle
word-pool = Teilnehmer
word-lane = Bahn
word-flow = Verbindung
word-message-flow = Nachrichtenweg
word-data-store = Datenspeicher
word-data-object = Unterlage
word-group = Gruppe
word-annotation = Anmerkung
word-association = Verweis
word-object = Objekt
word-field = Feld
word-code-list = Auswahlliste
word-form = Formular
word-page = Seite
word-field-group = Feldgruppe
word-heading = Überschrift
word-static-text = Text
word-hint = Hinweis
word-decision-table = Entscheidungstabelle
word-letter = Schreiben
word-setting = Einstellung
word-test-case = Testfall
word-exercise = Übung
word-rule = Regel
word-language = Sprache
word-source = Eingelesene Datei
word-start = Start
word-start-message = Start durch Nachricht
word-start-timer = Start zu einer Zeit
word-start-signal = Start durch Signal
word-start-conditional = Start bei Bedingung
word-start-error = Start bei Störung
word-start-escalation = Start bei Eskalation
word-end = Ende
word-end-message = Ende mit Nachricht
word-end-error = Ende mit Störung
word-end-terminate = Sofortiges Ende
word-end-signal = Ende mit Signal
word-end-escalation = Ende mit Eskalation
word-event = Ereignis
word-catch-message = Warten auf Nachricht
word-catch-timer = Warten auf Zeit
word-catch-signal = Warten auf Signal
word-catch-error = Bei Störung
word-catch-escalation = Bei Eskalation
word-catch-conditional = Warten auf Bedingung
word-catch-link = Sprungziel
word-throw-message = Nachricht senden
word-throw-signal = Signal senden
word-throw-escalation = Eskalation melden
word-throw-link = Sprung
word-task = Schritt
word-user-task = Schritt mit Formular
word-manual-task = Schritt von Hand
word-service-task = Schritt durch einen Dienst
word-script-task = Werte setzen
word-business-rule-task = Entscheidung nach Tabelle
word-send-task = Nachricht senden
word-receive-task = Auf Nachricht warten
word-call-activity = Anderes Verfahren aufrufen
word-event-sub-process = Teilablauf bei Ereignis
word-sub-process = Teilablauf
word-exclusive-gateway = Verzweigung: genau ein Weg
word-inclusive-gateway = Verzweigung: ein oder mehrere Wege
word-parallel-gateway = Verzweigung: alle Wege gleichzeitig
word-event-gateway = Verzweigung: erstes Ereignis
word-kind-text = Text
word-kind-long-text = Langer Text
word-kind-whole-number = Ganze Zahl
word-kind-decimal = Dezimalzahl
word-kind-money = Betrag in Euro
word-kind-date = Datum
word-kind-time = Uhrzeit
word-kind-date-time = Datum und Uhrzeit
word-kind-yes-no = Ja oder Nein
word-kind-choice = Auswahl
word-kind-multiple-choice = Mehrfachauswahl
word-kind-file = Datei
word-kind-person = Person
word-kind-address = Anschrift
word-kind-bank-account = Bankverbindung
word-kind-email = E-Mail
word-kind-phone = Telefon
word-kind-object = Objekt
word-kind-list = Liste
word-role-applicant = Antragstellende
word-role-caseworker = Sachbearbeitung
word-role-other-authority = Andere Behörde
word-role-system = System
word-service-application = Antrag
word-service-notification = Anzeige
word-service-registration = Anmeldung
word-service-information = Auskunft
word-service-objection = Widerspruch
word-service-ex-officio = Von Amts wegen
word-hit-unique = Genau eine Regel trifft zu
word-hit-first = Die erste zutreffende Regel zählt
word-hit-any = Mehrere dürfen zutreffen, alle mit demselben Ergebnis
word-hit-collect = Alle zutreffenden Regeln, als Liste
word-work-open = Offen
word-work-in-progress = In Arbeit
word-work-to-review = Zu prüfen
word-work-done = Fertig
details-working-days = { $count ->
    [one] 1 Arbeitstag
   *[other] { $count } Arbeitstage
}
details-working-hours = { $count ->
    [one] 1 Arbeitsstunde
   *[other] { $count } Arbeitsstunden
}
details-days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
details-hours = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}
details-minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
}
details-seconds = { $count ->
    [one] 1 Sekunde
   *[other] { $count } Sekunden
}
details-months = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
}
details-years = { $count ->
    [one] 1 Jahr
   *[other] { $count } Jahre
}
word-monday = Montag
word-tuesday = Dienstag
word-wednesday = Mittwoch
word-thursday = Donnerstag
word-friday = Freitag
word-saturday = Samstag
word-sunday = Sonntag
word-activity-group = FIM-Gruppe { $group }
word-activity-group-step = FIM-Gruppe { $group }, Schritt { $id }
