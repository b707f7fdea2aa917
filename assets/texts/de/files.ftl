# Öffnen, Speichern, Wiederherstellen
unsaved-title = Änderungen speichern?
unsaved-sentence = „{ $name }“ ist noch nicht gespeichert. Ohne Speichern gehen die Änderungen verloren.
unsaved-save = Speichern
unsaved-discard = Verwerfen
changed-title = Datei wurde inzwischen geändert
changed-sentence = Die Datei „{ $file }“ ist seit dem Öffnen von einem anderen Programm oder einer anderen Person geändert worden. Wer sie überschreibt, verwirft jene Änderungen.
changed-elsewhere = Unter anderem Namen speichern
changed-overwrite = Überschreiben
waiting-title = Datei auswählen
waiting-sentence = Das Auswahlfenster des Systems ist geöffnet. Wenn es nicht erscheint, können Sie den Ort selbst eingeben.
waiting-type = Ort selbst eingeben
path-open-title = Datei öffnen
path-save-title = Datei speichern
path-open = Öffnen
path-save = Speichern
path-name = Dateiname oder ganzer Pfad
path-names = Dateinamen, je Zeile einer oder durch Semikolon getrennt
path-up = Übergeordneter Ordner
recovery-title = Arbeit wiederherstellen
recovery-sentence = Dienstweg wurde nicht ordentlich beendet. Diese Stände wurden gesichert:
recovery-copy = { $name } – Stand vom { $when }
recovery-unsaved = Noch nie gespeichert
recovery-restore = Wiederherstellen
recovery-discard = Verwerfen
recovery-later = Später entscheiden
file-kinds = Verfahren und Dateien anderer Programme
file-saved = Gespeichert: { $file }
file-bundle-opened = Das Bündel wurde als Kopie geöffnet. Zum Weiterarbeiten bitte unter einem Namen speichern.
file-cannot-open = „{ $file }“ kann nicht geöffnet werden. { $reason }
file-cannot-save = „{ $file }“ kann nicht gespeichert werden. { $reason } Ihre Arbeit bleibt im Fenster erhalten.
file-open-elsewhere = „{ $file }“ ist bereits in einem anderen Reiter geöffnet. Bitte einen anderen Namen wählen.
replace-title = Vorhandene Datei ersetzen?
replace-sentence = Die Datei „{ $file }“ gibt es schon. Ihr bisheriger Inhalt geht beim Ersetzen verloren.
drop-here = Datei hier ablegen, um sie zu öffnen
time-format = %d.%m.%Y, %H:%M Uhr
io-not-found = Datei oder Ordner gibt es nicht (mehr). Bitte den Ort prüfen.
io-denied = Für diesen Ort fehlt die Berechtigung. Bitte einen anderen Ordner wählen.
io-full = Der Datenträger ist voll. Bitte Platz schaffen oder einen anderen Ort wählen.
io-folder = Das ist ein Ordner, keine Datei.
io-no-folder = Auf dem Weg dorthin steht eine Datei, wo ein Ordner sein müsste. Bitte einen anderen Ort wählen.
io-name = Dieser Name ist hier nicht erlaubt. Bitte einen anderen wählen.
io-too-much = In dem Ordner ist mehr, als gelesen wird (2.000 Dateien, 64 MB). Wählen Sie den Ordner, in dem nur das Projekt steht.
io-other = Das System meldet: { $reason }.
bundle-save-title = Bündel speichern
bundle-saved = Das Bündel {$file} ist gespeichert.
bundle-exists = Die Datei {$file} gibt es schon. Wählen Sie einen anderen Namen; ein ausgeliefertes Bündel wird nicht überschrieben.
bundle-has-errors = Das Verfahren hat noch Fehler. Beheben Sie sie zuerst, sie stehen in der Liste.
recovery-steps-lost = Das Dokument ist wiederhergestellt. Seine früheren Schritte ließen sich nicht lesen und können nicht mehr rückgängig gemacht werden.
path-take-folder = Diesen Ordner nehmen
path-folder-title = Ordner wählen
path-new-folder = Neuer Ordner darin; leer lassen, um den gezeigten zu nehmen
replace-in-title = Vorhandene Dateien ersetzen?
replace-in-sentence = Im Ordner „{ $folder }“ stehen schon andere Fassungen von { $files }{ $more ->
    [0] {""}
    [one] {" "}und einer weiteren Datei
   *[other] {" "}und { $more } weiteren Dateien
}. Ihr bisheriger Inhalt geht beim Ersetzen verloren.
