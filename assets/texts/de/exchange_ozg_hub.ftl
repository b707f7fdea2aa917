# Projektordner des OZG-Hubs, von service-bw und Amt24: was übernommen wurde, was bleibt, was noch zu tun ist.
ozg-forms = { $count ->
    [one] Ein Formular
   *[other] { $count } Formulare
}
ozg-parameters = { $count ->
    [one] Ein Prozessparameter ist jetzt eine Einstellung.
   *[other] { $count } Prozessparameter sind jetzt Einstellungen.
}
ozg-scripts = { $count ->
    [one] Ein Skript (Groovy) bleibt
   *[other] { $count } Skripte (Groovy) bleiben
} neben dem Modell liegen und wird beim Export wieder mitgegeben.
ozg-file-kept = Die Datei bleibt im Projekt und wird beim Export wieder mitgegeben. Gezeigt wird sie hier nicht.
ozg-other-model = Das Projekt hat mehrere Modelle. Dieses bleibt im Projekt, wird hier aber nicht gezeigt.
ozg-damaged = Das Modell lässt sich nicht lesen. { $reason } Es bleibt im Projekt, wie es ist, und wird hier nicht gezeigt. Bringen Sie es in Ordnung, oder nehmen Sie es aus dem Ordner.
ozg-unused-form = Kein Schritt zeigt dieses Formular. Wählen Sie es bei einem Schritt aus, oder löschen Sie es.
ozg-no-german = Das Formular gibt es nur in der Sprache „{ $name }“. Legen Sie die deutsche Fassung daneben.
ozg-no-text = Die Datei ist kein Text und kann nicht mit dem Verfahren aufbewahrt werden. Legen Sie sie nach dem Export wieder in den Ordner.
ozg-no-json = Ab dieser Zeile ist die Datei kein gültiges JSON. Sie bleibt im Projekt, wird hier aber nicht gezeigt.
ozg-member-kept = Die Angabe „{ $name }“ hat hier keinen Platz. Sie bleibt in der Datei.
ozg-validator-kept = Die Prüfung „{ $name }“ gibt es hier nicht. Sie bleibt in der Datei und wirkt nur auf der Plattform.
ozg-condition-kept = Die Bedingung „{ $name }“ ist nicht verständlich oder nennt ein Feld, das fehlt. Sie bleibt in der Datei und wirkt nur auf der Plattform.
ozg-nearest-field = Die Art „{ $name }“ gibt es hier nicht; genommen wurde die nächstliegende. In der Datei bleibt sie, wie sie ist.
ozg-one-file = Auf der Plattform lassen sich hier mehrere Dateien hochladen, im Studio eine.
ozg-iban-rule = Die Prüfung der IBAN ist jetzt eine eigene Regel des Feldes.
ozg-found-by-file = Der Schritt verlangt das Formular „{ $name }“. Eines mit dieser Kennung gibt es nicht, aber eine Datei dieses Namens; sie wurde genommen.
ozg-buttons = Die Schaltflächen des Formulars sind hier eine Auswahl am Ende. Beschriftung und Hilfe stehen in ihrer Auswahlliste.
ozg-field-kept = Die Angabe „{ $name }“ des Dienstes bleibt im Modell. Gezeigt wird sie hier nicht.
ozg-asked = Hier ist etwas einzutragen: { $name }. Der Platz dafür ist eine Einstellung.
ozg-script-kept = Das Skript ({ $name }) bleibt, wie es ist, und wird beim Durchspielen nicht ausgeführt.
ozg-script-inside = im Modell
ozg-script-missing = Das Skript dieses Schritts ist nicht im Projekt. Legen Sie es unter „{ $name }“ ab.
ozg-script-sets = Beim Durchspielen setzt ein Stellvertreter: { $name }.
ozg-nobody-sets = Die Bedingung fragt nach „{ $name }“, aber kein Formular und kein Skript setzt es. Nehmen Sie dafür ein Feld in ein Formular auf, lassen Sie es ein Skript setzen, oder ändern Sie die Bedingung. Beim Durchspielen wählen Sie den Weg bis dahin von Hand.
ozg-role-of = Wer den Schritt bearbeitet („{ $name }“), lässt sich hier nicht zeigen. Die Angabe bleibt im Modell.
ozg-guessed = Die Datei ist ein ausgefülltes Formular. Felder und Arten wurden aus den Werten erschlossen; bitte prüfen Sie sie.
ozg-placeholder = Das muss die Behörde festlegen: { $name }. In der Datei steht bis dahin ein Platzhalter.
ozg-renamed = Die Kennung „{ $name }“ ist auf der Plattform nicht erlaubt und wurde geändert.
ozg-no-juel = Die Bedingung „{ $name }“ lässt sich für die Plattform nicht ausdrücken. Im Modell steht ein Platzhalter; vereinfachen Sie sie oder lassen Sie sie dort von Hand eintragen.
ozg-no-groovy = Die Zuweisung „{ $name }“ lässt sich nicht in ein Skript übersetzen. Im Skript steht ein Platzhalter mit ihrem Wortlaut.
ozg-no-visibility = Die Bedingung für die Anzeige „{ $name }“ kennt die Plattform nicht. Dort wird das Element immer gezeigt.
ozg-no-demand = Die Bedingung für das Pflichtfeld „{ $name }“ kennt die Plattform nicht. Dort bleibt das Feld freiwillig.
ozg-no-rule = Die Regel „{ $name }“ kennt die Plattform nicht. Dort wird sie nicht geprüft.
ozg-no-prefill = Die Vorbelegung „{ $name }“ kennt die Plattform nicht. Dort bleibt das Feld leer.
ozg-no-service = Einen Dienst „{ $name }“ hat die Plattform nicht. Der Schritt bleibt ohne Dienst; legen Sie mit den Betreibern fest, wie er dort geschieht.
ozg-no-summary = Eine Seite, die alles noch einmal zeigt, haben Formulare der Plattform nicht. Sie wurde weggelassen.
ozg-group-flattened = Gruppen in Gruppen kennt die Plattform nicht. Aus der inneren wurde eine Zwischenüberschrift oder eine Gruppe dahinter.
ozg-split = Das Feld hat mehrere Teile. Auf der Plattform ist jeder Teil ein eigenes Feld.
ozg-as-text = Diese Art von Angabe kennt die Plattform nicht. Dort ist es ein Textfeld.
ozg-no-script = Der Schritt setzt keine Daten, und ein Skript gibt es nicht. Auf der Plattform geschieht hier nichts.
ozg-no-place = Dafür hat ein Projektordner keinen Platz. Es bleibt nur im Modell des Studios.
ozg-written = Die Einstellung steht als Prozessparameter „{ $name }“ im Projekt.
ozg-flaw-open = Hier ist noch etwas offen: { $name }
ozg-flaw-id = Die Kennung „{ $name }“ ist auf der Plattform nicht erlaubt: nur Buchstaben ohne Umlaute, Ziffern und Unterstriche, vorn die Nummer des Mandanten, wo sie hingehört.
ozg-flaw-form = Ein Schritt verlangt das Formular „{ $name }“. Es ist nicht im Projekt.
ozg-flaw-dangling = Eine Bedingung nennt das Feld „{ $name }“. Es ist nicht in diesem Formular.
ozg-flaw-untranslated = Die Übersetzung fehlt für: { $name }
ozg-flaw-otherwise = Das Formular ist an der Stelle „{ $name }“ anders aufgebaut als das deutsche.
ozg-flaw-same-id = Zwei Formulare haben dieselbe Kennung „{ $name }“ und nennen keine Sprache.
ozg-flaw-not-shown = Das Formular der Sachbearbeitung zeigt das Feld „{ $name }“ nicht, das die antragstellende Person ausfüllt.
ozg-flaw-changeable = Im Formular der Sachbearbeitung lässt sich das Feld „{ $name }“ ändern, das die antragstellende Person ausgefüllt hat.
ozg-flaw-same-process = Auch ein anderes Modell hat einen Prozess mit der Kennung „{ $name }“. Auf der Plattform träte eines an die Stelle des anderen; geben Sie einem von beiden eine eigene Kennung.
