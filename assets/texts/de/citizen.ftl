# citizen
# Was Bürgerinnen und Bürger beim Ausfüllen lesen, über das hinaus, was in forms.ftl steht.
fill-progress-of = Schritt { $number } von { $count }: { $title }
fill-read-only-page = Diese Angaben wurden bereits gemacht und können hier nur gelesen werden.
fill-return = Zurück zur Zusammenfassung
fill-search = Suchen und auswählen
fill-search-none = Nichts gefunden
fill-remove-row = Zeile { $number } entfernen
fill-from-account = Aus Ihrem Nutzerkonto übernommen
fill-account = Wird aus Ihrem Nutzerkonto übernommen, wenn Sie angemeldet sind
fill-summary-empty = Auf den Seiten davor wird nichts erfragt.
fill-summary-nothing = keine Angabe
fill-change = Ändern
fill-change-of = Ändern: { $field }
fill-file-kinds = Erlaubt: { $kinds }
fill-file-size = Höchstens { $size }
fill-file-kinds-and-size = Erlaubt: { $kinds }, höchstens { $size }
fill-file-fitting = Passende Datei: { $name }, { $size }
fill-file-large = Zu große Datei: { $name }, { $size }
fill-file-wrong = Datei falscher Art: { $name }, { $size }
# Über der Vorschau.
forms-language = Sprache
forms-german = Deutsch
forms-signed-in = Mit Nutzerkonto angemeldet
forms-german-messages = Meldungen zum Ausfüllen gibt es auf Deutsch und Englisch; hier stehen sie auf Deutsch.
