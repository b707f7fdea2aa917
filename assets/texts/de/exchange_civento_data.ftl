# Daten, Formulare und Einstellungen einer Bibliothek: was beim Lesen und Schreiben aus ihnen wird.
civento-data-settings = { $count ->
    [one] Eine Einstellung
   *[other] { $count } Einstellungen
}
civento-data-settings-apart = { $count ->
    [one] Eine Einstellung steht
   *[other] { $count } Einstellungen stehen
} nicht in der Datei: Einstellungen gehören in eine eigene Bibliothek. Legen Sie sie im Zielsystem an; Ausdrücke sprechen von ihnen mit „VE“.
civento-data-spoken = { $count ->
    [one] Eine Angabe, von der
   *[other] { $count } Angaben, von denen
} die Datei nur spricht (antragstellende Person, Hauptvorgang und Ähnliches): Sie wurden als Datenfelder angelegt, damit Ausdrücke sie kennen.
civento-data-doubles = { $count ->
    [one] Ein Aufruf einer Funktion, die
   *[other] { $count } Aufrufe von Funktionen, die
} es hier nicht gibt: Vor dem Schritt, der sie braucht, steht ein Schritt, der nach der Antwort fragt. Beim Durchspielen gibt es eine erste Antwort, die Sie ändern können.
civento-data-settings-missing = Von diesen Einstellungen spricht der Vorgang, ihre Bibliothek war aber nicht dabei: { $name }. Lesen Sie beide Dateien zusammen ein, oder tragen Sie die Werte bei den Einstellungen ein.
civento-data-unknown-word = Die Angabe „{ $word }“ in { $name } ist hier nicht bekannt. Es gilt das Übliche; in der Datei bleibt sie stehen.
civento-data-mended-name = Der Name kann so nicht in Ausdrücken stehen. Hier heißt es „{ $name }“, in der Datei wie bisher.
civento-data-unknown-kind = Der Datentyp „{ $name }“ ist nicht bekannt. Die Art richtet sich nach dem Eingabefeld.
civento-data-percent = Die Breite { $count } ist größer als zwölf Spalten und wurde als Prozent verstanden.
civento-data-prefill = „{ $name }“ lässt sich hier nicht als Wert verstehen. In der Datei bleibt es stehen.
civento-data-computed-choices = Die Auswahl wird berechnet oder kommt aus einem Katalog ({ $name }). Hier nimmt das Feld einen Text auf.
civento-data-double-code = Der Schlüssel „{ $name }“ steht zweimal in der Werteliste. Es gilt der erste.
civento-data-several-files = In der Datei dürfen bis zu { $count } Anlagen hochgeladen werden, hier eine.
civento-data-person-parts = Weitere Angaben zur Person wurden eigene Felder: { $name }. Beim Export gehören sie wieder zur Person.
civento-data-unknown-place = Was hier gezeigt wird ({ $name }), ist nicht bekannt. Es bleibt in der Datei.
civento-data-nothing-to-hide = Ausgeblendet werden soll „{ $name }“, aber so heißt in diesem Formular nichts. Die Angabe bleibt in der Datei.
civento-data-operator = Die Vergleichsart „{ $name }“ beim Ausblenden ist nicht bekannt. Die Angabe bleibt in der Datei.
civento-data-visibility = Die Bedingung der Sichtbarkeit „{ $name }“ lässt sich nicht schreiben: Möglich ist nur, dass ein Feld desselben Formulars mit einem Wert verglichen wird.
civento-data-two-names = Im Formular heißt es anders als in den Daten. Geschrieben wird „{ $name }“.
civento-data-no-place = Dafür hat das Format keinen Platz: { $name }. Beim Export geht es verloren.
civento-data-no-widget = Das Feld hat kein bekanntes Eingabefeld. Hier nimmt es einen Text auf.
civento-data-organisation = Eine Organisation wird hier als Person geführt.
civento-data-setting-kind = Einstellungen dieser Art gibt es hier nicht. Sie bleibt in der Datei.
civento-data-formatting = Die Formatierung des Textes wird hier nicht gezeigt. Sie bleibt in der Datei, solange der Text nicht geändert wird.
civento-data-own-data = Das Feld sagt nicht, welche Angabe des Vorgangs es zeigt. Dafür wurde ein eigenes Datenfeld angelegt.
civento-data-nearest-kind = Diese Art von Angabe gibt es im Format nicht; geschrieben wird die nächstliegende.
civento-data-rules = Regeln des Formulars lassen sich nicht schreiben. Prüfen Sie, ob das Zielsystem sie auf anderem Weg prüfen soll.
civento-data-matter-description = Beschreibung
civento-data-matter-law = Rechtsgrundlage
civento-data-matter-protection = Datenschutzangaben
civento-data-matter-demand = Bedingung der Pflichtangabe
civento-data-matter-code-help = Erläuterungen von Schlüsseln
civento-data-matter-least-length = Mindestlängen
civento-data-matter-bound = berechnete Grenzen
civento-data-matter-look = Überschriften und Hinweise
civento-data-matter-account = Übernahme aus dem Nutzerkonto
civento-data-matter-shown = vorangestelltes Formular
civento-data-matter-entries = Anzahl der Einträge
