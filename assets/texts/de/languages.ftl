# languages
# Der Platz Formulare, Sprachen: was Bürgerinnen und Bürger lesen, und seine Übersetzungen.
forms-view-languages = Sprachen
forms-view-languages-help = Formulare in andere Sprachen übersetzen
languages-title = Sprachen
languages-none = Noch gibt es die Formulare nur auf Deutsch. Fügen Sie eine Sprache hinzu und übersetzen Sie, was darin zu lesen ist.
languages-add = Sprache hinzufügen
languages-add-other = Andere Sprache
languages-add-other-title = Andere Sprache hinzufügen
languages-name = Name der Sprache
languages-tag = Sprachkürzel
languages-tag-help = Das Kürzel nach BCP 47, zum Beispiel it für Italienisch oder sr-Latn für Serbisch in lateinischer Schrift.
languages-more = Mehr zu { $language }
languages-remove = Sprache entfernen
languages-progress = { $current } von { $all } Texten fertig
languages-search = Texte durchsuchen
languages-all = Alle
languages-missing = Fehlende ({ $count })
languages-outdated = Veraltete ({ $count })
languages-next = Nächster offener Text
languages-next-help = Zum nächsten Text, der fehlt oder veraltet ist (Strg+Eingabe)
languages-done = Alle Texte sind übersetzt.
languages-nothing = Hier ist kein Text zu sehen. Ändern Sie die Auswahl oder die Suche.
languages-copy = Tabelle kopieren
languages-copy-help = Alle Texte in die Zwischenablage, für eine Tabellenkalkulation
languages-copied = Die Tabelle ist in der Zwischenablage.
languages-paste = Tabelle einfügen
languages-paste-title = Übersetzte Tabelle einfügen
languages-paste-help = Fügen Sie hier zwei Spalten ein: links der deutsche Text, rechts seine Übersetzung.
languages-take-over = Übernehmen
languages-taken-over = { $count ->
    [0] Kein Text der Tabelle passte oder war neu.
    [one] Eine Übersetzung wurde übernommen.
   *[other] { $count } Übersetzungen wurden übernommen.
}
languages-translation-of = Übersetzung von: { $german }
languages-is-missing = fehlt
languages-is-outdated = veraltet
languages-is-current = fertig
languages-was = Übersetzt wurde: { $german }
languages-still-fits = Passt noch
languages-part-name = Name oder Titel
languages-part-description = Beschreibung
languages-part-label = Beschriftung
languages-part-help = Hilfe
languages-part-text = Text oder Meldung
languages-part-message = Meldung
languages-part-code = Auswahlwert
languages-part-code-help = Erläuterung eines Auswahlwerts
languages-english = Englisch
languages-plain-german = Leichte Sprache
languages-turkish = Türkisch
languages-arabic = Arabisch
languages-ukrainian = Ukrainisch
languages-russian = Russisch
languages-polish = Polnisch
languages-romanian = Rumänisch
languages-french = Französisch
languages-persian = Persisch
