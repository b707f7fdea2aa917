//! A text for a regular expression: the shortest that the common signs of patterns ask for.

/// Most characters that are made.
const LONGEST: usize = 400;

/// A text that such a pattern is likely to match; `None` where it uses signs that are not known here. The caller tries it.
pub(super) fn example(pattern: &str) -> Option<String> {
    let signs: Vec<char> = pattern.trim_start_matches('^').trim_end_matches('$').chars().collect();
    let mut reader = Reader { signs, at: 0, depth: 0 };
    let text = reader.alternatives()?;
    (reader.at == reader.signs.len()).then_some(text)
}

struct Reader {
    signs: Vec<char>,
    at: usize,
    depth: usize,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.signs.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let sign = self.peek()?;
        self.at += 1;
        Some(sign)
    }

    /// The first of `a|b|c`.
    fn alternatives(&mut self) -> Option<String> {
        let first = self.sequence()?;
        while self.peek() == Some('|') {
            self.at += 1;
            self.sequence()?;
        }
        Some(first)
    }

    fn sequence(&mut self) -> Option<String> {
        let mut text = String::new();
        while let Some(sign) = self.peek().filter(|sign| !matches!(sign, '|' | ')')) {
            self.at += 1;
            let piece = self.piece(sign)?;
            let times = self.times()?;
            (text.len() + piece.len() * times <= LONGEST).then_some(())?;
            text.push_str(&piece.repeat(times));
        }
        Some(text)
    }

    fn piece(&mut self, sign: char) -> Option<String> {
        match sign {
            '[' => self.class().map(String::from),
            '(' => {
                self.depth += 1;
                (self.depth < 20).then_some(())?;
                if self.peek() == Some('?') {
                    self.at += 1;
                    (self.next()? == ':').then_some(())?;
                }
                let inner = self.alternatives()?;
                self.depth -= 1;
                (self.next()? == ')').then_some(inner)
            }
            '\\' => escaped(self.next()?).map(String::from),
            '.' => Some("a".to_owned()),
            '*' | '+' | '?' | '{' | '^' | '$' => None,
            plain => Some(plain.to_string()),
        }
    }

    /// A character of `[A-Z0-9]`; one that is none of `[^…]` is not looked for.
    fn class(&mut self) -> Option<char> {
        let first = match self.next()? {
            '^' => return None,
            '\\' => escaped(self.next()?)?,
            sign => sign,
        };
        while self.next()? != ']' {}
        Some(first)
    }

    /// How often, at least once where that is allowed: `?` and `*` give none.
    fn times(&mut self) -> Option<usize> {
        match self.peek() {
            Some('?' | '*') => {
                self.at += 1;
                Some(0)
            }
            Some('+') => {
                self.at += 1;
                Some(1)
            }
            Some('{') => {
                self.at += 1;
                let rest: String = self.signs.get(self.at..)?.iter().take_while(|sign| **sign != '}').collect();
                self.at += rest.chars().count() + 1;
                rest.split(',').next()?.trim().parse().ok()
            }
            _ => Some(1),
        }
    }
}

fn escaped(sign: char) -> Option<char> {
    match sign {
        'd' => Some('1'),
        'w' => Some('a'),
        's' => Some(' '),
        sign if sign.is_alphanumeric() => None,
        sign => Some(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::example;

    #[test]
    fn examples_match_their_patterns() {
        for pattern in ["[0-9]{15}", "HR[AB] ?[0-9]+", "[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?[0-9]{1,4}[EH]?", "(ab|c)\\d{2,}\\.x", "^\\d+$"] {
            let text = example(pattern).unwrap();
            let whole = regex::Regex::new(&format!("^(?:{pattern})$")).unwrap();
            assert!(whole.is_match(&text), "{pattern}: {text}");
        }
        assert_eq!(example("(?=a)b"), None);
        assert_eq!(example("a{9999}"), None);
    }
}
