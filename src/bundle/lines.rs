//! The layout of the file: RON with one element per line, so that a difference shows as a line.
//!
//! The canonical text of a document, and with it the digest of a bundle, depends on this layout. It is written in one go,
//! in the strict part of RON that [`quick`](super::quick) reads.

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};
use std::fmt::{self, Write};

/// Structs in fields of these names stand one field per line.
const BROKEN_STRUCTS: &[&str] = &["manifest", "document"];

/// Lists in fields of these names stand one element per line, unless they hold numbers.
const BROKEN_LISTS: &[&str] = &[
    "contents",
    "processes",
    "roles",
    "pools",
    "lanes",
    "nodes",
    "flows",
    "message_flows",
    "artifacts",
    "associations",
    "objects",
    "fields",
    "code_lists",
    "entries",
    "forms",
    "pages",
    "elements",
    "decision_tables",
    "inputs",
    "outputs",
    "rules",
    "document_templates",
    "settings",
    "test_cases",
    "exercises",
    "steps",
    "expectations",
    "goals",
    "languages",
    "texts",
    "sources",
    "origins",
    "shapes",
    "edges",
];

/// A float without digits behind the point is whole, and below this bound written without an exponent.
const WHOLE: f64 = 1e15;

/// The text of a file, which is a struct. Fails at what no shape of ours holds: maps, tuples, bytes.
pub(super) fn write(file: &impl Serialize) -> Result<String, fmt::Error> {
    let mut page = Page::default();
    file.serialize(&mut page)?;
    page.text.push('\n');
    Ok(page.text)
}

/// The text so far.
#[derive(Default)]
struct Page {
    text: String,
    /// So many brackets are open whose content stands one below the other.
    depth: usize,
    /// The field whose value comes next.
    field: &'static str,
}

impl Page {
    fn new_line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("    ", self.depth));
    }

    fn open(&mut self, bracket: char, is_broken: bool) -> Items<'_> {
        self.text.push(bracket);
        let close = if bracket == '[' { ']' } else { ')' };
        Items { page: self, close, is_broken, is_first: true }
    }

    fn number(&mut self, number: impl fmt::Display) -> fmt::Result {
        write!(self.text, "{number}")
    }

    /// Only control characters are escaped, a class that never changes, so that a text is readable and its digest lasts.
    fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        while let Some(at) = rest.find(|letter: char| letter.is_control() || matches!(letter, '"' | '\\')) {
            let (plain, marked) = rest.split_at(at);
            self.text.push_str(plain);
            let mut letters = marked.chars();
            self.text.extend(letters.next().into_iter().flat_map(char::escape_debug));
            rest = letters.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    fn variant(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> fmt::Result {
        self.field = "";
        self.text.push_str(name);
        self.text.push('(');
        value.serialize(&mut *self)?;
        self.text.push(')');
        Ok(())
    }
}

macro_rules! numbers {
    ($($function:ident: $number:ty)*) => {$(
        fn $function(self, number: $number) -> fmt::Result {
            self.number(number)
        }
    )*};
}

macro_rules! refused {
    ($($function:ident($($given:ty),*) -> $answer:ty;)*) => {$(
        fn $function(self, $(_: $given),*) -> Result<$answer, fmt::Error> {
            Err(fmt::Error)
        }
    )*};
}

type Never = Impossible<(), fmt::Error>;

impl<'a> Serializer for &'a mut Page {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Items<'a>;
    type SerializeMap = Never;
    type SerializeStruct = Items<'a>;
    type SerializeStructVariant = Items<'a>;

    numbers! {
        serialize_i8: i8
        serialize_i16: i16
        serialize_i32: i32
        serialize_i64: i64
        serialize_u8: u8
        serialize_u16: u16
        serialize_u32: u32
        serialize_u64: u64
    }

    refused! {
        serialize_f32(f32) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Never;
        serialize_tuple_struct(&'static str, usize) -> Never;
        serialize_map(Option<usize>) -> Never;
    }

    fn serialize_bool(self, value: bool) -> fmt::Result {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f64(self, number: f64) -> fmt::Result {
        if number.fract() == 0.0 && number.abs() < WHOLE && (number != 0.0 || number.is_sign_positive()) {
            write!(self.text, "{}.0", number as i64)
        } else {
            write!(self.text, "{number:?}")
        }
    }

    fn serialize_str(self, text: &str) -> fmt::Result {
        self.string(text);
        Ok(())
    }

    fn serialize_none(self) -> fmt::Result {
        self.text.push_str("None");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        self.variant("Some", value)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> fmt::Result {
        Err(fmt::Error)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> fmt::Result {
        self.text.push_str(variant);
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, variant: &'static str, value: &T) -> fmt::Result {
        self.variant(variant, value)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Items<'a>, fmt::Error> {
        self.text.push_str(variant);
        Ok(self.open('(', false))
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Items<'a>, fmt::Error> {
        self.text.push_str(variant);
        Ok(self.open('(', false))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, fmt::Error> {
        let is_broken = BROKEN_LISTS.contains(&self.field);
        Ok(self.open('[', is_broken))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, fmt::Error> {
        let is_broken = self.text.is_empty() || BROKEN_STRUCTS.contains(&self.field);
        Ok(self.open('(', is_broken))
    }
}

/// What stands in brackets, as far as it is written.
struct Items<'a> {
    page: &'a mut Page,
    close: char,
    is_broken: bool,
    is_first: bool,
}

impl Items<'_> {
    fn next(&mut self) {
        if !self.is_first {
            self.page.text.push(',');
        }
        if self.is_broken {
            self.page.depth += usize::from(self.is_first);
            self.page.new_line();
        } else if !self.is_first {
            self.page.text.push(' ');
        }
        self.is_first = false;
    }

    fn element(&mut self, value: &(impl Serialize + ?Sized)) -> fmt::Result {
        let (end, is_first) = (self.page.text.len(), self.is_first);
        self.next();
        self.page.field = "";
        let start = self.page.text.len();
        value.serialize(&mut *self.page)?;
        let is_number = self.page.text.as_bytes().get(start).is_some_and(u8::is_ascii_digit);
        if is_first && self.is_broken && is_number {
            self.page.text.drain(end..start);
            self.page.depth -= 1;
            self.is_broken = false;
        }
        Ok(())
    }

    fn field(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> fmt::Result {
        self.next();
        self.page.text.push_str(name);
        self.page.text.push_str(": ");
        self.page.field = name;
        value.serialize(&mut *self.page)
    }

    fn close(self) {
        if self.is_broken && !self.is_first {
            self.page.text.push(',');
            self.page.depth -= 1;
            self.page.new_line();
        }
        self.page.text.push(self.close);
    }
}

macro_rules! items {
    ($($kind:ident: $function:ident($($name:ident)?) as $method:ident;)*) => {$(
        impl ser::$kind for Items<'_> {
            type Ok = ();
            type Error = fmt::Error;

            fn $function<T: Serialize + ?Sized>(&mut self, $($name: &'static str,)? value: &T) -> fmt::Result {
                self.$method($($name,)? value)
            }

            fn end(self) -> fmt::Result {
                self.close();
                Ok(())
            }
        }
    )*};
}

items! {
    SerializeSeq: serialize_element() as element;
    SerializeTupleVariant: serialize_field() as element;
    SerializeStruct: serialize_field(name) as field;
    SerializeStructVariant: serialize_field(name) as field;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct File {
        format: &'static str,
        nodes: Vec<Node>,
        edges: Vec<Node>,
        forms: Vec<Form>,
        document: Texts,
    }

    #[derive(Serialize)]
    struct Node {
        id: u32,
        parent: Option<u32>,
        fields: Vec<u32>,
    }

    #[derive(Serialize)]
    struct Form {
        id: u32,
        pages: Vec<Kind>,
    }

    #[derive(Serialize)]
    enum Kind {
        Plain,
        Pair(u32, f64),
        Named { rules: Vec<u32>, tests: Vec<&'static str> },
        Inner(Node),
    }

    #[derive(Serialize)]
    struct Texts {
        tests: Vec<&'static str>,
    }

    #[test]
    fn one_element_per_line() {
        let node = |id, parent| Node { id, parent, fields: vec![id, 7] };
        let pages = vec![Kind::Plain, Kind::Pair(1, 2.5), Kind::Named { rules: vec![], tests: vec!["-", "1"] }, Kind::Inner(node(5, None))];
        let file = File {
            format: "x",
            nodes: vec![node(1, None), node(2, Some(1))],
            edges: vec![],
            forms: vec![Form { id: 3, pages }],
            document: Texts { tests: vec!["a", "b"] },
        };
        let expected = [
            "(",
            r#"    format: "x","#,
            "    nodes: [",
            "        (id: 1, parent: None, fields: [1, 7]),",
            "        (id: 2, parent: Some(1), fields: [2, 7]),",
            "    ],",
            "    edges: [],",
            "    forms: [",
            "        (id: 3, pages: [",
            "            Plain,",
            "            Pair(1, 2.5),",
            r#"            Named(rules: [], tests: ["-", "1"]),"#,
            "            Inner((id: 5, parent: None, fields: [5, 7])),",
            "        ]),",
            "    ],",
            "    document: (",
            r#"        tests: ["a", "b"],"#,
            "    ),",
            ")",
        ];
        assert_eq!(write(&file).unwrap().lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn strings_stay_whole_and_only_control_characters_are_escaped() {
        let write = |text: &'static str| write(&Texts { tests: vec![text] }).unwrap();
        assert_eq!(write("nodes:[("), "(\n    tests: [\"nodes:[(\"],\n)\n");
        assert_eq!(
            write("\"\\'e\u{301}\u{200b}\u{7f}\u{85}\u{1f600}\n\t\r\0"),
            "(\n    tests: [\"\\\"\\\\'e\u{301}\u{200b}\\u{7f}\\u{85}\u{1f600}\\n\\t\\r\\0\"],\n)\n"
        );
    }

    #[test]
    fn numbers_are_written_as_ron_writes_them() {
        for number in [0.0, -0.0, 1.0, -17.0, 0.1, -2.5, 1e15, 1e16, 123_456_789_012_345.0, f64::MIN_POSITIVE, -1e300, f64::NAN] {
            let mut page = Page::default();
            number.serialize(&mut page).unwrap();
            assert_eq!(page.text, ron::to_string(&number).unwrap());
        }
    }
}
