# form_faults
# Was an einer Eingabe nicht stimmt und wie es richtig wäre.
fault-missing = Bitte füllen Sie dieses Feld aus.
fault-not-a-number = Bitte geben Sie eine Zahl ein, zum Beispiel 12 oder 12,5.
fault-not-a-whole-number = Bitte geben Sie eine ganze Zahl ohne Nachkommastellen ein.
fault-point-for-comma = Bitte schreiben Sie ein Komma statt des Punktes, zum Beispiel 12,5.
fault-too-many-decimals = Bitte geben Sie höchstens { $most } Stellen nach dem Komma an.
fault-not-a-date = Bitte geben Sie ein Datum ein, zum Beispiel 21.11.2026.
fault-no-such-day = Diesen Tag gibt es im Kalender nicht. Bitte prüfen Sie Tag, Monat und Jahr.
fault-not-a-time = Bitte geben Sie eine Uhrzeit ein, zum Beispiel 14:30.
fault-not-a-date-and-time = Bitte geben Sie Datum und Uhrzeit ein, zum Beispiel 21.11.2026, 14:30 Uhr.
fault-not-yes-or-no = Bitte antworten Sie mit Ja oder Nein.
fault-unknown-code = „{ $code }“ steht nicht zur Auswahl. Bitte wählen Sie einen der angebotenen Werte.
fault-not-an-email = Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.org.
fault-not-a-phone-number = Bitte geben Sie eine Telefonnummer ein, zum Beispiel 0611 353-0.
fault-not-a-postcode = Bitte geben Sie eine Postleitzahl mit fünf Ziffern ein.
fault-not-an-iban = Bitte geben Sie eine IBAN ein. Sie beginnt mit zwei Buchstaben und zwei Ziffern, zum Beispiel DE89.
fault-iban-length = Diese IBAN hat { $found } statt { $expected } Stellen. Bitte prüfen Sie, ob etwas fehlt oder zu viel ist.
fault-iban-checksum = Die Prüfziffer der IBAN stimmt nicht. Vermutlich ist eine Stelle falsch oder vertauscht.
fault-too-short = Bitte geben Sie mindestens { $least } Zeichen ein.
fault-too-long = Bitte kürzen Sie auf höchstens { $most } Zeichen. Es sind { $found }.
fault-below-minimum = Der kleinste erlaubte Wert ist { $least }.
fault-above-maximum = Der größte erlaubte Wert ist { $most }.
fault-pattern = Die Eingabe hat nicht die verlangte Form.
fault-too-few-entries = { $least ->
    [one] Bitte geben Sie mindestens einen Eintrag an.
   *[other] Bitte geben Sie mindestens { $least } Einträge an.
}
fault-too-many-entries = { $most ->
    [one] Hier ist höchstens ein Eintrag erlaubt.
   *[other] Hier sind höchstens { $most } Einträge erlaubt.
}
fault-file-kind = Diese Art von Datei wird nicht angenommen. Erlaubt sind: { $allowed }.
fault-file-too-large = Die Datei ist zu groß. Erlaubt sind höchstens { $most }.
fault-rule = Diese Angabe passt nicht zu den übrigen Angaben.
fault-wrong-kind = Der vorhandene Wert passt nicht zu diesem Feld. Bitte geben Sie ihn neu ein.
fault-not-allowed = Bitte lassen Sie dies leer. Es passt nicht zu Ihren übrigen Angaben.
fault-nothing-filled-in = Bitte füllen Sie hier mindestens ein Feld aus.
fault-or = { $before } oder { $last }
fault-at-least-one = Bitte füllen Sie mindestens eines davon aus: { $names }.
fault-exactly-one = Bitte füllen Sie genau eines davon aus: { $names }.
fault-day-without-month = Bitte geben Sie zum Tag auch den Monat an.
fault-month-without-year = Bitte geben Sie zum Monat auch das Jahr an.
fault-no-such-month = Bitte geben Sie den Monat als Zahl von 1 bis 12 an.
