# Warum eine Datei nicht gelesen oder geschrieben werden kann.
file-empty = Die Datei ist leer. Öffnen Sie eine andere Datei oder eine ältere Fassung.
file-too-large = Die Datei ist mit { $size } MB zu groß; gelesen werden höchstens { $limit } MB. Vermutlich ist es keine Datei von Dienstweg.
file-not-text = Die Datei ist ab Zeile { $line }, Zeichen { $column }, kein lesbarer Text. Sie ist beschädigt oder stammt aus einem anderen Programm.
file-foreign-bpmn = Das ist eine BPMN-Datei aus einem anderen Programm, keine Datei von Dienstweg.
file-foreign-xml = Das ist eine XML-Datei, keine Datei von Dienstweg.
file-foreign-json = Das ist eine JSON-Datei, keine Datei von Dienstweg.
file-foreign-zip = Das ist ein gepacktes Archiv oder ein Office-Dokument. Packen Sie es aus und öffnen Sie die Datei darin.
file-foreign-pdf = Das ist ein PDF-Dokument, keine Datei von Dienstweg.
file-foreign-picture = Das ist ein Bild, keine Datei von Dienstweg.
file-foreign-other = Das ist keine Datei von Dienstweg. Solche Dateien enden auf .dienstweg.ron oder .bundle.ron.
file-is-bundle = Das ist ein ausgeliefertes Bündel; hier wird ein Modell gebraucht (.dienstweg.ron).
file-is-model = Das ist ein Modell in Arbeit; hier wird ein ausgeliefertes Bündel gebraucht (.bundle.ron).
file-newer = Die Datei stammt aus einer neueren Fassung des Programms. Zum Öffnen brauchen Sie Dienstweg { $needs } oder neuer.
file-newer-unnamed = Die Datei stammt aus einer neueren Fassung des Programms (Format { $version }). Zum Öffnen brauchen Sie ein neueres Dienstweg.
file-truncated = Die Datei bricht in Zeile { $line } ab; der Rest fehlt. Öffnen Sie eine ältere Fassung oder kopieren Sie die Datei noch einmal.
file-damaged = Die Datei ist in Zeile { $line }, Zeichen { $column }, beschädigt: { $fault }. Öffnen Sie eine ältere Fassung oder lassen Sie die Stelle richten.
file-fault-syntax = ein Zeichen fehlt oder ist zu viel
file-fault-value = dort steht ein unzulässiger Wert
file-fault-unknown-field = die Angabe „{ $name }“ ist nicht bekannt
file-fault-missing-field = die Angabe „{ $name }“ fehlt
file-fault-repeated-field = die Angabe „{ $name }“ steht zweimal da
file-fault-unknown-choice = der Wert „{ $name }“ ist nicht bekannt
file-too-deep = Ab Zeile { $line }, Zeichen { $column }, ist die Datei zu tief geschachtelt. Gruppen eines Formulars dürfen höchstens 32-mal ineinander liegen.
file-text-too-long = In Zeile { $line } steht ein Text, der länger als eine Million Zeichen ist. Kürzen Sie ihn.
file-too-many = Die Datei enthält { $count } Elemente; höchstens { $limit } sind möglich. Teilen Sie das Verfahren auf.
file-twice = Die Nummer { $number } ist zweimal vergeben ({ $kind }). Öffnen Sie eine ältere Fassung oder lassen Sie die Datei richten.
file-nested-too-deep = { $kind } Nummer { $number } liegt in zu vielen anderen; höchstens 32 sind möglich.
file-unsound = Die Datei passt in sich nicht zusammen. { $first }{ $more ->
    [0] {""}
    [one] {" "}Dazu kommt ein weiterer Fehler.
   *[other] {" "}Dazu kommen { $more } weitere Fehler.
} Öffnen Sie eine ältere Fassung oder lassen Sie die Datei richten.
file-unsound-dangling = { $kind } Nummer { $number } verweist auf etwas, das es nicht gibt ({ $other } Nummer { $target }).
file-unsound-identity = { $kind } Nummer { $number } hat eine Nummer, die nicht zulässig oder zweimal vergeben ist.
file-unsound-circle = { $kind } Nummer { $number } liegt in sich selbst.
file-unsound-foreign = { $kind } Nummer { $number } gehört zu einem anderen Verfahren als seine Umgebung.
file-unsound-picture = { $kind } Nummer { $number } hat einen unzulässigen Platz im Bild.
file-unsound-form = { $kind } Nummer { $number } ist als Teil eines Formulars nicht zulässig.
file-unsound-defaults = Von { $kind } Nummer { $number } geht mehr als ein Sonst-Weg aus.
file-manifest-procedure = Das Deckblatt des Bündels nennt ein anderes Verfahren, als darin liegt. Das Bündel ist nicht vertrauenswürdig.
file-manifest-version = Auf dem Deckblatt des Bündels steht keine gültige Version wie 1.0.0.
file-manifest-valid-from = Auf dem Deckblatt des Bündels steht kein gültiges Datum wie 2026-01-31.
file-manifest-contents = Das Inhaltsverzeichnis des Bündels passt nicht zum Inhalt. Das Bündel ist nicht vertrauenswürdig.
file-manifest-digest = Auf dem Deckblatt des Bündels steht keine gültige Prüfsumme.
file-digest = Der Inhalt des Bündels passt nicht zu seiner Prüfsumme: Er wurde nach der Auslieferung verändert oder beschädigt. Lassen Sie sich das Bündel noch einmal geben.
file-not-written = Das Verfahren kann so nicht gespeichert werden, denn die Datei ließe sich nicht wieder öffnen. { $reason }
