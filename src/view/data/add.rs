//! Adding fields, nested objects, lists, building blocks and case objects.

use super::Model;
use crate::edit::{Command, CommandName, ContentCommand};
use crate::model::{DataFieldId, FieldKind, ObjectTypeId, Subject};
use crate::view::Action;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, quiet_button};
use egui::containers::menu::SubMenuButton;
use egui::{Popup, Ui, vec2};

impl Model<'_, '_> {
    /// The button with what can be added.
    pub(super) fn add_ui(&mut self, ui: &mut Ui) {
        let texts = self.context.texts;
        let button = IconButton::new(Icon::Add, texts.get("data-add")).ui(ui, self.context.theme);
        Popup::menu(&button).show(|ui| {
            ui.spacing_mut().button_padding = vec2(8.0, 6.0);
            let target = self.target();
            if let Some(object) = target {
                self.inside_ui(ui, object);
                ui.separator();
            }
            if quiet_button(ui, Some(Icon::Data), texts.get("data-add-object")).clicked() {
                self.content(ContentCommand::AddObjectType { name: texts.get("outline-new-object").to_owned() });
            }
        });
    }

    /// What can be added to an object.
    pub(super) fn inside_ui(&mut self, ui: &mut Ui, object: ObjectTypeId) {
        let texts = self.context.texts;
        if quiet_button(ui, Some(Icon::Edit), texts.get("data-add-field")).clicked() {
            self.add_field(object, FieldKind::Text, texts.get("inspector-new-field").to_owned());
        }
        if quiet_button(ui, Some(Icon::Data), texts.get("data-add-nested")).clicked() {
            self.content(ContentCommand::AddNestedObject { object, name: texts.get("outline-new-object").to_owned(), is_list: false });
        }
        if quiet_button(ui, Some(Icon::Group), texts.get("data-add-list")).clicked() {
            self.content(ContentCommand::AddNestedObject { object, name: texts.get("data-new-list").to_owned(), is_list: true });
        }
        for (key, kind) in
            [("data-add-block", FieldKind::Object as fn(ObjectTypeId) -> FieldKind), ("data-add-block-list", FieldKind::List)]
        {
            SubMenuButton::new(texts.get(key)).ui(ui, |ui| self.blocks_ui(ui, object, kind));
        }
    }

    /// The object types that can be used as a building block here.
    fn blocks_ui(&mut self, ui: &mut Ui, object: ObjectTypeId, kind: fn(ObjectTypeId) -> FieldKind) {
        let document = self.context.document;
        ui.set_max_height(400.0);
        let mut is_empty = true;
        for block in document.objects.values() {
            let add = ContentCommand::AddDataField { object, name: block.name.clone(), kind: kind(block.id) };
            if self.context.editor.try_command(&Command::Content(add)).is_err() {
                continue;
            }
            is_empty = false;
            if quiet_button(ui, None, &block.name).clicked() {
                self.add_field(object, kind(block.id), block.name.clone());
            }
        }
        if is_empty {
            ui.label(self.context.texts.get("data-no-block"));
        }
    }

    /// Adds a field behind the selected one, or at the end of the object.
    pub(super) fn add_field(&mut self, object: ObjectTypeId, kind: FieldKind, name: String) {
        let document = self.context.document;
        let mut commands = vec![Command::Content(ContentCommand::AddDataField { object, name, kind })];
        if let Some(Subject::DataField(selected)) = self.context.selection.single() {
            let place = document.objects.get(object).and_then(|it| it.fields.iter().position(|field| *field == selected));
            // The new field gets the next number.
            let field = DataFieldId(document.next_id);
            let to = place.map(|place| ContentCommand::MoveDataField { field, object, index: place + 1 });
            commands.extend(to.map(Command::Content));
        }
        self.actions.push(Action::Apply(Command::Batch { name: CommandName::ChangeData, commands }));
    }
}
