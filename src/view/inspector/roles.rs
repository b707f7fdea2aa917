//! Properties of roles, pools and lanes.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::{Command, CommandName, ContentCommand, Record};
use crate::model::{Lane, Orientation, Pool, Role, RoleId, RoleKind};
use crate::view::Action;
use egui::Ui;

const KINDS: [RoleKind; 4] = [RoleKind::Applicant, RoleKind::Caseworker, RoleKind::OtherAuthority, RoleKind::System];

pub(super) fn role_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, role: &Role) {
    pane.text(ui, "inspector-name", Aspect::Name, &role.name, 1, |name| Record::Role(Role { name, ..role.clone() }));
    let kinds = KINDS.map(|kind| (kind, pane.context.texts.role_kind(kind)));
    if let Some(kind) = pane.choose(ui, "inspector-role-kind", &role.kind, &kinds) {
        pane.put(Record::Role(Role { kind, ..role.clone() }));
    }
    pane.text(ui, "inspector-key", Aspect::Key, &role.key, 1, |key| Record::Role(Role { key, ..role.clone() }));
}

pub(super) fn pool_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, pool: &Pool) {
    pane.text(ui, "inspector-name", Aspect::Name, &pool.name, 1, |name| Record::Pool(Pool { name, ..pool.clone() }));
    pane.role(ui, "inspector-role", pool.role, |role| Record::Pool(Pool { role, ..pool.clone() }));
    add_role_ui(ui, pane, &pool.name, |role| Record::Pool(Pool { role: Some(role), ..pool.clone() }));
    let directions = [Orientation::Horizontal, Orientation::Vertical].map(|orientation| {
        let key = if orientation == Orientation::Horizontal { "inspector-horizontal" } else { "inspector-vertical" };
        (orientation, pane.context.texts.get(key))
    });
    if let Some(orientation) = pane.choose(ui, "inspector-orientation", &pool.orientation, &directions) {
        pane.put(Record::Pool(Pool { orientation, ..pool.clone() }));
    }
    pane.text(ui, "inspector-key", Aspect::Key, &pool.key, 1, |key| Record::Pool(Pool { key, ..pool.clone() }));
}

pub(super) fn lane_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, lane: &Lane) {
    pane.text(ui, "inspector-name", Aspect::Name, &lane.name, 1, |name| Record::Lane(Lane { name, ..lane.clone() }));
    pane.role(ui, "inspector-role", lane.role, |role| Record::Lane(Lane { role, ..lane.clone() }));
    add_role_ui(ui, pane, &lane.name, |role| Record::Lane(Lane { role: Some(role), ..lane.clone() }));
    pane.text(ui, "inspector-key", Aspect::Key, &lane.key, 1, |key| Record::Lane(Lane { key, ..lane.clone() }));
}

/// Makes a role of this name, gives it to the element, and selects it, so that it can be named.
pub(super) fn add_role_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, name: &str, with_role: impl FnOnce(RoleId) -> Record) {
    if pane.add_button(ui, "inspector-add-role") {
        let name = if name.trim().is_empty() { pane.context.texts.get("inspector-new-role") } else { name };
        let role = ContentCommand::AddRole { name: name.to_owned(), kind: RoleKind::Caseworker };
        // The role is the first thing that the step of the history makes, so it gets the next identity.
        let put = Command::Put(with_role(RoleId(pane.document().next_id)));
        let commands = vec![Command::Content(role), put];
        pane.actions.push(Action::Apply(Command::Batch { name: CommandName::ChangeProperties, commands }));
    }
}
