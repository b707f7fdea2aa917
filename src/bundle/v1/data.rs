//! Object types, data fields and code lists, as version 1 writes them.

use super::{Text, content::LegalBasis, node::Duration};
use crate::bundle::convert::{choice, record};

record! {
    ObjectType {
        id: u32,
        key: Text,
        name: Text,
        description: Text,
        fields: Vec<u32>,
        legal_bases: Vec<LegalBasis>,
        fim_id: Text,
    }

    DataField {
        id: u32,
        object: u32,
        key: Text,
        name: Text,
        description: Text,
        purpose: Text,
        kind: FieldKind,
        constraints: Constraints,
        is_personal: bool,
        retention: Option<Duration>,
        legal_bases: Vec<LegalBasis>,
        fim_id: Text,
    }

    Constraints {
        min_length: Option<u32>,
        max_length: Option<u32>,
        minimum: Text,
        maximum: Text,
        pattern: Text,
        pattern_message: Text,
        min_items: Option<u32>,
        max_items: Option<u32>,
        file_kinds: Vec<Text>,
        max_file_size: Option<u64>,
    }

    CodeList { id: u32, key: Text, name: Text, version: Text, uri: Text, entries: Vec<CodeEntry> }

    CodeEntry { code: Text, label: Text, help: Text }
}

choice! {
    FieldKind {
        Text,
        LongText,
        WholeNumber,
        Decimal,
        Money,
        Date,
        Time,
        DateTime,
        YesNo,
        Choice(list: u32),
        MultipleChoice(list: u32),
        File,
        Person,
        Address,
        BankAccount,
        Email,
        Phone,
        Object(object: u32),
        List(object: u32),
    }
}
