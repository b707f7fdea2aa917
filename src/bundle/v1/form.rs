//! Forms, as version 1 writes them.

use super::Text;
use crate::bundle::convert::{choice, record};

record! {
    Form {
        id: u32,
        key: Text,
        name: Text,
        description: Text,
        shows: Option<u32>,
        pages: Vec<Page>,
        rules: Vec<FormRule>,
        source: Option<u32>,
    }

    Page { id: u32, title: Text, kind: PageKind, visible_when: Text, elements: Vec<FormElement> }

    FormElement {
        id: u32,
        width: u8,
        width_medium: Option<u8>,
        width_narrow: Option<u8>,
        visible_when: Text,
        kind: ElementKind,
    }

    FormField {
        data: Vec<u32>,
        label: Text,
        help: Text,
        is_required: bool,
        required_when: Text,
        is_read_only: bool,
        prefill: Text,
        account: Option<AccountAttribute>,
        choice_style: ChoiceStyle,
        parts: Vec<PartDemand>,
        rules: Vec<FieldRule>,
    }

    FieldRule { condition: Text, message: Text }

    PartDemand { part: Text, demand: Demand }

    FieldGroup { title: Text, help: Text, repeat: Option<Repeat>, elements: Vec<FormElement> }

    Repeat { list: Vec<u32>, least: u32, most: Option<u32>, layout: RepeatLayout }

    FormRule {
        id: u32,
        name: Text,
        wording: Text,
        when: Text,
        then: Option<Consequence>,
        stays_words: bool,
        targets: Vec<u32>,
        message: Text,
        fim_id: Text,
    }
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

    PageKind { Questions, Summary }

    RepeatLayout { Cards, Table }

    ChoiceStyle { Automatic, List, Radio, Search }

    Demand { Optional, Required, Absent }

    Consequence { Required, RequiredElseNotAllowed, NotAllowed, Visible, AtLeastOne, ExactlyOne, ValidPartialDate, Message }

    AccountAttribute {
        Salutation,
        Title,
        GivenNames,
        FamilyName,
        BirthName,
        DateOfBirth,
        PlaceOfBirth,
        Nationality,
        Person,
        Address,
        Email,
        Phone,
        CompanyName,
    }
}
