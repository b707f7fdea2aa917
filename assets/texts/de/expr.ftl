# Was an einer Bedingung oder Berechnung nicht stimmt.
expr-empty = Hier steht noch nichts.
expr-too-long = Der Ausdruck ist zu lang. Teilen Sie ihn auf.
expr-too-deep = Der Ausdruck ist zu tief geschachtelt. Teilen Sie ihn auf.
expr-unclosed-text = Bei einem Text fehlt das schließende Anführungszeichen.
expr-unclosed-comment = Bei einer Bemerkung fehlt das schließende */.
expr-invalid-escape = „{$text}“ ist kein gültiges Zeichen.
expr-invalid-number = „{$text}“ ist keine Zahl, mit der gerechnet werden kann. Dezimalzahlen schreiben Sie hier mit Punkt: 12.5.
expr-unexpected = Hier steht „{$found}“, erwartet wird {$expected}.
expr-unexpected-end = Am Ende fehlt {$expected}.
expr-unknown-words = „{$words}“ ist kein bekannter Name. Texte stehen in Anführungszeichen; zwischen zwei Namen gehört ein Zeichen wie = oder and.
expr-unknown-type = „{$name}“ ist keine Art von Wert.
expr-expected-value = ein Wert oder ein Feld
expr-expected-operator = ein Zeichen wie =, +, and oder das Ende
expr-expected-name = ein Name
expr-expected-type = eine Art von Wert
expr-expected-word = „{$word}“
expr-unknown-name = Das Feld „{$name}“ gibt es nicht.
expr-unknown-name-meant = Das Feld „{$name}“ gibt es nicht. Gemeint: „{$meant}“?
