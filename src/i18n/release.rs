//! What releases and the contents of bundles are called.

use super::Texts;
use crate::bundle::{ContentKind, ReleaseState};

impl Texts {
    /// How far a release has come.
    pub fn release_state(&self, state: ReleaseState) -> &str {
        self.get(match state {
            ReleaseState::Draft => "release-draft",
            ReleaseState::Released => "release-released",
            ReleaseState::Retired => "release-retired",
        })
    }

    /// What a part of a bundle is called, in the plural.
    pub fn content_kind(&self, kind: ContentKind) -> &str {
        self.get(match kind {
            ContentKind::Processes => "release-processes",
            ContentKind::Steps => "release-steps",
            ContentKind::Forms => "release-forms",
            ContentKind::Fields => "release-fields",
            ContentKind::CodeLists => "release-code-lists",
            ContentKind::DecisionTables => "release-decision-tables",
            ContentKind::Letters => "release-letters",
            ContentKind::Settings => "release-settings",
            ContentKind::TestCases => "release-test-cases",
        })
    }
}
