//! Remarks about files in BPMN in sentences.

use super::Texts;
use crate::exchange::bpmn::{Missing, Remark};

impl Texts {
    pub(super) fn bpmn_remark(&self, remark: &Remark) -> String {
        match remark {
            Remark::NotShown { name, count } => self.with("bpmn-not-shown", &[("name", name.into()), ("count", (*count).into())]),
            Remark::OwnWords(count) => self.with("bpmn-own-words", &[("count", (*count).into())]),
            Remark::NoPlace { what, count } => {
                self.with("bpmn-no-place", &[("what", self.get(missing_key(*what)).into()), ("count", (*count).into())])
            }
            Remark::ListAsNumber(list) => self.with("bpmn-list-as-number", &[("list", list.into())]),
            Remark::StandsForOne => self.get("bpmn-stands-for-one").to_owned(),
            Remark::NotInFile(name) => self.with("bpmn-not-in-file", &[("name", name.into())]),
            Remark::WithoutId => self.get("bpmn-without-id").to_owned(),
            Remark::SameId => self.get("bpmn-same-id").to_owned(),
            Remark::NoFlow => self.get("bpmn-no-flow").to_owned(),
            Remark::Frame(name) => self.with("bpmn-frame", &[("name", name.into())]),
            Remark::ClosedPool => self.get("bpmn-closed-pool").to_owned(),
        }
    }
}

fn missing_key(missing: Missing) -> &'static str {
    match missing {
        Missing::LanesOfBlackBoxes => "bpmn-missing-lanes",
        Missing::Forms => "bpmn-missing-forms",
        Missing::Data => "bpmn-missing-data",
        Missing::OtherFiles => "bpmn-missing-other-files",
        Missing::CodeLists => "bpmn-missing-code-lists",
        Missing::DecisionTables => "bpmn-missing-decision-tables",
        Missing::Letters => "bpmn-missing-letters",
        Missing::Settings => "bpmn-missing-settings",
        Missing::TestCases => "bpmn-missing-test-cases",
        Missing::Exercises => "bpmn-missing-exercises",
        Missing::Languages => "bpmn-missing-languages",
    }
}
