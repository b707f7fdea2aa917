//! Writes the schema of a form: first what each field takes, then what conditions and rules demand.

use super::condition::{Conditions, Terms};
use super::kind::{codes, demanding, plain};
use super::node::{Node, not, present, within};
use super::outline::{Around, Item, ItemKind, Outline, Walk};
use super::rules::is_shown_only;
use super::{Demanded, Export, Unsaid};
use crate::expr::{Names, parse};
use crate::model::{CodeList, CodeListId, Consequence, DataField, Document, Form, FormElementId, FormField, FormId, Subject};
use crate::scope;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema being written.
pub(super) struct Writer<'a> {
    document: &'a Document,
    form: &'a Form,
    names: &'a Names,
    outline: Outline<'a>,
    root: Node,
    lists: BTreeMap<CodeListId, &'a CodeList>,
    demands: Vec<Json>,
    unsaid: Vec<Unsaid>,
}

/// The schema of a form.
pub(super) fn write(document: &Document, form: &Form) -> Export {
    let names = scope::names(document);
    let mut writer = Writer::new(document, form, &names);
    for id in writer.outline.order.clone() {
        writer.item_of(id);
    }
    form.rules.iter().for_each(|rule| writer.rule(rule));
    writer.finish()
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, form: &'a Form, names: &'a Names) -> Self {
        let conditions = Conditions { document, names };
        let mut unsaid = Vec::new();
        let is_demand = |then| matches!(then, Some(Consequence::Required | Consequence::RequiredElseNotAllowed));
        let is_asked = |id: FormElementId| form.rules.iter().any(|rule| is_demand(rule.then) && rule.targets.contains(&id));
        let mut shown = |id: FormElementId, text: &str, around: &Around| {
            let by_rules = form.rules.iter().filter(|rule| rule.then == Some(Consequence::Visible) && rule.targets.contains(&id));
            let texts = std::iter::once(text).chain(by_rules.map(|rule| rule.when.as_str()));
            // What cannot be read hides nothing.
            texts.filter(|text| !text.trim().is_empty() && parse(text, names).is_ok()).fold(Terms::default(), |shown, text| {
                let terms = conditions.holds(text, around);
                if terms.is_partial {
                    unsaid.push(Unsaid { at: Subject::FormElement(form.id, id), what: Demanded::Visible, text: text.to_owned() });
                }
                shown.and(&terms)
            })
        };
        let outline = Outline { order: Vec::new(), items: BTreeMap::new() };
        let outline = Walk { document, shown: &mut shown, is_asked: &is_asked, outline }.form(form);
        Self { document, form, names, outline, root: Node::default(), lists: BTreeMap::new(), demands: Vec::new(), unsaid }
    }

    pub(super) fn names(&self) -> &Names {
        self.names
    }

    pub(super) fn form_id(&self) -> FormId {
        self.form.id
    }

    pub(super) fn item(&self, id: FormElementId) -> Option<&Item<'a>> {
        self.outline.items.get(&id)
    }

    pub(super) fn conditions(&self) -> Conditions<'a> {
        Conditions { document: self.document, names: self.names }
    }

    /// Notes what the schema does not say.
    pub(super) fn leave(&mut self, at: Subject, what: Demanded, text: &str) {
        self.unsaid.push(Unsaid { at, what, text: text.to_owned() });
    }

    /// Where these conditions hold, this must hold in each entry of the lists round.
    pub(super) fn demand(&mut self, around: &Around, when: &Terms, then: Json) {
        let count = around.lists.len();
        let schema = (0..=count).rev().fold(then, |then, level| {
            let here: Vec<Json> = when
                .terms
                .iter()
                .filter(|(at, schema)| *at == level && *schema != Json::Bool(true))
                .map(|(_, schema)| schema.clone())
                .collect();
            let then = if here.is_empty() { then } else { json!({ "if": super::node::all(here), "then": then }) };
            match level.checked_sub(1).and_then(|outer| around.lists.get(outer)) {
                Some(keys) => within(keys, json!({ "items": then })),
                None => then,
            }
        });
        if schema != Json::Bool(true) {
            self.demands.push(schema);
        }
    }

    fn item_of(&mut self, id: FormElementId) {
        let Some(item) = self.outline.items.get(&id) else { return };
        let (around, shown, own_shown) = (item.around.clone(), item.shown.clone(), item.own_shown.clone());
        self.hide(id, &around, &own_shown);
        match &self.outline.items.get(&id).map(|item| &item.kind) {
            Some(ItemKind::Field { field, data, keys, .. }) => {
                let (field, data, keys) = (*field, *data, keys.clone());
                self.field(id, field, data, (&around, &keys));
                self.require(id, field, data, (&around, &keys), &shown);
            }
            Some(ItemKind::List { keys, least, most, .. }) => {
                let (keys, least, most) = (keys.clone(), *least, *most);
                let node = self.node(&around).at(&keys);
                node.entry();
                node.own.extend((least > 0).then(|| ("minItems".to_owned(), json!(least))));
                node.own.extend(most.map(|most| ("maxItems".to_owned(), json!(most))));
                if least > 0 && !shown.is_partial {
                    self.demand(&around, &shown, present(&keys, json!(true)));
                }
            }
            _ => {}
        }
    }

    /// What is not shown is not there.
    fn hide(&mut self, id: FormElementId, around: &Around, own_shown: &Terms) {
        let mut hidden = Vec::new();
        self.data_in(id, &mut hidden);
        for (level, schema) in &own_shown.terms {
            let when = Terms { terms: vec![(*level, not(schema.clone()))], is_partial: false };
            for keys in &hidden {
                self.demand(around, &when, not(present(keys, json!(true))));
            }
        }
    }

    /// Keys of the data of an element, from the entry round it.
    fn data_in(&self, id: FormElementId, found: &mut Vec<Vec<String>>) {
        match self.item(id).map(|item| &item.kind) {
            Some(ItemKind::Field { keys, .. } | ItemKind::List { keys, .. }) => found.push(keys.clone()),
            Some(ItemKind::Group { members }) => members.iter().for_each(|member| self.data_in(*member, found)),
            None => {}
        }
    }

    fn node(&mut self, around: &Around) -> &mut Node {
        around.lists.iter().fold(&mut self.root, |node, keys| node.at(keys).entry())
    }

    fn field(&mut self, id: FormElementId, field: &FormField, data: &'a DataField, (around, keys): (&Around, &[String])) {
        if is_shown_only(data.kind) {
            return;
        }
        let list = data.kind.code_list().and_then(|list| self.document.code_lists.get(list));
        self.lists.extend(list.map(|list| (list.id, list)));
        let schema = if field.is_read_only {
            plain(data.kind, list)
        } else {
            let said = demanding(field, data, list);
            for (what, text) in said.unsaid {
                self.leave(Subject::FormElement(self.form.id, id), what, &text);
            }
            said.schema
        };
        let label = if field.label.is_empty() { &data.name } else { &field.label };
        let mut own = Map::new();
        own.insert("title".to_owned(), json!(label));
        if !field.help.is_empty() {
            own.insert("description".to_owned(), json!(field.help));
        }
        if let Json::Object(schema) = schema {
            own.extend(schema);
        }
        let node = self.node(around).at(keys);
        if node.own.is_empty() {
            node.own = own;
        } else {
            // Asked for twice: it must satisfy both.
            self.demands
                .push(around.lists.iter().rfold(within(keys, Json::Object(own)), |inner, list| within(list, json!({ "items": inner }))));
        }
    }

    /// When the field must be filled in, and what its own rules say about it then.
    fn require(&mut self, id: FormElementId, field: &FormField, data: &DataField, (around, keys): (&Around, &[String]), shown: &Terms) {
        if field.is_read_only || is_shown_only(data.kind) {
            return;
        }
        let at = Subject::FormElement(self.form.id, id);
        let is_given = |text: &str| !text.trim().is_empty() && parse(text, self.names).is_ok();
        let when = match (field.is_required, is_given(&field.required_when)) {
            (true, _) => Some(shown.clone()),
            (false, true) => Some(shown.and(&self.conditions().holds(&field.required_when, around))),
            (false, false) => None,
        };
        match when {
            Some(when) if when.is_partial => self.leave(at, Demanded::Required, if field.is_required { "" } else { &field.required_when }),
            Some(when) => self.demand(around, &when, present(keys, json!(true))),
            None => {}
        }
        let rules: Vec<&str> = field.rules.iter().map(|rule| rule.condition.as_str()).filter(|text| is_given(text)).collect();
        for text in rules {
            match self.conditions().fails(text, around) {
                Some(ways) => ways.into_iter().for_each(|way| {
                    let filled = (around.lists.len(), present(keys, json!(true)));
                    self.demand(around, &Terms { terms: vec![filled, way], is_partial: false }, json!(false));
                }),
                None => self.leave(at, Demanded::OwnRule, text),
            }
        }
    }

    fn finish(self) -> Export {
        let mut schema = Map::new();
        schema.insert("$schema".to_owned(), json!(DIALECT));
        schema.insert("title".to_owned(), json!(self.form.name));
        if !self.form.description.is_empty() {
            schema.insert("description".to_owned(), json!(self.form.description));
        }
        schema.insert("type".to_owned(), json!("object"));
        if let Json::Object(root) = self.root.into_json() {
            schema.extend(root);
        }
        if !self.demands.is_empty() {
            schema.insert("allOf".to_owned(), Json::Array(self.demands));
        }
        if !self.lists.is_empty() {
            let lists: Map<String, Json> = self.lists.into_values().map(|list| (list.key.clone(), codes(list))).collect();
            schema.insert("$defs".to_owned(), Json::Object(lists));
        }
        Export { schema: Json::Object(schema), unsaid: self.unsaid }
    }
}
