//! A decision table: columns, and one card per rule, so that it can be read in a narrow column.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::model::{DecisionInput, DecisionOutput, DecisionRule, DecisionTable, HitPolicy};
use crate::view::icons::Icon;
use crate::view::widgets::{Section, card, field_row};
use egui::{RichText, Ui};

const POLICIES: [HitPolicy; 4] = [HitPolicy::Unique, HitPolicy::First, HitPolicy::Any, HitPolicy::Collect];

/// The table with a change.
fn changed(table: &DecisionTable, change: impl FnOnce(&mut DecisionTable)) -> Record {
    let mut table = table.clone();
    change(&mut table);
    Record::DecisionTable(table)
}

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, table: &DecisionTable) {
    pane.text(ui, "inspector-name", Aspect::Name, &table.name, 1, |name| changed(table, |table| table.name = name));
    let policies = POLICIES.map(|policy| (policy, pane.context.texts.hit_policy(policy)));
    if let Some(policy) = pane.choose(ui, "inspector-hit-policy", &table.hit_policy, &policies) {
        pane.put(changed(table, |table| table.hit_policy = policy));
    }
    let (theme, texts) = (pane.context.theme, pane.context.texts);
    Section::new("decision-inputs", texts.get("inspector-inputs")).count(table.inputs.len()).ui(ui, theme, |ui| inputs_ui(ui, pane, table));
    Section::new("decision-outputs", texts.get("inspector-outputs"))
        .count(table.outputs.len())
        .ui(ui, theme, |ui| outputs_ui(ui, pane, table));
    if (0..table.rules.len()).any(|row| pane.awaits(Aspect::Row(row))) {
        Section::open(ui.ctx(), "decision-rules");
    }
    Section::new("decision-rules", texts.get("inspector-rules")).count(table.rules.len()).ui(ui, theme, |ui| rules_ui(ui, pane, table));
    Section::new("decision-more", texts.get("inspector-more")).folded().ui(ui, theme, |ui| {
        pane.text(ui, "inspector-key", Aspect::Key, &table.key, 1, |key| changed(table, |table| table.key = key));
    });
}

fn inputs_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, table: &DecisionTable) {
    let texts = pane.context.texts;
    for (index, input) in table.inputs.iter().enumerate() {
        ui.horizontal(|ui| {
            let width = ui.available_width() - 40.0;
            ui.allocate_ui(egui::vec2(width, 30.0), |ui| {
                let label = texts.get("inspector-column-name");
                pane.cell(ui, label, &format!("input-name-{index}"), &input.name, label, |name| {
                    changed(table, |table| table.inputs.get_mut(index).into_iter().for_each(|input| input.name.clone_from(&name)))
                });
            });
            if pane.remove_button(ui) {
                pane.put(changed(table, |table| {
                    table.inputs.remove(index);
                    table.rules.iter_mut().filter(|rule| index < rule.tests.len()).for_each(|rule| drop(rule.tests.remove(index)));
                }));
            }
        });
        pane.feel_cell(ui, texts.get("inspector-column-expression"), &format!("input-{index}"), &input.expression, |text| {
            changed(table, |table| table.inputs.get_mut(index).into_iter().for_each(|input| input.expression.clone_from(&text)))
        });
        ui.add_space(4.0);
    }
    if pane.add_button(ui, "inspector-add-input") {
        pane.put(changed(table, |table| {
            table.inputs.push(DecisionInput::default());
            table.rules.iter_mut().for_each(|rule| rule.tests.push("-".to_owned()));
        }));
    }
}

fn outputs_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, table: &DecisionTable) {
    let texts = pane.context.texts;
    for (index, output) in table.outputs.iter().enumerate() {
        ui.horizontal(|ui| {
            let width = ui.available_width() - 40.0;
            ui.allocate_ui(egui::vec2(width, 30.0), |ui| {
                let label = texts.get("inspector-column-name");
                pane.cell(ui, label, &format!("output-name-{index}"), &output.name, label, |name| {
                    changed(table, |table| table.outputs.get_mut(index).into_iter().for_each(|output| output.name.clone_from(&name)))
                });
            });
            if pane.remove_button(ui) {
                pane.put(changed(table, |table| {
                    table.outputs.remove(index);
                    table.rules.iter_mut().filter(|rule| index < rule.results.len()).for_each(|rule| drop(rule.results.remove(index)));
                }));
            }
        });
        let label = texts.get("inspector-target");
        pane.cell(ui, label, &format!("output-{index}"), &output.target, label, |target| {
            changed(table, |table| table.outputs.get_mut(index).into_iter().for_each(|output| output.target.clone_from(&target)))
        });
        ui.add_space(4.0);
    }
    if pane.add_button(ui, "inspector-add-output") {
        pane.put(changed(table, |table| {
            table.outputs.push(DecisionOutput::default());
            table.rules.iter_mut().for_each(|rule| rule.results.push("null".to_owned()));
        }));
    }
}

fn rules_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, table: &DecisionTable) {
    for (index, rule) in table.rules.iter().enumerate() {
        card(ui, pane.context.theme, |ui| {
            ui.horizontal(|ui| {
                ui.label(pane.context.texts.with("inspector-rule", &[("number", (index + 1).into())]));
                covered_ui(ui, pane, table, index);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if pane.remove_button(ui) {
                        pane.put(changed(table, |table| drop(table.rules.remove(index))));
                    }
                });
            });
            rule_ui(ui, pane, table, index, rule);
        });
    }
    if pane.add_button(ui, "inspector-add-rule") {
        let rule = DecisionRule {
            tests: vec!["-".to_owned(); table.inputs.len()],
            results: vec!["null".to_owned(); table.outputs.len()],
            note: String::new(),
        };
        pane.put(changed(table, |table| table.rules.push(rule)));
    }
}

/// Whether test cases go through a row, while that is shown.
fn covered_ui(ui: &mut Ui, pane: &Pane<'_, '_>, table: &DecisionTable, index: usize) {
    let Some(is_covered) = pane.context.coverage.and_then(|coverage| coverage.has_row(table.id, index)) else { return };
    let theme = pane.context.theme;
    let (icon, colour, key) =
        if is_covered { (Icon::Check, theme.success, "cases-covered") } else { (Icon::Circle, theme.warning, "cases-uncovered") };
    ui.label(icon.text(16.0).color(colour));
    ui.label(RichText::new(pane.context.texts.get(key)).size(12.0));
}

fn rule_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, table: &DecisionTable, index: usize, rule: &DecisionRule) {
    let with = |change: &dyn Fn(&mut DecisionRule)| changed(table, |table| table.rules.get_mut(index).into_iter().for_each(change));
    let theme = pane.context.theme;
    for (column, (test, input)) in rule.tests.iter().zip(&table.inputs).enumerate() {
        field_row(ui, theme, &input.name, |ui| {
            let response = pane.tests_cell(ui, &input.name, &format!("test-{index}-{column}"), test, |text| {
                with(&|rule| rule.tests.get_mut(column).into_iter().for_each(|test| test.clone_from(&text)))
            });
            pane.take_focus(Aspect::Row(index), &response);
        });
    }
    for (column, (result, output)) in rule.results.iter().zip(&table.outputs).enumerate() {
        field_row(ui, theme, &format!("→ {}", output.name), |ui| {
            let response = pane.feel_cell(ui, &output.name, &format!("result-{index}-{column}"), result, |text| {
                with(&|rule| rule.results.get_mut(column).into_iter().for_each(|result| result.clone_from(&text)))
            });
            pane.take_focus(Aspect::Row(index), &response);
        });
    }
    let label = pane.context.texts.get("inspector-rule-note");
    pane.cell(ui, label, &format!("note-{index}"), &rule.note, label, |note| with(&|rule| rule.note.clone_from(&note)));
}
