//! The form of a schema: pages, groups and fields by their paths, and the rules at their places.

use super::super::What;
use super::importing::Importing;
use super::standard::{Block, Cardinality, Position, Rule};
use super::value;
use crate::model::{
    Consequence, DataFieldId, DataPath, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormElementId, FormField, FormRule,
    ObjectTypeId, Page, Repeat, RepeatLayout,
};

/// Groups of so few fields and no groups in them stand as a table where they can be filled in several times.
const WIDEST_TABLE: usize = 4;

/// A condition has no more terms than this.
const MOST_TERMS: usize = 200;

/// Makes a form of what was imported.
pub(super) struct FormMaker<'i, 'a> {
    import: &'i mut Importing<'a>,
    rules: Vec<FormRule>,
}

/// Where one stands in the data: path, the words with which expressions begin, and the optional group around.
struct Here {
    path: Vec<DataFieldId>,
    words: String,
    optional: Option<Optional>,
}

/// What is known of an optional group while its fields are made.
#[derive(Default)]
struct Optional {
    /// Must be filled in once anything in the group is.
    mandatory: Vec<FormElementId>,
    /// Conditions that something in it is filled in.
    filled: Vec<String>,
}

impl<'i, 'a> FormMaker<'i, 'a> {
    pub fn new(import: &'i mut Importing<'a>) -> Self {
        Self { import, rules: Vec::new() }
    }

    /// The form with its pages and rules.
    pub fn form(mut self, schema: Block<'a>, object: ObjectTypeId) -> Form {
        let mut form = self.import.empty_form(schema);
        let mut here = Here { path: Vec::new(), words: self.object_key(object), optional: None };
        let mut is_loose = false;
        for (position, field) in self.import.blocks.positions(schema, object) {
            if position.block.is_field() {
                let elements = self.position(position, field, &mut here);
                match form.pages.last_mut().filter(|_| is_loose) {
                    Some(page) => page.elements.extend(elements),
                    None => form.pages.push(self.page(&position.block.name(), elements.into_iter().collect())),
                }
                is_loose = true;
            } else {
                form.pages.push(self.group_page(position, field, &mut here));
                is_loose = false;
            }
        }
        if form.pages.is_empty() {
            form.pages.push(self.page(&schema.title(), Vec::new()));
        }
        self.rules_of(schema, &[]);
        self.import.say_reused();
        form.rules = self.rules;
        form
    }

    fn page(&mut self, title: &str, elements: Vec<FormElement>) -> Page {
        Page { elements, ..Page::new(self.import.document.new_id(), title) }
    }

    /// A page for a group on the first level. One that must be there once is the page itself; others stand on it as groups.
    fn group_page(&mut self, position: Position<'a>, field: Option<DataFieldId>, here: &mut Here) -> Page {
        let block = position.block;
        let title = block.title();
        let is_page = position.cardinality() == Ok(Cardinality::ONCE);
        let Some((field, object)) = field.zip(self.object_of(field)).filter(|_| is_page) else {
            let elements = self.position(position, field, here);
            return self.page(&title, elements.into_iter().collect());
        };
        self.import.blocks.count(block);
        let mut page = self.page(&title, Vec::new());
        let help = block.text("hilfetextEingabe");
        if !help.is_empty() {
            let id = self.import.document.new_id();
            page.elements.push(FormElement::new(id, ElementKind::StaticText(help)));
        }
        let mut inside = self.inside(here, field);
        page.elements.extend(self.elements(block, object, &mut inside));
        let places: Vec<FormElementId> = page.elements.iter().map(|element| element.id).collect();
        self.rules_of(block, &places);
        page
    }

    fn elements(&mut self, block: Block<'a>, object: ObjectTypeId, here: &mut Here) -> Vec<FormElement> {
        let positions = self.import.blocks.positions(block, object);
        positions.into_iter().filter_map(|(position, field)| self.position(position, field, here)).collect()
    }

    fn position(&mut self, position: Position<'a>, field: Option<DataFieldId>, here: &mut Here) -> Option<FormElement> {
        self.import.blocks.count(position.block);
        let Some(field) = field else { return Some(self.text(position.block)) };
        let kind = self.import.document.fields.get(field)?.kind;
        let element = match kind {
            FieldKind::Object(object) => self.group(position, field, object, here),
            FieldKind::List(object) => self.list(position, field, object, here),
            _ => self.field(position, field, here),
        };
        self.rules_of(position.block, &[element.id]);
        Some(element)
    }

    /// Text to read (Feldart label).
    fn text(&mut self, block: Block<'a>) -> FormElement {
        let element = FormElement::new(self.import.document.new_id(), ElementKind::StaticText(text_of(block)));
        self.rules_of(block, &[element.id]);
        element
    }

    fn field(&mut self, position: Position<'a>, data: DataFieldId, here: &mut Here) -> FormElement {
        let block = position.block;
        let id: FormElementId = self.import.document.new_id();
        let inside = self.inside(here, data);
        let kind = self.import.document.fields.get(data).map_or(FieldKind::Text, |field| field.kind);
        let mut field = FormField::of(DataPath(inside.path.clone()));
        field.label = block.label();
        field.help = block.text("hilfetextEingabe");
        field.is_read_only = block.field_kind() == "locked";
        let content = block.text("inhalt");
        field.prefill = if content.is_empty() { String::new() } else { value::literal(kind, &content).unwrap_or_default() };
        let is_demanded = position.cardinality().is_ok_and(|it| it.least > 0);
        match &mut here.optional {
            Some(optional) => {
                let is_box = kind == FieldKind::YesNo && !is_demanded;
                optional.filled.push(if is_box { format!("{} = true", inside.words) } else { format!("is filled({})", inside.words) });
                optional.mandatory.extend(is_demanded.then_some(id));
            }
            None => field.is_required = is_demanded,
        }
        if let Some(is_must) = block.prefill() {
            self.import.say(block, What::Prefill { is_must });
        }
        let mut element = FormElement::new(id, ElementKind::Field(field));
        if block.field_kind() == "hidden" {
            "false".clone_into(&mut element.visible_when);
            self.import.say(block, What::Hidden);
        }
        element
    }

    fn group(&mut self, position: Position<'a>, field: DataFieldId, object: ObjectTypeId, here: &mut Here) -> FormElement {
        let block = position.block;
        let id: FormElementId = self.import.document.new_id();
        let is_optional = position.cardinality().map_or(true, |it| it.least == 0);
        let mut inside = self.inside(here, field);
        inside.optional = if is_optional { Some(Optional::default()) } else { here.optional.take() };
        let mut group = FieldGroup::new(&block.title(), Vec::new());
        group.help = block.text("hilfetextEingabe");
        group.elements = self.elements(block, object, &mut inside);
        if is_optional {
            let own = inside.optional.unwrap_or_default();
            if let Some(around) = &mut here.optional {
                around.filled.extend(own.filled.iter().cloned());
            }
            self.demand_if_filled(block, own);
        } else {
            here.optional = inside.optional;
        }
        FormElement::new(id, ElementKind::Group(group))
    }

    /// The rule that what an optional group demands is demanded once anything in it is filled in.
    fn demand_if_filled(&mut self, block: Block<'a>, optional: Optional) {
        let Optional { mandatory, filled } = optional;
        if mandatory.is_empty() || filled.len() < 2 {
            return;
        }
        if filled.len() > MOST_TERMS {
            return self.import.say(block, What::WideGroup);
        }
        let mut rule = FormRule::new(self.import.document.new_id(), &block.title());
        rule.when = filled.join(" or ");
        rule.then = Some(Consequence::Required);
        rule.targets = mandatory;
        self.rules.push(rule);
        self.import.say(block, What::OptionalGroup);
    }

    fn list(&mut self, position: Position<'a>, field: DataFieldId, object: ObjectTypeId, here: &mut Here) -> FormElement {
        let block = position.block;
        let id: FormElementId = self.import.document.new_id();
        let cardinality = position.cardinality().unwrap_or(Cardinality::OPTIONAL);
        let place = self.inside(here, field);
        let mut least = cardinality.least;
        if let Some(optional) = &mut here.optional {
            optional.filled.push(format!("is filled({})", place.words));
            if least > 0 {
                optional.mandatory.push(id);
                self.import.say(block, What::LeastEntries(least));
            }
            least = 0;
        }
        let mut inside = Here { path: place.path.clone(), words: self.object_key(object), optional: None };
        let mut group = FieldGroup::new(&block.title(), Vec::new());
        if block.is_field() {
            let inner = self.import.document.objects.get(object).and_then(|object| object.fields.first().copied());
            group.elements = inner.into_iter().map(|inner| self.entry(position, inner, &inside)).collect();
        } else {
            group.help = block.text("hilfetextEingabe");
            group.elements = self.elements(block, object, &mut inside);
        }
        let is_flat = group.elements.iter().all(|element| matches!(element.kind, ElementKind::Field(_)));
        let layout = if is_flat && group.elements.len() <= WIDEST_TABLE { RepeatLayout::Table } else { RepeatLayout::Cards };
        group.repeat = Some(Repeat { list: DataPath(place.path), least, most: cardinality.most, layout });
        FormElement::new(id, ElementKind::Group(group))
    }

    /// The one field of an entry, which must be filled in: an empty entry is none.
    fn entry(&mut self, position: Position<'a>, inner: DataFieldId, list: &Here) -> FormElement {
        let mut here = Here { path: list.path.clone(), words: list.words.clone(), optional: None };
        let mut element = self.field(position, inner, &mut here);
        if let ElementKind::Field(field) = &mut element.kind {
            field.is_required = true;
        }
        element
    }

    /// The rules of a block, each in words, about the elements that the block became.
    fn rules_of(&mut self, block: Block<'a>, places: &[FormElementId]) {
        for rule in block.rules() {
            self.rule(rule, places);
        }
    }

    fn rule(&mut self, rule: Rule<'a>, places: &[FormElementId]) {
        let mut made = FormRule::new(self.import.document.new_id(), &rule.name());
        made.wording = rule.wording();
        made.fim_id = rule.id();
        made.targets = places.to_vec();
        self.rules.push(made);
        if rule.has_script() {
            self.import.say(Block(rule.0), What::Script);
        }
    }

    fn inside(&self, here: &Here, field: DataFieldId) -> Here {
        let key = self.import.document.fields.get(field).map(|field| field.key.clone()).unwrap_or_default();
        let path = here.path.iter().copied().chain([field]).collect();
        Here { path, words: format!("{}.{key}", here.words), optional: None }
    }

    fn object_of(&self, field: Option<DataFieldId>) -> Option<ObjectTypeId> {
        self.import.document.fields.get(field?)?.kind.object()
    }

    fn object_key(&self, object: ObjectTypeId) -> String {
        self.import.document.objects.get(object).map(|object| object.key.clone()).unwrap_or_default()
    }
}

/// What a text to read says.
pub(super) fn text_of(block: Block<'_>) -> String {
    let texts = ["inhalt", "hilfetextEingabe"].map(|name| block.text(name));
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_else(|| block.title())
}
