# What is wrong with a condition or computation.
expr-empty = Nothing stands here yet.
expr-too-long = The expression is too long. Split it.
expr-too-deep = The expression is nested too deeply. Split it.
expr-unclosed-text = A text lacks its closing quotation mark.
expr-unclosed-comment = A comment lacks its closing */.
expr-invalid-escape = “{$text}” is not a valid character.
expr-invalid-number = “{$text}” is not a number that can be computed with.
expr-unexpected = “{$found}” stands here, but {$expected} is expected.
expr-unexpected-end = {$expected} is missing at the end.
expr-unknown-words = “{$words}” is not a known name. Texts stand in quotation marks; between two names belongs a sign such as = or and.
expr-unknown-type = “{$name}” is not a kind of value.
expr-expected-value = a value or a field
expr-expected-operator = a sign such as =, +, and, or the end
expr-expected-name = a name
expr-expected-type = a kind of value
expr-expected-word = “{$word}”
expr-unknown-name = There is no field “{$name}”.
expr-unknown-name-meant = There is no field “{$name}”. Meant: “{$meant}”?
