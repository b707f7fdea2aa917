//! The procedure as a list: steps in the order of the flow, data, forms, tables, letters, settings, roles.
//! The accessible equal of the canvas.

use crate::check::Severity;
use crate::edit::{Command, ContentCommand};
use crate::model::{FieldKind, FlowIndex, NodeId, ProcessId, RoleKind, Subject};
use crate::view::icons::Icon;
use crate::view::reading::Order;
use crate::view::widgets::{IconButton, Section, rows_ui};
use crate::view::{Action, ViewContext};
use egui::{Response, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use std::collections::BTreeMap;

/// Height of a row.
const ROW: f32 = 28.0;

/// Worst problem of each element.
type Badges = BTreeMap<Subject, Severity>;

/// Draws the list of a document; `process` is the one on the canvas.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, process: ProcessId, actions: &mut Vec<Action>) {
    let mut badges = Badges::new();
    for problem in context.problems {
        if let Some(at) = problem.at.first() {
            badges.entry(*at).and_modify(|worst| *worst = (*worst).max(problem.severity)).or_insert(problem.severity);
        }
    }
    let mut list = List { context, badges, actions };
    ScrollArea::vertical().id_salt("outline").auto_shrink(false).show(ui, |ui| {
        list.flow_ui(ui, process);
        list.processes_ui(ui);
        list.data_ui(ui);
        list.content_ui(ui);
    });
}

struct List<'a, 'c> {
    context: &'a ViewContext<'c>,
    badges: Badges,
    actions: &'a mut Vec<Action>,
}

impl List<'_, '_> {
    fn flow_ui(&mut self, ui: &mut Ui, process: ProcessId) {
        let document = self.context.document;
        let order = Order::of(ui.ctx(), document, process);
        Section::new("outline-flow", self.context.texts.get("outline-flow")).count(order.rows.len()).ui(ui, self.context.theme, |ui| {
            rows_ui(ui, ROW, order.rows.len(), |ui, row| {
                let Some(row) = order.rows.get(row) else { return };
                let Some(node) = document.nodes.get(row.node) else { return };
                let role = document.role_of(node.id).map(|role| role.name.as_str());
                let title = if node.name.trim().is_empty() { self.context.texts.node_kind(&node.kind) } else { &node.name };
                let spoken = self.spoken(&order.flows, node.id);
                self.row_ui(ui, Subject::Node(node.id), title, role.filter(|_| node.kind.is_activity()), row.depth, &spoken);
            });
        });
    }

    /// What the screen reader says of a step: kind, name, who, and where it goes on.
    fn spoken(&self, flows: &FlowIndex, node: NodeId) -> String {
        let (document, texts) = (self.context.document, self.context.texts);
        let Some(it) = document.nodes.get(node) else { return String::new() };
        let mut spoken = texts.node_title(it);
        if let Some(role) = document.role_of(node).filter(|_| it.kind.is_activity()) {
            spoken = format!("{spoken}, {}", texts.with("outline-role", &[("role", role.name.as_str().into())]));
        }
        let outgoing = flows.outgoing(node).iter().filter_map(|flow| document.flows.get(*flow));
        let next: Vec<String> = outgoing.map(|flow| texts.name_of(document, Subject::Node(flow.to))).collect();
        if next.is_empty() {
            spoken
        } else {
            format!("{spoken}, {}", texts.with("outline-next", &[("steps", next.join(", ").as_str().into())]))
        }
    }

    fn processes_ui(&mut self, ui: &mut Ui) {
        let document = self.context.document;
        if document.processes.len() < 2 {
            return;
        }
        Section::new("outline-processes", self.context.texts.get("outline-processes")).count(document.processes.len()).ui(
            ui,
            self.context.theme,
            |ui| {
                for process in document.processes.values() {
                    if self.row_ui(ui, Subject::Process(process.id), &process.name, None, 0, &process.name).double_clicked() {
                        self.actions.push(Action::ShowProcess(process.id));
                    }
                }
            },
        );
    }

    fn data_ui(&mut self, ui: &mut Ui) {
        let document = self.context.document;
        let add = ContentCommand::AddObjectType { name: self.context.texts.get("outline-new-object").to_owned() };
        self.section_ui(ui, "outline-data", document.objects.len(), add, |list, ui| {
            for object in document.objects.values() {
                list.row_ui(ui, Subject::ObjectType(object.id), &object.name, None, 0, &object.name);
                for field in document.fields_of(object) {
                    let kind = list.context.texts.field_kind(field.kind);
                    list.row_ui(ui, Subject::DataField(field.id), &field.name, Some(kind), 1, &format!("{}, {kind}", field.name));
                }
            }
        });
        let add = ContentCommand::AddCodeList { name: self.context.texts.get("outline-new-codes").to_owned() };
        self.section_ui(ui, "outline-codes", document.code_lists.len(), add, |list, ui| {
            for codes in document.code_lists.values() {
                list.row_ui(ui, Subject::CodeList(codes.id), &codes.name, None, 0, &codes.name);
            }
        });
    }

    fn content_ui(&mut self, ui: &mut Ui) {
        macro_rules! section {
            ($key:literal, $table:ident, $subject:ident, $add:expr) => {
                let elements: Vec<(Subject, &str)> =
                    self.context.document.$table.values().map(|it| (Subject::$subject(it.id), it.name.as_str())).collect();
                self.section_ui(ui, $key, elements.len(), $add, |list, ui| {
                    for (subject, name) in &elements {
                        list.row_ui(ui, *subject, name, None, 0, name);
                    }
                });
            };
        }
        let name = |key: &str| self.context.texts.get(key).to_owned();
        let form = ContentCommand::AddForm { name: name("outline-new-form"), step: None };
        let table = ContentCommand::AddDecisionTable { name: name("outline-new-table") };
        let letter = ContentCommand::AddDocumentTemplate { name: name("outline-new-letter") };
        let setting = ContentCommand::AddSetting { name: name("outline-new-setting"), kind: FieldKind::Text };
        let role = ContentCommand::AddRole { name: name("outline-new-role"), kind: RoleKind::Caseworker };
        section!("outline-forms", forms, Form, form);
        section!("outline-tables", decision_tables, DecisionTable, table);
        section!("outline-letters", document_templates, DocumentTemplate, letter);
        section!("outline-settings", settings, Setting, setting);
        section!("outline-roles", roles, Role, role);
    }

    fn section_ui(&mut self, ui: &mut Ui, key: &'static str, count: usize, add: ContentCommand, rows: impl FnOnce(&mut Self, &mut Ui)) {
        let title = self.context.texts.get(key);
        Section::new(key, title).count(count).folded().ui(ui, self.context.theme, |ui| {
            rows(self, ui);
            let label = self.context.texts.with("outline-add", &[("what", title.into())]);
            if IconButton::new(Icon::Add, &label).small().ui(ui, self.context.theme).clicked() {
                self.actions.push(Action::Apply(Command::Content(add)));
            }
        });
    }

    /// A row that selects its element, and shows it where it is at home on double click.
    fn row_ui(&mut self, ui: &mut Ui, subject: Subject, title: &str, aside: Option<&str>, depth: usize, spoken: &str) -> Response {
        let theme = self.context.theme;
        let is_selected = self.context.selection.has(subject);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, is_selected, spoken));
        if ui.is_rect_visible(rect) {
            let fill = if is_selected {
                theme.accent_soft
            } else if response.hovered() || response.has_focus() {
                theme.ground
            } else {
                egui::Color32::TRANSPARENT
            };
            ui.painter().rect_filled(rect, 4, fill);
            if is_selected || response.has_focus() {
                let bar = egui::Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
                ui.painter().rect_filled(bar, 1, theme.accent);
            }
            let mut inner = rect.shrink2(vec2(8.0, 0.0));
            inner.min.x += 12.0 * depth as f32;
            self.row_texts_ui(ui, inner, subject, title, aside);
        }
        if response.double_clicked() {
            self.actions.push(Action::Reveal(subject, None));
        } else if response.clicked() {
            self.actions.push(Action::Select(crate::view::Selection::only(subject)));
        }
        response
    }

    fn row_texts_ui(&self, ui: &mut Ui, inner: egui::Rect, subject: Subject, title: &str, aside: Option<&str>) {
        let theme = self.context.theme;
        let mut row = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(egui::Layout::right_to_left(egui::Align::Center)));
        let label = |text: RichText| egui::Label::new(text).selectable(false).truncate();
        match self.badges.get(&subject) {
            Some(Severity::Error) => drop(row.add(label(Icon::Error.text(16.0).color(theme.error)))),
            Some(Severity::Warning) => drop(row.add(label(Icon::Warning.text(16.0).color(theme.warning)))),
            _ => {}
        }
        let aside_width = aside.map_or(0.0, |_| inner.width() * 0.36);
        if let Some(aside) = aside {
            let size = vec2(aside_width, inner.height());
            row.allocate_ui(size, |ui| ui.add(label(RichText::new(aside).size(12.0).color(theme.text_soft))));
        }
        row.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| ui.add(label(RichText::new(title).color(theme.text))));
    }
}
