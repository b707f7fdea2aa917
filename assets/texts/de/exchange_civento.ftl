# Bibliothek 2.5: was beim Einlesen und Schreiben aus ihren Teilen wurde.
civento-workflows = { $count ->
    [one] Ein Ablauf
   *[other] { $count } Abläufe
}
civento-steps = { $count ->
    [one] Ein Schritt
   *[other] { $count } Schritte
}
civento-empty-prefix = Die Datei erklärt einen Namensraum ohne Inhalt, was XML verbietet. Sie wurde trotzdem gelesen und wird beim Export so zurückgeschrieben.
civento-other-version = Die Datei hat die Fassung „{ $name }“. Bekannt ist 2.5; sie wurde so gelesen, als wäre sie das.
civento-switched-off = Der Schritt ist abgeschaltet. Er steht an seinem Platz, wird aber nie ausgeführt, weil seine Bedingung „false“ lautet.
civento-way-off = Ein Weg der Verzweigung ist abgeschaltet. Er ist gezeichnet, wird aber nie gegangen.
civento-counter = Die Variable „{ $name }“ zählt in der Datei die Durchgänge von selbst. Hier zählt sie ein eigener Schritt, von 0 an.
civento-at-most = Die Wiederholung muss nicht von selbst enden. Hier endet sie spätestens nach { $count } Durchgängen, damit das Durchspielen ein Ende hat.
civento-too-deep = Die Schritte liegen tiefer ineinander, als hier möglich ist. Sie stehen im Ablauf darüber, ohne Wiederholung.
civento-task-condition = Die Aufgabe hat eine Bedingung. Sie steht als Verzweigung davor.
civento-begins-under = Ob der Ablauf beginnt, hängt von der Antwort einer Funktion ab. Sie wird zuerst gefragt; danach steht die Bedingung als Verzweigung.
civento-due = Die Frist „{ $name }“ ist keine Zahl von Tagen. Sie bleibt in der Datei und wird beim Export wieder geschrieben; hier hat der Schritt keine Frist.
civento-in-file-only = Dafür gibt es hier keinen Platz: { $name }. Es bleibt in der Datei und wird beim Export wieder geschrieben.
civento-unknown-element = Das Element „{ $name }“ ist nicht bekannt. Es bleibt in der Datei und wird beim Export wieder geschrieben.
civento-unknown-attribute = Das Attribut „{ $name }“ ist nicht bekannt. Es bleibt in der Datei und wird beim Export wieder geschrieben.
civento-unknown-step = Schritte der Art „{ $name }“ sind nicht bekannt. Der Schritt steht im Ablauf und tut dort nichts.
civento-expression = Der Ausdruck „{ $name }“ wird nicht verstanden. Beim Durchspielen fragt ein Schritt davor nach seinem Wert; beim Export steht wieder der Ausdruck da.
civento-assumed = Die Funktion „{ $name }“ wurde für die gleichnamige von FEEL genommen. Prüfen Sie, ob sie dasselbe meint.
civento-unfit = Der Wert { $name } passt nicht zu dem Feld, in das er geschrieben wird. Beim Durchspielen bleibt das Feld leer; in der Datei bleibt der Wert stehen.
civento-to-decide = „{ $name }“ des Vorgangs legt die Behörde fest. In der Datei steht der übliche Wert oder keiner; prüfen Sie ihn nach dem Einspielen.
civento-written-twice = Die Verbindung führt mitten in einen anderen Weg. Was dort folgt, steht in der Datei für jeden Weg einmal.
civento-with-flag = Der Weg führt zurück, nachdem etwas schon einmal getan wurde. In der Datei steht dafür eine Wiederholung mit einem Merker, der am Ende sagt, ob es noch einmal beginnt.
civento-not-in-blocks = Die Verbindung führt zurück oder neben dem Weg her und lässt sich nicht als Block schreiben. Sie fehlt in der Datei; formen Sie die Stelle zu einer Wiederholung um.
civento-beside = Der Schritt gehört zu keinem Block: Er hängt an einem Ereignis am Rand oder an einem zweiten Beginn. Er fehlt in der Datei.
civento-one-after-the-other = Die Wege werden gleichzeitig gegangen. In der Datei stehen sie nacheinander.
civento-decisions-apart = Mehrere Wege können zugleich gelten. In der Datei steht jeder als eigene Verzweigung.
civento-as-task = Diese Art von Schritt gibt es dort nicht. Er steht in der Datei als Aufgabe, die den Ablauf anhält.
civento-no-such-event = Diese Art von Ereignis gibt es dort nicht. Es fehlt in der Datei.
civento-name-lost = Für diesen Namen gibt es dort keinen Platz. Er fehlt in der Datei.
civento-goes-on = Die Verzweigung hat keinen Weg für alle übrigen Fälle. Dort geht der Ablauf dann hinter ihr weiter.
civento-no-table = Entscheidungstabellen gibt es dort nicht. Der Schritt steht in der Datei als Aufgabe, die den Ablauf anhält.
civento-no-pools = Becken, Bahnen und Nachrichten gibt es dort nicht. Sie fehlen in der Datei.
civento-call-as-event = Einen Ablauf im Ablauf gibt es dort nicht. In der Datei wird ein Ereignis ausgelöst, das ihn beginnt.
civento-each-with-counter = Die Wiederholung für jeden Eintrag einer Liste steht in der Datei als Wiederholung mit einem Zähler.
