# Import und Export von XProzess (FIM-Baustein Prozesse).
xprozess-groups = { $count ->
    [one] Eine Aktivitätengruppe steht
   *[other] { $count } Aktivitätengruppen stehen
} jetzt mit Rechtsgrundlagen, Daten und Attributen an den Schritten.
xprozess-participants = { $count ->
    [one] Ein Prozessteilnehmer ist
   *[other] { $count } Prozessteilnehmer sind
} jetzt als Zuständige eingetragen.
xprozess-linked = Das Formular löst den Prozess aus ({ $name }). Es wird beim Schritt „{ $step }“ ausgefüllt.
xprozess-no-trigger = Der Prozess nennt kein Formular, das ihn auslöst. Wählen Sie am Schritt aus, wo das Formular ausgefüllt wird.
xprozess-not-linked = Der Prozess wird durch „{ $name }“ ausgelöst, nicht durch dieses Formular. Wählen Sie am Schritt aus, wo das Formular ausgefüllt wird.
xprozess-group-without-step = Zu dieser Aktivitätengruppe gibt es im Prozessmodell keinen Schritt. Sie bleibt in der Datei, wird aber nicht angezeigt.
xprozess-other-name = Im Prozessmodell heißt der Schritt „{ $name }“. Dieser Name wird angezeigt, der andere bleibt in der Datei.
xprozess-other-in-class = Die Prozessklasse sagt bei „{ $part }“ etwas anderes: „{ $text }“. Es bleibt in der Datei.
xprozess-kept = „{ $name }“ bleibt in der Datei und wird wieder ausgegeben, wird aber nicht angezeigt.
xprozess-other-process = Die Datei enthält diesen weiteren Prozess. Er bleibt in der Datei. Exportieren Sie ihn dort einzeln, wenn Sie ihn bearbeiten möchten.
xprozess-no-model = Die Datei enthält kein Prozessmodell. Die Schritte stehen deshalb nach ihren Nummern hintereinander. Prüfen Sie die Reihenfolge und ergänzen Sie die Verzweigungen.
xprozess-other-files = { $count ->
    [one] Eine weitere Datei neben dem Prozessmodell bleibt
   *[other] { $count } weitere Dateien neben dem Prozessmodell bleiben
} im Archiv, solange Sie den Ablauf nicht ändern.
xprozess-written-as-act = Neue Rechtsgrundlagen werden als Gesetz ausgegeben. Ist eine davon eine Verordnung oder Satzung, berichtigen Sie die Art im FIM-Editor.
xprozess-step-without-group = Der Schritt hat keine Referenzaktivitätengruppe. Er steht deshalb nur im Prozessmodell. Wählen Sie unter „Mehr“ die Gruppe aus.
xprozess-role-without-code = Für diese Art der Beteiligung ist kein FIM-Schlüssel bekannt. Der Name wird ausgegeben, die Rolle ergänzen Sie im FIM-Editor.
xprozess-software-role = Software ist in FIM kein Prozessteilnehmer und wird nicht ausgegeben. Tragen Sie sie am Schritt als Fachverfahren ein.
xprozess-packed-anew = Der Ablauf wurde geändert. Das Prozessmodell ist deshalb neu gepackt.
xprozess-old-picture = Modellgrafik und Bericht in der Datei zeigen noch den früheren Ablauf. Erzeugen Sie sie im FIM-Editor neu.
xprozess-forms = { $count ->
    [one] Ein Formular wird
   *[other] { $count } Formulare werden
} nicht ausgegeben: XProzess hat dafür keinen Platz. Exportieren Sie Formulare als XDatenfelder.
xprozess-new-message = Die Nachricht hat eine neue Nummer und den Zeitpunkt der Ausgabe.
xprozess-version = Die Fassung „{ $name }“ von XProzess wird nicht gelesen. Gelesen wird 2.0.
xprozess-second-process = Es ist ein zweiter Prozess. Importieren Sie jeden für sich.
xprozess-archive-base64 = Das Prozessmodell in der Datei ist beschädigt: Es ist kein Base64. Lassen Sie sich die Datei noch einmal geben.
xprozess-archive-too-large = Das Archiv mit dem Prozessmodell ist größer als { $limit } MB und wird deshalb nicht geöffnet.
xprozess-archive-none = Das Prozessmodell in der Datei ist weder ein ZIP-Archiv noch BPMN.
xprozess-archive-unreadable = Das Archiv mit dem Prozessmodell ist beschädigt, verschlüsselt oder auf eine Art gepackt, die nicht gelesen wird.
xprozess-archive-too-many = Im Archiv mit dem Prozessmodell liegen mehr als { $limit } Dateien. Es wird deshalb nicht geöffnet.
xprozess-archive-path = Im Archiv mit dem Prozessmodell steht ein Dateiname, der aus dem Archiv hinausführt: „{ $name }“. Aus Sicherheitsgründen wird es nicht geöffnet.
xprozess-archive-nested = Im Archiv mit dem Prozessmodell liegt ein weiteres Archiv: „{ $name }“. Aus Sicherheitsgründen wird es nicht geöffnet.
xprozess-archive-bomb = Die Datei „{ $name }“ im Archiv mit dem Prozessmodell wird beim Auspacken ungewöhnlich groß (erlaubt sind zusammen { $limit } MB). Aus Sicherheitsgründen wird das Archiv nicht geöffnet.
xprozess-archive-no-model = Im Archiv mit dem Prozessmodell liegt keine BPMN-Datei.
