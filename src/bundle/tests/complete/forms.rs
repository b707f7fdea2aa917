//! Every variant of data and forms.

use super::{law, text};
use crate::model::*;

pub(super) fn data(document: &mut Document) {
    let code_list: CodeListId = document.new_id();
    let entry = |code: &str, label: &str| CodeEntry { code: text(code), label: text(label), help: text("Nach Anlage 1") };
    document.code_lists.insert(
        code_list,
        CodeList {
            id: code_list,
            key: text("rassen"),
            name: text("Hunderassen"),
            version: text("2026-01-01"),
            uri: text("urn:de:beispiel:rassen"),
            entries: vec![entry("01", "Dackel"), entry("02", "Schäferhund")],
        },
    );
    let nested: ObjectTypeId = document.new_id();
    let object: ObjectTypeId = document.new_id();
    let mut fields = Vec::new();
    for kind in kinds(nested, code_list) {
        fields.push(field(document, object, kind));
    }
    let inner = vec![field(document, nested, FieldKind::Text)];
    for (id, key, name, fields) in [(nested, "impfung", "Impfung", inner), (object, "hund", "Hund", fields)] {
        let (key, name) = (text(key), text(name));
        let description = text("Was es enthält");
        document
            .objects
            .insert(id, ObjectType { id, key, name, description, fields, legal_bases: vec![law("HStS")], fim_id: text("G00000253") });
    }
}

fn kinds(object: ObjectTypeId, list: CodeListId) -> [FieldKind; 19] {
    use FieldKind::*;
    [
        Text,
        LongText,
        WholeNumber,
        Decimal,
        Money,
        Date,
        Time,
        DateTime,
        YesNo,
        Choice(list),
        MultipleChoice(list),
        File,
        Person,
        Address,
        BankAccount,
        Email,
        Phone,
        Object(object),
        List(object),
    ]
}

fn field(document: &mut Document, object: ObjectTypeId, kind: FieldKind) -> DataFieldId {
    let id: DataFieldId = document.new_id();
    let full = matches!(kind, FieldKind::Text);
    let constraints = Constraints {
        min_length: full.then_some(2),
        max_length: full.then_some(80),
        minimum: text("0"),
        maximum: text("today()"),
        pattern: text("[A-ZÄÖÜ].*"),
        pattern_message: text("Beginnt groß."),
        min_items: full.then_some(0),
        max_items: full.then_some(9),
        file_kinds: vec![text("pdf"), text("jpg")],
        max_file_size: full.then_some(5_000_000_000),
    };
    document.fields.insert(
        id,
        DataField {
            id,
            object,
            key: format!("feld{}", id.0),
            name: format!("{kind:?}"),
            description: text("Was es sagt"),
            purpose: text("Wozu es da ist"),
            kind,
            constraints: if full { constraints } else { Constraints::default() },
            is_personal: full,
            retention: full.then(|| Duration { iso: text("P10Y"), in_working_days: false }),
            legal_bases: vec![law("DSGVO")],
            fim_id: text("F00000462"),
        },
    );
    id
}

pub(super) fn forms(document: &mut Document) {
    let list = document.fields.values().find(|field| matches!(field.kind, FieldKind::List(_))).unwrap();
    let (list_id, inner) = (list.id, document.objects.get(list.kind.object().unwrap()).unwrap().fields[0]);
    let field = |path: Vec<DataFieldId>| {
        ElementKind::Field(FormField {
            data: DataPath(path),
            label: text("Name des Hundes"),
            help: text("Wie er gerufen wird"),
            is_required: true,
            required_when: text("hund.alter > 1"),
            is_read_only: false,
            prefill: text("\"Bello\""),
            account: None,
            choice_style: ChoiceStyle::Automatic,
            parts: Vec::new(),
            rules: vec![FieldRule { condition: text("string length(hund.name) > 1"), message: text("Zu kurz.") }],
        })
    };
    let mut elements = Vec::new();
    let mut add = |kind: ElementKind, document: &mut Document| {
        let element = FormElement {
            id: document.new_id(),
            width: 6,
            width_medium: Some(8),
            width_narrow: Some(12),
            visible_when: text("true"),
            kind,
        };
        elements.push(element);
    };
    add(field(vec![list_id]), document);
    add(ElementKind::Heading(text("Ihr Hund")), document);
    add(ElementKind::StaticText(text("Zweithund: höherer Satz.")), document);
    for kind in [HintKind::Information, HintKind::Success, HintKind::Warning, HintKind::Error] {
        add(ElementKind::Hint { kind, text: text("Hinweis") }, document);
    }
    for (repeat, layout) in [(None, RepeatLayout::Cards), (Some(None), RepeatLayout::Cards), (Some(Some(4)), RepeatLayout::Table)] {
        let inside = FormElement::new(document.new_id(), field(vec![list_id, inner]));
        let repeat = repeat.map(|most| Repeat { list: DataPath::field(list_id), least: 1, most, layout });
        add(
            ElementKind::Group(FieldGroup { title: text("Impfungen"), help: text("Laut Impfpass"), repeat, elements: vec![inside] }),
            document,
        );
    }
    let first = elements[0].id;
    let page = |document: &mut Document, kind, elements| {
        let id = document.new_id();
        Page { id, title: text("Angaben"), kind, visible_when: text("true"), elements }
    };
    let pages = vec![page(document, PageKind::Questions, elements), page(document, PageKind::Summary, Vec::new())];
    let id: FormId = document.new_id();
    let mut form = Form { description: text("Zum Ausfüllen"), ..Form::new(id, "anmeldung", "Anmeldung", pages) };
    form.rules = rules(document, first);
    document.forms.insert(id, form);
    derived(document, id, list_id);
}

fn rules(document: &mut Document, target: FormElementId) -> Vec<FormRule> {
    use Consequence::*;
    let all = [Required, RequiredElseNotAllowed, NotAllowed, Visible, AtLeastOne, ExactlyOne, ValidPartialDate, Message].map(Some);
    let rule = |then: Option<Consequence>| FormRule {
        id: document.new_id(),
        name: text("Zweithund"),
        wording: text("Ein Zweithund braucht einen Ersthund."),
        when: text("hund.alter > 1"),
        then,
        stays_words: then.is_none(),
        targets: vec![target],
        message: text("Bitte angeben."),
        fim_id: text("R00000849"),
    };
    all.into_iter().chain([None]).map(rule).collect()
}

/// The form of the caseworker, files that were read, and texts in another language.
fn derived(document: &mut Document, shown: FormId, field: DataFieldId) {
    use AccountAttribute::*;
    let sources = {
        use SourceFormat::*;
        [Xdatenfelder2, Xdatenfelder3, Xprozess, Bpmn, Civento, OzgHub]
    }
    .map(|format| {
        let id: SourceId = document.new_id();
        let (key, given) = (format!("quelle{}", id.0), Default::default());
        let source = Source { id, key, name: text("S1.xml"), format, text: text("<a>\n  <b/>\n</a>"), given };
        document.sources.insert(id, source);
        id
    });
    for (of, origin) in [(Subject::Form(shown), "F1"), (Subject::DataField(field), "path/\"quoted\"")] {
        document.origins.insert(of, Origin { source: sources[0], id: text(origin) });
    }
    let accounts = [
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
    ];
    let styles = [ChoiceStyle::Automatic, ChoiceStyle::List, ChoiceStyle::Radio, ChoiceStyle::Search];
    let demands = [Demand::Optional, Demand::Required, Demand::Absent];
    let mut elements = Vec::new();
    for (index, account) in accounts.into_iter().enumerate() {
        let parts = demands.map(|demand| PartDemand { part: text("vorname"), demand }).to_vec();
        let choice_style = styles[index % styles.len()];
        let asked = FormField { account: Some(account), choice_style, parts, ..FormField::of(DataPath::field(field)) };
        elements.push(FormElement::new(document.new_id(), ElementKind::Field(asked)));
    }
    let page = Page { elements, ..Page::new(document.new_id(), "Prüfung") };
    let id: FormId = document.new_id();
    let form = Form::new(id, "pruefung", "Prüfung", vec![page]);
    document.forms.insert(id, Form { shows: Some(shown), source: Some(sources[1]), ..form });
    language(document, shown);
}

fn language(document: &mut Document, form: FormId) {
    use TextPart::*;
    let id: LanguageId = document.new_id();
    let parts = [Name, Description, Label, Help, Text, PatternMessage, RuleMessage(1), Code(text("01")), CodeHelp(text("01"))];
    let translated =
        |part: TextPart| (TextPlace { at: Subject::Form(form), part }, Translation { text: text("Registration"), of: text("Anmeldung") });
    let texts = parts.into_iter().map(translated).collect();
    document.languages.insert(id, Language { id, tag: text("en"), name: text("English"), texts });
}
