//! Properties of a form's field: how it is asked, when it is shown, what must hold, and the data behind it.

use super::data;
use super::form::{changed, place_ui, small};
use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::form::usual_demand;
use crate::model::{
    AccountAttribute, ChoiceStyle, Constraints, DataField, Demand, ElementKind, FieldKind, FieldRule, Form, FormElement, FormField,
    PartDemand, Subject,
};
use crate::view::Action;
use crate::view::Selection;
use crate::view::forms::named_by;
use crate::view::widgets::{Section, choice, field_row, quiet_button};
use egui::{RichText, Ui};

/// What an account offers, with the words for it.
const ACCOUNT: [(AccountAttribute, &str); 13] = [
    (AccountAttribute::Person, "account-person"),
    (AccountAttribute::Address, "account-address"),
    (AccountAttribute::Salutation, "account-salutation"),
    (AccountAttribute::Title, "account-title"),
    (AccountAttribute::GivenNames, "account-given-names"),
    (AccountAttribute::FamilyName, "account-family-name"),
    (AccountAttribute::BirthName, "account-birth-name"),
    (AccountAttribute::DateOfBirth, "account-date-of-birth"),
    (AccountAttribute::PlaceOfBirth, "account-place-of-birth"),
    (AccountAttribute::Nationality, "account-nationality"),
    (AccountAttribute::Email, "account-email"),
    (AccountAttribute::Phone, "account-phone"),
    (AccountAttribute::CompanyName, "account-company"),
];

/// A field of a form.
pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form, element: &FormElement, field: &FormField) {
    let with = |change: &dyn Fn(&mut FormField)| {
        changed(form, element.id, |element| {
            if let ElementKind::Field(field) = &mut element.kind {
                change(field);
            }
        })
    };
    let data = field.data.last().and_then(|id| pane.document().fields.get(id));
    label_ui(ui, pane, field, data, |label| with(&|field| field.label.clone_from(&label)));
    pane.text(ui, "form-help", Aspect::Text, &field.help, 2, |help| with(&|field| field.help.clone_from(&help)));
    pane.check(ui, "form-required", field.is_required, |is_required| with(&|field| field.is_required = is_required));
    pane.check(ui, "form-read-only", field.is_read_only, |is_read_only| with(&|field| field.is_read_only = is_read_only));
    style_ui(ui, pane, field, data, &with);
    place_ui(ui, pane, form, element);
    parts_ui(ui, pane, field, data, &with);
    if let Some(list) = data.and_then(|data| data.kind.code_list()).and_then(|list| pane.document().code_lists.get(list)) {
        let mut pane = Pane::new(pane.context, pane.actions, Subject::CodeList(list.id), None);
        ui.push_id("field codes", |ui| data::entries_ui(ui, &mut pane, list));
    }
    let has_more = !field.required_when.is_empty() || !field.prefill.is_empty() || field.account.is_some();
    let section = Section::new("form-behaviour", pane.context.texts.get("form-behaviour"));
    let section = if has_more { section } else { section.folded() };
    section.ui(ui, pane.context.theme, |ui| {
        pane.condition(ui, "form-required-when", Aspect::RequiredWhen, &field.required_when, &|text| {
            with(&|field| field.required_when.clone_from(&text))
        });
        account_ui(ui, pane, field, data, &with);
        pane.feel(ui, "form-prefill", Aspect::Prefill, &field.prefill, |text| with(&|field| field.prefill.clone_from(&text)));
    });
    let rules = Section::new("form-rules", pane.context.texts.get("form-rules")).count(field.rules.len());
    rules.ui(ui, pane.context.theme, |ui| rules_ui(ui, pane, &field.rules, |rules| with(&|field| field.rules.clone_from(&rules))));
    if let Some(data) = data {
        data_ui(ui, pane, data);
    }
}

type With<'a> = &'a dyn Fn(&dyn Fn(&mut FormField)) -> Record;

/// How a choice is offered.
fn style_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, field: &FormField, data: Option<&DataField>, with: With<'_>) {
    if !matches!(data.map(|data| data.kind), Some(FieldKind::Choice(_) | FieldKind::MultipleChoice(_))) {
        return;
    }
    let texts = pane.context.texts;
    let styles = [
        (ChoiceStyle::Automatic, texts.get("form-style-automatic")),
        (ChoiceStyle::List, texts.get("form-style-list")),
        (ChoiceStyle::Radio, texts.get("form-style-radio")),
        (ChoiceStyle::Search, texts.get("form-style-search")),
    ];
    if let Some(style) = pane.choose(ui, "form-style", &field.choice_style, &styles) {
        pane.put(with(&|field| field.choice_style = style));
    }
}

/// Each part of a person, an address or an account: required, optional, or not asked for.
fn parts_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, field: &FormField, data: Option<&DataField>, with: With<'_>) {
    let Some(kind) = data.map(|data| data.kind).filter(|kind| !kind.parts().is_empty() && *kind != FieldKind::File) else { return };
    let texts = pane.context.texts;
    Section::new("form-parts", texts.get("form-parts")).ui(ui, pane.context.theme, |ui| {
        for part in kind.parts() {
            let options = [
                (Demand::Required, texts.get("form-part-required")),
                (Demand::Optional, texts.get("form-part-optional")),
                (Demand::Absent, texts.get("form-part-absent")),
            ];
            let current = field.demand(part).unwrap_or_else(|| usual_demand(kind, part));
            let name = texts.part_name(part);
            let chosen =
                field_row(ui, pane.context.theme, name, |ui| choice(ui, ("form part", pane.subject, *part), name, &current, &options));
            if let Some(demand) = chosen {
                pane.put(with(&|field| {
                    field.parts.retain(|own| own.part != *part);
                    field.parts.push(PartDemand { part: (*part).to_owned(), demand });
                }));
            }
        }
    });
}

/// What the account of somebody who has signed in offers for a field of this kind.
fn account_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, field: &FormField, data: Option<&DataField>, with: With<'_>) {
    let Some(kind) = data.map(|data| data.kind) else { return };
    let fits = |attribute: AccountAttribute| match attribute {
        AccountAttribute::Person => kind == FieldKind::Person,
        AccountAttribute::Address => kind == FieldKind::Address,
        AccountAttribute::DateOfBirth => kind == FieldKind::Date,
        AccountAttribute::Email => matches!(kind, FieldKind::Email | FieldKind::Text),
        AccountAttribute::Phone => matches!(kind, FieldKind::Phone | FieldKind::Text),
        _ => matches!(kind, FieldKind::Text | FieldKind::LongText),
    };
    let texts = pane.context.texts;
    let options: Vec<(AccountAttribute, &str)> =
        ACCOUNT.into_iter().filter(|(attribute, _)| fits(*attribute)).map(|(attribute, key)| (attribute, texts.get(key))).collect();
    if options.is_empty() {
        return;
    }
    if let Some(account) = pane.choose_optional(ui, "form-account", field.account, options.into_iter()) {
        pane.put(with(&|field| field.account = account));
    }
}

/// The label. As long as it is the data field's name, and no other field shows the same data, changing it renames the data.
fn label_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, field: &FormField, data: Option<&DataField>, own: impl FnOnce(String) -> Record) {
    if let Some(data) = named_by(pane.document(), field) {
        pane.text(ui, "form-label", Aspect::Name, &data.name, 1, |name| Record::DataField(DataField { name, ..data.clone() }));
    } else {
        let name = data.map_or("", |data| data.name.as_str());
        pane.text_with_hint(ui, "form-label", Aspect::Name, &field.label, name, own);
    }
}

fn rules_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, rules: &[FieldRule], record: impl Fn(Vec<FieldRule>) -> Record) {
    if rules.is_empty() {
        ui.label(RichText::new(pane.context.texts.get("form-rules-help")).size(12.0).color(pane.context.theme.text_soft));
    }
    for (index, rule) in rules.iter().enumerate() {
        let changed = |change: &dyn Fn(&mut FieldRule)| {
            let mut rules = rules.to_vec();
            rules.get_mut(index).into_iter().for_each(change);
            record(rules)
        };
        ui.push_id(index, |ui| {
            let label = pane.context.texts.get("form-rule-condition");
            pane.condition_cell(ui, label, &format!("form-rule-{index}"), Aspect::Rule, &rule.condition, &|text| {
                changed(&|rule| rule.condition.clone_from(&text))
            });
            let label = pane.context.texts.get("form-rule-message");
            pane.cell(ui, label, &format!("message-{index}"), &rule.message, label, |text| changed(&|rule| rule.message.clone_from(&text)));
            if pane.remove_button(ui) {
                let mut rules = rules.to_vec();
                rules.remove(index);
                pane.put(record(rules));
            }
            ui.add_space(4.0);
        });
    }
    if pane.add_button(ui, "form-add-rule") {
        let mut rules = rules.to_vec();
        rules.push(FieldRule::default());
        pane.put(record(rules));
    }
}

/// The data field: its name and key, and what its values must satisfy.
fn data_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, data: &DataField) {
    let title = pane.context.texts.get("form-data");
    let mut pane = Pane::new(pane.context, pane.actions, Subject::DataField(data.id), None);
    Section::new("form-data", title).folded().ui(ui, pane.context.theme, |ui| {
        pane.text(ui, "inspector-name", Aspect::Name, &data.name, 1, |name| Record::DataField(DataField { name, ..data.clone() }));
        pane.text(ui, "inspector-key", Aspect::Key, &data.key, 1, |key| Record::DataField(DataField { key, ..data.clone() }));
        limits_ui(ui, &mut pane, data);
        if quiet_button(ui, None, pane.context.texts.get("form-all-of-data")).clicked() {
            pane.actions.push(Action::Select(Selection::only(Subject::DataField(data.id))));
        }
    });
}

/// The constraints that make sense for the kind.
pub(super) fn limits_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, data: &DataField) {
    let with = |change: &dyn Fn(&mut Constraints)| {
        let mut data = data.clone();
        change(&mut data.constraints);
        Record::DataField(data)
    };
    let limits = &data.constraints;
    match data.kind {
        FieldKind::Text | FieldKind::LongText => {
            pane.count(ui, "form-min-length", limits.min_length.map(u64::from), |count| with(&|it| it.min_length = small(count)));
            pane.count(ui, "form-max-length", limits.max_length.map(u64::from), |count| with(&|it| it.max_length = small(count)));
            pane.text(ui, "inspector-pattern", Aspect::Constraint, &limits.pattern, 1, |text| with(&|it| it.pattern.clone_from(&text)));
            pane.text(ui, "inspector-pattern-message", Aspect::Constraint, &limits.pattern_message, 1, |text| {
                with(&|it| it.pattern_message.clone_from(&text))
            });
        }
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money | FieldKind::Date | FieldKind::Time | FieldKind::DateTime => {
            pane.feel(ui, "inspector-minimum", Aspect::Constraint, &limits.minimum, |text| with(&|it| it.minimum.clone_from(&text)));
            pane.feel(ui, "inspector-maximum", Aspect::Constraint, &limits.maximum, |text| with(&|it| it.maximum.clone_from(&text)));
        }
        FieldKind::MultipleChoice(_) | FieldKind::List(_) => {
            pane.count(ui, "form-least", limits.min_items.map(u64::from), |count| with(&|it| it.min_items = small(count)));
            pane.count(ui, "form-most", limits.max_items.map(u64::from), |count| with(&|it| it.max_items = small(count)));
        }
        FieldKind::File => {
            pane.text(ui, "form-file-kinds", Aspect::Constraint, &limits.file_kinds.join(", "), 1, |text| {
                let kinds: Vec<String> = text.split([',', ' ']).map(|kind| kind.trim_start_matches('.').to_owned()).collect();
                with(&|it| it.file_kinds = kinds.iter().filter(|kind| !kind.is_empty()).cloned().collect())
            });
            let megabytes = limits.max_file_size.map(|bytes| bytes >> 20);
            pane.count(ui, "form-file-size", megabytes, |count| {
                with(&|it| it.max_file_size = count.map(|count| count.saturating_mul(1 << 20)))
            });
        }
        _ => {}
    }
}
