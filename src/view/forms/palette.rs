//! What can be added to a form: kinds of fields in plain words, texts, groups, and data that are there already.

use super::deeds::Desk;
use super::drag::Drag;
use super::{FormsState, Look};
use crate::edit::{Command, ContentCommand, FormPlace, NewFieldKind};
use crate::model::{DataPath, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormElementId, FormField, HintKind};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, primary_button, quiet_button};
use crate::view::{Action, ViewContext};
use egui::{Button, CursorIcon, Popup, PopupCloseBehavior, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

/// Kinds of fields with their word and icon, in the order in which they are needed.
const FIELDS: [(&str, Icon, NewFieldKind); 18] = [
    ("palette-text", Icon::Edit, NewFieldKind::Simple(FieldKind::Text)),
    ("palette-long-text", Icon::Note, NewFieldKind::Simple(FieldKind::LongText)),
    ("palette-whole-number", Icon::Number, NewFieldKind::Simple(FieldKind::WholeNumber)),
    ("palette-decimal", Icon::Number, NewFieldKind::Simple(FieldKind::Decimal)),
    ("palette-money", Icon::Fee, NewFieldKind::Simple(FieldKind::Money)),
    ("palette-date", Icon::Calendar, NewFieldKind::Simple(FieldKind::Date)),
    ("palette-time", Icon::Due, NewFieldKind::Simple(FieldKind::Time)),
    ("palette-date-time", Icon::Due, NewFieldKind::Simple(FieldKind::DateTime)),
    ("palette-yes-no", Icon::Check, NewFieldKind::Simple(FieldKind::YesNo)),
    ("palette-choice", Icon::Outline, NewFieldKind::Choice(None)),
    ("palette-choices", Icon::Tests, NewFieldKind::MultipleChoice(None)),
    ("palette-file", Icon::Export, NewFieldKind::Simple(FieldKind::File)),
    ("palette-person", Icon::Person, NewFieldKind::Simple(FieldKind::Person)),
    ("palette-address", Icon::Home, NewFieldKind::Simple(FieldKind::Address)),
    ("palette-bank-account", Icon::Authority, NewFieldKind::Simple(FieldKind::BankAccount)),
    ("palette-email", Icon::Letter, NewFieldKind::Simple(FieldKind::Email)),
    ("palette-phone", Icon::Phone, NewFieldKind::Simple(FieldKind::Phone)),
    ("palette-repeat", Icon::Group, NewFieldKind::List),
];

/// Width of a column of the menu, in points.
const COLUMN: f32 = 200.0;

/// Something that can be put into a form.
#[derive(Clone, Debug, PartialEq)]
pub enum New {
    /// A field for new data, by the key of its word.
    Field(&'static str, NewFieldKind),
    /// A text or group, by the key of its word.
    Element(&'static str, ElementKind),
}

impl New {
    /// Key of its word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Field(word, _) | Self::Element(word, _) => word,
        }
    }

    /// What puts it there.
    pub fn action(&self, context: &ViewContext<'_>, place: FormPlace) -> Action {
        match self {
            Self::Field(word, kind) => {
                let label = context.texts.get(word).to_owned();
                Action::Apply(Command::Content(ContentCommand::AddField { place, label, kind: *kind }))
            }
            Self::Element(_, kind) => add(place, kind.clone()),
        }
    }
}

/// Everything that can be put into a form, with its icon.
fn all(look: Look<'_>) -> Vec<(Icon, New)> {
    let fields = FIELDS.into_iter().map(|(word, icon, kind)| (icon, New::Field(word, kind)));
    fields.chain(texts(look).into_iter().map(|(word, icon, kind)| (icon, New::Element(word, kind)))).collect()
}

/// Draws the list from which things are dragged onto the paper; a click puts them behind what is selected.
pub fn column_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, place: Option<FormPlace>, actions: &mut Vec<Action>) {
    let look = Look::of(context);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (icon, new) in all(look) {
        let word = look.texts.get(new.word());
        let button = Button::new((icon.text(18.0), word)).frame_when_inactive(false).min_size(vec2(ui.available_width(), 28.0));
        let response = ui.add(button.sense(Sense::click_and_drag())).on_hover_cursor(CursorIcon::Grab);
        let name = look.texts.with("palette-drag", &[("kind", word.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.drag_started() {
            state.drag = Drag::New(new);
        } else if let (true, Some(place)) = (response.clicked(), place) {
            actions.push(new.action(context, place));
        }
    }
}

/// Draws the button that opens the menu, as an icon where it is narrow; `opens` it by key, with the focus on its first entry.
pub fn button_ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, (is_narrow, opens): (bool, bool), actions: &mut Vec<Action>) {
    let (context, look) = (desk.context, Look::of(desk.context));
    let label = look.text("forms-add-field");
    let button = if is_narrow { IconButton::new(Icon::Add, label).ui(ui, context.theme) } else { primary_button(ui, context.theme, label) };
    if opens {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&button));
        state.enters_menu = true;
    }
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).accessible_name(label);
    popup.show(|ui| menu_ui(ui, desk, state, actions));
}

fn menu_ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let (context, look, place) = (desk.context, Look::of(desk.context), desk.place_behind());
    let tallest = (ui.ctx().content_rect().height() - 160.0).max(160.0);
    ScrollArea::vertical().max_height(tallest).show(ui, |ui| {
        ui.set_width(COLUMN * 2.0 + 8.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal_top(|ui| {
            let half = FIELDS.len().div_ceil(2);
            for column in FIELDS.chunks(half) {
                ui.vertical(|ui| {
                    ui.set_width(COLUMN);
                    for (key, icon, kind) in column {
                        let response = quiet_button(ui, Some(*icon), look.text(key));
                        if state.enters_menu && ui.is_visible() {
                            state.enters_menu = false;
                            response.request_focus();
                        }
                        if response.clicked() {
                            actions.push(New::Field(key, *kind).action(context, place));
                            ui.close();
                        }
                    }
                });
            }
        });
        head_ui(ui, look, "palette-texts");
        ui.horizontal_wrapped(|ui| {
            for (key, icon, kind) in texts(look) {
                if quiet_button(ui, Some(icon), look.text(key)).clicked() {
                    actions.push(add(place, kind));
                }
            }
        });
        existing_ui(ui, context, desk.form, place, actions);
    });
}

fn head_ui(ui: &mut Ui, look: Look<'_>, key: &'static str) {
    ui.add_space(8.0);
    ui.separator();
    ui.label(RichText::new(look.texts.get(key)).size(12.0).color(look.theme.text_soft));
}

/// What structures and explains.
fn texts(look: Look<'_>) -> [(&'static str, Icon, ElementKind); 4] {
    let group = FieldGroup::new(look.text("palette-group"), Vec::new());
    let hint = ElementKind::Hint { kind: HintKind::Information, text: look.text("palette-hint-text").to_owned() };
    [
        ("palette-heading", Icon::Outline, ElementKind::Heading(look.text("palette-heading").to_owned())),
        ("palette-static-text", Icon::Note, ElementKind::StaticText(look.text("palette-static-text-text").to_owned())),
        ("palette-hint", Icon::Information, hint),
        ("palette-group", Icon::Group, ElementKind::Group(group)),
    ]
}

fn add(place: FormPlace, kind: ElementKind) -> Action {
    let element = FormElement::new(FormElementId(0), kind);
    Action::Apply(Command::Content(ContentCommand::AddElement { place, element }))
}

/// Data fields that the document has and the form does not show yet, where they would be taken.
fn existing_ui(ui: &mut Ui, context: &ViewContext<'_>, form: &Form, place: FormPlace, actions: &mut Vec<Action>) {
    let look = Look::of(context);
    let shown: Vec<&DataPath> = form.fields().map(|(_, field)| &field.data).collect();
    let mut is_first = true;
    for object in context.document.case_objects() {
        for field in context.document.fields_of(object) {
            let data = DataPath::field(field.id);
            let is_single = field.kind.object().is_none();
            if !is_single || shown.contains(&&data) {
                continue;
            }
            let action = add(place, ElementKind::Field(field_of(data)));
            let Action::Apply(command) = &action else { continue };
            if context.editor.try_command(command).is_err() {
                continue;
            }
            if std::mem::take(&mut is_first) {
                head_ui(ui, look, "palette-existing");
            }
            let text =
                look.texts.with("palette-field-of", &[("field", field.name.as_str().into()), ("object", object.name.as_str().into())]);
            if quiet_button(ui, Some(Icon::Data), &text).clicked() {
                actions.push(action);
            }
        }
    }
}

fn field_of(data: DataPath) -> FormField {
    FormField { is_required: true, ..FormField::of(data) }
}
