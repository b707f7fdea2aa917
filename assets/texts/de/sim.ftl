# Was beim Durchspielen geschieht.
sim-no-process = Es gibt kein Verfahren, das durchgespielt werden kann.
sim-no-beginning = In {$name} gibt es keinen Schritt, mit dem begonnen werden kann. Fügen Sie ein Startereignis ein.
sim-did-start = Begonnen: {$name}
sim-did-complete = Erledigt: {$name}
sim-did-script = Werte des Skripts gesetzt: {$name}
sim-did-answer = Dienst hat geantwortet: {$name}
sim-did-fail = Störung „{$error}“: {$name}
sim-did-trigger = Eingetreten: {$name}
sim-did-wait = Zeit vergeht: {$duration}
sim-did-wait-days = { $count ->
    [one] Ein Tag vergeht
   *[other] { $count } Tage vergehen
}
sim-did-wait-for-deadline = Bis zur nächsten Frist gewartet
sim-did-release = Weitergegangen bei {$name}
sim-did-choose = Von Hand gewählt: {$way}
sim-value-set = {$field}: {$value}
sim-left-empty = „{$field}“ bleibt leer: „{$code}“ steht nicht in der Auswahlliste. Ergänzen Sie die Liste, oder setzen Sie einen anderen Wert.
sim-decided = Nach Tabelle entschieden: {$name}
sim-message-sent = Nachricht „{$message}“ gesendet
sim-signal-sent = Signal „{$signal}“ gesendet
sim-letter-written = Schreiben erstellt: {$subject}
sim-timer-armed = Frist läuft bis {$at}
sim-event = {$name} ist eingetreten
sim-error-thrown = Störung „{$code}“
sim-error-caught = {$name} fängt die Störung auf
sim-error-uncaught = Die Störung „{$code}“ fängt niemand auf. Fügen Sie dem Schritt ein Ereignis für diese Störung hinzu.
sim-escalation = Eskalation „{$code}“
sim-cancelled = Abgebrochen: {$name}
sim-terminated = Alles Übrige ist beendet
sim-case-ended = Der Fall ist abgeschlossen
sim-run-began = {$name}: Durchgang {$number}
sim-and = {" "}und{" "}
sim-or = {" "}oder{" "}
sim-because = Weiter {$way}, weil {$reason}
sim-default = Weiter {$way}, weil keine andere Bedingung zutrifft
sim-by-hand = Weiter {$way}, von Hand gewählt
sim-nobody = niemand Bestimmtes
sim-nothing = nichts
sim-way-to = zu {$name}
sim-no-way-out = Keine Bedingung trifft zu ({$values}). Ergänzen Sie einen Weg für alle übrigen Fälle.
sim-no-way-out-at-all = Keine Bedingung trifft zu. Ergänzen Sie einen Weg für alle übrigen Fälle.
sim-not-a-list = „{$text}“ ist weder eine Liste noch eine Anzahl.
sim-too-many-runs = Der Schritt würde öfter als {$most}-mal wiederholt.
sim-several-rules = Mehrere Regeln der Entscheidungstabelle treffen zu, es darf aber nur eine sein.
sim-differing-rules = Zutreffende Regeln der Entscheidungstabelle haben verschiedene Ergebnisse.
sim-calls-nothing = Es ist nicht gewählt, welches Verfahren aufgerufen wird.
sim-no-beginning-inside = Im Teilablauf gibt es keinen Schritt, mit dem begonnen werden kann.
sim-calls-too-deep = Verfahren rufen sich gegenseitig zu oft auf.
sim-no-link-target = Zur Sprungmarke gibt es kein Ziel.
sim-no-time = Die Zeit „{$text}“ ist nicht lesbar.
sim-circle = Der Ablauf läuft im Kreis, ohne dass jemand etwas tut: {$steps}
sim-waits-forever = Hier wird auf einen Weg gewartet, der nicht mehr kommen kann.
sim-unknown-node = {$name} kommt in diesem Fall nicht vor.
sim-cannot-start = Bei {$name} kann nicht begonnen werden.
sim-not-waiting = Bei {$name} ist gerade nichts zu tun. Zu tun ist: {$waiting}.
sim-entry = {$field}: {$fault}
sim-no-deadline = Es läuft keine Frist.
sim-foreign-flow = Dieser Weg führt nicht von {$name} weg.
sim-not-boolean = Heraus kommt „{$value}“ statt ja oder nein. Meist fehlt ein Wert.
sim-broken = In „{$text}“ stimmt etwas nicht. {$fault}
sim-path = Der Name des Feldes ist nicht lesbar.
sim-misfit-kind = Der Wert {$value} passt nicht zur Art des Feldes.
sim-misfit-code = „{$code}“ steht nicht in der Auswahlliste.
sim-misfit-too-large = Der Wert ist zu groß.
sim-no-such-entry = Die Liste hat nur {$count} Einträge.
sim-setting = „{$name}“ ist eine Einstellung der Behörde und kann im Fall nicht geändert werden.
case-at-step = Bei Schritt {$number}: {$sentence}
case-begins-at = Der Beginn „{$text}“ ist kein Zeitpunkt.
case-stuck = {$name} kommt nicht weiter. {$reason}
case-ends = Ein anderes Ende wurde erreicht: {$reached}. Noch zu tun: {$waiting}.
case-visited = {$times ->
    [0] {$name} wurde nicht durchlaufen, sollte aber vorkommen.
    [1] {$name} wurde einmal durchlaufen, das war nicht erwartet.
   *[other] {$name} wurde {$times}-mal durchlaufen, das war nicht erwartet.
}
case-role = {$name} erledigt jetzt: {$role}. Erwartet war jemand anderes.
case-value = Eine erwartete Bedingung gilt nicht: {$values}.
case-letters = Andere Schreiben wurden erstellt: {$letters}.
case-not-asked = Das Formular fragt nicht nach {$field}.
