//! Steps of the history in words.

use super::Texts;
use crate::edit::CommandName;

impl Texts {
    /// What a step of the history is called, without article: "Schritt anhängen".
    pub fn command_name(&self, name: CommandName) -> &str {
        self.get(match name {
            CommandName::Add => "step-add",
            CommandName::Append => "step-append",
            CommandName::Insert => "step-insert",
            CommandName::Connect => "step-connect",
            CommandName::Reconnect => "step-reconnect",
            CommandName::Move => "step-move",
            CommandName::Resize => "step-resize",
            CommandName::Route => "step-route",
            CommandName::MoveLabel => "step-move-label",
            CommandName::Rename => "step-rename",
            CommandName::ChangeKind => "step-change-kind",
            CommandName::ChangeProperties => "step-change-properties",
            CommandName::Expand => "step-expand",
            CommandName::Collapse => "step-collapse",
            CommandName::AddPool => "step-add-pool",
            CommandName::TurnPool => "step-turn-pool",
            CommandName::AddLane => "step-add-lane",
            CommandName::DivideLane => "step-divide-lane",
            CommandName::MoveLane => "step-move-lane",
            CommandName::TakeOut => "step-take-out",
            CommandName::Attach => "step-attach",
            CommandName::Detach => "step-detach",
            CommandName::MakeRoom => "step-make-room",
            CommandName::Remove => "step-remove",
            CommandName::Cut => "step-cut",
            CommandName::Paste => "step-paste",
            CommandName::Duplicate => "step-duplicate",
            CommandName::Align => "step-align",
            CommandName::Distribute => "step-distribute",
            CommandName::TidyUp => "step-tidy-up",
            CommandName::TypeSteps => "step-type-steps",
            CommandName::ChangeData => "step-change-data",
            CommandName::ChangeForm => "step-change-form",
            CommandName::ChangeDecision => "step-change-decision",
            CommandName::ChangeDocument => "step-change-document",
            CommandName::ChangeSetting => "step-change-setting",
            CommandName::ChangeTestCase => "step-change-test-case",
            CommandName::ChangeExercise => "step-change-exercise",
            CommandName::ChangeTranslation => "step-change-translation",
            CommandName::TakeUp => "step-take-up",
            CommandName::Fix => "step-fix",
        })
    }
}
