# Regeln in Worten. Der Teil nach „wenn“ endet mit dem Verb, der Teil danach beginnt mit ihm.
rule-if = Wenn {$condition}, {$then}.
rule-always = In jedem Fall {$then}.
rule-words-only = Nur in Worten: {$wording}
rule-nothing = Diese Regel sagt noch nichts.
rule-no-target = ist noch nicht gewählt, wofür das gilt
rule-and = {$before} und {$last}
rule-or = {$before} oder {$last}
rule-bracket = ({$inner})
rule-part = {$part} von {$field}
rule-part-file-name = Dateiname
rule-part-file-size = Dateigröße
rule-condition-text = die Bedingung „{$text}“ zutrifft
# Vergleiche
rule-equal = {$field} gleich {$value} ist
rule-unequal = {$field} nicht gleich {$value} ist
rule-less = {$field} kleiner als {$value} ist
rule-at-most = {$field} höchstens {$value} ist
rule-greater = {$field} größer als {$value} ist
rule-at-least = {$field} mindestens {$value} ist
rule-before = {$field} vor {$value} liegt
rule-not-after = {$field} nicht nach {$value} liegt
rule-after = {$field} nach {$value} liegt
rule-not-before = {$field} nicht vor {$value} liegt
rule-one-of = {$field} einer der Werte {$value} ist
rule-contains = {$field} {$value} enthält
rule-includes = bei {$field} {$value} ausgewählt ist
rule-filled = {$field} ausgefüllt { $count ->
    [one] ist
   *[other] sind
 }
rule-empty = {$field} leer { $count ->
    [one] ist
   *[other] sind
 }
rule-yes = {$field} mit Ja beantwortet ist
rule-no = {$field} mit Nein beantwortet ist
rule-not-yes = {$field} nicht mit Ja beantwortet ist
rule-not-no = {$field} nicht mit Nein beantwortet ist
rule-value-of = der Wert von {$field}
rule-value-of-dative = dem Wert von {$field}
rule-value-of-accusative = den Wert von {$field}
rule-value-text = den Text „{$text}“
rule-value-date = dem {$date}
rule-today = der heutige Tag
rule-today-dative = dem heutigen Tag
rule-today-accusative = den heutigen Tag
# Folgen
rule-target-group = die Feldgruppe „{$name}“
rule-target-group-dative = der Feldgruppe „{$name}“
rule-target-page = die Seite „{$name}“
rule-target-page-dative = der Seite „{$name}“
rule-required = { $count ->
    [one] muss {$targets} ausgefüllt werden
   *[other] müssen {$targets} ausgefüllt werden
 }
rule-required-else = { $count ->
    [one] muss {$targets} ausgefüllt werden, sonst darf nichts darin stehen
   *[other] müssen {$targets} ausgefüllt werden, sonst darf nichts darin stehen
 }
rule-not-allowed = { $count ->
    [one] muss {$targets} leer bleiben
   *[other] müssen {$targets} leer bleiben
 }
rule-visible = { $count ->
    [one] wird {$targets} gezeigt
   *[other] werden {$targets} gezeigt
 }
rule-visible-else = { $count ->
    [one] wird {$targets} gezeigt, sonst nicht
   *[other] werden {$targets} gezeigt, sonst nicht
 }
rule-at-least-one = muss mindestens eine dieser Angaben gemacht werden: {$targets}
rule-either = muss entweder {$targets} ausgefüllt werden, aber nicht beides
rule-exactly-one = muss genau eine dieser Angaben gemacht werden: {$targets}
rule-partial-date = müssen {$targets} ein mögliches Datum ergeben (kein Tag ohne Monat, kein Monat ohne Jahr)
rule-message = erscheint bei {$targets} die Meldung „{$message}“
rule-fault = ist die Angabe bei {$targets} nicht zulässig
# Zur Auswahl
rule-sign-equal = ist gleich
rule-sign-unequal = ist nicht gleich
rule-sign-less = ist kleiner als
rule-sign-before = liegt vor
rule-sign-at-most = ist höchstens
rule-sign-not-after = liegt nicht nach
rule-sign-greater = ist größer als
rule-sign-after = liegt nach
rule-sign-at-least = ist mindestens
rule-sign-not-before = liegt nicht vor
rule-sign-filled = ist ausgefüllt
rule-sign-empty = ist leer
rule-sign-one-of = ist einer von mehreren Werten
rule-sign-contains = enthält den Text
rule-sign-includes = hat die Auswahl
rule-sign-yes = ist mit Ja beantwortet
rule-sign-no = ist mit Nein beantwortet
rule-then-required = muss ausgefüllt werden
rule-then-required-else = muss ausgefüllt werden, sonst leer bleiben
rule-then-not-allowed = muss leer bleiben
rule-then-visible = wird nur dann gezeigt
rule-then-at-least-one = mindestens eines davon muss ausgefüllt werden
rule-then-exactly-one = entweder das eine oder das andere muss ausgefüllt werden
rule-then-partial-date = Tag, Monat und Jahr müssen ein mögliches Datum ergeben
rule-then-message = eine Meldung erscheint
# Regeltexte aus FIM
rule-unread-empty = Diese Regel hat keinen Text.
rule-unread-end = Der Text hört auf, bevor klar ist, was er verlangt. Wählen Sie die Bedingung und die Folge selbst.
rule-unread-words = Nicht verstanden ab „{$words}“. Wählen Sie die Bedingung und die Folge selbst, oder lassen Sie die Regel als Text stehen.
rule-unread-ambiguous = „{$words}“ kann Verschiedenes bedeuten. Wählen Sie die Bedingung und die Folge selbst.
rule-unread-element = Ein Feld oder eine Gruppe „{$words}“ gibt es im Formular nicht.
rule-unread-name = „{$words}“ gehört zu etwas anderem, als die Nummer daneben sagt. Prüfen Sie, was gemeint ist.
rule-unread-value = Der Wert „{$words}“ steht nicht in der Auswahlliste des Feldes.
rule-unread-demand = Ab „{$words}“ wird nichts verlangt, was sich prüfen lässt.
rule-doubt-name = Der Text nennt {$id} „{$said}“; im Formular heißt es anders.
rule-doubt-code = Den Code „{$code}“ gibt es in der Auswahlliste nicht.
rule-doubt-code-meant = Den Code „{$code}“ gibt es in der Auswahlliste nicht. Gemeint ist vielleicht „{$meant}“.
rule-doubt-label = Der Text nennt den Code {$code} „{$said}“; in der Auswahlliste heißt er anders.
