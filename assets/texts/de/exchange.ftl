# Import und Export fremder Formate: was übernommen, geändert und nicht übernommen wurde, und warum eine Datei nicht geht.
exchange-taken = Übernommen
exchange-changed = Geändert
exchange-kept-only = Aufbewahrt, aber nicht angezeigt
exchange-todo = Noch zu tun
exchange-kept-short = Aufbewahrt
exchange-left = Nicht übernommen
exchange-line = Zeile { $line }
exchange-note = { $place }: { $text }
exchange-groups = { $count ->
    [one] Eine Feldgruppe
   *[other] { $count } Feldgruppen
}
exchange-fields = { $count ->
    [one] Ein Feld
   *[other] { $count } Felder
}
exchange-lists = { $lists ->
    [one] Eine Auswahlliste
   *[other] { $lists } Auswahllisten
} mit { $codes ->
    [one] einem Eintrag
   *[other] { $codes } Einträgen
}
exchange-laws = { $count ->
    [one] Eine Rechtsgrundlage
   *[other] { $count } Rechtsgrundlagen
}
exchange-rules = { $count ->
    [one] Eine Regel in Worten. Sie wirkt
   *[other] { $count } Regeln in Worten, jede an jeder Stelle, an der sie gilt. Sie wirken
} erst, wenn Sie bestätigt haben, was gemeint ist.
exchange-reused = Der Baustein steht an { $count } Stellen und wurde ein gemeinsamer Datentyp.
exchange-listed = Das Feld kann mehrfach angegeben werden. Es wurde eine Liste mit diesem einen Feld.
exchange-optional-group = Die Gruppe darf leer bleiben. Ihre Pflichtfelder gelten, sobald etwas in ihr ausgefüllt ist; dafür wurde eine Regel angelegt.
exchange-least = Verlangt sind mindestens { $count } Einträge, aber nur, wenn die Gruppe ausgefüllt wird. Geprüft wird dann, dass mindestens ein Eintrag da ist.
exchange-two-contents = Unter dieser Nummer stehen zwei verschiedene Inhalte. Beide wurden übernommen.
exchange-nearest-kind = Die Art „{ $name }“ gibt es hier nicht; genommen wurde die nächstliegende.
exchange-hidden = Das Feld ist versteckt. Es ist da, wird aber nie gezeigt.
exchange-megabytes = Die größte Dateigröße { $count } wurde als Megabyte verstanden.
exchange-prefill-may = Das Feld kann aus dem Nutzerkonto vorbefüllt werden. Wählen Sie im Formular, mit welcher Angabe.
exchange-prefill-must = Das Feld soll aus dem Nutzerkonto vorbefüllt werden. Wählen Sie im Formular, mit welcher Angabe.
exchange-other-version = Verlangt ist die Auswahlliste in der Fassung { $asked }, mitgegeben wurde { $given }. Genommen wurde die mitgegebene.
exchange-kept = Bezeichnungen und Hilfetexte für die Ausgabe, Status, Gültigkeit und Fassungen haben hier keinen Platz. Sie bleiben in der aufbewahrten Datei und stehen beim Export wieder da.
exchange-script = Die Regel enthält ein Skript. Es wird nicht ausgeführt und bleibt in der aufbewahrten Datei.
exchange-missing-list = Die Datei der Auswahlliste „{ $name }“ fehlt; die Liste ist leer. Importieren Sie sie mit oder tragen Sie die Einträge nach.
exchange-unused-list = Kein Feld verlangt diese Auswahlliste. Sie wurde trotzdem übernommen.
exchange-pattern = Das Muster „{ $name }“ ist nicht verständlich und wird nicht geprüft.
exchange-bound = Die Grenze „{ $name }“ passt nicht zum Feld.
exchange-cardinality = Die Häufigkeit „{ $name }“ ist nicht verständlich. Genommen wurde: höchstens einmal.
exchange-unknown-kind = Die Art „{ $name }“ ist nicht bekannt.
exchange-unknown-element = Die Angabe „{ $name }“ in Zeile { $line } gehört nicht zum Standard. Sie bleibt in der aufbewahrten Datei.
exchange-twice = Die Angabe „{ $name }“ steht in Zeile { $line } zum zweiten Mal. Es gilt die erste.
exchange-wide-group = Die Gruppe darf leer bleiben und hat sehr viele Felder. Ihre Pflichtfelder werden nicht geprüft.
exchange-without-id = Der Baustein hat keine Nummer.
exchange-empty-group = Die Gruppe ist leer.
exchange-file-too-long = Die Datei ist zu lang, um mit dem Verfahren aufbewahrt zu werden. Sie lässt sich deshalb nicht wieder exportieren.
exchange-rows-without-code = { $count ->
    [one] Eine Zeile
   *[other] { $count } Zeilen
} ohne Schlüssel (die erste ist Zeile { $first })
exchange-duplicate-codes = { $count ->
    [one] Ein Eintrag, dessen Schlüssel
   *[other] { $count } Einträge, deren Schlüssel
} schon vergeben ist, etwa „{ $name }“
exchange-table-too-large = Die Tabelle ist größer, als gelesen wird (64 MB, zwei Millionen Zellen). Bitte kürzen oder teilen Sie sie.
exchange-table-open-quote = Zeile { $line }: Ein Anführungszeichen wird geöffnet und nirgends geschlossen. Bitte ergänzen oder entfernen Sie es.
exchange-too-many-parts = Die Datei beschreibt zusammen mehr als { $limit } Abläufe, Schritte und Felder; so viel wird nicht gelesen. Bitte teilen Sie sie.
exchange-not-drawn = { $count } Schritte, Verbindungen und Notizen ohne Platz im Bild sind zu viele, um sie beim Einlesen anzuordnen. Sie stehen in der Liste des Verfahrens; „Aufräumen“ ordnet sie an.
exchange-too-many-codes = { $count } Einträge sind zu viele für eine Auswahlliste; höchstens { $limit } werden übernommen. Die Liste bleibt ohne sie. Kürzen oder teilen Sie sie.
exchange-columns = Spalten ohne Platz in einer Auswahlliste: { $names }
exchange-unfit = „{ $file }“ kann nicht importiert werden. { $reason }
exchange-nothing = Es wurde keine Datei angegeben, oder der Ordner ist leer. Wählen Sie mindestens eine Datei oder einen Ordner mit Dateien.
exchange-foreign-json = Die Datei ist weder ein Formular des OZG-Hubs noch eine andere Datei, die das Studio liest. Gehört sie zu einem Projektordner, wählen Sie den ganzen Ordner.
exchange-no-project = Das ist kein Projektordner, und auch einzeln liest das Studio keine dieser Dateien. Ein Projektordner hat Modelle (models/*.bpmn) oder Formulare (forms/*.json).
exchange-foreign = Mit „{ $name }“ beginnt kein Format, das importiert wird. Erwartet werden BPMN 2.0, eine Bibliothek 2.5, XProzess 2.0, XDatenfelder 2.0 oder 3.0.0, Auswahllisten als Genericode oder CSV, oder ein Projektordner des OZG-Hub.
exchange-version = Die Fassung „{ $name }“ von XDatenfelder wird nicht gelesen. Gelesen werden 2.0 und 3.0.0.
exchange-no-schema = Darin steht weder ein Datenschema noch eine Feldgruppe.
exchange-second-schema = Es ist ein zweites Datenschema. Importieren Sie jedes für sich.
exchange-missing = Dem Baustein in Zeile { $line } fehlt die Angabe „{ $name }“.
exchange-given-twice = Die Angabe „{ $name }“ steht in Zeile { $line } zum zweiten Mal und darf nur einmal da sein.
exchange-too-deep = Die Feldgruppen ab Zeile { $line } liegen zu tief ineinander; höchstens { $limit } sind möglich.
exchange-unknown = Es ist weder XML noch eine Tabelle mit Schlüsseln.
exchange-xml = Zeile { $line }, Zeichen { $column }: { $reason }
exchange-xml-too-large = Die Datei ist größer als { $limit } MB.
exchange-xml-encoding = Der Zeichensatz „{ $name }“ ist nicht bekannt oder passt nicht zur Datei. Speichern Sie sie als UTF-8.
exchange-xml-not-text = Dort stehen Bytes, die in ihrem Zeichensatz nichts bedeuten. Die Datei ist beschädigt oder nennt den falschen Zeichensatz.
exchange-xml-empty = Die Datei enthält kein XML.
exchange-xml-document-type = Die Datei erklärt einen Dokumenttyp oder Kürzel (DOCTYPE). Aus Sicherheitsgründen werden solche Dateien nicht gelesen.
exchange-xml-entity = Das Kürzel „&{ $name };“ ist nicht bekannt.
exchange-xml-too-deep = Mehr als { $limit } Elemente liegen ineinander.
exchange-xml-too-many = Die Datei enthält mehr Elemente oder Angaben, als gelesen werden.
exchange-xml-duplicate = Das Attribut „{ $name }“ steht zweimal da.
exchange-xml-prefix = Das Kürzel „{ $name }“ vor einem Namen ist nicht erklärt.
exchange-xml-unclosed = „{ $name }“ wird nicht geschlossen. Vermutlich fehlt das Ende der Datei. Speichern Sie sie in dem Programm neu, aus dem sie kommt.
exchange-xml-wrong-end = Offen ist „{ $name }“, geschlossen wird „{ $other }“. Speichern Sie die Datei in dem Programm neu, aus dem sie kommt.
exchange-xml-end = „{ $name }“ wird geschlossen, ohne offen zu sein.
exchange-xml-markup = Ein Element, Kommentar oder Hinweis ist nicht richtig geschrieben. Die Datei ist beschädigt oder abgeschnitten. Speichern Sie sie in dem Programm neu, aus dem sie kommt.
exchange-xml-attribute = Ein Attribut ist nicht richtig geschrieben. Speichern Sie die Datei in dem Programm neu, aus dem sie kommt.
exchange-xml-name = „{ $name }“ kann kein Name sein.
exchange-xml-character = Dort steht ein Zeichen, das XML nicht erlaubt.
exchange-xml-reference = Das Zeichen & ist nicht richtig geschrieben.
exchange-xml-outside = Neben dem äußersten Element steht noch etwas.
exchange-rewritten = In der Datei angepasst
exchange-added = In die Datei aufgenommen
exchange-added-with-number = In die Datei aufgenommen unter der vorläufigen Nummer { $name }. Die endgültige vergibt die FIM-Redaktion.
exchange-moved = In der Datei an eine andere Stelle gesetzt
exchange-removed = Aus der Datei entfernt
exchange-unchanged = Nichts wurde geändert. Die Datei ist, wie sie importiert wurde.
exchange-rules-without-number = { $count ->
    [one] Eine Regel ohne FIM-Nummer steht nicht in der Datei.
   *[other] { $count } Regeln ohne FIM-Nummer stehen nicht in der Datei.
}
exchange-not-expressible = { $name }: lässt sich in dieser Fassung von XDatenfelder nicht ausdrücken und steht nicht in der Datei.
exchange-export-no-form = Das Formular gibt es nicht.
exchange-export-not-imported = Das Formular stammt nicht aus XDatenfelder. Exportiert wird nur, was von dort importiert wurde.
exchange-export-source = Die aufbewahrte Datei ist nicht mehr lesbar. { $reason }
exchange-matter-kind = Art der Angabe
exchange-matter-bound = Berechnete Grenze
exchange-matter-prefill = Berechnete Vorbelegung
exchange-matter-files = Dateiarten und -größe
exchange-matter-codes = Einträge der Auswahlliste
exchange-matter-visibility = Bedingung, unter der etwas gezeigt wird
exchange-matter-demand = Bedingung, unter der etwas ausgefüllt sein muss
exchange-matter-checks = Eigene Prüfungen der Angabe
exchange-matter-account = Vorbelegung aus dem Nutzerkonto
exchange-matter-unasked = Dass das Formular nicht mehr danach fragt
exchange-matter-arrangement = Seite, Gruppe oder Platz, die nur im Formular so sind und nicht in den Daten
exchange-matter-look = Überschrift oder Hinweiskasten
exchange-matter-protection = Zweck, Personenbezug und Aufbewahrung
exchange-matter-languages = Texte in anderen Sprachen
schema-unsaid-visible = Im Schema fehlt: wann das Feld gezeigt wird ({ $text }).
schema-unsaid-required = Im Schema fehlt: wann das Feld ausgefüllt sein muss ({ $text }).
schema-unsaid-required-if-shown = Im Schema fehlt: dass das Feld ausgefüllt sein muss, wenn es gezeigt wird.
schema-unsaid-own-rule = Im Schema fehlt: die Regel { $text }.
schema-unsaid-rule = Im Schema fehlt: die Regel ({ $text }).
schema-unsaid-bound = Im Schema fehlt: die Grenze { $text }.
schema-unsaid-pattern = Im Schema fehlt: das Muster { $text }.
schema-unsaid-check-digits = Im Schema fehlt: die Prüfziffer der IBAN.
exchange-steps = { $count ->
    [one] Ein Schritt, Ereignis oder eine Verzweigung
   *[other] { $count } Schritte, Ereignisse und Verzweigungen
}
exchange-ways = { $count ->
    [one] Eine Verbindung
   *[other] { $count } Verbindungen
}
exchange-variables = { $count ->
    [one] Eine Variable aus Bedingungen wurde ein Datenfeld. Prüfen Sie seine Art.
   *[other] { $count } Variablen aus Bedingungen wurden Datenfelder. Prüfen Sie ihre Art.
}
exchange-mended-keys = { $count ->
    [one] Eine Kennung der Datei ist als technischer Name nicht möglich und wurde angepasst.
   *[other] { $count } Kennungen der Datei sind als technische Namen nicht möglich und wurden angepasst.
}
exchange-split = Das Ereignis hat { $count } Auslöser. Es wurde in einzelne Ereignisse zerlegt, die zusammen dasselbe bedeuten.
exchange-any-instead-of-all = Das Ereignis wartet auf mehrere Auslöser zugleich. Hier genügt einer von ihnen; prüfen Sie, ob das passt.
exchange-ad-hoc = Die Reihenfolge in diesem Teilablauf ist frei. Hier wird jeder seiner Schritte einmal getan.
exchange-pool-for-lanes = Die Zuständigkeiten standen in keinem Beteiligten. Um sie wurde einer angelegt.
exchange-kept-as-text = „{ $name }“ ist nicht verständlich und blieb als Text stehen. Schreiben Sie die Angabe neu.
exchange-script-in-note = Das Skript ist nicht verständlich. Es steht in der Notiz des Schritts und wird nicht ausgeführt.
exchange-not-carried = Für „{ $name }“ in Zeile { $line } gibt es hier nichts Entsprechendes.
exchange-dangling = Die Angabe in Zeile { $line } verweist auf „{ $name }“. Das gibt es in der Datei nicht, oder es passt dort nicht.
exchange-invalid = „{ $value }“ kann für „{ $name }“ in Zeile { $line } nicht richtig sein.
exchange-not-alone = Eine BPMN-Datei wird für sich importiert. Wählen Sie nur diese Datei.
exchange-no-process = Darin steht kein Ablauf.
exchange-quantity = Der Schritt braucht oder hinterlässt mehrere Marken. Dafür wurden Elemente ergänzt, die sie zählen oder vervielfachen.
exchange-no-quantities = { $count } mal steht in der Datei, dass ein Schritt 0 Marken braucht oder hinterlässt. Genommen wurde 1.
exchange-export-other-version = Das Formular stammt aus { $format } und wird nur in dieser Fassung geschrieben.
