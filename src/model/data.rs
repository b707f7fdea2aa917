//! The data of a procedure, declared once: object types, their fields, and code lists.

use super::{CodeListId, DataFieldId, Duration, LegalBasis, ObjectTypeId};

/// An object with fields: "Antrag", "Hund", "Halter". Object types that no field uses are the case
/// data; expressions reach their fields as `objectKey.fieldKey`.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectType {
    /// Identity.
    pub id: ObjectTypeId,
    /// Name in expressions, unique among object types and settings: `hund`.
    pub key: String,
    /// Name that people read.
    pub name: String,
    /// What it holds.
    pub description: String,
    /// Its fields in order.
    pub fields: Vec<DataFieldId>,
    /// Laws that allow asking for it as a whole.
    pub legal_bases: Vec<LegalBasis>,
    /// FIM id of the Datenfeldgruppe (`G00000253`), or empty.
    pub fim_id: String,
}

/// A field of an object type.
#[derive(Clone, Debug, PartialEq)]
pub struct DataField {
    /// Identity.
    pub id: DataFieldId,
    /// The object type to which it belongs.
    pub object: ObjectTypeId,
    /// Name in expressions, unique in its object: `geburtsdatum`.
    pub key: String,
    /// Name that people read; forms show it unless they say otherwise.
    pub name: String,
    /// What it holds.
    pub description: String,
    /// What it is needed for (GDPR, article 5 (1) b).
    pub purpose: String,
    /// What kind of value it takes.
    pub kind: FieldKind,
    /// What a value must satisfy.
    pub constraints: Constraints,
    /// Whether it is personal data (GDPR, article 4).
    pub is_personal: bool,
    /// How long it is kept after the case is closed (GDPR, article 5 (1) e).
    pub retention: Option<Duration>,
    /// Laws that allow asking for it.
    pub legal_bases: Vec<LegalBasis>,
    /// FIM id of the Datenfeld (`F00000462`), or empty.
    pub fim_id: String,
}

/// What kind of value a field takes. In FEEL: texts, files' names and codes are strings; numbers and
/// money are numbers; composite kinds are contexts with the parts named in [`FieldKind::parts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldKind {
    /// One line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// A whole number.
    WholeNumber,
    /// A decimal number.
    Decimal,
    /// An amount in euros, exact to the cent.
    Money,
    /// A calendar date.
    Date,
    /// A time of day.
    Time,
    /// Date and time of day.
    DateTime,
    /// Yes or no.
    YesNo,
    /// One code of a list.
    Choice(CodeListId),
    /// Any number of codes of a list.
    MultipleChoice(CodeListId),
    /// One uploaded file.
    File,
    /// A natural person.
    Person,
    /// A postal address.
    Address,
    /// A bank account by IBAN (ISO 13616).
    BankAccount,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// One nested object.
    Object(ObjectTypeId),
    /// A list of objects.
    List(ObjectTypeId),
}

impl FieldKind {
    /// Keys of the parts of a composite kind, in the order of a form; empty for simple kinds.
    /// All parts are texts but a person's `geburtsdatum`, which is a date, and a file's `groesse`, a number of bytes.
    pub fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Person => &["anrede", "vorname", "nachname", "geburtsdatum"],
            Self::Address => &["strasse", "hausnummer", "plz", "ort", "land"],
            Self::BankAccount => &["iban", "kontoinhaber"],
            Self::File => &["name", "groesse"],
            _ => &[],
        }
    }

    /// The object type that a nested object or a list holds.
    pub fn object(self) -> Option<ObjectTypeId> {
        match self {
            Self::Object(object) | Self::List(object) => Some(object),
            _ => None,
        }
    }

    /// The code list of a choice.
    pub fn code_list(self) -> Option<CodeListId> {
        match self {
            Self::Choice(list) | Self::MultipleChoice(list) => Some(list),
            _ => None,
        }
    }
}

/// What a value must satisfy. Empty texts and `None` demand nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// Least number of characters.
    pub min_length: Option<u32>,
    /// Greatest number of characters.
    pub max_length: Option<u32>,
    /// Least value, a FEEL expression of the field's type: `0`, `today()`.
    pub minimum: String,
    /// Greatest value, a FEEL expression of the field's type.
    pub maximum: String,
    /// Regular expression that the whole text must match.
    pub pattern: String,
    /// What to say when the pattern is not matched.
    pub pattern_message: String,
    /// Least number of entries of a list or multiple choice.
    pub min_items: Option<u32>,
    /// Greatest number of entries.
    pub max_items: Option<u32>,
    /// File name endings without dot that may be uploaded; empty allows all.
    pub file_kinds: Vec<String>,
    /// Greatest size of a file in bytes.
    pub max_file_size: Option<u64>,
}

impl Constraints {
    /// How many demands there are.
    pub fn count(&self) -> usize {
        let texts = [&self.minimum, &self.maximum, &self.pattern].into_iter().filter(|text| !text.trim().is_empty()).count();
        let numbers = [self.min_length, self.max_length, self.min_items, self.max_items].into_iter().flatten().count();
        texts + numbers + usize::from(!self.file_kinds.is_empty()) + usize::from(self.max_file_size.is_some())
    }
}

/// A list of codes with their meanings.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeList {
    /// Identity.
    pub id: CodeListId,
    /// Technical name, unique among code lists.
    pub key: String,
    /// Name that people read.
    pub name: String,
    /// Version of the list: a number or date as its publisher writes it.
    pub version: String,
    /// Canonical address (`urn:de:…`), or empty.
    pub uri: String,
    /// The codes in order.
    pub entries: Vec<CodeEntry>,
}

/// One code of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeEntry {
    /// The code that is stored, unique in its list.
    pub code: String,
    /// What people read.
    pub label: String,
    /// Explanation, or empty.
    pub help: String,
}

impl ObjectType {
    /// An object type without fields.
    pub fn new(id: ObjectTypeId, key: &str, name: &str) -> Self {
        Self {
            id,
            key: key.to_owned(),
            name: name.to_owned(),
            description: String::new(),
            fields: Vec::new(),
            legal_bases: Vec::new(),
            fim_id: String::new(),
        }
    }
}

impl DataField {
    /// A field of which nothing is demanded.
    pub fn new(id: DataFieldId, object: ObjectTypeId, key: &str, name: &str, kind: FieldKind) -> Self {
        Self {
            id,
            object,
            key: key.to_owned(),
            name: name.to_owned(),
            description: String::new(),
            purpose: String::new(),
            kind,
            constraints: Constraints::default(),
            is_personal: false,
            retention: None,
            legal_bases: Vec::new(),
            fim_id: String::new(),
        }
    }
}

impl CodeEntry {
    /// A code and what people read.
    pub fn new(code: &str, label: &str) -> Self {
        Self { code: code.to_owned(), label: label.to_owned(), help: String::new() }
    }
}
