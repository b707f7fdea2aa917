# Import und Export von BPMN-Dateien: was über das hinausgeht, was für jedes Format gilt.
bpmn-not-shown = { $count ->
    [one] „{ $name }“ kommt einmal vor und wird hier nicht angezeigt. Die Angabe bleibt in der Datei erhalten und wird beim Export wieder mitgegeben.
   *[other] „{ $name }“ kommt { $count }-mal vor und wird hier nicht angezeigt. Die Angaben bleiben in der Datei erhalten und werden beim Export wieder mitgegeben.
}
bpmn-own-words = { $count ->
    [one] Ein Schritt hat Angaben, für die BPMN keine Worte hat, zum Beispiel Frist, Gebühr oder Rechtsgrundlage. Sie stehen als Zusatz in der Datei; andere Programme übergehen ihn.
   *[other] { $count } Schritte haben Angaben, für die BPMN keine Worte hat, zum Beispiel Frist, Gebühr oder Rechtsgrundlage. Sie stehen als Zusatz in der Datei; andere Programme übergehen ihn.
}
bpmn-list-as-number = Der Schritt wird für jeden Eintrag von „{ $list }“ getan. Andere Programme lesen nur, wie oft; für welchen Eintrag, liest nur dieses Studio. Soll der Ablauf dort die Einträge verwenden, ergänzen Sie dies in jenem Programm.
bpmn-no-place = { $what } ({ $count }): In einer BPMN-Datei ist dafür kein Platz. Geben Sie dafür das Modell oder das Bündel weiter.
bpmn-missing-lanes = Bereiche von Beteiligten ohne Ablauf
bpmn-missing-forms = Formulare
bpmn-missing-data = Datenfelder
bpmn-missing-other-files = Aufbewahrte Dateien anderer Formate
bpmn-missing-code-lists = Auswahllisten
bpmn-missing-decision-tables = Entscheidungstabellen
bpmn-missing-letters = Schreiben
bpmn-missing-settings = Einstellungen der Behörden
bpmn-missing-test-cases = Testfälle
bpmn-missing-exercises = Übungen
bpmn-missing-languages = Übersetzungen
bpmn-stands-for-one = Dieser Schritt steht in der Datei zusammen mit anderen für ein einziges Element. Seine Änderung konnte nicht in die Datei geschrieben werden.
bpmn-not-in-file = Der Schritt verweist auf „{ $name }“. Formulare, Schreiben und Entscheidungstabellen stehen nicht in BPMN-Dateien; ordnen Sie es neu zu.
bpmn-without-id = Das Element hatte in der Datei keine Kennung. Es hat eine bekommen, damit sein Platz im Bild und die Verbindungen zu ihm geschrieben werden können.
bpmn-same-id = Dieselbe Kennung steht in der Datei schon bei einem Element davor. Beide wurden übernommen; was sich auf die Kennung bezieht, meint das erste.
bpmn-no-flow = Die Datei enthält keinen Ablauf, sondern nur Beteiligte, Gespräche, Choreografien oder Vorgaben für andere Dateien. Ein leerer Ablauf wurde angelegt; was die Datei enthält, bleibt in ihr und wird beim Export zurückgegeben.
bpmn-closed-pool = Die Datei zeichnet diesen Beteiligten ohne seinen Ablauf. Er ist hier ein geschlossenes Feld; sein Ablauf steht als eigener Ablauf auf einer eigenen Zeichenfläche.
bpmn-frame = Ein Element „{ $name }“ gibt es hier nicht. Es steht als Rahmen im Bild, wirkt im Ablauf nicht mit und bleibt in der Datei.
