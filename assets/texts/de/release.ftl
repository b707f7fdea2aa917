# Auslieferungen und was darin liegt.
release-draft = Entwurf
release-released = freigegeben
release-retired = außer Gebrauch
release-processes = Verfahren
release-steps = Schritte
release-forms = Formulare
release-fields = Felder
release-code-lists = Auswahllisten
release-decision-tables = Entscheidungstabellen
release-letters = Schreiben
release-settings = Einstellungen
release-test-cases = Testfälle
