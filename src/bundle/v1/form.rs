//! Forms, as version 1 writes them.

use super::Text;
use crate::bundle::convert::{choice, record};

record! {
    Form { id: u32, key: Text, name: Text, description: Text, pages: Vec<Page> }

    Page { id: u32, title: Text, visible_when: Text, elements: Vec<FormElement> }

    FormElement { id: u32, width: u8, visible_when: Text, kind: ElementKind }

    FormField {
        data: Vec<u32>,
        label: Text,
        help: Text,
        is_required: bool,
        required_when: Text,
        is_read_only: bool,
        prefill: Text,
        rules: Vec<FieldRule>,
    }

    FieldRule { condition: Text, message: Text }

    FieldGroup { title: Text, repeat: Option<Repeat>, elements: Vec<FormElement> }

    Repeat { list: Vec<u32>, least: u32, most: Option<u32> }
}

choice! {
    ElementKind {
        Field(field: FormField),
        Group(group: FieldGroup),
        Heading(text: Text),
        StaticText(text: Text),
        Hint { kind: HintKind, text: Text },
    }

    HintKind { Information, Success, Warning, Error }
}
