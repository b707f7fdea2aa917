//! Changes of a library's text that leave it well-formed, each of one kind, at a place chosen at random.

/// Numbers at random, the same for the same seed.
pub struct Dice(u64);

impl Dice {
    /// The first of this seed.
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1))
    }

    /// Less than `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// What is done to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    ElementIn,
    AttributeIn,
    ElementOut,
    AttributeOut,
    Swapped,
    Doubled,
    Renamed,
    Emptied,
    OtherText,
    OtherWord,
    Beside,
    Prefixed,
    Wrapped,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::ElementIn,
        Self::AttributeIn,
        Self::ElementOut,
        Self::AttributeOut,
        Self::Swapped,
        Self::Doubled,
        Self::Renamed,
        Self::Emptied,
        Self::OtherText,
        Self::OtherWord,
        Self::Beside,
        Self::Prefixed,
        Self::Wrapped,
    ];
}

/// An element: where its start tag, its inside and its whole lie in the text.
#[derive(Clone, Debug)]
struct Place {
    name: String,
    start: usize,
    /// Behind its start tag.
    open: usize,
    /// Before its end tag; `open` where it has none.
    close: usize,
    end: usize,
    parent: Option<usize>,
}

/// All elements, those around others first.
fn places(text: &str) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find('<').map(|next| at + next) {
        let rest = &text[next..];
        let passed = [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")].into_iter().find(|(begin, _)| rest.starts_with(begin));
        if let Some((_, end)) = passed {
            at = next + rest.find(end).unwrap() + end.len();
            continue;
        }
        let end = next + rest.find('>').unwrap() + 1;
        if rest.starts_with("</") {
            let of = open.pop().unwrap();
            (found[of].close, found[of].end) = (next, end);
        } else {
            let name: String = rest[1..].chars().take_while(|sign| !sign.is_whitespace() && !"/>".contains(*sign)).collect();
            found.push(Place { name, start: next, open: end, close: end, end, parent: open.last().copied() });
            if !rest[..end - next].ends_with("/>") {
                open.push(found.len() - 1);
            }
        }
        at = end;
    }
    found
}

const TEXTS: [&str; 14] = [
    "&lt;p style=\"a\"&gt;Fett &lt;b&gt;ja&lt;/b&gt; &amp;nbsp;&lt;/p&gt;",
    "<![CDATA[<table><tr><td>\"a\" & 'b'</td></tr></table>]]>",
    "Überraschung 😀 \u{301} ß",
    "  ",
    "true",
    "99999999999999999999",
    "-1",
    "$$V.Z.antrag.zweck$$ und $$unbekannt$$ und $$",
    "NeueFunktion(V.Z.antrag.zweck, 3) = \"x\" XOR V.Z.gibt.es.nicht",
    "\"unvollständig",
    "V.Z.antrag.tage[i].datum + 1 &gt;= dateAdd(todayDate(), \"x\")",
    "i &lt; 3",
    "while (true) { x++; }",
    "VE.Andere.Feld = V.HV.Z.fremd.feld",
];

const WORDS: [(&str, &str); 16] = [
    ("Anzahl(", "Menge("),
    ("isNull(", "istLeer("),
    ("not(", "nicht("),
    ("castToString(", "zuText("),
    ("Listenelement(", "Eintrag("),
    ("ListenelementSetzen(", "EintragSetzen("),
    (" AND ", " XOR "),
    (" = ", " ~ "),
    (" + ", " % "),
    ("V.Z.", "V.X."),
    ("VE.", "VX."),
    ("STRING", "NEUART"),
    ("Pflichtfeld", "Wunschfeld"),
    ("Gleich", "EnthaeltNicht"),
    ("true", "vielleicht"),
    ("RadioButton", "Kacheln"),
];

const BESIDE: [&str; 5] = ["<!-- Kommentar mit <Vorgang> darin -->", "<?editor faltet=\"ja\"?>", "\r\n\t", "&#160;", "<![CDATA[]]>"];

/// The text with one such change; `None` where there is no place for it.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of damage")]
pub fn mutated(text: &str, kind: Kind, dice: &mut Dice) -> Option<String> {
    let places = places(text);
    let inner: Vec<&Place> = places.iter().filter(|place| place.parent.is_some()).collect();
    let some = inner.get(dice.below(inner.len())).copied()?;
    let replaced = |from: usize, to: usize, with: &str| format!("{}{with}{}", &text[..from], &text[to..]);
    let outer = &text[some.start..some.end];
    Some(match kind {
        Kind::ElementIn => {
            let new = dice.pick(&[
                "<NeuesElement a=\"1\">Text<Tiefer/></NeuesElement>",
                "<NeuerSchritt Id=\"neu1\"><Active>true</Active><Ausdruck>1</Ausdruck></NeuerSchritt>",
                "<Neufeld><Darstellung>Sichtbar</Darstellung><Titel Standard=\"Neu\"/></Neufeld>",
                "<x:Fremd xmlns:x=\"urn:fremd\" x:a=\"b\"/>",
                "<Active/>",
                "<Ausdruck/>",
                "<Id/>",
            ]);
            replaced(some.end, some.end, new)
        }
        Kind::AttributeIn => {
            let at = some.start + 1 + some.name.len();
            let new = dice.pick(&[
                " neu=\"1\"",
                " xml:lang=\"de\"",
                " Standard2=\"&lt;b&gt;\"",
                " xmlns:ns3=\"\"",
                " xmlns:y=\"urn:y\" y:z=\"1\"",
            ]);
            (!text[some.start..some.open].contains(new.split('=').next().unwrap())).then(|| replaced(at, at, new))?
        }
        Kind::ElementOut => replaced(some.start, some.end, ""),
        Kind::AttributeOut => {
            let tag = &text[some.start..some.open];
            let from = tag.find(' ')?;
            let to = from + tag[from..].match_indices('"').nth(1)?.0 + 1;
            replaced(some.start + from, some.start + to, "")
        }
        Kind::Swapped => {
            let next = inner.iter().find(|other| other.parent == some.parent && other.start >= some.end)?;
            format!("{}{}{}{outer}{}", &text[..some.start], &text[next.start..next.end], &text[some.end..next.start], &text[next.end..])
        }
        Kind::Doubled => replaced(some.end, some.end, outer),
        Kind::Renamed => {
            let name = dice.pick(&[
                "Neuesfeld",
                "Textfeld",
                "Schleife",
                "Objekt",
                "Metadatenliste",
                "SequenzielleListe",
                "Ausdruck",
                "Kontrollfeld",
            ]);
            let open = replaced(some.start + 1, some.start + 1 + some.name.len(), name);
            if some.close == some.open {
                return Some(open);
            }
            let close = some.close + 2 + name.len() - some.name.len();
            format!("{}{name}{}", &open[..close], &open[close + some.name.len()..])
        }
        Kind::Emptied => replaced(some.open, some.close, ""),
        Kind::OtherText => {
            let leaves: Vec<&Place> =
                inner.iter().copied().filter(|place| place.close > place.open && !text[place.open..place.close].contains('<')).collect();
            let leaf = leaves.get(dice.below(leaves.len()))?;
            let long = "sehr langer Text ".repeat(4000);
            let new = if dice.below(10) == 0 { long.as_str() } else { dice.pick(&TEXTS) };
            replaced(leaf.open, leaf.close, new)
        }
        Kind::OtherWord => {
            let (old, new) = WORDS[dice.below(WORDS.len())];
            let all: Vec<usize> =
                text.match_indices(old).map(|(at, _)| at).filter(|at| text[..*at].rfind('>') > text[..*at].rfind('<')).collect();
            let at = *all.get(dice.below(all.len()))?;
            replaced(at, at + old.len(), new)
        }
        Kind::Beside => replaced(some.end, some.end, dice.pick(&BESIDE)),
        Kind::Prefixed => {
            let prefixed = format!("ns2:{}", some.name);
            if some.close == some.open {
                return Some(replaced(some.start + 1, some.start + 1 + some.name.len(), &prefixed));
            }
            let closed = replaced(some.close + 2, some.close + 2 + some.name.len(), &prefixed);
            format!("{}{prefixed}{}", &closed[..=some.start], &closed[some.start + 1 + some.name.len()..])
        }
        Kind::Wrapped => replaced(some.start, some.end, &format!("<Huelle>{outer}</Huelle>")),
    })
}
